// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.samband.act.Outcome;
import org.samband.act.Refusal;
import org.samband.label.Marking;
import org.samband.label.Policies;
import org.samband.ledger.LedgerPair;
import org.samband.ledger.Ledgers;
import org.samband.parties.PartnershipId;
import org.samband.parties.Sight;
import org.samband.parties.Sights;
import org.samband.proof.Digest;
import org.springframework.stereotype.Component;

/// The door to the air gap: makes the files that are carried to the counterpart, and takes those
/// that come from it. The same outbox and the same admission as on the direct line stand behind it,
/// so that a file may be used at any time and whichever transport is set.
@Component
public class SegmentFiles {
    public static final String MEDIA_TYPE = SegmentFile.MEDIA_TYPE;

    /// How many files are looked ahead on the page.
    private static final int SHOWN = 5;

    private static final int LISTED = 20;
    private static final int MOST = 500;

    private final Counterparts counterparts;
    private final NodeKeys keys;
    private final Ledgers ledgers;
    private final Policies policies;
    private final Outbox outbox;
    private final Admission admission;
    private final LinkRecord record;
    private final SegmentFileRows rows;
    private final Sights sights;
    private final InstantSource clock;
    private final SegmentFileOpening opening;

    SegmentFiles(
            Counterparts counterparts,
            NodeKeys keys,
            Ledgers ledgers,
            Policies policies,
            Outbox outbox,
            Admission admission,
            LinkRecord record,
            SegmentFileRows rows,
            Sights sights,
            InstantSource clock) {
        this.counterparts = counterparts;
        this.keys = keys;
        this.ledgers = ledgers;
        this.policies = policies;
        this.outbox = outbox;
        this.admission = admission;
        this.record = record;
        this.rows = rows;
        this.sights = sights;
        this.clock = clock;
        this.opening = new SegmentFileOpening(keys, counterparts);
    }

    /// A file that would be made now.
    ///
    /// @param first number of its first entry, counted from 1
    /// @param last of its last entry; one less than `first` for a file with a receipt alone
    public record Waiting(long first, long last) {

        public long entries() {
            return last - first + 1;
        }
    }

    /// A file that was made.
    public static final class Made {
        private final String name;
        private final Marking marking;
        private final byte[] bytes;
        private final OptionalLong next;

        Made(String name, Marking marking, byte[] bytes, OptionalLong next) {
            this.name = name;
            this.marking = marking;
            this.bytes = bytes;
            this.next = next;
        }

        public String name() {
            return name;
        }

        /// The most restrictive of its entries.
        public Marking marking() {
            return marking;
        }

        public byte[] bytes() {
            return bytes.clone();
        }

        /// Number of the first entry that is not in it; empty where nothing follows.
        public OptionalLong next() {
            return next;
        }
    }

    /// A file that came.
    ///
    /// @param name as its carrier named it
    /// @param path where its bytes stand for the moment
    public record Brought(String name, Path path) {}

    /// What came of one file.
    ///
    /// @param entries how many were in it
    /// @param fresh how many of them were new here
    /// @param receipted how many of our entries a receipt in it covers that none covered before
    /// @param refusal why nothing was taken; empty if the file is taken, now or before
    public record Taken(
            String name, int entries, int fresh, long receipted, Optional<Refusal> refusal) {}

    /// The next files to be carried to the counterpart: all entries without a receipt, or one file
    /// with our receipt where there are none. The first few, if they are many.
    public List<Waiting> waiting(PartnershipId partnership) {
        return set(partnership).map(this::waiting).orElse(List.of());
    }

    private List<Waiting> waiting(LedgerPair pair) {
        var files = new ArrayList<Waiting>();
        var next = OptionalLong.of(first(pair));
        while (next.isPresent() && files.size() < SHOWN) {
            var segment = outbox.segment(pair, next.getAsLong());
            files.add(new Waiting(segment.from(), segment.checkpoint().size()));
            next = next(pair, segment);
        }
        return List.copyOf(files);
    }

    private long first(LedgerPair pair) {
        return ledgers.head(pair.shared()).acknowledged() + 1;
    }

    private OptionalLong next(LedgerPair pair, Segment segment) {
        long size = segment.checkpoint().size();
        return segment.entries().isEmpty() || size >= ledgers.head(pair.shared()).size()
                ? OptionalLong.empty()
                : OptionalLong.of(size + 1);
    }

    /// The files that were made and taken last.
    public List<CarriedFile> carried(PartnershipId partnership) {
        return sights.within(Sight.NODE, () -> rows.newest(partnership, LISTED));
    }

    /// Makes one file for the counterpart. It can be made again at any time, and a file that is
    /// lost on the way is one that is made again.
    ///
    /// @param from number of the first entry; empty for the first that has no receipt
    /// @param by account of the officer
    public Outcome<Made> make(PartnershipId partnership, OptionalLong from, String by) {
        var pair = set(partnership);
        if (pair.isEmpty()) {
            return Outcome.refused(SegmentFileRule.NO_PAIR);
        }
        if (record.isLost(partnership)) {
            return Outcome.refused(FederationRule.ENTRIES_LOST);
        }
        long most = ledgers.head(pair.get().shared()).size() + 1;
        long first = Math.clamp(from.orElseGet(() -> first(pair.get())), 1, most);
        return Outcome.accepted(made(pair.get(), outbox.segment(pair.get(), first), by));
    }

    private Made made(LedgerPair pair, Segment segment, String by) {
        var marking = marking(segment);
        var bytes = new ByteArrayOutputStream();
        try {
            SegmentFile.write(segment, keys, clock.instant(), bytes);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        var name = SegmentFile.name(segment, FileMarking.inName(marking));
        kept(
                pair,
                new CarriedFile(
                        CarriedFile.Direction.OUT,
                        name,
                        Digest.sha256(bytes.toByteArray()),
                        segment.from(),
                        segment.checkpoint().size(),
                        clock.instant(),
                        by));
        return new Made(name, marking, bytes.toByteArray(), next(pair, segment));
    }

    private Marking marking(Segment segment) {
        return segment.entries().stream()
                .map(entry -> Ledgers.stored(entry).marking())
                .distinct()
                .reduce(policies::merge)
                .orElse(Marking.NONE);
    }

    private void kept(LedgerPair pair, CarriedFile file) {
        sights.run(Sight.NODE, () -> rows.add(pair.partnership(), file));
    }

    /// Takes files that came, in the order of what is in them. Each is taken whole or not at all.
    ///
    /// @param partnership on whose line they came; a file of another one is refused
    /// @param by account of the officer
    /// @return one for each file, in the order in which they were brought
    public List<Taken> take(PartnershipId partnership, List<Brought> files, String by) {
        var pair = set(partnership);
        if (pair.isEmpty() || files.size() > MOST) {
            var refusal =
                    pair.isEmpty()
                            ? Refusal.of(SegmentFileRule.NO_PAIR)
                            : Refusal.of(SegmentFileRule.TOO_MANY).with("most", MOST);
            return files.stream().map(file -> refused(file, refusal)).toList();
        }
        var taken = new Taken[files.size()];
        var opened = new ArrayList<SegmentFileOpening.Opened>();
        for (int i = 0; i < files.size(); i++) {
            switch (opening.of(pair.get(), i, files.get(i))) {
                case Outcome.Accepted<SegmentFileOpening.Opened>(var file) -> opened.add(file);
                case Outcome.Refused<SegmentFileOpening.Opened>(var refusal) -> {
                    record.passed(partnership, LinkEvent.Kind.REFUSED_HERE, refusal);
                    taken[i] = refused(files.get(i), refusal);
                }
            }
        }
        opened.sort(SegmentFileOpening.Opened.ORDER);
        opened.forEach(file -> taken[file.place()] = taken(pair.get(), file, by));
        return List.of(taken);
    }

    private static Taken refused(Brought file, Refusal refusal) {
        return new Taken(file.name(), 0, 0, 0, Optional.of(refusal));
    }

    private Taken taken(LedgerPair pair, SegmentFileOpening.Opened file, String by) {
        var segment = file.segment();
        long have = ledgers.head(pair.counterparts()).size();
        if (segment.from() > have + 1) {
            var missing =
                    Refusal.of(SegmentFileRule.PREDECESSOR_MISSING)
                            .with("from", segment.from())
                            .with("have", have)
                            .with("first", have + 1)
                            .with("last", segment.from() - 1);
            record.passed(pair.partnership(), LinkEvent.Kind.REFUSED_HERE, missing);
            return refused(file.file(), missing);
        }
        long before = ledgers.head(pair.shared()).acknowledged();
        var admitted = admission.take(pair, segment);
        long receipted = ledgers.head(pair.shared()).acknowledged() - before;
        if (admitted.receipt() instanceof Receipt.Refused refused) {
            return new Taken(
                    file.file().name(),
                    segment.entries().size(),
                    0,
                    receipted,
                    Optional.of(ToldRule.refusal(refused)));
        }
        record.contact(pair.partnership());
        kept(pair, file.carried(clock.instant(), by));
        return new Taken(
                file.file().name(),
                segment.entries().size(),
                admitted.fresh(),
                receipted,
                Optional.empty());
    }

    private Optional<LedgerPair> set(PartnershipId partnership) {
        return ledgers.pairs().stream()
                .filter(pair -> pair.partnership().equals(partnership))
                .filter(pair -> counterparts.of(partnership).isPresent())
                .findFirst();
    }
}
