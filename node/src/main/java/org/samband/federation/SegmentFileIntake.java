// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.samband.act.Outcome;
import org.samband.act.Refusal;
import org.samband.attachment.Attachment;
import org.samband.attachment.Attachments;
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
    private final Attachments attachments;
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
            Attachments attachments,
            LinkRecord record,
            SegmentFileRows rows,
            Sights sights,
            InstantSource clock) {
        this.pins = pins;
        this.ledgers = ledgers;
        this.admission = admission;
        this.attachments = attachments;
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

    /// Those with the same entries together, in order.
    private static Collection<List<SegmentFileOpening.Opened>> alike(
            List<SegmentFileOpening.Opened> files) {
        return files.stream()
                .collect(
                        Collectors.groupingBy(
                                one ->
                                        one.segment().checkpoint().size()
                                                + "/"
                                                + one.segment().from(),
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
        pins.shown(pair.partnership(), file.content().pin());
        record.contact(pair.partnership());
        var carried = file.carried(clock.instant(), by);
        sights.run(Sight.NODE, () -> rows.add(pair.partnership(), carried));
        return new SegmentFiles.Taken(
                file.file().name(), segment.count(), admitted.fresh(), receipted, Optional.empty());
    }

    /// Takes the files that the next entries carry, out of all segment files with these entries.
    ///
    /// @return why one is not taken
    private Optional<Refusal> bring(LedgerPair pair, List<SegmentFileOpening.Opened> same) {
        var segment = same.getFirst().segment();
        boolean further = !record.isHeld(pair.partnership());
        while (further) {
            further = false;
            for (var file : admission.missing(pair, segment).keySet()) {
                var holder =
                        same.stream()
                                .map(SegmentFileOpening.Opened::content)
                                .filter(content -> content.blobs().contains(file.blob()))
                                .findFirst();
                if (holder.isPresent()) {
                    switch (brought(pair, file, holder.get())) {
                        case Outcome.Accepted<Long>(var have) -> further |= have == file.length();
                        case Outcome.Refused<Long>(var refusal) -> {
                            return Optional.of(refusal);
                        }
                    }
                }
            }
        }
        return Optional.empty();
    }

    private Outcome<Long> brought(LedgerPair pair, Attachment file, SegmentFile from) {
        try (var in = from.open(file.blob())) {
            long have = attachments.have(pair.partnership(), file);
            in.skipNBytes(have);
            return attachments.take(pair.partnership(), file, have, in);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
