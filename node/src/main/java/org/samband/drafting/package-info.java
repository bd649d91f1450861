// SPDX-License-Identifier: EUPL-1.2
/// Joint texts: conclusions, readouts, letters that both parties draft point by point, agree over
/// the same bytes and seal. Start at {@link org.samband.drafting.JointText}; how it moves stands in
/// {@link org.samband.drafting.TextFold}.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "act",
            "label",
            "parties",
            "ledger",
            "attachment",
            "paper",
            "procedure",
            "search",
            "federation",
            "web"
        })
package org.samband.drafting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
