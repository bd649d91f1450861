// SPDX-License-Identifier: EUPL-1.2
package org.samband.drafting.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.samband.drafting.JointText;
import org.samband.drafting.OwnComment;
import org.samband.drafting.PointId;

/// A comment on a text or on one of its points.
///
/// @param own whether it never leaves this node
/// @param by who wrote it
public record CommentView(boolean own, String by, Instant at, String when, String text) {

    /// @param point empty for those about the whole text
    static List<CommentView> of(
            JointText text, List<OwnComment> own, Optional<PointId> point, TextNames names) {
        var all = new ArrayList<CommentView>();
        text.comments().stream()
                .filter(one -> one.point().equals(point))
                .map(one ->
                        new CommentView(
                                false,
                                names.party(one.ref().party()) + ", " + one.by().officer(),
                                one.at(),
                                names.words().moment(one.at()),
                                one.text()))
                .forEach(all::add);
        own.stream()
                .filter(one -> one.point().equals(point))
                .map(one ->
                        new CommentView(
                                true,
                                one.officer(),
                                one.at(),
                                names.words().moment(one.at()),
                                one.text()))
                .forEach(all::add);
        all.sort(Comparator.comparing(CommentView::at));
        return all;
    }
}
