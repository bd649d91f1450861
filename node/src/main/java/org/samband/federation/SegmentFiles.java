// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.samband.act.Outcome;
import org.samband.act.Refusal;
import org.samband.attachment.Attachments;
import org.samband.label.Marking;
import org.samband.label.Policies;
import org.samband.ledger.LedgerPair;
import org.samband.ledger.Ledgers;
import org.samband.parties.PartnershipId;
import org.samband.parties.Sight;
import org.samband.parties.Sights;
import org.springframework.stereotype.Component;

/// The door to the air gap: makes the files that are carried to the counterpart, and takes those
/// that come from it. The same outbox and the same admission as on the direct line stand behind it,
/// so that a file may be used at any time and whichever transport is set.
@Component
public class SegmentFiles {
    public static final String MEDIA_TYPE = SegmentFile.MEDIA_TYPE;

    /// Most bytes of one. Source: FEDERATION-62.
    public static final long LARGEST = SegmentFile.LARGEST;

    /// How many files are looked ahead on the page.
    private static final int SHOWN = 5;

    private static final int LISTED = 20;
    private static final int MOST = 500;

    private final Counterparts counterparts;
    private final NodeKeys keys;
    private final Ledgers ledgers;
    private final Policies policies;
    private final LinkRecord record;
    private final Completeness completeness;
    private final SegmentFileRows rows;
    private final Sights sights;
    private final InstantSource clock;
    private final Attachments attachments;
    private final SegmentFileIntake intake;
    private final SegmentFilePacking packing;

    SegmentFiles(
            Counterparts counterparts,
            NodeKeys keys,
            Ledgers ledgers,
            Policies policies,
            Outbox outbox,
            LinkRecord record,
            Completeness completeness,
            Attachments attachments,
            SegmentFileIntake intake,
            SegmentFileRows rows,
            Sights sights,
            InstantSource clock,
            Optional<SegmentFileLimits> limits) {
        this.counterparts = counterparts;
        this.keys = keys;
        this.ledgers = ledgers;
        this.policies = policies;
        this.record = record;
        this.completeness = completeness;
        this.rows = rows;
        this.sights = sights;
        this.clock = clock;
        this.attachments = attachments;
        this.intake = intake;
        this.packing =
                new SegmentFilePacking(outbox, attachments, limits.orElse(SegmentFileLimits.USUAL));
    }

    /// Which file: that with these entries.
    ///
    /// @param from number of its first entry, counted from 1
    /// @param part of those with the same entries, counted from 1
    /// @param back whether they are the counterpart's own, which it has lost
    public record Place(long from, int part, boolean back) {
        public Place(long from, int part) {
            this(from, part, false);
        }

        public static Place back(long from) {
            return new Place(from, 1, true);
        }
    }

    /// A file that would be made now.
    ///
    /// @param last number of its last entry; one less than the first for a file with a receipt
    ///   alone
    /// @param parts how many files have the same entries, because the files that these carry have
    ///   no room in one
    /// @param files how many files that entries carry are in it
    /// @param bytes of these files together
    public record Waiting(Place place, long last, int parts, int files, long bytes) {
        public long first() {
            return place.from();
        }

        public long entries() {
            return last - first() + 1;
        }
    }

    /// A file that was made. Whoever asked for it closes it; then it is gone.
    ///
    /// @param marking the most restrictive of its entries
    /// @param path where it stands for the moment
    /// @param next the file that follows; empty where nothing does
    public record Made(String name, Marking marking, Path path, Optional<Place> next)
            implements AutoCloseable {
        @Override
        public void close() {
            SegmentBody.of(path).close();
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
            String name, long entries, int fresh, long receipted, Optional<Refusal> refusal) {
        static Taken refused(Brought file, Refusal refusal) {
            return new Taken(file.name(), 0, 0, 0, Optional.of(refusal));
        }
    }

    /// The next files to be carried to the counterpart: all entries without a receipt, or one file
    /// with our receipt where there are none. The first few, if they are many.
    public List<Waiting> waiting(PartnershipId partnership) {
        return set(partnership).map(this::waiting).orElse(List.of());
    }

    private List<Waiting> waiting(LedgerPair pair) {
        var files = new ArrayList<Waiting>();
        var next = Optional.of(new Place(first(pair), 1));
        while (next.isPresent() && files.size() < SHOWN) {
            if (!(packing.from(pair, next.get().from())
                    instanceof Outcome.Accepted<List<SegmentFilePacking.Load>>(var loads))) {
                break;
            }
            loads.stream().map(SegmentFiles::waiting).forEach(files::add);
            next = next(loads.getLast());
        }
        return files.stream().limit(SHOWN).toList();
    }

    private static Waiting waiting(SegmentFilePacking.Load load) {
        return new Waiting(
                new Place(load.segment().from(), load.part()),
                load.segment().end(),
                load.parts(),
                load.files().size(),
                load.bytes());
    }

    private long first(LedgerPair pair) {
        return ledgers.head(pair.shared()).acknowledged() + 1;
    }

    private Optional<Place> next(SegmentFilePacking.Load load) {
        var segment = load.segment();
        if (load.part() < load.parts()) {
            return Optional.of(new Place(segment.from(), load.part() + 1, load.back()));
        }
        return segment.count() == 0 || segment.end() >= ledgers.head(segment.ledger()).size()
                ? Optional.empty()
                : Optional.of(new Place(segment.end() + 1, 1, load.back()));
    }

    /// Those that were made and taken last.
    public List<CarriedFile> carried(PartnershipId partnership) {
        return sights.within(Sight.NODE, () -> rows.newest(partnership, LISTED));
    }

    /// Makes one file for the counterpart. It can be made again at any time, and a file that is
    /// lost on the way is one that is made again.
    ///
    /// @param place which one; empty for the first that has no receipt
    /// @param by account of the officer
    public Outcome<Made> make(PartnershipId partnership, Optional<Place> place, String by) {
        var set = set(partnership);
        if (set.isEmpty()) {
            return Outcome.refused(SegmentFileRule.NO_PAIR);
        }
        var pair = set.get();
        int part = place.map(Place::part).orElse(1);
        if (place.isPresent() && place.get().back()) {
            return givenBack(pair, place.get().from()).then(loads -> made(pair, loads, part, by));
        }
        if (record.isLost(partnership)) {
            return Outcome.refused(FederationRule.ENTRIES_LOST);
        }
        long most = ledgers.head(pair.shared()).size() + 1;
        long first = Math.clamp(place.map(Place::from).orElseGet(() -> first(pair)), 1, most);
        return packing.from(pair, first).then(loads -> made(pair, loads, part, by));
    }

    private Outcome<List<SegmentFilePacking.Load>> givenBack(LedgerPair pair, long from) {
        var head = ledgers.head(pair.counterparts());
        return from < 1 || from > head.acknowledged()
                ? Outcome.refused(
                        Refusal.at(SegmentFileRule.NOTHING_TO_GIVE_BACK, "back")
                                .with("have", head.size()))
                : packing.back(pair, from);
    }

    private Outcome<Made> made(
            LedgerPair pair, List<SegmentFilePacking.Load> loads, int part, String by) {
        var load = loads.get(Math.clamp(part, 1, loads.size()) - 1);
        var full = attachments.noRoom(load.segment().length() + load.bytes());
        if (full.isPresent()) {
            return Outcome.refused(full.get());
        }
        var segment = load.segment();
        if (!load.back()) {
            completeness.leaving(segment);
        }
        var path = attachments.passing(pair.partnership());
        try (var out = new BufferedOutputStream(Files.newOutputStream(path))) {
            SegmentFile.write(segment, enclosed(pair, load), keys, clock.instant(), out);
        } catch (SegmentFile.Damaged damaged) {
            SegmentBody.of(path).close();
            return Outcome.refused(
                    Refusal.of(SegmentFileRule.FILE_LOST)
                            .with("number", load.carrier(damaged.blob())));
        } catch (IOException broken) {
            SegmentBody.of(path).close();
            throw new UncheckedIOException(broken);
        }
        var marking = FileMarking.of(segment, policies);
        var name = SegmentFile.name(segment, load.place(), FileMarking.inName(marking));
        var file =
                new CarriedFile(
                        CarriedFile.Direction.OUT,
                        name,
                        SegmentFileOpening.sha256(path),
                        segment.from(),
                        segment.end(),
                        clock.instant(),
                        by);
        sights.run(Sight.NODE, () -> rows.add(pair.partnership(), file));
        return Outcome.accepted(new Made(name, marking, path, next(load)));
    }

    private List<SegmentFile.Enclosed> enclosed(LedgerPair pair, SegmentFilePacking.Load load) {
        return load.files().stream()
                .map(file ->
                        new SegmentFile.Enclosed(
                                file.blob(), packing.path(pair, file).orElseThrow()))
                .toList();
    }

    /// A place for a file that comes, for the moment; whoever asks for it deletes it.
    public Path passing(PartnershipId partnership) {
        return attachments.passing(partnership);
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
            return files.stream().map(file -> Taken.refused(file, refusal)).toList();
        }
        return intake.take(pair.get(), files, by);
    }

    private Optional<LedgerPair> set(PartnershipId partnership) {
        return ledgers.pair(partnership).filter(_ -> counterparts.of(partnership).isPresent());
    }
}
