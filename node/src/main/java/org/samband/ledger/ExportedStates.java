// SPDX-License-Identifier: EUPL-1.2
package org.samband.ledger;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/// What another room adds to an export, so that a verifier can derive the same states from the
/// entries. Source: `spec/ledger/`, LEDGER-25 and 26.
public interface ExportedStates {

    /// Members for the first line of the export.
    ///
    /// @param heads of the ledgers in the export, in its order: later entries are not in it
    Map<String, Object> members(List<Head> heads);

    /// The lines that follow the entries.
    void lines(List<Head> heads, Lines out) throws IOException;

    /// Where lines go.
    interface Lines {
        /// @param value that has a canonical form
        void add(Map<String, Object> value) throws IOException;
    }
}
