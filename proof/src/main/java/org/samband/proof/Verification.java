// SPDX-License-Identifier: EUPL-1.2
package org.samband.proof;

import java.util.List;

/// The answer of {@link ExportVerification}: what was proved, or the first thing that is wrong.
public sealed interface Verification {

    /// Every entry, root, signature and cosignature holds.
    ///
    /// @param ledgers a line for each ledger
    /// @param dossiers how many dossiers are in the state that their entries say
    record Holds(String partnership, List<LedgerProved> ledgers, int dossiers)
            implements Verification {}

    /// One ledger that was proved.
    ///
    /// @param root over all entries
    /// @param keys with which the party signed, the first one first, as the export gives them: they
    ///   prove who signed only to a reader who has the party's keys from elsewhere and compares
    /// @param cosignedSize number of entries that the counterpart has cosigned, 0 if none
    record LedgerProved(
            String party, long size, Digest root, List<KeyTerms.Term> keys, long cosignedSize) {

        /// The key of the newest checkpoint.
        public VerifierKey key() {
            return keys.getLast().key();
        }
    }

    /// The first thing that is wrong.
    ///
    /// @param party whose ledger; empty for the export as a whole
    /// @param entry number of the entry, counted from 1; 0 where it is no entry
    /// @param requirement of the specification, such as `LEDGER-07`
    record Broken(String party, long entry, String requirement, String sentence)
            implements Verification {}

    /// The file is no export of a version that this program knows.
    record Unreadable(String sentence) implements Verification {}
}
