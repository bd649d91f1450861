// SPDX-License-Identifier: EUPL-1.2
/// Page frame, sign-in, marking banner, error page. Start at {@code Frame}.
@NullMarked
@ApplicationModule(allowedDependencies = {"act", "label", "parties", "paper"})
package org.samband.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
