// SPDX-License-Identifier: EUPL-1.2
package org.samband.commitment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.samband.commitment.Sentences.commitment;
import static org.samband.commitment.Situations.EFFECT;
import static org.samband.commitment.Situations.TODAY;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.samband.instrument.Undertaking;

/// `docs/standings.md` says what the code does: it is written anew when it differs, and the test
/// fails so that the difference is looked at.
class StandingsDocumentTest {
    private static final Path DOCUMENT = Path.of("../docs/standings.md");
    private static final String HEAD =
            """
            # Where a commitment stands

            Written by `StandingsDocumentTest` from the code; do not edit.

            The instrument is political: a commitment is kept, open or outstanding. Its verbs are graded and decide which standings it can have. Only "annual" is counted, as once per calendar year: due until 31 December, outstanding when a whole calendar year has passed without a record. The year in which the text took effect counts when it was kept and is never missing, because it is not whole: the real Dialogues were held once in each calendar year from 2021 to 2024, with 442, 293 and 616 days between them. "Regular" has no number until the parties agree one. What the parties explore or consider is never late, and what a party may do is never owed.

            A standing counts the evidence that its reader may read. It is worked out for one day for both parties: a day is over only when it is over in the zones of both, so that both nodes show the same.

            """;

    @Test
    void theDocumentSaysWhatTheCodeDoes() throws IOException {
        var expected = HEAD + words() + kinds() + table() + rules();
        var standing = Files.exists(DOCUMENT) ? Files.readString(DOCUMENT) : "";
        if (!standing.equals(expected)) {
            Files.writeString(DOCUMENT, expected);
        }
        assertThat(standing.equals(expected)).as("docs/standings.md, now written anew").isTrue();
    }

    private static String words() throws IOException {
        var english = properties("en");
        var norwegian = properties("nb");
        var text =
                new StringBuilder("## Words\n\n| standing | English | bokmål |\n|---|---|---|\n");
        for (var type : Standing.class.getPermittedSubclasses()) {
            var key = "commitment.standing." + word(type);
            text.append(
                    "| `%s` | %s | %s |\n"
                            .formatted(
                                    type.getSimpleName(),
                                    english.getProperty(key),
                                    norwegian.getProperty(key)));
        }
        return text + "\n";
    }

    private static String word(Class<?> type) {
        return type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    private static String kinds() {
        var text =
                new StringBuilder(
                        "## What an event says\n\n"
                                + "Read from the last word of its type, which stands in the procedure"
                                + " file.\n\n"
                                + "| kind | last word |\n"
                                + "|---|---|\n");
        for (var kind : EventKind.values()) {
            text.append(
                    "| %s | %s |\n"
                            .formatted(
                                    kind.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                                    kind.words().isEmpty()
                                            ? "any other: shows activity and keeps nothing"
                                            : String.join(", ", kind.words())));
        }
        return text + "\n";
    }

    private static String table() {
        var situations = Situations.all();
        var text =
                new StringBuilder(
                        "## Table\n\n"
                                + "On 15 June 2028, in effect since 28 May 2025. A sentence with a"
                                + " condition that can come about (\"if ...\"), one that opens a list,"
                                + " one that says what will not be done and one that establishes"
                                + " something go by rules COM-22 to COM-29.\n\n");
        text.append("| undertaking | cadence | ")
                .append(String.join(" | ", situations.keySet()))
                .append(" |\n");
        text.append("|---|---|").append("---|".repeat(situations.size())).append('\n');
        for (var undertaking : Undertaking.values()) {
            for (var cadence :
                    new @Nullable String[] {
                        null, "annual", "biannual", "regular", "twice a year"
                    }) {
                text.append("| %s | %s | ".formatted(undertaking, cadence == null ? "–" : cadence));
                text.append(
                        situations.values().stream()
                                .map(evidence ->
                                        Standings.of(
                                                commitment(undertaking, cadence),
                                                evidence,
                                                TODAY,
                                                EFFECT))
                                .map(standing ->
                                        standing.word()
                                                + " "
                                                + standing.why().rule().id().substring(4))
                                .collect(Collectors.joining(" | ")));
                text.append(" |\n");
            }
        }
        return text + "\n";
    }

    private static String rules() throws IOException {
        var norwegian = properties("nb");
        return "## Rules\n\n| rule | English | bokmål | source |\n|---|---|---|---|\n"
                + Arrays.stream(CommitmentRule.values())
                        .map(rule ->
                                "| %s | %s | %s | %s |\n"
                                        .formatted(
                                                rule.id(),
                                                rule.sentence(),
                                                norwegian.getProperty("rule." + rule.id()),
                                                rule.source()))
                        .collect(Collectors.joining());
    }

    private static Properties properties(String language) throws IOException {
        var properties = new Properties();
        try (var file =
                Files.newBufferedReader(
                        Path.of(
                                "src/main/resources/words/commitment."
                                        + language
                                        + ".properties"))) {
            properties.load(file);
        }
        return properties;
    }

    @Test
    void everyTypeOfEvidenceOfTheProceduresIsKnown() throws IOException {
        try (var files = Files.list(Path.of("../spec/procedure"))) {
            for (var file : files.filter(one -> one.toString().endsWith(".yaml")).toList()) {
                var types =
                        Pattern.compile("evidence: \\{ type: ([a-z-]+)")
                                .matcher(Files.readString(file));
                while (types.find()) {
                    assertThat(EventKind.of(types.group(1)))
                            .as("%s in %s", types.group(1), file)
                            .isNotEqualTo(EventKind.UNKNOWN);
                }
            }
        }
    }

    @Test
    void everyRuleHasItsNorwegianSentence() throws IOException {
        var norwegian = properties("nb");
        assertThat(List.of(CommitmentRule.values()))
                .allSatisfy(rule ->
                        assertThat(norwegian.getProperty("rule." + rule.id())).isNotBlank());
    }
}
