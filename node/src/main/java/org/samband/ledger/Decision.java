// SPDX-License-Identifier: EUPL-1.2
package org.samband.ledger;

import org.samband.proof.Digest;

/// What is to be done with entries that came, decided from what is held and what came alone. A node
/// takes the steps one after the other, because it never has all entries of a segment in memory;
/// the model of the two-party protocol in the tests takes them at once. Source: LEDGER-06,
/// LEDGER-11, FEDERATION-04, FEDERATION-22.
public final class Decision {
    private Decision() {}

    /// Whether entries follow what is held.
    public sealed interface First {}

    /// Entries are missing before the first that came.
    ///
    /// @param have how many are held
    public record Gap(long have) implements First {}

    /// Nothing stands against it so far.
    ///
    /// @param known how many of those that came are held already, and must be compared
    public record Begin(long known) implements First {}

    /// What entries come to.
    public sealed interface Last {}

    /// The entries do not give the root that was signed.
    public record WrongRoot() implements Last {}

    /// All that came is held already: the receipt is given again.
    public record Repeat() implements Last {}

    /// There are new entries: what is held now is cosigned.
    public record Cosign() implements Last {}

    /// First step: do they follow what is held?
    ///
    /// @param have how many entries are held
    /// @param from number of the first entry that came, counted from 1
    /// @param count how many came
    /// @param size that the checkpoint says
    public static First begin(long have, long from, long count, long size) {
        return from < 1 || from > have + 1 || size != from - 1 + count
                ? new Gap(have)
                : new Begin(Math.min(have - from + 1, count));
    }

    /// Second step, for every entry that is held already: is it another one?
    public static boolean isFork(Digest held, Digest came) {
        return !held.equals(came);
    }

    /// The same step for every new entry: can it have seen that many entries of ours?
    ///
    /// @param seen that the entry says
    /// @param before what the entry before it had seen
    /// @param ours how many entries our ledger has
    public static boolean canHaveSeen(long seen, long before, long ours) {
        return before <= seen && seen <= ours;
    }

    /// Last step: is it what was signed?
    ///
    /// @param root of the ledger with what came, at the size that the checkpoint says
    /// @param signed root that the checkpoint says
    /// @param fresh how many entries were new
    public static Last end(Digest root, Digest signed, long fresh) {
        if (!root.equals(signed)) {
            return new WrongRoot();
        }
        return fresh == 0 ? new Repeat() : new Cosign();
    }
}
