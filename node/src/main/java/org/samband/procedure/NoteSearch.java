// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.samband.label.Labels;
import org.samband.label.Marking;
import org.samband.parties.PartnershipId;
import org.samband.parties.Sight;
import org.samband.parties.Sights;
import org.samband.search.SearchKind;
import org.samband.search.SearchWords;
import org.samband.search.Searches;
import org.samband.search.Sought;
import org.springframework.stereotype.Component;

/// The door to searching own notes. Each has a marking of its own: it is found by who may see both
/// the note and its dossier.
@Component
public class NoteSearch {
    private final Searches searches;
    private final NoteRows notes;
    private final DossierRows dossiers;
    private final DossierReading reading;
    private final Labels labels;
    private final Sights sights;

    NoteSearch(
            Searches searches,
            NoteRows notes,
            DossierRows dossiers,
            DossierReading reading,
            Labels labels,
            Sights sights) {
        this.searches = searches;
        this.notes = notes;
        this.dossiers = dossiers;
        this.reading = reading;
        this.labels = labels;
        this.sights = sights;
    }

    /// A note that has the words.
    public record Hit(DossierLine dossier, Dossier.Note note) {
        /// Of the note and of the title of its dossier, which a page shows together.
        public List<Marking> markings() {
            return List.of(note.marking(), dossier.marking());
        }
    }

    /// Notes in which each word stands, latest first, at most {@link Searches#MOST}.
    public List<Hit> find(Sight sight, PartnershipId partnership, Sought sought) {
        var found =
                searches.find(
                        sight,
                        partnership,
                        SearchKind.NOTE,
                        sought,
                        some -> said(partnership, some));
        return sights.within(
                sight, () -> hits(partnership, notes.some(partnership, numbers(found))));
    }

    private List<Hit> hits(PartnershipId partnership, List<NoteRows.Row> found) {
        var seen =
                dossiers
                        .some(
                                partnership,
                                found.stream().map(NoteRows.Row::dossier).distinct().toList())
                        .stream()
                        .map(reading::line)
                        .collect(Collectors.toMap(DossierLine::ref, Function.identity()));
        return found.stream()
                .flatMap(row ->
                        Optional.ofNullable(seen.get(row.dossier())).stream()
                                .map(line -> new Hit(line, row.note(labels.marking(row.label())))))
                .toList();
    }

    private List<Searches.Piece> said(PartnershipId partnership, List<String> some) {
        return notes.some(partnership, numbers(some)).stream()
                .map(row ->
                        new Searches.Piece(
                                String.valueOf(row.number()),
                                row.area(),
                                row.label(),
                                SearchWords.plain(row.text())))
                .toList();
    }

    private static List<Long> numbers(List<String> subjects) {
        return subjects.stream().map(Long::valueOf).toList();
    }
}
