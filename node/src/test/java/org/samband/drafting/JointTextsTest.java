// SPDX-License-Identifier: EUPL-1.2
package org.samband.drafting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.samband.drafting.TwoDrafters.fresh;
import static org.samband.drafting.TwoDrafters.says;
import static org.samband.procedure.DossierNodes.EU_NORWAY;
import static org.samband.procedure.DossierNodes.LIMITED;
import static org.samband.procedure.DossierNodes.OPEN;
import static org.samband.procedure.DossierNodes.done;
import static org.samband.procedure.DossierNodes.rules;

import java.nio.file.Path;
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
import org.samband.label.Clearance;
import org.samband.label.Marking;
import org.samband.ledger.Draft;
import org.samband.ledger.Entry;
import org.samband.ledger.Ledgers;
import org.samband.parties.Officer;
import org.samband.parties.Role;
import org.samband.parties.Sight;
import org.samband.procedure.ActRef;
import org.samband.procedure.Acted;
import org.samband.procedure.DossierNodes;
import org.samband.procedure.ProcedureRule;
import org.samband.search.Searches;

/// Two nodes draft, agree and publish a text; what a party may not do is refused at its own door
/// and, if its node sends it all the same, at the other one.
@NullUnmarked // what is missing fails the test
class JointTextsTest {
    private static final Map<String, String> EDITION =
            Map.of("edition", "EXERCISE edition", "begins", "2026-05-20");

    @TempDir private static Path folder;
    private static DossierNodes nodes;
    private static ActRef dossier;

    @BeforeAll
    static void openBothNodes() {
        nodes = DossierNodes.open(folder);
        dossier = nodes.eu.opened("forum-invitation", EDITION);
        nodes.bothWays();
    }

    @AfterAll
    static void closeBothNodes() {
        nodes.close();
    }

    private static JointTexts texts(DossierNodes.Node node) {
        return node.rooms().door(JointTexts.class);
    }

    private static ActRef opened(TextKind kind) {
        var text = done(open(nodes.eu.desk(), kind.word(), "en", "EXERCISE readout", OPEN));
        nodes.bothWays();
        return text;
    }

    private static Acted open(
            Officer officer, String kind, String language, String title, Marking marking) {
        return texts(nodes.eu)
                .open(
                        officer,
                        nodes.eu.dossier(dossier),
                        new JointTexts.Typed(kind, language, title, marking));
    }

    private static Acted make(DossierNodes.Node node, Officer officer, ActRef text, TextMove move) {
        return texts(node).make(officer, EU_NORWAY, text, move);
    }

    private static ActRef made(DossierNodes.Node node, ActRef text, TextMove move) {
        var entry = done(make(node, node.officer(Role.DESK_OFFICER, Role.HEAD), text, move));
        nodes.bothWays();
        return entry;
    }

    private static JointText seen(DossierNodes.Node node, ActRef text) {
        return texts(node).text(node.sight(node.desk()), EU_NORWAY, text).orElseThrow();
    }

    private static TextMove agree(DossierNodes.Node node, ActRef text) {
        return new TextMove.Agree(CanonicalText.hash(seen(node, text)));
    }

    @Test
    void twoNodesDraftAgreeAndPublishAReadout() {
        var text = opened(TextKind.READOUT);
        var first = made(nodes.eu, text, fresh(says("{first party} and {second party} met.")));
        var point = new PointId(first, 1);
        var other =
                made(
                        nodes.no,
                        text,
                        new TextMove.Propose(
                                List.of(
                                        new TextMove.Change(
                                                Optional.of(point),
                                                List.of(first),
                                                Optional.of(says("They met in Oslo.")))),
                                "EXERCISE: name the place"));
        for (var node : List.of(nodes.eu, nodes.no)) {
            assertThat(seen(node, text).points())
                    .singleElement()
                    .returns(Point.State.OPEN, Point::state);
            assertThat(lines(node))
                    .filteredOn(line -> line.ref().equals(text))
                    .singleElement()
                    .returns(JointText.State.NEGOTIATED, TextLine::state)
                    .returns(1, TextLine::open);
        }
        made(nodes.eu, text, new TextMove.Accept(Map.of(point, other), false));
        made(nodes.eu, text, agree(nodes.eu, text));
        assertThat(seen(nodes.no, text).state()).isEqualTo(JointText.State.CLEAN);
        made(nodes.no, text, agree(nodes.no, text));
        for (var node : List.of(nodes.eu, nodes.no)) {
            assertThat(seen(node, text).state()).isEqualTo(JointText.State.SEALED);
            assertThat(done(texts(node).publish(node.head(), EU_NORWAY, text))).isNotNull();
        }
        nodes.bothWays();
        assertThat(seen(nodes.eu, text)).isEqualTo(seen(nodes.no, text));
        assertThat(seen(nodes.eu, text).state()).isEqualTo(JointText.State.PUBLIC);
        assertThat(rules(texts(nodes.eu).publish(nodes.eu.head(), EU_NORWAY, text)))
                .containsExactly(DraftingRule.PUBLISHED_ALREADY);
        var version = texts(nodes.no).version(seen(nodes.no, text), first).orElseThrow();
        assertThat(version.points()).hasSize(1);
        assertThat(version.seal()).isEmpty();
    }

    private static List<TextLine> lines(DossierNodes.Node node) {
        return texts(node).of(node.sight(node.desk()), EU_NORWAY, dossier);
    }

    private static Outcome<Entry> act(Map<String, Object> fields) {
        return sent(dossier, "dossier.act", Map.of("act", "note-conclusions", "fields", fields));
    }

    @Test
    void anActNamesASealedTextOfItsDossierByNumberAndHash() {
        var text = opened(TextKind.CONCLUSIONS);
        var first = made(nodes.eu, text, fresh(says("One.")));
        made(nodes.no, text, new TextMove.Accept(Map.of(new PointId(first, 1), first), false));
        var hash = CanonicalText.hash(seen(nodes.eu, text));
        var names =
                Map.<String, Object>of(
                        "conclusions-text", text.toString(), "conclusions-hash", hash);
        refuses(DraftingRule.NO_SEALED_TEXT, act(names));
        made(nodes.eu, text, agree(nodes.eu, text));
        made(nodes.no, text, agree(nodes.no, text));
        refuses(DraftingRule.NO_SEALED_TEXT, act(Map.of("conclusions-hash", hash)));
        refuses(
                DraftingRule.NO_SEALED_TEXT,
                act(Map.of("readout-text", text.toString(), "readout-hash", hash)));
        assertThat(act(names)).matches(Outcome::isAccepted);
        nodes.bothWays();
    }

    private static void refuses(Rule rule, Outcome<Entry> outcome) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.refusal().rule()).isEqualTo(rule));
    }

    @Test
    void anOwnCommentNeverLeavesTheNode() {
        var text = opened(TextKind.LETTER);
        var said = new TextMove.Comment(Optional.empty(), "EXERCISE: our line to take");
        done(texts(nodes.eu).note(nodes.eu.desk(), EU_NORWAY, text, said));
        made(nodes.eu, text, new TextMove.Comment(Optional.empty(), "EXERCISE: for both"));
        var sight = nodes.eu.sight(nodes.eu.desk());
        assertThat(texts(nodes.eu).comments(sight, EU_NORWAY, text))
                .singleElement()
                .returns("EXERCISE: our line to take", OwnComment::text);
        assertThat(texts(nodes.no).comments(Sight.NODE, EU_NORWAY, text)).isEmpty();
        assertThat(seen(nodes.no, text).comments())
                .extracting(JointText.Comment::text)
                .containsExactly("EXERCISE: for both");
    }

    @Test
    void aTextAboveAnOfficersClearanceIsNotThere() {
        var text = done(open(nodes.eu.desk(), "letter", "en", "EXERCISE limited", LIMITED));
        nodes.bothWays();
        var low =
                DossierNodes.limited(
                        nodes.no.desk(),
                        nodes.no.desk().needToKnow(),
                        Clearance.upTo(Map.of("TLP", "AMBER")));
        assertThat(texts(nodes.no).text(nodes.no.sight(low), EU_NORWAY, text)).isEmpty();
        assertThat(texts(nodes.no).of(nodes.no.sight(low), EU_NORWAY, dossier))
                .extracting(TextLine::ref)
                .doesNotContain(text);
        assertThat(rules(make(nodes.no, low, text, fresh(says("One.")))))
                .containsExactly(DraftingRule.UNKNOWN_TEXT);
        assertThat(texts(nodes.no).text(nodes.no.sight(nodes.no.desk()), EU_NORWAY, text))
                .isPresent();
    }

    private static List<ActRef> found(DossierNodes.Node node, Officer officer, String q) {
        var typed = node.rooms().door(Searches.class).sought(q);
        return node
                .rooms()
                .door(TextSearch.class)
                .find(node.sight(officer), EU_NORWAY, typed)
                .stream()
                .map(hit -> hit.line().ref())
                .toList();
    }

    /// What may not be seen is answered as what is not there, whatever word of it is asked for.
    @Test
    void aTextIsFoundByItsWordsInBothLanguagesByWhoMaySeeItAlone() {
        var text = done(open(nodes.eu.desk(), "letter", "nb", "EXERCISE sjøkabler", LIMITED));
        nodes.bothWays();
        var first = made(nodes.eu, text, fresh(says("Partene drøftet satellittene.")));
        var point = new TextMove.Comment(Optional.of(new PointId(first, 1)), "EXERCISE launching");
        made(nodes.no, text, point);
        var note = new TextMove.Comment(Optional.empty(), "EXERCISE fallback");
        done(texts(nodes.eu).note(nodes.eu.desk(), EU_NORWAY, text, note));

        for (var node : List.of(nodes.eu, nodes.no)) {
            for (var q : List.of("sjøk", text.toString(), "satellitt drøftet", "launch letter")) {
                assertThat(found(node, node.desk(), q))
                        .as(q)
                        .isEqualTo(q.contains("letter") ? List.of() : List.of(text));
            }
            assertThat(found(node, node.desk(), "launches exercise")).containsExactly(text);
            for (var nothing : List.of("", "%", "' or 1=1 --", "nothing-of-this", "\u0000")) {
                assertThat(found(node, node.desk(), nothing)).as(nothing).isEmpty();
            }
            var low =
                    DossierNodes.limited(
                            node.desk(),
                            node.desk().needToKnow(),
                            Clearance.upTo(Map.of("TLP", "AMBER")));
            var elsewhere =
                    DossierNodes.limited(
                            node.desk(), DossierNodes.areas("space"), node.desk().clearance());
            for (var q : List.of("sjøk", text.toString(), "satellitt", "launching", "fallback")) {
                assertThat(found(node, low, q)).as(q).isEmpty();
                assertThat(found(node, elsewhere, q)).as(q).isEmpty();
            }
        }
        assertThat(found(nodes.eu, nodes.eu.desk(), "fallback")).containsExactly(text);
        assertThat(found(nodes.no, nodes.no.desk(), "fallback")).isEmpty();
        made(nodes.eu, text, new TextMove.Comment(Optional.empty(), "EXERCISE moorings"));
        assertThat(found(nodes.no, nodes.no.desk(), "moorings")).containsExactly(text);
    }

    @Test
    void theDoorRefusesWithItsRule() {
        assertThat(rules(open(nodes.eu.officer(Role.AUDITOR), "letter", "en", "x", OPEN)))
                .containsExactly(DraftingRule.NOT_FOR_DRAFTING);
        assertThat(rules(open(nodes.eu.desk(), "novel", "en", "x", OPEN)))
                .containsExactly(DraftingRule.KIND);
        assertThat(rules(open(nodes.eu.desk(), "letter", "fr", "x", OPEN)))
                .containsExactly(DraftingRule.KIND);
        assertThat(rules(open(nodes.eu.desk(), "letter", "en", " ", OPEN)))
                .containsExactly(DraftingRule.TITLE);
        assertThat(rules(open(nodes.eu.desk(), "letter", "en", "x", Marking.NONE)))
                .containsExactly(DraftingRule.MARKING);
        var text = opened(TextKind.LETTER);
        assertThat(rules(make(nodes.eu, nodes.eu.desk(), text, agree(nodes.eu, text))))
                .containsExactly(DraftingRule.NOT_FOR_AGREEING);
        assertThat(rules(make(nodes.eu, nodes.eu.head(), text, agree(nodes.eu, text))))
                .containsExactly(DraftingRule.NO_POINTS);
        assertThat(rules(make(nodes.eu, nodes.eu.desk(), text, fresh(says(" ")))))
                .containsExactly(DraftingRule.WORDING);
        assertThat(rules(make(nodes.eu, nodes.eu.desk(), text, fresh(says("a\u202Eb")))))
                .containsExactly(DraftingRule.WORDING);
        var headed = new Wording("two\nlines", "One.", Optional.empty());
        assertThat(rules(make(nodes.eu, nodes.eu.desk(), text, fresh(headed))))
                .containsExactly(DraftingRule.HEADING);
        var empty = new TextMove.Comment(Optional.empty(), "");
        assertThat(rules(make(nodes.eu, nodes.eu.desk(), text, empty)))
                .containsExactly(DraftingRule.COMMENT);
        assertThat(rules(texts(nodes.eu).note(nodes.eu.desk(), EU_NORWAY, text, empty)))
                .containsExactly(DraftingRule.COMMENT);
    }

    @Test
    void theSecondOfficerOfANodeSeesThatThePointChanged() {
        var text = opened(TextKind.LETTER);
        var first = made(nodes.eu, text, fresh(says("One.")));
        var point = new PointId(first, 1);
        var upon =
                new TextMove.Propose(
                        List.of(
                                new TextMove.Change(
                                        Optional.of(point),
                                        List.of(first),
                                        Optional.of(says("Mine.")))),
                        "");
        made(nodes.eu, text, upon);
        assertThat(rules(make(nodes.eu, nodes.eu.desk(), text, upon)))
                .containsExactly(DraftingRule.CHANGED_MEANWHILE);
    }

    private static Outcome<Entry> sent(ActRef text, String kind, Map<String, Object> content) {
        return nodes.eu
                .rooms()
                .door(Ledgers.class)
                .append(
                        new Draft(
                                EU_NORWAY,
                                new Entry.By("EEAS", "EXERCISE Officer", "desk officer"),
                                Circle.SHARED,
                                OPEN,
                                "",
                                kind,
                                Optional.of(text.toString()),
                                content));
    }

    /// The same check judges what the counterpart sends, see {@link TextCheck}.
    private static void refuses(Rule rule, ActRef text, String kind, Map<String, Object> content) {
        assertThat(sent(text, kind, content))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.refusal().rule()).isEqualTo(rule));
    }

    @Test
    void anEntryThatIsNotInItsFormIsRefusedOnItsWay() {
        var text = opened(TextKind.LETTER);
        var bad = DraftingRule.MALFORMED;
        refuses(bad, text, "text.propose", Map.of());
        refuses(bad, text, "text.propose", Map.of("points", List.of()));
        refuses(
                bad,
                text,
                "text.propose",
                Map.of("points", List.of(Map.of("wording", "x", "y", "z"))));
        refuses(
                bad,
                text,
                "text.propose",
                Map.of("points", List.of(Map.of("point", "EU-1.1", "wording", "x"))));
        refuses(
                bad,
                text,
                "text.propose",
                Map.of("points", List.of(Map.of("wording", "x", "after", "1"))));
        refuses(bad, text, "text.propose", Map.of("points", List.of("x")));
        refuses(bad, text, "text.accept", Map.of("points", List.of()));
        refuses(
                bad,
                text,
                "text.accept",
                Map.of("points", List.of(Map.of("point", "EU-1.1", "of", "x"))));
        refuses(bad, text, "text.reopen", Map.of("points", List.of("x"), "reason", "y"));
        refuses(bad, text, "text.agree", Map.of("hash", "x"));
        refuses(bad, text, "text.publish", Map.of("hash", "0".repeat(64), "text", Map.of()));
        refuses(bad, text, "text.comment", Map.of("text", "x", "point", "y"));
        refuses(
                DraftingRule.UNKNOWN_TEXT,
                new ActRef(dossier.party(), 999),
                "text.comment",
                Map.of("text", "x"));
        assertThat(
                        nodes.eu
                                .rooms()
                                .door(Ledgers.class)
                                .append(
                                        new Draft(
                                                EU_NORWAY,
                                                new Entry.By("EEAS", "EXERCISE", "desk officer"),
                                                Circle.SHARED,
                                                OPEN,
                                                "",
                                                "text.open",
                                                Optional.empty(),
                                                TextEntries.opening(
                                                        new ActRef(dossier.party(), 999),
                                                        TextKind.LETTER,
                                                        "en",
                                                        "x"))))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused ->
                                assertThat(refused.refusal().rule())
                                        .isEqualTo(ProcedureRule.UNKNOWN_DOSSIER));
    }
}
