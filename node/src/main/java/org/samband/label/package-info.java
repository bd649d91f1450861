// SPDX-License-Identifier: EUPL-1.2
/// Markings, levels, equivalence; who may see what. Start at {@link org.samband.label.Marking}.
@NullMarked
@ApplicationModule(allowedDependencies = {"act"})
package org.samband.label;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
