// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.samband.act.Outcome;
import org.samband.act.Refusal;
import org.samband.ledger.LedgerPair;
import org.samband.ledger.Ledgers;
import org.samband.parties.Sight;
import org.samband.parties.Sights;
import org.springframework.stereotype.Component;

/// Takes segment files that came: what is in them goes the same way as over the direct line, the
/// files that entries carry first. Source: `spec/federation/`, FEDERATION-66 and FEDERATION-69.
@Component
class SegmentFileIntake {
    private final LinkPins pins;
    private final Ledgers ledgers;
    private final Admission admission;
    private final SegmentFileReturns returns;
    private final CarriedBlobs carrying;
    private final LinkRecord record;
    private final SegmentFileRows rows;
    private final Sights sights;
    private final InstantSource clock;
    private final SegmentFileOpening opening;

    SegmentFileIntake(
            NodeKeys keys,
            LinkPins pins,
            Ledgers ledgers,
            Admission admission,
            SegmentFileReturns returns,
            CarriedBlobs carrying,
            LinkRecord record,
            SegmentFileRows rows,
            Sights sights,
            InstantSource clock) {
        this.pins = pins;
        this.ledgers = ledgers;
        this.admission = admission;
        this.returns = returns;
        this.carrying = carrying;
        this.record = record;
        this.rows = rows;
        this.sights = sights;
        this.clock = clock;
        this.opening = new SegmentFileOpening(keys, pins);
    }

    /// One for each file, in the order in which they were brought.
    List<SegmentFiles.Taken> take(LedgerPair pair, List<SegmentFiles.Brought> files, String by) {
        var taken = new SegmentFiles.Taken[files.size()];
        var opened = new ArrayList<SegmentFileOpening.Opened>();
        for (int i = 0; i < files.size(); i++) {
            switch (opening.of(pair, i, files.get(i))) {
                case Outcome.Accepted<SegmentFileOpening.Opened>(var file) -> opened.add(file);
                case Outcome.Refused<SegmentFileOpening.Opened>(var refusal) -> {
                    record.passed(pair.partnership(), LinkEvent.Kind.REFUSED_HERE, refusal);
                    taken[i] = SegmentFiles.Taken.refused(files.get(i), refusal);
                }
            }
        }
        opened.sort(SegmentFileOpening.Opened.ORDER);
        var ours = opened.stream().filter(file -> isOurs(pair, file)).toList();
        returns.take(pair, ours)
                .forEach((file, came) -> taken[file.place()] = returned(pair, file, came, by));
        opened.removeAll(ours);
        for (var same : alike(opened)) {
            var refusal = bring(pair, same);
            for (var file : same) {
                taken[file.place()] =
                        refusal.map(why -> refused(pair, file, why))
                                .orElseGet(() -> taken(pair, file, by));
            }
        }
        return List.of(taken);
    }

    private static boolean isOurs(LedgerPair pair, SegmentFileOpening.Opened file) {
        return file.segment().ledger().equals(pair.shared());
    }

    /// What came of a file in which entries of our own are given back.
    private SegmentFiles.Taken returned(
            LedgerPair pair, SegmentFileOpening.Opened file, Outcome<Integer> came, String by) {
        return switch (came) {
            case Outcome.Accepted<Integer>(var fresh) -> kept(pair, file, by, fresh, 0);
            case Outcome.Refused<Integer>(var why) -> refused(pair, file, why);
        };
    }

    private SegmentFiles.Taken kept(
            LedgerPair pair, SegmentFileOpening.Opened file, String by, int fresh, long receipted) {
        pins.shown(pair.partnership(), file.content().pin());
        record.contact(pair.partnership());
        var carried = file.carried(clock.instant(), by);
        sights.run(Sight.NODE, () -> rows.add(pair.partnership(), carried));
        return new SegmentFiles.Taken(
                file.file().name(), file.segment().count(), fresh, receipted, Optional.empty());
    }

    /// Those with the same entries together, in order.
    private static Collection<List<SegmentFileOpening.Opened>> alike(
            List<SegmentFileOpening.Opened> files) {
        return files.stream()
                .collect(
                        Collectors.groupingBy(
                                one -> one.segment().end() + "/" + one.segment().from(),
                                LinkedHashMap::new,
                                Collectors.toList()))
                .values();
    }

    private SegmentFiles.Taken refused(
            LedgerPair pair, SegmentFileOpening.Opened file, Refusal why) {
        record.passed(pair.partnership(), LinkEvent.Kind.REFUSED_HERE, why);
        return SegmentFiles.Taken.refused(file.file(), why);
    }

    private SegmentFiles.Taken taken(LedgerPair pair, SegmentFileOpening.Opened file, String by) {
        var segment = file.segment();
        long have = ledgers.head(pair.counterparts()).size();
        if (segment.from() > have + 1) {
            var missing =
                    Refusal.of(SegmentFileRule.PREDECESSOR_MISSING)
                            .with("from", segment.from())
                            .with("have", have)
                            .with("first", have + 1)
                            .with("last", segment.from() - 1);
            return refused(pair, file, missing);
        }
        long before = ledgers.head(pair.shared()).acknowledged();
        var admitted = admission.take(pair, segment);
        long receipted = ledgers.head(pair.shared()).acknowledged() - before;
        if (admitted.receipt() instanceof Receipt.Refused refused) {
            if (!admitted.missing().isEmpty()) {
                return refused(
                        pair,
                        file,
                        Refusal.of(SegmentFileRule.FILES_MISSING)
                                .with("missing", admitted.missing().size())
                                .with("number", refused.facts().getOrDefault("number", "")));
            }
            return new SegmentFiles.Taken(
                    file.file().name(),
                    segment.count(),
                    0,
                    receipted,
                    Optional.of(ToldRule.refusal(refused)));
        }
        return kept(pair, file, by, admitted.fresh(), receipted);
    }

    /// Takes the files that the next entries carry, out of all segment files with these entries.
    ///
    /// @return why one is not taken
    private Optional<Refusal> bring(LedgerPair pair, List<SegmentFileOpening.Opened> same) {
        var segment = same.getFirst().segment();
        boolean further = !record.isHeld(pair.partnership());
        while (further) {
            further = false;
            var asked = List.copyOf(admission.missing(pair, segment).keySet());
            switch (carrying.bring(pair, asked, same)) {
                case Outcome.Accepted<Boolean>(var some) -> further = some;
                case Outcome.Refused<Boolean>(var refusal) -> {
                    return Optional.of(refusal);
                }
            }
        }
        return Optional.empty();
    }
}
