// SPDX-License-Identifier: EUPL-1.2
package org.samband.document;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.samband.act.Outcome;
import org.samband.act.Refusal;
import org.samband.label.Marking;
import org.samband.parties.Bilingual;

/// Reads declarations on alignment with Council decisions. Source: `spec/document/`, section 1.
final class AlignmentDeclarations implements DocumentForm {
    private static final int LONGEST_SUBJECT = 400;
    private static final int LONGEST_TEXT = 8_000;
    private static final String DAY =
            "(\\d{1,2})\\s+(January|February|March|April|May|June|July|August|September|October"
                    + "|November|December)\\s+(\\d{4})";
    private static final Pattern DATE = Pattern.compile(DAY);
    private static final Pattern ADOPTED =
            Pattern.compile(
                    "\\bOn "
                            + DAY
                            + ",?\\s+the Council (?:of the European Union )?adopted\\s+(?:a |the )?"
                            + "(?:Council )?((?:Implementing )?Decision"
                            + "\\s+(?:\\(CFSP\\)\\s+(?:No\\.?\\s*)?\\d{1,4}/\\d{1,4}"
                            + "|\\d{4}/\\d{1,4}/CFSP))[^.]{0,400}\\.");
    private static final Pattern ALIGN =
            Pattern.compile("\\baligns?\\s+(?:themselves|itself)\\s+with\\b");
    private static final Pattern JOURNAL =
            Pattern.compile(
                    "(?:Official Journal of the European Union,?|\\bOJ)\\s+(?:no\\.?\\s*)?"
                            + "(L[^\\n]{1,120}?)\\.?\\s*(?:\\n|$)");
    private static final DateTimeFormatter WRITTEN =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH)
                    .withResolverStyle(ResolverStyle.STRICT);

    /// The forms of each country's name, the shown one first.
    private final List<List<String>> countries;

    private AlignmentDeclarations(List<List<String>> countries) {
        this.countries = countries;
    }

    @SuppressWarnings("unchecked") // The file is ours; a test reads it.
    static AlignmentDeclarations specified() {
        return new AlignmentDeclarations(
                (List<List<String>>) DocumentWords.of("alignment.yaml", "countries"));
    }

    @Override
    public String name() {
        return "alignment-declaration";
    }

    @Override
    public Bilingual title() {
        return new Bilingual(
                "Declaration on alignment with a Council decision",
                "Erklæring om tilslutning til en rådsbeslutning");
    }

    @Override
    public Outcome<DocumentReading> read(byte[] document) {
        var text = DocumentWords.text(document);
        if (text.isEmpty()) {
            return Outcome.refused(DocumentRule.NOT_TEXT);
        }
        var adopted = ADOPTED.matcher(text.get());
        if (!adopted.find()) {
            return missing("\"On (day), the Council adopted Decision (CFSP) (number)\"");
        }
        var aligned = aligned(text.get().substring(adopted.end()));
        if (aligned.isEmpty()) {
            return missing("a sentence in which countries \"align themselves with\" it");
        }
        return day(adopted.toMatchResult(), 1)
                .<Outcome<DocumentReading>>map(day ->
                        Outcome.accepted(
                                reading(text.get(), adopted.toMatchResult(), day, aligned)))
                .orElseGet(() -> missing("a day that the calendar has"));
    }

    private static Outcome<DocumentReading> missing(String what) {
        return Outcome.refused(Refusal.of(DocumentRule.NO_DECLARATION).with("missing", what));
    }

    private DocumentReading reading(
            String text, MatchResult adopted, LocalDate day, Set<String> aligned) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("decision", "Council " + oneLine(adopted.group(4)));
        fields.put("adopted-on", day.toString());
        subject(text.substring(adopted.end())).ifPresent(what -> fields.put("subject", what));
        journal(text).ifPresent(reference -> fields.put("oj", reference));
        declared(text.substring(0, adopted.start()))
                .ifPresent(on -> fields.put("declared-on", on.toString()));
        fields.put("aligned-countries", String.join("\n", aligned));
        var others = new ArrayList<>(countries.stream().map(List::getFirst).toList());
        others.removeAll(aligned);
        fields.put("not-named", String.join("\n", others));
        fields.put(
                "declaration",
                text.strip().substring(0, Math.min(text.strip().length(), LONGEST_TEXT)));
        return new DocumentReading(fields, Marking.NONE, notes(fields, text));
    }

    private static List<Bilingual> notes(Map<String, String> fields, String text) {
        var notes = new ArrayList<Bilingual>();
        if (!fields.containsKey("declared-on")) {
            notes.add(
                    new Bilingual(
                            "The day of the declaration was not found; fill it in.",
                            "Datoen for erklæringen ble ikke funnet; fyll den inn."));
        }
        if (text.strip().length() > LONGEST_TEXT) {
            notes.add(
                    new Bilingual(
                            "The text is long; its end was left out.",
                            "Teksten er lang; slutten er utelatt."));
        }
        return notes;
    }

    /// The countries in all sentences that say that they align, in the order of the list.
    private Set<String> aligned(String text) {
        var named = new LinkedHashSet<String>();
        for (var sentence : sentences(text)) {
            if (ALIGN.matcher(sentence).find()) {
                countries.stream()
                        .filter(names -> names.stream().anyMatch(name -> names(sentence, name)))
                        .forEach(names -> named.add(names.getFirst()));
            }
        }
        return named;
    }

    private static boolean names(String sentence, String name) {
        return Pattern.compile(
                        "\\b" + Pattern.quote(name) + "(?!\\w)", Pattern.UNICODE_CHARACTER_CLASS)
                .matcher(sentence)
                .find();
    }

    /// Sentences; a footnote mark behind a country is no word of it.
    private static List<String> sentences(String text) {
        return List.of(
                oneLine(text.replaceAll("\\[\\d{1,2}]|\\*", ""))
                        .split("(?<=[.!?])\\s+(?=\\p{Lu})"));
    }

    /// What the decision does: the sentences before the first one on alignment.
    private static Optional<String> subject(String after) {
        var what = new StringBuilder();
        for (var sentence : sentences(after)) {
            if (ALIGN.matcher(sentence).find()) {
                break;
            }
            what.append(what.isEmpty() ? "" : " ").append(sentence.strip());
        }
        return what.isEmpty()
                ? Optional.empty()
                : Optional.of(what.substring(0, Math.min(what.length(), LONGEST_SUBJECT)).strip());
    }

    private static Optional<String> journal(String text) {
        var found = JOURNAL.matcher(text);
        return found.find() ? Optional.of("OJ " + oneLine(found.group(1))) : Optional.empty();
    }

    private static Optional<LocalDate> declared(String before) {
        var found = DATE.matcher(before);
        return found.find() ? day(found.toMatchResult(), 1) : Optional.empty();
    }

    private static Optional<LocalDate> day(MatchResult found, int group) {
        try {
            return Optional.of(
                    LocalDate.parse(
                            Integer.parseInt(found.group(group))
                                    + " "
                                    + found.group(group + 1)
                                    + " "
                                    + found.group(group + 2),
                            WRITTEN));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
