// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.samband.act.Rule;
import org.samband.attachment.AttachmentRule;
import org.samband.web.WordFiles;

/// Every type of field with every way to be wrong: one sentence at the field, in both languages,
/// with nothing left to fill in. EXERCISE.
class FieldTableTest {
    private static final WordFiles WORDS = new WordFiles();

    /// One way to be wrong.
    ///
    /// @param typed into a field of that type which must be filled in
    record Wrong(Field.Type type, String typed, Rule rule) {}

    private static Wrong wrong(Field.Type type, String typed, Rule rule) {
        return new Wrong(type, typed, rule);
    }

    static List<Wrong> table() {
        var missing =
                Arrays.stream(Field.Type.values())
                        .filter(type -> type != Field.Type.DOSSIER)
                        .map(type -> wrong(type, " \r\n ", ProcedureRule.FIELD_MISSING))
                        .toList();
        var unseen =
                Arrays.stream(Field.Type.values())
                        .map(type -> wrong(type, "a\u202Eb", ProcedureRule.CONTROL_CHARACTER))
                        .toList();
        var own =
                List.of(
                        wrong(Field.Type.TEXT, "x".repeat(4), ProcedureRule.FIELD_TOO_LONG),
                        wrong(Field.Type.MULTILINE, "x\nyz", ProcedureRule.FIELD_TOO_LONG),
                        wrong(Field.Type.REFERENCE, "EU-17", ProcedureRule.FIELD_TOO_LONG),
                        wrong(Field.Type.DATE, "31.2.2027", ProcedureRule.NOT_A_DATE),
                        wrong(Field.Type.DATE, "next week", ProcedureRule.NOT_A_DATE),
                        wrong(Field.Type.MOMENT, "2027-03-12 14:30", ProcedureRule.NOT_A_MOMENT),
                        wrong(Field.Type.MOMENT, "12.3.2027 24:30 UTC", ProcedureRule.NOT_A_MOMENT),
                        wrong(Field.Type.MOMENT, "31.2.2027 14:30 UTC", ProcedureRule.NOT_A_MOMENT),
                        wrong(Field.Type.MOMENT, "this morning", ProcedureRule.NOT_A_MOMENT),
                        wrong(Field.Type.DATES, "1.1.2027\n32.1.2027", ProcedureRule.NOT_A_DATE),
                        wrong(
                                Field.Type.DATES,
                                "1.1.2027\n2.1.2027\n3.1.2027\n4.1.2027",
                                ProcedureRule.TOO_MANY),
                        wrong(Field.Type.CHOICE, "green", ProcedureRule.NOT_A_CHOICE),
                        wrong(Field.Type.NUMBER, "4", ProcedureRule.NOT_A_NUMBER),
                        wrong(Field.Type.NUMBER, "-1", ProcedureRule.NOT_A_NUMBER),
                        wrong(Field.Type.NUMBER, "one", ProcedureRule.NOT_A_NUMBER),
                        wrong(Field.Type.ORDINAL, "0", ProcedureRule.NOT_AN_ORDINAL),
                        wrong(Field.Type.ORDINAL, "first", ProcedureRule.NOT_AN_ORDINAL),
                        wrong(Field.Type.YEAR, "26", ProcedureRule.NOT_A_YEAR),
                        wrong(Field.Type.YEAR, "2200", ProcedureRule.NOT_A_YEAR),
                        wrong(Field.Type.YEAR, "this year", ProcedureRule.NOT_A_YEAR),
                        wrong(Field.Type.MONEY, "12", ProcedureRule.NOT_MONEY),
                        wrong(Field.Type.MONEY, "12 crowns", ProcedureRule.NOT_MONEY),
                        wrong(
                                Field.Type.FOLLOW_UPS,
                                "somebody | does it",
                                ProcedureRule.NOT_A_FOLLOW_UP_LINE),
                        wrong(Field.Type.FOLLOW_UPS, "NO | do it | soon", ProcedureRule.NOT_A_DATE),
                        wrong(
                                Field.Type.FOLLOW_UPS,
                                "NO | " + "x".repeat(1001),
                                ProcedureRule.FIELD_TOO_LONG),
                        wrong(Field.Type.FOLLOW_UPS, "NO|a\n".repeat(4), ProcedureRule.TOO_MANY),
                        wrong(Field.Type.FOLLOW_UP, "EU-9.1", ProcedureRule.NO_SUCH_FOLLOW_UP),
                        wrong(Field.Type.DOSSIER, "EU-0", ProcedureRule.NO_SUCH_DOSSIER),
                        wrong(Field.Type.DOSSIER, "that one", ProcedureRule.NO_SUCH_DOSSIER),
                        wrong(Field.Type.HASH, "abc", ProcedureRule.NOT_A_HASH),
                        wrong(Field.Type.HASH, "A".repeat(64), ProcedureRule.NOT_A_HASH),
                        wrong(
                                Field.Type.COMMITMENTS,
                                "paragraph 20",
                                ProcedureRule.NOT_A_COMMITMENT),
                        wrong(Field.Type.COMMITMENTS, "p1 p2 p3 p4", ProcedureRule.TOO_MANY),
                        wrong(Field.Type.ATTACHMENTS, "no file", AttachmentRule.NOT_UPLOADED));
        return java.util.stream.Stream.of(missing, unseen, own).flatMap(List::stream).toList();
    }

    private static ActForm act(Field.Type type) {
        var choices =
                type == Field.Type.CHOICE
                        ? ", choices: [{ value: red, title: { en: Red, nb: Rød } }, { value: blue,"
                                + " title: { en: Blue, nb: Blå } }]"
                        : "";
        var file =
                """
                procedure: exercise
                version: 1
                title: { en: Exercise, nb: Øvelse }
                summary: { en: Exercise, nb: Øvelse }
                sources: [{ ref: exercise, mark: S, says: exercise }]
                roles: {}
                states:
                  - { name: not-opened, title: { en: a, nb: a }, initial: true }
                  - { name: closed, title: { en: c, nb: c }, final: true }
                acts:
                  - name: begin
                    title: { en: a, nb: a }
                    done: { en: a, nb: a }
                    by: any
                    officers: [desk officer]
                    from: [not-opened]
                    to: closed
                    source: exercise
                    fields:
                      - { name: wanted, title: { en: Wanted, nb: Ønsket }, type: TYPE, required: REQUIRED, most: 3CHOICES }
                crossings: []
                """
                        .replace("TYPE", type.word())
                        .replace("REQUIRED", String.valueOf(type != Field.Type.DOSSIER))
                        .replace("CHOICES", choices);
        return new Procedures(Map.of("exercise.yaml", file))
                .all()
                .getFirst()
                .act("begin")
                .orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("table")
    void eachWayToBeWrongHasItsSentenceAtTheFieldInBothLanguages(Wrong wrong) {
        var read =
                TypedFields.read(
                        act(wrong.type()),
                        Map.of("wanted", wrong.typed()),
                        Optional.empty(),
                        Walks.PARTIES);
        assertThat(read.fields()).isEmpty();
        assertThat(read.refusals()).hasSize(1);
        var refusal = read.refusals().getFirst();
        assertThat(refusal.rule()).isEqualTo(wrong.rule());
        assertThat(refusal.where()).isEqualTo("wanted");
        var english = WORDS.in("en", ZoneId.of("Europe/Brussels")).refusal(refusal);
        var norwegian = WORDS.in("nb", ZoneId.of("Europe/Oslo")).refusal(refusal);
        assertThat(List.of(english, norwegian))
                .allSatisfy(sentence ->
                        assertThat(sentence)
                                .doesNotContain("{", "}")
                                .hasSizeBetween(10, 400)
                                .endsWith("."));
        assertThat(norwegian).isNotEqualTo(english);
        if (wrong.rule() instanceof ProcedureRule) {
            assertThat(english).contains("Wanted");
            assertThat(norwegian).contains("Ønsket");
        }
    }

    @Test
    void theTableKnowsEveryType() {
        var known = table().stream().map(Wrong::type).collect(Collectors.toSet());
        assertThat(known).isEqualTo(EnumSet.allOf(Field.Type.class));
        for (var type : Field.Type.values()) {
            assertThat(table().stream().filter(one -> one.type() == type).count())
                    .as(type + " is wrong in more ways than by being empty or unreadable")
                    .isGreaterThan(2);
        }
    }
}
