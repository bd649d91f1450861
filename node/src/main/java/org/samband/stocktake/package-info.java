// SPDX-License-Identifier: EUPL-1.2
/// Taking stock: what a period held, worked out from the ledgers as they stood at any time. Start
/// at {@link org.samband.stocktake.Stocktake}.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "act",
            "label",
            "parties",
            "paper",
            "instrument",
            "procedure",
            "commitment",
            "commitment :: words",
            "web"
        })
package org.samband.stocktake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
