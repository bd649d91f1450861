// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation;

import java.time.Duration;
import java.time.Instant;
import org.samband.proof.Verification;

/// One run in which this node re-derived both ledgers of a partnership from their entries alone.
///
/// @param at when it began
/// @param took how long
/// @param entries how many were read
/// @param holds whether every root and signature holds
/// @param party whose ledger is broken; empty where all holds
/// @param entry number of the entry that is broken, counted from 1; 0 where it is no entry
/// @param sentence what is wrong, in English, with its requirement; empty where all holds
/// @param by account of the officer who asked
public record LineCheck(
        Instant at,
        Duration took,
        long entries,
        boolean holds,
        String party,
        long entry,
        String sentence,
        String by) {

    static LineCheck of(Verification result, Instant at, Duration took, String by) {
        return switch (result) {
            case Verification.Holds(_, var ledgers, _) ->
                    new LineCheck(
                            at,
                            took,
                            ledgers.stream().mapToLong(Verification.LedgerProved::size).sum(),
                            true,
                            "",
                            0,
                            "",
                            by);
            case Verification.Broken(var party, var entry, var requirement, var sentence) ->
                    new LineCheck(
                            at, took, 0, false, party, entry, requirement + ": " + sentence, by);
            case Verification.Unreadable(var sentence) ->
                    new LineCheck(at, took, 0, false, "", 0, sentence, by);
        };
    }
}
