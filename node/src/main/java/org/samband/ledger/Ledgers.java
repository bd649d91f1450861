// SPDX-License-Identifier: EUPL-1.2
package org.samband.ledger;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.samband.act.Outcome;
import org.samband.act.Refusal;
import org.samband.parties.PartnershipId;
import org.samband.parties.Sight;
import org.samband.parties.Sights;
import org.samband.proof.Checkpoint;
import org.samband.proof.JsonRefused;
import org.samband.proof.MerkleTree;
import org.springframework.stereotype.Component;

/// The door to the ledgers: appends our acts and reads what is recorded; the counterpart's come in
/// through {@link Admissions}. An entry and all derived from it stand or fall in one transaction.
@Component
public class Ledgers {
    /// Source: `spec/ledger/`, LEDGER-04.
    static final int LARGEST_ENTRY = 1 << 20;

    final LedgerPairs pairs;
    private final LedgerRows rows;
    private final Roots roots;
    private final LedgerKeys keys;
    private final Recording recording;
    private final Sights sights;
    private final InstantSource clock;

    Ledgers(
            List<LedgerPair> pairs,
            LedgerRows rows,
            Roots roots,
            LedgerKeys keys,
            Recording recording,
            Sights sights,
            InstantSource clock) {
        this.pairs = new LedgerPairs(pairs);
        this.rows = rows;
        this.roots = roots;
        this.keys = keys;
        this.recording = recording;
        this.sights = sights;
        this.clock = clock;
    }

    /// The name under which a ledger signs. Source: `spec/ledger/`, LEDGER-10.
    public static String origin(LedgerId ledger) {
        return "samband/" + ledger.partnership() + "/" + ledger.party();
    }

    public List<LedgerPair> pairs() {
        return pairs.all();
    }

    /// Appends an act to our ledger, at the time of the node's clock.
    ///
    /// @return the entry as it was stored, or why it was refused; then nothing has changed
    public Outcome<Entry> append(Draft draft) {
        var pair = pair(draft.partnership());
        if (pair.isEmpty()) {
            return Outcome.refused(
                    Refusal.of(LedgerRule.NO_SUCH_LEDGER).with("ledger", draft.partnership()));
        }
        var ledger = new LedgerId(draft.partnership(), pair.get().ours(), draft.line());
        return sights.within(Sight.NODE, () -> append(draft, pair.get(), rows.lock(ledger)));
    }

    private Outcome<Entry> append(Draft draft, LedgerPair pair, Head head) {
        byte[] bytes;
        Entry entry;
        try {
            bytes = EntryForm.bytes(numbered(draft, head, rows.head(pair.counterparts()).size()));
            entry = EntryForm.read(bytes);
        } catch (IllegalArgumentException | JsonRefused wrong) {
            return Outcome.refused(
                    Refusal.of(LedgerRule.NO_CANONICAL_FORM)
                            .with("reason", String.valueOf(wrong.getMessage())));
        }
        if (entry.ledger().line() == LedgerId.Line.SHARED && entry.marking().isMissing()) {
            return Outcome.refused(LedgerRule.NO_MARKING);
        }
        if (bytes.length > LARGEST_ENTRY) {
            return Outcome.refused(
                    Refusal.of(LedgerRule.TOO_LARGE)
                            .with("most", LARGEST_ENTRY)
                            .with("size", bytes.length));
        }
        var refusal = recording.refused(entry, true);
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        var recorded = new Recording.Recorded(entry, bytes);
        var grown = head.tree().append(recorded.leaf());
        if (draft.line() == LedgerId.Line.OWN) {
            rows.store(
                    new Head(
                            head.ledger(),
                            grown,
                            entry.seen(),
                            Optional.empty(),
                            Optional.empty()));
        } else {
            var unsigned = signed(pair, head, grown, entry);
            if (unsigned.isPresent()) {
                return Outcome.refused(unsigned.get());
            }
        }
        recording.record(List.of(recorded), true);
        recording.ended(entry.ledger().partnership(), true, Set.of(entry.subject()));
        roots.keep(head.ledger(), head.size(), head.size() + 1);
        return Outcome.accepted(entry);
    }

    private Entry numbered(Draft draft, Head head, long seen) {
        var number = new EntryNumber(head.size() + 1);
        return new Entry(
                head.ledger(),
                number,
                seen,
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                draft.by(),
                draft.circle(),
                draft.marking(),
                draft.area(),
                draft.kind(),
                draft.subject().orElseGet(() -> Entry.ownSubject(head.ledger(), number)),
                draft.content());
    }

    /// Stores the head with our signature.
    ///
    /// @return why it is not to be signed
    private Optional<Refusal> signed(LedgerPair pair, Head head, MerkleTree grown, Entry entry) {
        var late = keys.expired(pair, entry);
        if (late.isPresent()) {
            return late;
        }
        var terms = keys.terms(pair, head.ledger());
        var change = LedgerKeys.announced(entry);
        var fault =
                change.flatMap(one -> terms.announce(entry.number().value(), entry.seen(), one));
        if (fault.isPresent()) {
            return fault.map(
                    wrong -> Refusal.of(LedgerRule.KEY_MALFORMED).with("reason", wrong.sentence()));
        }
        var origin = origin(head.ledger());
        var checkpoint =
                keys.signed(terms, new Checkpoint(origin, grown.size(), grown.root(), List.of()));
        change.ifPresent(one -> keys.keep(entry, one, checkpoint));
        rows.store(
                new Head(
                        head.ledger(),
                        grown,
                        entry.seen(),
                        Optional.of(checkpoint),
                        head.cosigned()));
        return Optional.empty();
    }

    Instant now() {
        return clock.instant();
    }

    public Optional<LedgerPair> pair(PartnershipId partnership) {
        return pairs.of(partnership);
    }

    /// Where a ledger stands.
    public Head head(LedgerId ledger) {
        return asNode(() -> rows.head(ledger));
    }

    /// Where both shared ledgers of a pair stand at one moment: ours, then the counterpart's.
    List<Head> heads(LedgerPair pair) {
        var heads = asNode(() -> rows.heads(pair.partnership()));
        return pair.both().stream()
                .map(ledger ->
                        heads.stream()
                                .filter(head -> head.ledger().equals(ledger))
                                .findFirst()
                                .orElseGet(() -> Head.empty(ledger)))
                .toList();
    }

    /// Entries as they were signed, in order.
    ///
    /// @param from number of the first, counted from 1
    public List<byte[]> bytes(LedgerId ledger, long from, int limit) {
        return asNode(() -> rows.bytes(ledger, from, limit));
    }

    /// What is known of entries without reading them, in order.
    ///
    /// @param from number of the first, counted from 1
    public List<Outline> outlines(LedgerId ledger, long from, int limit) {
        return asNode(() -> rows.outlines(ledger, from, limit));
    }

    /// Entries in order, read for the node's own work.
    ///
    /// @param from number of the first, counted from 1
    public List<Entry> read(LedgerId ledger, long from, int limit) {
        return bytes(ledger, from, limit).stream().map(Ledgers::stored).toList();
    }

    /// All entries about one subject, of both parties and of our own line, read for the node's own
    /// work.
    public List<Entry> bySubject(PartnershipId partnership, String subject) {
        return bySubjects(partnership, List.of(subject));
    }

    /// The checkpoint of our shared ledger when it had that many entries, signed by us: what goes
    /// out with a part of what is to be delivered.
    ///
    /// @throws IllegalArgumentException if the ledger is not ours or has fewer entries
    public Checkpoint checkpoint(LedgerId ours, long size) {
        var pair = pair(ours.partnership()).filter(held -> held.shared().equals(ours));
        if (pair.isEmpty()) {
            throw new IllegalArgumentException("not our shared ledger: " + origin(ours));
        }
        return asNode(() -> checkpoint(pair.get(), rows.head(ours), size));
    }

    private Checkpoint checkpoint(LedgerPair pair, Head head, long size) {
        if (size > head.size()) {
            throw new IllegalArgumentException(
                    "the ledger has " + head.size() + " entries, not " + size);
        }
        if (size == head.size() && head.checkpoint().isPresent()) {
            return head.checkpoint().get();
        }
        return keys.held(pair, head.ledger()).stream()
                .filter(change -> change.number() == size)
                .flatMap(change -> change.note().stream())
                .findFirst()
                .orElseGet(() ->
                        keys.signed(
                                keys.terms(pair, head.ledger()),
                                new Checkpoint(
                                        origin(head.ledger()),
                                        size,
                                        roots.at(head, size),
                                        List.of())));
    }

    /// The areas and markings of all entries on the shared lines of a partnership, each pair once:
    /// what one must be allowed to see to hold an export.
    public List<Shown> shown(PartnershipId partnership) {
        return asNode(() -> rows.shown(partnership));
    }

    /// An area and a marking that occur in entries.
    ///
    /// @param area short name; empty where the matter is general
    /// @param label id of the interned marking
    public record Shown(String area, int label) {}

    public Optional<Entry> get(LedgerId ledger, EntryNumber number) {
        return get(ledger, List.of(number)).stream().findFirst();
    }

    /// As {@link #bySubject}, for several subjects at once.
    public List<Entry> bySubjects(PartnershipId partnership, Collection<String> subjects) {
        return asNode(() -> rows.bySubjects(partnership, subjects)).stream()
                .map(Ledgers::stored)
                .toList();
    }

    /// Some entries of a ledger, in order; those that are not there are left out.
    public List<Entry> get(LedgerId ledger, Collection<EntryNumber> numbers) {
        return bytes(ledger, numbers).stream().map(Ledgers::stored).toList();
    }

    /// Some entries as they were signed, in order.
    public List<byte[]> bytes(LedgerId ledger, Collection<EntryNumber> numbers) {
        return asNode(() -> rows.bytes(ledger, numbers));
    }

    private <T> T asNode(Supplier<T> work) {
        return sights.within(Sight.NODE, work);
    }

    /// The entry that stored bytes say.
    public static Entry stored(byte[] bytes) {
        try {
            return EntryForm.stored(bytes);
        } catch (JsonRefused broken) {
            throw new IllegalStateException("a stored entry is not canonical", broken);
        }
    }
}
