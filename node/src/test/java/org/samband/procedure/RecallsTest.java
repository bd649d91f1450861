// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.samband.procedure.DossierNodes.EU_NORWAY;
import static org.samband.procedure.DossierNodes.done;
import static org.samband.procedure.DossierNodes.rules;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.samband.act.Circle;
import org.samband.act.Outcome;
import org.samband.act.Rule;
import org.samband.ledger.Draft;
import org.samband.ledger.Entry;
import org.samband.ledger.Ledgers;
import org.samband.node.TestRooms;
import org.samband.parties.PartyCode;
import org.samband.parties.Role;
import org.samband.parties.Sight;
import org.samband.procedure.web.PartyWords;
import org.samband.procedure.web.RecallLines;
import org.samband.web.WordFiles;

/// What a party takes back is hidden at the other one's officers, receipted by one of them, and in
/// both ledgers for good.
@NullUnmarked // what is missing fails the test
class RecallsTest {
    private static final Map<String, String> EDITION =
            Map.of("edition", "EXERCISE sent by mistake", "begins", "2026-05-20");

    @TempDir private static Path folder;
    private static DossierNodes nodes;

    @BeforeAll
    static void openBothNodes() {
        nodes = DossierNodes.open(folder);
    }

    @AfterAll
    static void closeBothNodes() {
        nodes.close();
    }

    private static Acted recall(
            DossierNodes.Node node, Role role, ActRef dossier, ActRef act, String reason) {
        return node.rooms()
                .door(Recalls.class)
                .recall(node.officer(role), EU_NORWAY, dossier, act, reason);
    }

    private static Acted receipt(
            DossierNodes.Node node,
            Role role,
            ActRef dossier,
            ActRef recall,
            String outcome,
            String reason) {
        return node.rooms()
                .door(Recalls.class)
                .receipt(node.officer(role), EU_NORWAY, dossier, recall, outcome, reason);
    }

    private static Dossier seen(DossierNodes.Node node, ActRef dossier) {
        var officer = node.officer(Role.HEAD);
        return node.dossiers().dossier(node.sight(officer), EU_NORWAY, dossier).orElseThrow();
    }

    /// What the page of a node says while the recall is not receipted.
    private static String waits(DossierNodes.Node node, String own, ActRef act) {
        var dossier = seen(node, act);
        var words = new WordFiles().in("en", ZoneId.of("Europe/Oslo"));
        var profile = TestRooms.partnerships(own).profiles().getFirst();
        var parties = new PartyWords(profile, new PartyCode(own), words);
        return new RecallLines(dossier, parties, false, false, false)
                .waits(dossier.recall(act).orElseThrow());
    }

    private static String all(Dossier dossier) {
        return dossier.title()
                + dossier.state().acts()
                + dossier.state().values()
                + dossier.state().followUps();
    }

    @Test
    void whatIsRecalledIsHiddenAtTheOtherPartyReceiptedAndKeptInBothLedgers() {
        var dossier = nodes.eu.opened("forum-invitation", EDITION);
        nodes.bothWays();
        assertThat(all(seen(nodes.no, dossier))).contains("sent by mistake", "EXERCISE matter");

        var recall =
                done(
                        recall(
                                nodes.eu,
                                Role.RELEASING_OFFICER,
                                dossier,
                                dossier,
                                "EXERCISE: wrong file"));
        nodes.toNorway();
        var there = seen(nodes.no, dossier);
        assertThat(all(there)).doesNotContain("sent by mistake", "EXERCISE matter", "2026-05-20");
        assertThat(there.title()).isEqualTo(Recall.HIDDEN);
        assertThat(there.state().state()).isEqualTo(nodes.eu.dossier(dossier).state().state());
        assertThat(there.recall(dossier).orElseThrow().reason()).isEqualTo("EXERCISE: wrong file");
        assertThat(
                        nodes.no
                                .dossiers()
                                .list(nodes.no.sight(nodes.no.desk()), EU_NORWAY, DossierFilter.ALL)
                                .lines())
                .filteredOn(line -> line.ref().equals(dossier))
                .singleElement()
                .returns(Recall.HIDDEN, DossierLine::title);
        assertThat(all(seen(nodes.eu, dossier))).contains("sent by mistake");
        assertThat(waits(nodes.eu, "EU", dossier))
                .isEqualTo(waits(nodes.no, "NO", dossier))
                .contains("of Norway has still to say");

        done(
                receipt(
                        nodes.no,
                        Role.REGISTRY_OFFICER,
                        dossier,
                        recall,
                        "destroyed",
                        "EXERCISE: shredded"));
        nodes.toTheEu();
        for (var node : List.of(nodes.eu, nodes.no)) {
            assertThat(seen(node, dossier).recall(dossier).orElseThrow().receipt().orElseThrow())
                    .returns(Recall.Outcome.DESTROYED, Recall.Receipt::outcome)
                    .returns("EXERCISE: shredded", Recall.Receipt::reason);
            assertThat(all(node.dossier(dossier))).as("in the ledger").contains("sent by mistake");
        }
        nodes.no.dossiers().rebuild(EU_NORWAY);
        assertThat(seen(nodes.no, dossier).title()).isEqualTo(Recall.HIDDEN);
    }

    @Test
    void eachRuleRefuses() {
        var dossier = nodes.eu.opened("forum-invitation", EDITION);
        nodes.bothWays();
        assertThat(rules(recall(nodes.eu, Role.DESK_OFFICER, dossier, dossier, "x")))
                .containsExactly(RecallRule.NOT_FOR_RECALLS);
        assertThat(rules(recall(nodes.eu, Role.HEAD, dossier, dossier, " ")))
                .containsExactly(RecallRule.REASON);
        assertThat(rules(recall(nodes.no, Role.HEAD, dossier, dossier, "x")))
                .containsExactly(RecallRule.NOT_OWN);
        var recall = done(recall(nodes.eu, Role.HEAD, dossier, dossier, "x"));
        assertThat(rules(recall(nodes.eu, Role.HEAD, dossier, dossier, "x")))
                .containsExactly(RecallRule.RECALLED_ALREADY);
        assertThat(rules(receipt(nodes.eu, Role.HEAD, dossier, recall, "returned", "x")))
                .containsExactly(RecallRule.NOT_THEIRS);
        nodes.toNorway();
        assertThat(rules(receipt(nodes.no, Role.DESK_OFFICER, dossier, recall, "returned", "x")))
                .containsExactly(RecallRule.NOT_FOR_RECEIPTS);
        assertThat(rules(receipt(nodes.no, Role.HEAD, dossier, recall, "burnt", "x")))
                .containsExactly(RecallRule.NO_OUTCOME);
        done(
                receipt(
                        nodes.no,
                        Role.HEAD,
                        dossier,
                        recall,
                        "cannot-be-returned",
                        "EXERCISE: printed"));
        assertThat(rules(receipt(nodes.no, Role.HEAD, dossier, recall, "returned", "x")))
                .containsExactly(RecallRule.RECEIPTED_ALREADY);
        nodes.bothWays();
    }

    @Test
    void anEntryThatIsNotInItsFormIsRefused() {
        var dossier = nodes.eu.opened("forum-invitation", EDITION);
        for (var content :
                List.<Map<String, Object>>of(
                        Map.of("act", dossier.toString()),
                        Map.of("act", dossier.toString(), "reason", "x", "more", "y"),
                        Map.of("act", "nothing", "reason", "x"),
                        Map.of("act", dossier.toString(), "reason", 7L))) {
            assertThat(refused(dossier, "recall", content)).isEqualTo(RecallRule.MALFORMED);
        }
        assertThat(
                        refused(
                                dossier,
                                "recall.receipt",
                                Map.of("recall", "NO-1", "outcome", "burnt", "reason", "x")))
                .isEqualTo(RecallRule.MALFORMED);
    }

    private static Rule refused(ActRef dossier, String kind, Map<String, Object> content) {
        var outcome =
                nodes.eu
                        .rooms()
                        .door(Ledgers.class)
                        .append(
                                new Draft(
                                        EU_NORWAY,
                                        new Entry.By("EEAS", "EXERCISE", "head"),
                                        Circle.SHARED,
                                        DossierNodes.OPEN,
                                        "",
                                        kind,
                                        Optional.of(dossier.toString()),
                                        content));
        return ((Outcome.Refused<?>) outcome).refusal().rule();
    }

    /// Neither the bytes that are carried nor the other node's pages have a word of it.
    @Test
    void whoElseHoldsItNeverReachesTheOtherParty() {
        var dossier = nodes.eu.opened("forum-invitation", EDITION);
        done(
                nodes.eu
                        .dossiers()
                        .note(
                                nodes.eu.desk(),
                                EU_NORWAY,
                                dossier,
                                new WrittenNote(
                                        "EXERCISE: also at the Ministry of Elsewhere",
                                        DossierNodes.LIMITED,
                                        true,
                                        "")));
        nodes.bothWays();
        assertThat(seen(nodes.eu, dossier).notes())
                .singleElement()
                .matches(Dossier.Note::holders)
                .returns(DossierNodes.LIMITED, Dossier.Note::marking);
        assertThat(seen(nodes.no, dossier).notes()).isEmpty();
        var shared = nodes.eu.rooms().door(org.samband.ledger.LedgerPair.class).shared();
        for (var node : List.of(nodes.eu, nodes.no)) {
            for (var bytes : node.rooms().door(Ledgers.class).bytes(shared, 1, 500)) {
                assertThat(new String(bytes, java.nio.charset.StandardCharsets.UTF_8))
                        .doesNotContain("Ministry of Elsewhere", "holders");
            }
        }
    }

    private static FollowUp followUp(String id) {
        return new FollowUp(
                id,
                "NO",
                Optional.of("FD"),
                "EXERCISE words",
                Optional.of("23"),
                Optional.of(java.time.LocalDate.EPOCH),
                true,
                List.of());
    }

    @Test
    void followUpsOfARecalledActShowNoWords() {
        var recalled = followUp("EU-3.1");
        var act = ActRef.of("EU-3").orElseThrow();
        assertThat(recalled.isOf(java.util.Set.of(act))).isTrue();
        assertThat(followUp("EU-33.1").isOf(java.util.Set.of(act))).isFalse();
        assertThat(recalled.withoutContent().text()).isEqualTo(Recall.HIDDEN);
        assertThat(recalled.withoutContent().due()).isEmpty();
        assertThat(recalled.withoutContent().authority()).isEmpty();
        assertThat(recalled.withoutContent().paragraph()).isEmpty();
        assertThat(Sight.NODE.node()).isTrue();
    }
}
