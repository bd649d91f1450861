// SPDX-License-Identifier: EUPL-1.2
/// Undertakings, their standing and evidence. Start at {@code Standing}.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "act",
            "label",
            "parties",
            "ledger",
            "attachment",
            "instrument",
            "procedure",
            "drafting",
            "search",
            "web"
        })
package org.samband.commitment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
