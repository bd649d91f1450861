// SPDX-License-Identifier: EUPL-1.2
package org.samband.commitment.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.samband.commitment.LivingCommitment;

/// A stretch of the agreed text: the exact words of a commitment, or words between.
///
/// @param commitment whose words they are; empty for words between
public record Segment(String text, Optional<LivingCommitment> commitment) {

    /// Cuts a stretch of a paragraph's text at the offsets of its commitments.
    ///
    /// @param from offset of the stretch in the text
    /// @param to offset after it
    static List<Segment> of(String text, int from, int to, List<LivingCommitment> commitments) {
        var segments = new ArrayList<Segment>();
        var at = from;
        for (var one : inOrder(commitments)) {
            var start = Math.max(at, one.commitment().start());
            var end = Math.min(to, one.commitment().end());
            if (start < end) {
                add(segments, text.substring(at, start), Optional.empty());
                add(segments, text.substring(start, end), Optional.of(one));
                at = end;
            }
        }
        add(segments, text.substring(at, to), Optional.empty());
        return segments;
    }

    private static List<LivingCommitment> inOrder(List<LivingCommitment> commitments) {
        return commitments.stream()
                .sorted(Comparator.comparingInt(one -> one.commitment().start()))
                .toList();
    }

    private static void add(List<Segment> to, String text, Optional<LivingCommitment> whose) {
        if (!text.isEmpty()) {
            to.add(new Segment(text, whose));
        }
    }
}
