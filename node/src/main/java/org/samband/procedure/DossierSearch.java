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
import org.springframework.stereotype.Component;

/// The door to searching dossiers: by number, title and what their acts say, in Norwegian and
/// English. What an officer may not see is not found.
@Component
public class DossierSearch {
    /// Hits that one search shows.
    public static final int MOST = 30;

    /// Dossiers that are read together, and how often before one search.
    private static final int AT_ONCE = 100;

    private static final int ROUNDS = 10;

    private final WordRows rows;
    private final DossierFolds folds;
    private final DossierReading reading;
    private final Labels labels;
    private final Partnerships partnerships;
    private final Sights sights;

    DossierSearch(
            WordRows rows,
            DossierFolds folds,
            DossierReading reading,
            Labels labels,
            Partnerships partnerships,
            Sights sights) {
        this.rows = rows;
        this.folds = folds;
        this.reading = reading;
        this.labels = labels;
        this.partnerships = partnerships;
        this.sights = sights;
    }

    /// What was typed into a search.
    ///
    /// @param words each with its stems, at least the word itself
    public record Typed(List<List<String>> words) {
        public Typed {
            words = List.copyOf(words);
        }

        /// Whether each word begins a word of a text.
        public boolean fits(String text) {
            var said = DossierFilter.words(text, Integer.MAX_VALUE);
            return !words.isEmpty()
                    && words.stream()
                            .allMatch(word ->
                                    said.stream()
                                            .anyMatch(one ->
                                                    word.stream().anyMatch(one::startsWith)));
        }
    }

    public Typed typed(String q) {
        var words = DossierFilter.words(q);
        return new Typed(words.isEmpty() ? List.of() : rows.stems(words));
    }

    /// Dossiers in which each word stands, latest first, at most {@link #MOST}.
    public List<DossierLine> find(Sight sight, PartnershipId partnership, Typed typed) {
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
                                .map(reading::line)
                                .toList());
    }

    /// Reads the words of some dossiers that changed.
    ///
    /// @return whether there may be more
    boolean read(PartnershipId partnership) {
        return sights.within(
                Sight.NODE,
                () -> {
                    var some = rows.takeUnread(partnership, AT_ONCE);
                    if (!some.isEmpty()) {
                        var pieces = new ArrayList<WordRows.Piece>();
                        folds.of(partnership, some).forEach(one -> add(one, pieces));
                        rows.add(partnership, pieces);
                    }
                    return some.size() == AT_ONCE;
                });
    }

    /// What the counterpart has taken back is not found.
    private void add(DossierFolds.Folded folded, List<WordRows.Piece> pieces) {
        var own = partnerships.own();
        var state = folded.state().without(folded.takenBack(own));
        var ref = DossierEntries.ref(folded.opening());
        var label = labels.intern(folded.marking());
        var title = folded.title(own);
        var head =
                Stream.concat(
                        Stream.of(title, both(state.procedure().title())),
                        DossierFilter.beginnings(ref, title, List.of()).stream());
        pieces.add(new WordRows.Piece(ref, folded.area(), label, joined(head)));
        for (var act : state.acts()) {
            var form = state.procedure().act(act.act().act());
            if (form.isPresent() && !act.act().fields().isEmpty()) {
                pieces.add(
                        new WordRows.Piece(
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
        return String.join(" ", parts.map(DossierFilter::plain).toList());
    }
}
