// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.samband.attachment.Attachment;
import org.samband.label.Labels;
import org.samband.parties.Bilingual;
import org.samband.parties.PartnershipId;
import org.samband.parties.Partnerships;
import org.samband.parties.Sight;
import org.samband.parties.Sights;
import org.samband.search.SearchKind;
import org.samband.search.SearchWords;
import org.samband.search.Searches;
import org.samband.search.Sought;
import org.springframework.stereotype.Component;

/// The door to searching dossiers: by number, title and what their acts say, in Norwegian and
/// English. What an officer may not see is not found.
@Component
public class DossierSearch {
    private final Searches searches;
    private final DossierRows rows;
    private final DossierFolds folds;
    private final DossierReading reading;
    private final Labels labels;
    private final Partnerships partnerships;
    private final Sights sights;

    DossierSearch(
            Searches searches,
            DossierRows rows,
            DossierFolds folds,
            DossierReading reading,
            Labels labels,
            Partnerships partnerships,
            Sights sights) {
        this.searches = searches;
        this.rows = rows;
        this.folds = folds;
        this.reading = reading;
        this.labels = labels;
        this.partnerships = partnerships;
        this.sights = sights;
    }

    /// Dossiers in which each word stands, latest first, at most {@link Searches#MOST}.
    public List<DossierLine> find(Sight sight, PartnershipId partnership, Sought sought) {
        var found =
                searches.find(
                        sight,
                        partnership,
                        SearchKind.DOSSIER,
                        sought,
                        some -> said(partnership, some));
        return sights.within(
                sight,
                () -> rows.some(partnership, refs(found)).stream().map(reading::line).toList());
    }

    /// Reads the words of some dossiers that changed.
    ///
    /// @return whether there may be more
    boolean read(PartnershipId partnership) {
        return searches.read(partnership, SearchKind.DOSSIER, some -> said(partnership, some));
    }

    private List<Searches.Piece> said(PartnershipId partnership, List<String> some) {
        var pieces = new ArrayList<Searches.Piece>();
        folds.of(partnership, refs(some)).forEach(one -> add(one, pieces));
        return pieces;
    }

    private static List<ActRef> refs(List<String> subjects) {
        return subjects.stream().map(ref -> ActRef.of(ref).orElseThrow()).toList();
    }

    /// What the counterpart has taken back is not found.
    private void add(DossierFolds.Folded folded, List<Searches.Piece> pieces) {
        var own = partnerships.own();
        var state = folded.state().without(folded.takenBack(own));
        var opening = DossierEntries.ref(folded.opening());
        var ref = opening.toString();
        var label = labels.intern(folded.marking());
        var title = folded.title(own);
        var head =
                Stream.concat(
                        Stream.of(title, both(state.procedure().title())),
                        DossierFilter.beginnings(opening, title, List.of()).stream());
        pieces.add(new Searches.Piece(ref, folded.area(), label, joined(head)));
        for (var act : state.acts()) {
            var form = state.procedure().act(act.act().act());
            if (form.isPresent() && !act.act().fields().isEmpty()) {
                pieces.add(
                        new Searches.Piece(
                                ref, folded.area(), label, said(form.get(), act.act().fields())));
            }
        }
    }

    private static String said(ActForm form, Map<String, Object> fields) {
        return joined(
                form.fields().stream()
                        .flatMap(field ->
                                Optional.ofNullable(fields.get(field.name())).stream()
                                        .flatMap(value -> said(field, value))));
    }

    private static Stream<String> said(Field field, Object value) {
        return switch (field.type()) {
            case CHOICE ->
                    field.choices().stream()
                            .filter(choice -> choice.value().equals(value))
                            .map(choice -> both(choice.title()));
            case ATTACHMENTS ->
                    items(value)
                            .flatMap(file -> Attachment.of(file).stream())
                            .map(Attachment::name);
            case FOLLOW_UPS ->
                    items(value)
                            .map(item -> item instanceof Map<?, ?> map ? map.get("text") : "")
                            .map(String::valueOf);
            case DATES, COMMITMENTS -> items(value).map(String::valueOf);
            case TEXT,
                    MULTILINE,
                    REFERENCE,
                    DATE,
                    MOMENT,
                    NUMBER,
                    ORDINAL,
                    YEAR,
                    MONEY,
                    FOLLOW_UP,
                    DOSSIER ->
                    Stream.of(String.valueOf(value));
            case HASH -> Stream.empty();
        };
    }

    private static Stream<?> items(Object value) {
        return value instanceof List<?> list ? list.stream() : Stream.empty();
    }

    private static String both(Bilingual text) {
        return text.en() + " " + text.nb();
    }

    private static String joined(Stream<String> parts) {
        return String.join(" ", parts.map(SearchWords::plain).toList());
    }
}
