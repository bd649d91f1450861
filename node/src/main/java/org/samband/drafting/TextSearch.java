// SPDX-License-Identifier: EUPL-1.2
package org.samband.drafting;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.samband.label.Labels;
import org.samband.label.Marking;
import org.samband.parties.PartnershipId;
import org.samband.parties.Sight;
import org.samband.parties.Sights;
import org.samband.procedure.ActRef;
import org.samband.procedure.DossierFilter;
import org.samband.search.SearchKind;
import org.samband.search.SearchWords;
import org.samband.search.Searches;
import org.samband.search.Sought;
import org.springframework.stereotype.Component;

/// The door to searching joint texts: by number, title, what either party proposes and what was
/// commented, in Norwegian and English. What an officer may not see is not found.
@Component
public class TextSearch {
    private final Searches searches;
    private final TextRows texts;
    private final TextFolds folds;
    private final Labels labels;
    private final Sights sights;

    TextSearch(Searches searches, TextRows texts, TextFolds folds, Labels labels, Sights sights) {
        this.searches = searches;
        this.texts = texts;
        this.folds = folds;
        this.labels = labels;
        this.sights = sights;
    }

    /// A text that has the words.
    public record Hit(TextLine line, Marking marking) {}

    /// Texts in which each word stands, latest first, at most {@link Searches#MOST}.
    public List<Hit> find(Sight sight, PartnershipId partnership, Sought sought) {
        var found =
                searches.find(
                        sight,
                        partnership,
                        SearchKind.TEXT,
                        sought,
                        some ->
                                some.stream()
                                        .flatMap(ref -> said(partnership, ref).stream())
                                        .toList());
        return sights.within(
                sight,
                () ->
                        found.stream()
                                .flatMap(ref -> line(partnership, ref).stream())
                                .map(line -> new Hit(line, labels.marking(line.label())))
                                .toList());
    }

    private Optional<TextLine> line(PartnershipId partnership, String ref) {
        return texts.find(partnership, ActRef.of(ref).orElseThrow());
    }

    private Optional<Searches.Piece> said(PartnershipId partnership, String ref) {
        return line(partnership, ref)
                .flatMap(line ->
                        folds.of(partnership, line.ref())
                                .map(text ->
                                        new Searches.Piece(
                                                ref,
                                                line.area(),
                                                line.label(),
                                                said(partnership, text))));
    }

    /// What stands in it now and what was commented; own comments too, because only officers of
    /// this node search here.
    private String said(PartnershipId partnership, JointText text) {
        var said = new ArrayList<String>();
        said.addAll(DossierFilter.beginnings(text.ref(), text.opening().title(), List.of()));
        said.add(text.opening().title());
        text.standing().forEach(point -> wordings(point).forEach(said::add));
        text.comments().forEach(comment -> said.add(comment.text()));
        texts.comments(partnership, text.ref()).forEach(comment -> said.add(comment.text()));
        return SearchWords.plain(String.join(" ", said));
    }

    private static Stream<String> wordings(Point point) {
        return Stream.concat(
                        point.positions().values().stream().flatMap(one -> one.wording().stream()),
                        point.any().stream())
                .distinct()
                .flatMap(one -> Stream.of(one.heading(), one.text(), one.slot().speaker()));
    }
}
