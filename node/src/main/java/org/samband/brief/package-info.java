// SPDX-License-Identifier: EUPL-1.2
/// Briefs for heads of delegation, made from what is on record and never sent. Start at {@link
/// org.samband.brief.Brief}.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "act",
            "label",
            "parties",
            "paper",
            "procedure",
            "commitment",
            "commitment :: words",
            "web"
        })
package org.samband.brief;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
