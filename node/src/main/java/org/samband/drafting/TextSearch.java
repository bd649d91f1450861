// SPDX-License-Identifier: EUPL-1.2
package org.samband.drafting;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.samband.label.Labels;
import org.samband.label.Marking;
import org.samband.parties.PartnershipId;
import org.samband.parties.Sight;
import org.samband.parties.Sights;
import org.samband.procedure.ActRef;
import org.samband.procedure.DossierFilter;
import org.samband.procedure.DossierSearch;
import org.springframework.stereotype.Component;

/// The door to searching joint texts: by number, title, what either party proposes and what was
/// commented, in Norwegian and English. What an officer may not see is not found.
@Component
public class TextSearch {
    /// Hits that one search shows.
    public static final int MOST = 30;

    /// Texts that are read together, and how often before one search.
    private static final int AT_ONCE = 50;

    private static final int ROUNDS = 10;

    private final TextWordRows rows;
    private final TextRows texts;
    private final TextFolds folds;
    private final Labels labels;
    private final Sights sights;

    TextSearch(TextWordRows rows, TextRows texts, TextFolds folds, Labels labels, Sights sights) {
        this.rows = rows;
        this.texts = texts;
        this.folds = folds;
        this.labels = labels;
        this.sights = sights;
    }

    /// A text that has the words.
    public record Hit(TextLine line, Marking marking) {}

    /// Texts in which each word stands, latest first, at most {@link #MOST}.
    public List<Hit> find(Sight sight, PartnershipId partnership, DossierSearch.Typed typed) {
        if (typed.words().isEmpty()) {
            return List.of();
        }
        for (int i = 0; i < ROUNDS && read(partnership); i++) {
            // Until all is read, or enough for one search.
        }
        return sights.within(
                sight,
                () ->
                        rows.find(partnership, typed.words(), MOST).stream()
                                .flatMap(ref -> texts.find(partnership, ref).stream())
                                .map(line -> new Hit(line, labels.marking(line.label())))
                                .toList());
    }

    /// Reads the words of some texts that changed.
    ///
    /// @return whether there may be more
    private boolean read(PartnershipId partnership) {
        return sights.within(
                Sight.NODE,
                () -> {
                    var some = rows.takeUnread(partnership, AT_ONCE);
                    some.forEach(ref -> read(partnership, ref));
                    return some.size() == AT_ONCE;
                });
    }

    private void read(PartnershipId partnership, ActRef ref) {
        texts.find(partnership, ref)
                .ifPresent(line ->
                        folds.of(partnership, ref)
                                .ifPresent(text ->
                                        rows.add(partnership, line, said(partnership, text))));
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
        return DossierFilter.plain(String.join(" ", said));
    }

    private static Stream<String> wordings(Point point) {
        return Stream.concat(
                        point.positions().values().stream().flatMap(one -> one.wording().stream()),
                        point.any().stream())
                .distinct()
                .flatMap(one -> Stream.of(one.heading(), one.text(), one.slot().speaker()));
    }
}
