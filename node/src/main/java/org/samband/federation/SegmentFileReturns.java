// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.samband.act.Outcome;
import org.samband.act.Refusal;
import org.samband.ledger.LedgerPair;
import org.springframework.stereotype.Component;

/// Takes entries of our own back from segment files, in which the counterpart gives back what this
/// node has lost. Source: `spec/federation/`, FEDERATION-71.
@Component
class SegmentFileReturns {
    private final TakingBack takingBack;
    private final CarriedBlobs carrying;
    private final Completeness completeness;

    SegmentFileReturns(TakingBack takingBack, CarriedBlobs carrying, Completeness completeness) {
        this.takingBack = takingBack;
        this.carrying = carrying;
        this.completeness = completeness;
    }

    /// Takes what is shown by one checkpoint together, in the order of the checkpoints.
    ///
    /// @param files of our ledger, in order
    /// @return how many entries of each were not here, or why nothing of it was taken
    Map<SegmentFileOpening.Opened, Outcome<Integer>> take(
            LedgerPair pair, List<SegmentFileOpening.Opened> files) {
        var came = new LinkedHashMap<SegmentFileOpening.Opened, Outcome<Integer>>();
        var stretches =
                files.stream()
                        .collect(
                                Collectors.groupingBy(
                                        file -> file.segment().checkpoint().size(),
                                        java.util.TreeMap::new,
                                        Collectors.toList()));
        for (var stretch : stretches.values()) {
            long before = takingBack.size(pair);
            var taken = taken(pair, stretch, before);
            for (var file : stretch) {
                came.put(file, taken.then(_ -> Outcome.accepted(fresh(file.segment(), before))));
            }
        }
        if (came.values().stream().anyMatch(Outcome::isAccepted)) {
            completeness.returned(pair);
        }
        return came;
    }

    private static int fresh(Segment segment, long before) {
        return (int) Math.clamp(segment.end() - before, 0, segment.count());
    }

    private Outcome<Long> taken(
            LedgerPair pair, List<SegmentFileOpening.Opened> files, long before) {
        // Whoever opened the files closes them.
        var stretch = new Stretch(files.stream().map(SegmentFileOpening.Opened::segment).toList());
        long last = stretch.checkpoint().size();
        long next = stretch.next(before + 1);
        if (last <= before) {
            return Outcome.accepted(before);
        }
        if (next <= last) {
            return Outcome.refused(
                    Refusal.of(SegmentFileRule.PARTS_MISSING)
                            .with("first", next)
                            .with("last", missing(stretch, next, last)));
        }
        for (var part : stretch.parts()) {
            var asked = takingBack.missing(pair, part);
            if (carrying.bring(pair, asked, files) instanceof Outcome.Refused<Boolean>(var full)) {
                return Outcome.refused(full);
            }
            var missing = takingBack.missing(pair, part);
            if (!missing.isEmpty()) {
                return Outcome.refused(
                        Refusal.of(SegmentFileRule.FILES_MISSING)
                                .with("missing", missing.size())
                                .with("number", part.from()));
            }
        }
        return takingBack.take(pair, stretch);
    }

    /// Number of the last entry of those that are missing from one on.
    private static long missing(Stretch stretch, long first, long last) {
        return stretch.parts().stream()
                        .mapToLong(Segment::from)
                        .filter(from -> from > first)
                        .min()
                        .orElse(last + 1)
                - 1;
    }
}
