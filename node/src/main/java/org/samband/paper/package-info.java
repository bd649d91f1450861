// SPDX-License-Identifier: EUPL-1.2
/// Papers: what is read away from the node, as tagged PDF and as DOCX, written from one form. Start
/// at {@link org.samband.paper.Paper}.
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.samband.paper;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
