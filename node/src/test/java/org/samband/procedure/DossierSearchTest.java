// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.samband.procedure.DossierNodes.EU_NORWAY;
import static org.samband.procedure.DossierNodes.LIMITED;
import static org.samband.procedure.DossierNodes.OPEN;
import static org.samband.procedure.DossierNodes.done;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.samband.label.Clearance;
import org.samband.label.Marking;
import org.samband.parties.NeedToKnow;
import org.samband.parties.Officer;
import org.samband.parties.PartnershipId;
import org.samband.search.Searches;
import org.samband.search.Sought;

/// Searching dossiers in two languages: what may be seen is found, nothing else is. EXERCISE.
@NullUnmarked // what is missing fails the test
class DossierSearchTest {
    @TempDir private static Path folder;
    private static DossierNodes nodes;
    private static ActRef cables;
    private static ActRef satellites;

    @BeforeAll
    static void fill() {
        nodes = DossierNodes.open(folder);
        cables = opened("EXERCISE Undersea cables", "cyber", OPEN, "Møtet gjelder sjøkabler.");
        satellites =
                opened("EXERCISE Satellites", "space", LIMITED, "We discussed launching sites.");
    }

    @AfterAll
    static void close() {
        nodes.close();
    }

    private static ActRef opened(String title, String area, Marking marking, String message) {
        return done(
                nodes.eu
                        .dossiers()
                        .open(
                                nodes.eu.desk(),
                                EU_NORWAY,
                                "consultation",
                                title,
                                area,
                                marking,
                                Map.of("dates", "12.3.2026", "message", message)));
    }

    private static List<ActRef> found(DossierNodes.Node node, Officer officer, String q) {
        var search = node.rooms().door(DossierSearch.class);
        return search.find(node.sight(officer), EU_NORWAY, sought(node, q)).stream()
                .map(DossierLine::ref)
                .toList();
    }

    private static Sought sought(DossierNodes.Node node, String q) {
        return node.rooms().door(Searches.class).sought(q);
    }

    private static List<String> noted(DossierNodes.Node node, Officer officer, String q) {
        return node
                .rooms()
                .door(NoteSearch.class)
                .find(node.sight(officer), EU_NORWAY, sought(node, q))
                .stream()
                .map(hit -> hit.dossier().ref() + ": " + hit.note().text())
                .toList();
    }

    private static List<ActRef> found(String q) {
        return found(nodes.eu, nodes.eu.desk(), q);
    }

    @Test
    void aDossierIsFoundByNumberTitleAndWhatWasWritten() {
        assertThat(found(cables.toString())).containsExactly(cables);
        assertThat(found(cables.toString().toLowerCase(java.util.Locale.ROOT)))
                .containsExactly(cables);
        assertThat(found("under cab")).containsExactly(cables);
        assertThat(found("sjøkabler")).containsExactly(cables);
        assertThat(found("launching")).containsExactly(satellites);
        assertThat(found("exercise")).contains(satellites, cables);
        assertThat(found("exercise 2026-03-12 satellites")).containsExactly(satellites);
    }

    @Test
    void wordsAreFoundInTheFormsOfBothLanguages() {
        assertThat(found("sjøkablene")).containsExactly(cables);
        assertThat(found("sjøkart")).isEmpty();
        assertThat(found("møte")).containsExactly(cables);
        assertThat(found("discussing launch")).containsExactly(satellites);
        assertThat(found("konsultasjoner")).contains(satellites, cables);
        assertThat(found("consultation")).contains(satellites, cables);
    }

    @Test
    void whatStandsInNoWordFindsNothing() {
        for (var q : List.of("", "   ", "…!?", "nothing-of-this", "%", "' or 1=1 --", "\u0000")) {
            assertThat(found(q)).as(q).isEmpty();
        }
        assertThat(found("x".repeat(10_000))).isEmpty();
    }

    @Test
    void whoMayNotSeeADossierDoesNotFindIt() {
        var cyber =
                DossierNodes.limited(
                        nodes.eu.desk(), DossierNodes.areas("cyber"), nodes.eu.desk().clearance());
        assertThat(found(nodes.eu, cyber, "exercise")).contains(cables).doesNotContain(satellites);
        assertThat(found(nodes.eu, cyber, "launching")).isEmpty();
        var uncleared =
                DossierNodes.limited(
                        nodes.eu.desk(),
                        NeedToKnow.allOf(EU_NORWAY),
                        Clearance.upTo(Map.of("TLP", "RED")));
        assertThat(found(nodes.eu, uncleared, "exercise"))
                .contains(cables)
                .doesNotContain(satellites);
        var elsewhere =
                DossierNodes.limited(
                        nodes.eu.desk(),
                        NeedToKnow.allOf(new PartnershipId("eu-japan")),
                        nodes.eu.desk().clearance());
        assertThat(found(nodes.eu, elsewhere, "exercise")).isEmpty();
    }

    @Test
    void whatIsWrittenLaterIsFoundAndWhatIsRaisedIsHiddenAtOnce() {
        var dossier = opened("EXERCISE Later", "cyber", OPEN, "first");
        var green =
                DossierNodes.limited(
                        nodes.eu.desk(),
                        NeedToKnow.allOf(EU_NORWAY),
                        Clearance.upTo(Map.of("TLP", "GREEN")));
        assertThat(found(nodes.eu, green, "later")).containsExactly(dossier);
        assertThat(found("harbour")).isEmpty();
        var state = nodes.eu.dossier(dossier).state();
        done(
                nodes.eu
                        .dossiers()
                        .act(
                                nodes.eu.desk(),
                                EU_NORWAY,
                                dossier,
                                "comment",
                                state.version(),
                                Marking.parse("TLP:AMBER"),
                                Map.of("comment", "EXERCISE harbour")));
        assertThat(found("harbour")).containsExactly(dossier);
        assertThat(found(nodes.eu, green, "later")).isEmpty();
        nodes.eu.dossiers().rebuild(EU_NORWAY);
        assertThat(found("harbour")).containsExactly(dossier);
    }

    @Test
    void whatTheCounterpartTookBackIsNotFoundThere() {
        var dossier = opened("EXERCISE Recalled", "cyber", OPEN, "sensitive remark");
        nodes.toNorway();
        assertThat(found(nodes.no, nodes.no.desk(), "sensitive")).containsExactly(dossier);
        done(
                nodes.eu
                        .rooms()
                        .door(Recalls.class)
                        .recall(
                                nodes.eu.officer(org.samband.parties.Role.HEAD),
                                EU_NORWAY,
                                dossier,
                                dossier,
                                "EXERCISE sent by mistake"));
        nodes.toNorway();
        assertThat(found(nodes.no, nodes.no.desk(), "sensitive")).isEmpty();
        assertThat(found(nodes.no, nodes.no.desk(), "recalled")).isEmpty();
        assertThat(found("sensitive")).containsExactly(dossier);
    }

    private static void note(ActRef dossier, String text, Marking marking) {
        assertThat(nodes.eu.dossiers().note(nodes.eu.desk(), EU_NORWAY, dossier, text, marking))
                .isInstanceOf(Acted.Done.class);
    }

    @Test
    void anOwnNoteIsFoundAtItsNodeAloneAndNotAmongDossiers() {
        note(cables, "EXERCISE: our bottom line is the trawlers", OPEN);
        nodes.toNorway();
        assertThat(noted(nodes.eu, nodes.eu.desk(), "trawling bottom"))
                .containsExactly(cables + ": EXERCISE: our bottom line is the trawlers");
        assertThat(found("trawlers")).isEmpty();
        assertThat(noted(nodes.no, nodes.no.desk(), "trawlers")).isEmpty();
        for (var q : List.of("", "…!?", "%", "bottom-nothing", "' or 1=1 --")) {
            assertThat(noted(nodes.eu, nodes.eu.desk(), q)).as(q).isEmpty();
        }
        nodes.eu.dossiers().rebuild(EU_NORWAY);
        assertThat(noted(nodes.eu, nodes.eu.desk(), "trawlers")).hasSize(1);
    }

    @Test
    void whoMayNotSeeANoteOrItsDossierDoesNotFindTheNote() {
        note(cables, "EXERCISE limited herring", LIMITED);
        note(satellites, "EXERCISE open herring", OPEN);
        var amber =
                DossierNodes.limited(
                        nodes.eu.desk(),
                        NeedToKnow.allOf(EU_NORWAY),
                        Clearance.upTo(Map.of("TLP", "RED")));
        assertThat(noted(nodes.eu, nodes.eu.desk(), "herring"))
                .containsExactly(
                        satellites + ": EXERCISE open herring",
                        cables + ": EXERCISE limited herring");
        assertThat(noted(nodes.eu, amber, "herring")).isEmpty();
        var cyber =
                DossierNodes.limited(
                        nodes.eu.desk(), DossierNodes.areas("cyber"), nodes.eu.desk().clearance());
        assertThat(noted(nodes.eu, cyber, "herring"))
                .containsExactly(cables + ": EXERCISE limited herring");
    }

    @Test
    void aPieceOfALongTextShowsWhatWasFound() {
        var text = "word ".repeat(60) + "Moorings at sea " + "tail ".repeat(60);
        var piece = sought(nodes.eu, "moorings").around(text, 120);
        assertThat(piece).startsWith("… word").contains("Moorings at sea").endsWith(" …");
        assertThat(piece.length()).isLessThan(130);
        assertThat(sought(nodes.eu, "nothing").around(text, 120)).startsWith("word word");
        assertThat(sought(nodes.eu, "moorings").around("short", 120)).isEqualTo("short");
    }
}
