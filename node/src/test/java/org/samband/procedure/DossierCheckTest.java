// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.samband.procedure.DossierNodes.EU_NORWAY;
import static org.samband.procedure.DossierNodes.OPEN;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.samband.act.Circle;
import org.samband.act.Outcome;
import org.samband.act.Refusal;
import org.samband.ledger.Admissions;
import org.samband.ledger.Draft;
import org.samband.ledger.Entry;
import org.samband.ledger.EntryNumber;
import org.samband.ledger.LedgerPair;
import org.samband.ledger.Ledgers;
import org.samband.node.TestRooms;

/// What the counterpart's node may send: the EU's node checks nothing here.
class DossierCheckTest {
    @TempDir private static Path folder;
    private static TestRooms eu;
    private static DossierNodes.Node no;

    private static final Procedure FORUM =
            new Procedures().newest("forum-invitation").orElseThrow();
    private static final Map<String, Object> EDITION =
            Map.of("edition", "EXERCISE", "begins", "2026-05-20");

    @BeforeAll
    static void openBothNodes() {
        var pair = TestRooms.pair(folder);
        eu = pair.getFirst().open();
        no =
                new DossierNodes.Node(
                        "NO", pair.getLast().withDossiers(DossierNodes.profile()).open());
        append(eu, "dossier.open", Optional.empty(), opening());
        assertThat(deliver(eu, no.rooms())).isEmpty();
    }

    @AfterAll
    static void closeBothNodes() {
        eu.close();
        no.rooms().close();
    }

    private static Map<String, Object> opening() {
        return new TreeMap<>(
                Map.of(
                        "procedure",
                        FORUM.id(),
                        "version",
                        1L,
                        "hash",
                        FORUM.hash(),
                        "title",
                        "EXERCISE",
                        "act",
                        "announce-edition",
                        "fields",
                        EDITION));
    }

    private static Map<String, Object> with(
            Map<String, Object> content, String member, Object value) {
        var changed = new TreeMap<>(content);
        changed.put(member, value);
        return changed;
    }

    /// The answer of Norway's node to an entry of the EU's.
    private static Optional<String> refused(
            String kind, Optional<String> subject, Map<String, Object> content) {
        var ledger = eu.door(LedgerPair.class).shared();
        var number = new EntryNumber(99);
        var entry =
                new Entry(
                        ledger,
                        number,
                        0,
                        TestRooms.NOON,
                        new Entry.By("EEAS", "EXERCISE", "desk officer"),
                        Circle.SHARED,
                        OPEN,
                        "",
                        kind,
                        subject.orElseGet(() -> Entry.ownSubject(ledger, number)),
                        content);
        return no.rooms().door(DossierCheck.class).check(entry, false).map(DossierCheckTest::said);
    }

    private static String said(Refusal why) {
        return why.rule().id() + " " + why.facts().getOrDefault("member", "");
    }

    private static Entry append(
            TestRooms from, String kind, Optional<String> subject, Map<String, Object> content) {
        var outcome =
                from.door(Ledgers.class)
                        .append(
                                new Draft(
                                        EU_NORWAY,
                                        new Entry.By("EEAS", "EXERCISE", "desk officer"),
                                        Circle.SHARED,
                                        OPEN,
                                        "",
                                        kind,
                                        subject,
                                        content));
        return ((Outcome.Accepted<Entry>) outcome).value();
    }

    private static Optional<String> deliver(TestRooms from, TestRooms to) {
        var ledger = from.door(LedgerPair.class).shared();
        var head = from.door(Ledgers.class).head(ledger);
        var have = to.door(Ledgers.class).head(ledger).size();
        return switch (to.door(Admissions.class)
                .admit(
                        ledger,
                        have + 1,
                        from.door(Ledgers.class).bytes(ledger, have + 1, 100),
                        head.checkpoint().orElseThrow())) {
            case Outcome.Accepted<Admissions.Admitted> _ -> Optional.empty();
            case Outcome.Refused<Admissions.Admitted>(var why) -> Optional.of(said(why));
        };
    }

    private static Map<String, Object> act(String act, Map<String, Object> fields) {
        return new TreeMap<>(Map.of("act", act, "fields", fields));
    }

    @Test
    void pro01AProcedureThatThisNodeDoesNotHoldIsRefused() {
        assertThat(refused("dossier.open", Optional.empty(), opening())).isEmpty();
        assertThat(
                        refused(
                                "dossier.open",
                                Optional.empty(),
                                with(opening(), "hash", "0".repeat(64))))
                .contains("PRO-01 ");
        assertThat(refused("dossier.open", Optional.empty(), with(opening(), "version", 2L)))
                .contains("PRO-01 ");
    }

    @Test
    void pro23AnEntryThatIsNoWellFormedActIsRefused() {
        assertThat(refused("dossier.open", Optional.empty(), with(opening(), "title", "a\nb")))
                .contains("PRO-23 title");
        assertThat(refused("dossier.open", Optional.empty(), with(opening(), "version", "1")))
                .contains("PRO-23 version");
        assertThat(refused("dossier.open", Optional.of("EU-1"), opening()))
                .contains("PRO-23 subject");
        assertThat(
                        refused(
                                "dossier.act",
                                Optional.of("EU-1"),
                                with(act("invite", Map.of()), "x", 1L)))
                .contains("PRO-23 x");
        assertThat(refused("dossier.act", Optional.of("EU-1"), act("invite", Map.of("level", "x"))))
                .contains("PRO-23 fields/level");
        assertThat(
                        refused(
                                "dossier.act",
                                Optional.of("EU-1"),
                                act(
                                        "invite",
                                        Map.of(
                                                "level", "minister",
                                                "invitation", "turn \u202e"))))
                .contains("PRO-23 fields/invitation");
    }

    @Test
    void pro20AFieldThatTheActDoesNotHaveIsRefused() {
        assertThat(
                        refused(
                                "dossier.act",
                                Optional.of("EU-1"),
                                act("comment", Map.of("comment", "EXERCISE", "extra", "x"))))
                .contains("PRO-20 ");
        assertThat(
                        refused(
                                "dossier.act",
                                Optional.of("EU-1"),
                                act("comment", Map.of("comment", "EXERCISE"))))
                .isEmpty();
    }

    @Test
    void pro02AnActInADossierThatIsNotThereIsRefused() {
        for (var subject : List.of("EU-9", "NO-1", "x")) {
            assertThat(
                            refused(
                                    "dossier.act",
                                    Optional.of(subject),
                                    act("comment", Map.of("comment", "EXERCISE"))))
                    .contains("PRO-02 ");
        }
    }

    @Test
    void anActThatIsWellFormedAndNotAllowedIsAdmittedWithoutEffect() {
        var dossier = DossierEntries.ref(append(eu, "dossier.open", Optional.empty(), opening()));
        var subject = Optional.of(dossier.toString());
        append(eu, "dossier.act", subject, act("attend", Map.of("attended-on", "2026-05-20")));
        append(eu, "dossier.act", subject, act("applaud", Map.of()));
        append(eu, "dossier.act", subject, act("decline", Map.of()));
        append(
                eu,
                "dossier.act",
                subject,
                act("invite", Map.of("level", "minister", "invitation", "EXERCISE")));
        append(eu, "dossier.act", subject, act("accept", Map.of("delegation", "EXERCISE")));
        assertThat(deliver(eu, no.rooms())).isEmpty();
        var state = no.dossier(dossier).state();
        assertThat(state.state().name()).isEqualTo("invited");
        assertThat(state.acts())
                .extracting(DossierCheckTest::effect)
                .containsExactly("", "PRO-04", "PRO-03", "PRO-04", "", "PRO-05");
    }

    private static String effect(DossierState.Folded folded) {
        return switch (folded.effect()) {
            case Effect.Effective() -> "";
            case Effect.Crossed _ -> "crossed";
            case Effect.WithoutEffect(var why) -> why.rule().id();
        };
    }

    @Test
    void anEntryThatIsRefusedIsNotAdmitted() {
        try (var broken = TestRooms.pair(folder).getFirst().open();
                var rooms =
                        TestRooms.pair(folder)
                                .getLast()
                                .withDossiers(DossierNodes.profile())
                                .open()) {
            append(broken, "dossier.open", Optional.empty(), with(opening(), "title", " "));
            assertThat(deliver(broken, rooms)).contains("PRO-23 title");
            var ledger = broken.door(LedgerPair.class).shared();
            assertThat(rooms.door(Ledgers.class).head(ledger).size()).isZero();
        }
    }

    @Test
    void whatIsNotOfADossierIsNoneOfItsBusiness() {
        assertThat(refused("key", Optional.empty(), Map.of("any", "thing"))).isEmpty();
    }
}
