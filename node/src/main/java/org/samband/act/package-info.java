// SPDX-License-Identifier: EUPL-1.2
/// What an officer does: accepted, or refused and why. Start at {@link org.samband.act.Outcome}.
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.samband.act;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
