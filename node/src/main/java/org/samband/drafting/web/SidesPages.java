// SPDX-License-Identifier: EUPL-1.2
package org.samband.drafting.web;

import java.util.List;
import java.util.Optional;
import org.samband.drafting.JointText;
import org.samband.drafting.JointTexts;
import org.samband.drafting.Point;
import org.samband.drafting.WordDiff;
import org.samband.parties.Officer;
import org.samband.parties.PartnershipId;
import org.samband.web.Page;
import org.samband.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// Both parties' versions of a text next to each other, point by point: what differs is marked, and
/// one press takes the other's.
@Controller
class SidesPages {
    private final JointTexts texts;
    private final TextParts parts;

    SidesPages(JointTexts texts, TextParts parts) {
        this.texts = texts;
        this.parts = parts;
    }

    @GetMapping("/{partnership}/joint-text/{ref}/sides")
    Page sides(
            @PathVariable PartnershipId partnership,
            @PathVariable String ref,
            Officer officer,
            Words words) {
        var text = parts.find(partnership, ref, officer);
        var names = parts.names(partnership, words);
        var dossier = parts.dossier(text, officer);
        var times = TextParts.times(text, dossier, names);
        return parts.page(
                        "drafting/sides.jte",
                        text,
                        words.of("drafting.sides.title"),
                        dossier,
                        names)
                .with(
                        "rows",
                        text.standing().stream()
                                .map(point ->
                                        row(
                                                point,
                                                PointView.of(point, text, List.of(), names, times),
                                                text,
                                                names))
                                .toList())
                .with("mayDraft", texts.mayDraft(officer) && text.seal().isEmpty());
    }

    private static SideRow row(Point point, PointView view, JointText text, TextNames names) {
        var ours = said(point, names, text, true);
        var theirs = said(point, names, text, false);
        return new SideRow(
                view,
                ours.orElse(""),
                theirs.map(one ->
                                ours.map(other -> WordDiff.of(other, one))
                                        .orElseGet(() -> WordDiff.of(one, one)))
                        .orElse(List.of()));
    }

    private static Optional<String> said(
            Point point, TextNames names, JointText text, boolean own) {
        return point.of(own ? names.own() : names.counterpart())
                .map(position -> names.copy(names.reads(position), text));
    }
}
