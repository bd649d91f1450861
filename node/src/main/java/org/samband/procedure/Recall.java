// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.samband.ledger.Entry;

/// A party took back what an act of its own had said. The act stays in both ledgers; the other
/// party's pages no longer show its content, and an officer there says what became of it. Source:
/// spec/procedure/README.md, "Recall".
///
/// @param ref the entry that recalls
/// @param act the act that is recalled
/// @param reason as the recalling party wrote it
/// @param receipt what became of it at the other party; empty until an officer there has said so
public record Recall(
        ActRef ref, ActRef act, Instant at, Entry.By by, String reason, Optional<Receipt> receipt) {
    /// What stands in place of a text that was recalled.
    public static final String HIDDEN = "—";

    /// Most characters of a reason. Source: PROC-51.
    static final int LONGEST_REASON = 2_000;

    /// What the other party did with what it had.
    public enum Outcome {
        DESTROYED,
        RETURNED,
        /// Cannot be returned; the reason says why.
        CANNOT_BE_RETURNED;

        /// As in entries: `cannot-be-returned`.
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }

        static Optional<Outcome> of(String word) {
            return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
        }
    }

    /// @param reason how, or why not; an officer reads it at both nodes
    public record Receipt(ActRef ref, Instant at, Entry.By by, Outcome outcome, String reason) {}
}
