// SPDX-License-Identifier: EUPL-1.2
/// The procedure language, its interpreter, dossiers. Start at {@link
/// org.samband.procedure.Procedure}.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "act",
            "label",
            "parties",
            "ledger",
            "attachment",
            "document",
            "search",
            "web"
        })
package org.samband.procedure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
