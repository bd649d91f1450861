// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.samband.act.Refusal;

/// Each rule about what officers type accepts once and refuses once.
class TypedFieldsTest {
    private static final String FILE =
            """
            procedure: exercise
            version: 1
            title: { en: Exercise, nb: Øvelse }
            summary: { en: Exercise, nb: Øvelse }
            sources: [{ ref: exercise, mark: S, says: exercise }]
            roles: {}
            states:
              - { name: not-opened, title: { en: a, nb: a }, initial: true }
              - { name: opened, title: { en: b, nb: b } }
              - { name: closed, title: { en: c, nb: c }, final: true }
            acts:
              - name: begin
                title: { en: a, nb: a }
                done: { en: a, nb: a }
                by: any
                officers: [desk officer]
                from: [not-opened]
                to: opened
                source: exercise
                fields:
                  - { name: word, title: { en: Word, nb: Ord }, type: text, required: true, most: 5 }
                  - { name: day, title: { en: Day, nb: Dag }, type: date }
                  - { name: days, title: { en: Days, nb: Dager }, type: dates, most: 2 }
                  - { name: colour, title: { en: Colour, nb: Farge }, type: choice, choices: [{ value: red, title: { en: Red, nb: Rød } }, { value: blue, title: { en: Blue, nb: Blå } }] }
                  - { name: posts, title: { en: Posts, nb: Stillinger }, type: number, most: 20 }
                  - { name: bytes, title: { en: Bytes, nb: Byte }, type: hash }
                  - { name: tasks, title: { en: Tasks, nb: Oppgaver }, type: follow-ups, most: 2 }
                  - { name: cost, title: { en: Cost, nb: Kostnad }, type: money }
                  - { name: paid, title: { en: Paid, nb: Betalt }, type: money, with: [day] }
                  - { name: serves, title: { en: Serves, nb: Gjelder }, type: commitments, most: 2 }
              - name: finish
                title: { en: a, nb: a }
                done: { en: a, nb: a }
                by: any
                officers: [desk officer]
                from: [opened]
                to: closed
                source: exercise
                fields:
                  - { name: task, title: { en: Task, nb: Oppgave }, type: follow-up }
                  - { name: chosen, title: { en: Chosen, nb: Valgt }, type: date, among: days }
            crossings:
              - { in: [opened], acts: [same], prevails: opener, because: { en: a, nb: a } }
            """;
    private static final Procedure EXERCISE =
            new Procedures(Map.of("exercise.yaml", FILE)).all().getFirst();

    private static TypedFields typed(String act, String field, String text) {
        var typed = new java.util.HashMap<>(Map.of("word", "ord"));
        typed.put(field, text);
        return TypedFields.read(
                EXERCISE.act(act).orElseThrow(),
                typed,
                act.equals("begin") ? Optional.empty() : Optional.of(opened()),
                Walks.PARTIES);
    }

    private static DossierState opened() {
        var fields =
                Map.<String, Object>of(
                        "word", "ord",
                        "days", List.of("2026-03-12"),
                        "tasks", List.of(Map.of("owner", "NO", "text", "EXERCISE")));
        return Walks.fold(EXERCISE, List.of(Walks.act(EXERCISE, "begin", Walks.EU, 1, 0, fields)));
    }

    private static void accepted(String act, String field, String text, Object value) {
        var read = typed(act, field, text);
        assertThat(read.refusals()).isEmpty();
        assertThat(read.fields().get(field)).isEqualTo(value);
    }

    private static void refused(String act, String field, String text, ProcedureRule rule) {
        assertThat(typed(act, field, text).refusals())
                .extracting(Refusal::rule, Refusal::where)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(rule, field));
    }

    @Test
    void pro10WhatIsRequiredIsFilledIn() {
        refused("begin", "word", " \t ", ProcedureRule.FIELD_MISSING);
        accepted("begin", "word", " ord ", "ord");
    }

    @Test
    void pro11ATextHasItsLength() {
        refused("begin", "word", "lenger", ProcedureRule.FIELD_TOO_LONG);
        accepted("begin", "word", "🇳🇴æøå", "🇳🇴æøå");
        refused("begin", "tasks", "NO | " + "x".repeat(1001), ProcedureRule.FIELD_TOO_LONG);
    }

    @Test
    void pro12ADateIsADayOfTheCalendar() {
        for (var day : List.of("30.2.2026", "2026-13-01", "tomorrow", "1/2/2026", "2026-1-2")) {
            refused("begin", "day", day, ProcedureRule.NOT_A_DATE);
        }
        accepted("begin", "day", "1. 2. 2026", "2026-02-01");
        accepted("begin", "days", "2.3.2026\n\n2026-03-01", List.of("2026-03-01", "2026-03-02"));
        refused("begin", "days", "2.3.2026\nlater", ProcedureRule.NOT_A_DATE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2027-03-12 14:30 UTC",
                "2027-03-12T14:30:00Z",
                "12.3.2027 kl. 15.30 CET",
                "12.3.2027 16:30 cest",
                "2027-03-12, 15:30 +01:00",
                "2027-03-12 17:30 UTC+3",
                "2027-03-12 20:00 +0530"
            })
    void aMinuteIsTheSameInEachZone(String typed) {
        var minute = Minute.typed(typed).orElseThrow();
        assertThat(minute).hasToString("2027-03-12T14:30:00Z");
        assertThat(Minute.of(minute.toString())).contains(minute);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2027-03-12 14:30",
                "2027-03-12 14:30 XYZ",
                "2027-03-12 14:30 CET+1",
                "2027-03-12 14:60 UTC",
                "2027-03-12 14:30 +19:00",
                "2027-02-30 14:30 UTC",
                "2027-03-12"
            })
    void pro42AMinuteHasItsDayItsTimeAndItsZone(String typed) {
        assertThat(Minute.typed(typed)).isEmpty();
    }

    @Test
    void anEntryHoldsAMinuteInOneSpelling() {
        assertThat(Minute.of("2027-03-12T14:30Z")).isEmpty();
        assertThat(Minute.of("2027-03-12T14:30:01Z")).isEmpty();
        assertThat(Minute.of("2027-03-12T24:00:00Z")).isEmpty();
        assertThat(Minute.of("2027-02-30T14:30:00Z")).isEmpty();
    }

    @Test
    void pro13AChoiceIsOneOfTheOffered() {
        refused("begin", "colour", "green", ProcedureRule.NOT_A_CHOICE);
        accepted("begin", "colour", "red", "red");
    }

    @Test
    void pro14ANumberIsWholeAndWithinItsBound() {
        for (var number : List.of("-1", "1.5", "21", "99999999999999")) {
            refused("begin", "posts", number, ProcedureRule.NOT_A_NUMBER);
        }
        accepted("begin", "posts", "20", 20L);
    }

    @Test
    void pro15AHashHas64Digits() {
        refused("begin", "bytes", "A".repeat(64), ProcedureRule.NOT_A_HASH);
        accepted("begin", "bytes", "a".repeat(64), "a".repeat(64));
    }

    @Test
    void pro16AListHasItsLength() {
        refused("begin", "days", "1.1.2026\n2.1.2026\n3.1.2026", ProcedureRule.TOO_MANY);
        refused("begin", "tasks", "NO|a\nNO|b\nNO|c", ProcedureRule.TOO_MANY);
        accepted("begin", "days", "1.1.2026\n1.1.2026", List.of("2026-01-01"));
    }

    @Test
    void pro17AFollowUpNamesItsParty() {
        for (var line : List.of("send it", "Sweden | send it", "NO | ")) {
            refused("begin", "tasks", line, ProcedureRule.NOT_A_FOLLOW_UP_LINE);
        }
        accepted(
                "begin",
                "tasks",
                "norway | send it | 1.2.2026",
                List.of(Map.of("owner", "NO", "text", "send it", "due", "2026-02-01")));
    }

    @Test
    void aBarInTheTextOfAFollowUpBelongsToIt() {
        accepted(
                "begin",
                "tasks",
                "NO | send a|b | ",
                List.of(Map.of("owner", "NO", "text", "send a|b")));
        refused("begin", "tasks", "NO | a | b", ProcedureRule.NOT_A_DATE);
    }

    @Test
    void pro36AFollowUpNamesAnAuthorityOfItsParty() {
        refused("begin", "tasks", "NO/NASA | send it", ProcedureRule.NO_SUCH_AUTHORITY);
        accepted(
                "begin",
                "tasks",
                "NO/MOD | send it",
                List.of(Map.of("owner", "NO", "authority", "MOD", "text", "send it")));
    }

    @Test
    void pro37AFollowUpNamesAParagraphByItsNumber() {
        accepted(
                "begin",
                "tasks",
                "NO | send it | § 11.3 | 1.2.2026",
                List.of(
                        Map.of(
                                "owner",
                                "NO",
                                "text",
                                "send it",
                                "paragraph",
                                "11.3",
                                "due",
                                "2026-02-01")));
        accepted(
                "begin",
                "tasks",
                "NO | send it | the third | 1.2.2026",
                List.of(Map.of("owner", "NO", "text", "send it | the third", "due", "2026-02-01")));
    }

    @Test
    void pro18AReportIsAboutAnOpenFollowUp() {
        refused("finish", "task", "EU-1.2", ProcedureRule.NO_SUCH_FOLLOW_UP);
        accepted("finish", "task", "EU-1.1", "EU-1.1");
    }

    @Test
    void pro19ADateIsOneOfThoseThatStand() {
        refused("finish", "chosen", "13.3.2026", ProcedureRule.NOT_AMONG);
        accepted("finish", "chosen", "12.3.2026", "2026-03-12");
    }

    @Test
    void pro21ATextCanBeShown() {
        refused("begin", "word", "a\u2066b", ProcedureRule.CONTROL_CHARACTER);
        accepted("begin", "word", "a\nb", "a b");
    }

    @Test
    void pro31AnAmountHasItsCurrency() {
        var whole = Map.of("amount", "150000000", "currency", "NOK");
        accepted("begin", "cost", "150 000 000 NOK", whole);
        accepted("begin", "cost", "NOK 150000000,00", whole);
        accepted("begin", "cost", "EUR 12.5", Map.of("amount", "12.50", "currency", "EUR"));
        refused("begin", "cost", "150000000", ProcedureRule.NOT_MONEY);
        refused("begin", "cost", "1.000.000 NOK", ProcedureRule.NOT_MONEY);
        refused("begin", "cost", "12 KRO", ProcedureRule.NOT_MONEY);
        refused("begin", "cost", "12 XAU", ProcedureRule.NOT_MONEY);
        refused("begin", "cost", "-5 NOK", ProcedureRule.NOT_MONEY);
        refused("begin", "cost", "1234567890123456 NOK", ProcedureRule.NOT_MONEY);
    }

    @Test
    void anAmountIsReadInBothLanguagesAndHasOneSpelling() {
        var money = Money.typed("1234567.5 NOK").orElseThrow();
        assertThat(money.said("nb")).isEqualTo("1\u00A0234\u00A0567,50\u00A0NOK");
        assertThat(money.said("en")).isEqualTo("1\u00A0234\u00A0567.50\u00A0NOK");
        assertThat(Money.typed(money.toString())).contains(money);
        assertThat(Money.of(Map.of("amount", "1.0", "currency", "NOK"))).isEmpty();
        assertThat(Money.of(Map.of("amount", "01", "currency", "NOK"))).isEmpty();
        assertThat(Money.of(Map.of("amount", "1", "currency", "nok"))).isEmpty();
        assertThat(Money.of(Map.of("amount", "1", "currency", "NOK", "rate", "11"))).isEmpty();
    }

    @Test
    void pro32ACommitmentHasItsIdentity() {
        accepted("begin", "serves", "p20.s1\np13.s2", List.of("p13.s2", "p20.s1"));
        refused("begin", "serves", "paragraph 20", ProcedureRule.NOT_A_COMMITMENT);
        refused("begin", "serves", "p1.s1 p2.s1 p3.s1", ProcedureRule.TOO_MANY);
    }

    @Test
    void whatIsStatedTogetherIsAskedForTogether() {
        var act = EXERCISE.act("begin").orElseThrow();
        var alone =
                TypedFields.read(
                        act, Map.of("word", "one", "paid", "12 EUR"), Optional.empty(), List.of());
        assertThat(alone.refusals())
                .extracting(one -> one.rule() + " " + one.where())
                .containsExactly("STATED_WITHOUT day");
        var both =
                TypedFields.read(
                        act,
                        Map.of("word", "one", "paid", "12 EUR", "day", "2.3.2026"),
                        Optional.empty(),
                        List.of());
        assertThat(both.refusals()).isEmpty();
    }
}
