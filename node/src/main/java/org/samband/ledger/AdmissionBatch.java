// SPDX-License-Identifier: EUPL-1.2
package org.samband.ledger;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.samband.act.Circle;
import org.samband.act.Refusal;
import org.samband.proof.KeyEntry;
import org.samband.proof.MerkleTree;

/// Looks into the new entries of a delivery and stores them, some hundred at a time, in the
/// transaction that is open. Source: `spec/federation/`, FEDERATION-22.
final class AdmissionBatch {
    /// Most entries at a time.
    static final int MOST = 500;

    /// Most bytes at a time, and one entry more.
    private static final int MOST_BYTES = 4 << 20;

    private final Recording recording;
    private final Function<Entry, Optional<Refusal>> late;
    private final long ours;
    private final long end;
    private @Nullable Entry last;
    private final Set<String> subjects = new LinkedHashSet<>();
    private Head head;

    /// @param late why an entry comes too late for the key in force
    /// @param head where the counterpart's ledger stands
    /// @param ours how many entries our shared ledger has
    /// @param end number of the last entry of the delivery
    AdmissionBatch(
            Recording recording,
            Function<Entry, Optional<Refusal>> late,
            Head head,
            long ours,
            long end) {
        this.recording = recording;
        this.head = head;
        this.late = late;
        this.ours = ours;
        this.end = end;
    }

    /// Where the ledger stands with what was taken.
    Head head() {
        return head;
    }

    /// The last entry that was taken.
    Entry last() {
        return Objects.requireNonNull(last);
    }

    Set<String> subjects() {
        return subjects;
    }

    /// Takes the next entries.
    void take(ReadAhead entries) {
        var taken = new ArrayList<Recording.Recorded>();
        int bytes = 0;
        Admissions.@Nullable RolledBack wrong = null;
        while (entries.hasNext() && taken.size() < MOST && bytes < MOST_BYTES && wrong == null) {
            var next = entries.next();
            bytes += next.bytes().length;
            try {
                var entry = checked(next);
                if (!taken.isEmpty() && recording.needsStored(entry)) {
                    store(taken);
                    taken.clear();
                }
                taken.add(new Recording.Recorded(entry, next.bytes(), next.leaf()));
            } catch (Admissions.RolledBack refused) {
                wrong = refused;
            }
        }
        if (wrong == null) {
            store(taken);
        } else {
            refuse(taken);
            throw wrong;
        }
    }

    private void store(List<Recording.Recorded> taken) {
        refuse(taken);
        recording.record(taken, false);
    }

    /// What a room refuses comes before what is wrong with an entry behind it.
    private void refuse(List<Recording.Recorded> taken) {
        var entries = taken.stream().map(Recording.Recorded::entry).toList();
        var refused =
                recording.refused(entries, false).stream().map(one -> refused(one, taken)).toList();
        if (!refused.isEmpty()) {
            throw new Admissions.RolledBack(refused.getFirst().refusal(), refused);
        }
    }

    private static Taking.RefusedEntry refused(
            EntryCheck.RefusedEntry one, List<Recording.Recorded> taken) {
        long number = one.entry().number().value();
        int place = (int) (number - taken.getFirst().entry().number().value());
        return new Taking.RefusedEntry(
                number, taken.get(place).leaf(), named(one.refusal(), number));
    }

    private static Refusal named(Refusal refusal, long number) {
        return refusal.facts().containsKey("number") ? refusal : refusal.with("number", number);
    }

    private Entry checked(ReadAhead.One one) {
        var bytes = one.bytes();
        long number = head.size() + 1;
        if (bytes.length > Ledgers.LARGEST_ENTRY) {
            throw wrong(
                    bytes,
                    Refusal.of(LedgerRule.TOO_LARGE)
                            .with("most", Ledgers.LARGEST_ENTRY)
                            .with("size", bytes.length));
        }
        var entry = said(number, one);
        expect(bytes, "ledger", head.ledger(), entry.ledger());
        expect(bytes, "number", number, entry.number().value());
        if (!Decision.canHaveSeen(entry.seen(), head.seen(), ours)) {
            throw wrong(bytes, Refusal.of(LedgerRule.SEEN_FALLS).with("seen", entry.seen()));
        }
        if (entry.circle() == Circle.OWN) {
            throw wrong(bytes, Refusal.of(LedgerRule.OWN_RECORD));
        }
        if (entry.marking().isMissing()) {
            throw wrong(bytes, Refusal.of(LedgerRule.NO_MARKING));
        }
        late.apply(entry)
                .or(() ->
                        entry.kind().equals(KeyEntry.KIND) && number < end
                                ? Optional.of(Refusal.of(LedgerRule.KEY_CHANGE_NOT_LAST))
                                : Optional.empty())
                .ifPresent(refusal -> {
                    throw wrong(bytes, refusal);
                });
        last = entry;
        subjects.add(entry.subject());
        head =
                new Head(
                        head.ledger(),
                        head.tree().append(one.leaf()),
                        entry.seen(),
                        head.checkpoint(),
                        head.cosigned());
        return entry;
    }

    /// @param number that the entry should have
    static Entry read(long number, byte[] bytes) {
        return said(number, ReadAhead.One.of(bytes));
    }

    private static Entry said(long number, ReadAhead.One one) {
        var entry = one.entry();
        if (entry == null) {
            throw notCanonical(number, one.bytes(), one.wrong());
        }
        return entry;
    }

    private static Admissions.RolledBack notCanonical(long number, byte[] bytes, String reason) {
        return wrong(number, bytes, Refusal.of(LedgerRule.NOT_CANONICAL).with("reason", reason));
    }

    private void expect(byte[] bytes, String member, Object expected, Object found) {
        if (!expected.equals(found)) {
            throw wrong(
                    bytes,
                    Refusal.of(LedgerRule.WRONG_MEMBER)
                            .with("member", member)
                            .with("found", found)
                            .with("expected", expected));
        }
    }

    /// The next entry is wrong by itself.
    private Admissions.RolledBack wrong(byte[] bytes, Refusal why) {
        return wrong(head.size() + 1, bytes, why);
    }

    private static Admissions.RolledBack wrong(long number, byte[] bytes, Refusal why) {
        var refusal = named(why, number);
        return new Admissions.RolledBack(
                refusal, List.of(new Taking.RefusedEntry(number, MerkleTree.leaf(bytes), refusal)));
    }
}
