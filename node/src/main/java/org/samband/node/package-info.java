// SPDX-License-Identifier: EUPL-1.2
/// Main, settings, keys, database, scheduled work. The only room that knows every other one.
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
            "commitment",
            "drafting",
            "calendar",
            "stocktake",
            "brief",
            "paper",
            "federation",
            "simulator",
            "web",
            "web :: account"
        })
package org.samband.node;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
