// SPDX-License-Identifier: EUPL-1.2
package org.samband.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/// The story of the pair: EU and Norway, each at its own node, from an invitation to agreed
/// conclusions, through an outage, to an export that anyone can prove. In the order in which it
/// happens.
@Tag("slow")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PartnershipStoryTest {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);
    private static final String FORUM = "/eu-norway/dossier/EU-1";

    @TempDir static Path folder;

    private static TwoNodes nodes;
    private static Visitor eu;
    private static Visitor euHead;
    private static Visitor norway;
    private static String consultation = "";

    @BeforeAll
    static void bothSignIn() {
        nodes = TwoNodes.in(folder);
        eu = nodes.officer(nodes.eu(), "desk");
        euHead = nodes.officer(nodes.eu(), "head");
        norway = nodes.officer(nodes.norway(), "head");
    }

    @AfterAll
    static void close() {
        nodes.close();
    }

    @Test
    @Order(1)
    void theEuInvitesNorwayToAnEditionOfTheForum() {
        var before = standing(norway, "p11.1.s1");
        var form = eu.get("/eu-norway/open/forum-invitation");
        var dossier =
                eu.submit(
                        form,
                        "title",
                        "EXERCISE: acceptance edition of the Forum",
                        "edition",
                        "EXERCISE acceptance edition",
                        "begins",
                        today.plusDays(60).toString());
        assertThat(URI.create(dossier.location()).getPath()).isEqualTo(FORUM);
        eu.submit(
                act(eu, FORUM, "invite"),
                "level",
                "minister",
                "answer-by",
                today.plusDays(20).toString(),
                "invitation",
                "EXERCISE. Norway is invited.");
        awaitText(norway, FORUM, "EU invited");
        assertThat(standing(norway, "p11.1.s1")).isNotEqualTo(before);
    }

    @Test
    @Order(2)
    void norwayAcceptsAndBothNodesShowIt() {
        norway.submit(act(norway, FORUM, "accept"), "delegation", "EXERCISE Minister");
        awaitText(eu, FORUM, "Norway accepted the invitation");
        assertThat(timeline(eu, FORUM)).isEqualTo(timeline(norway, FORUM));
    }

    @Test
    @Order(3)
    void consultationsAreAgreedHeldAndConcludedWithTwoFollowUps() {
        var before = List.of(standing(eu, "p11.4.s1"), standing(norway, "p11.4.s1"));
        var opened =
                norway.submit(
                        norway.get("/eu-norway/open/consultation"),
                        "title",
                        "EXERCISE: consultations",
                        "dates",
                        today.minusDays(2) + "\n" + today.minusDays(1));
        consultation = URI.create(opened.location()).getPath();
        awaitText(eu, consultation, "proposed dates");
        eu.submit(
                act(eu, consultation, "agree-date"), "agreed-date", today.minusDays(1).toString());
        awaitText(norway, consultation, "EU agreed the date");
        norway.submit(act(norway, consultation, "hold"), "held-on", today.minusDays(1).toString());
        awaitText(eu, consultation, "recorded that it was held");
        norway.submit(
                act(norway, consultation, "note-conclusions"),
                "conclusions",
                "EXERCISE. Both sides will exchange points of contact.",
                "follow-ups.owner",
                "EU",
                "follow-ups.what",
                "Name a point of contact",
                "follow-ups.due",
                today.plusDays(10).toString(),
                "follow-ups.owner",
                "NO",
                "follow-ups.what",
                "Name a point of contact",
                "follow-ups.due",
                "");
        awaitText(eu, consultation, "noted conclusions");
        euHead.submit(act(euHead, consultation, "agree-conclusions"), "message", "Agreed.");
        awaitText(norway, consultation, "EU agreed the conclusions");
        assertThat(norway.get("/eu-norway/follow-ups").text()).contains("Name a point of contact");
        assertThat(standing(eu, "p11.4.s1")).isNotEqualTo(before.get(0));
        assertThat(standing(norway, "p11.4.s1")).isNotEqualTo(before.get(1));
    }

    @Test
    @Order(4)
    void bothDraftAReadoutWithBracketsAndSealIt() {
        var opened =
                eu.submit(
                        eu.get(consultation + "/joint-text"),
                        "title",
                        "EXERCISE: readout of the consultations",
                        "kind",
                        "readout");
        var text = URI.create(opened.location()).getPath();
        eu.submit(
                eu.get(text + "/point/new"),
                "wording",
                "EXERCISE. {first party} and {second party} met.");
        awaitText(norway, text, "[EU: EXERCISE. Kingdom of Norway and European Union met.]");
        var point =
                norway.get(text).expectFirst(".sb-joint-point").id().substring("point-".length());
        norway.submit(
                norway.get(text + "/point/" + point),
                "wording",
                "EXERCISE. {first party} and {second party} met in Oslo.");
        awaitText(eu, text, "met in Oslo.]");
        assertThat(eu.get(text + "/compare").select("ins").text()).contains("in Oslo");
        eu.submit(eu.get(text), "of", eu.get(text).expectFirst("[name=of]").val(), "how", "firm");
        awaitText(norway, text, "No brackets left");
        var hash = norway.get(text + "/agree").expectFirst("[name=hash]").val();
        norway.submit(norway.get(text + "/agree"), "hash", hash);
        Waiting.until(
                PATIENCE,
                () -> "what Norway agreed is not there: " + euHead.get(text + "/agree").text(),
                () ->
                        !euHead.get(text + "/agree")
                                .select(".sb-rows li")
                                .eachText()
                                .getLast()
                                .contains("has not agreed"));
        euHead.submit(euHead.get(text + "/agree"), "hash", hash);
        awaitText(norway, text, "Sealed");
        assertThat(eu.get(text + "/copy").select(".sb-copy").text()).contains("European Union and");
        assertThat(norway.get(text + "/copy").select(".sb-copy").text())
                .contains("Kingdom of Norway and European Union");
        everyoneReadsIt(text);
    }

    /// Made public by both, it is read without signing in by who has its address, and nothing else
    /// is.
    private static void everyoneReadsIt(String text) {
        for (var officer : List.of(euHead, norway)) {
            officer.download(officer.get(text + "/agree"), "/publish");
        }
        Waiting.until(
                PATIENCE,
                () -> euHead.get(text + "/agree").text(),
                () -> euHead.get(text + "/agree").selectFirst("a[href^=/public/]") != null);
        var address = euHead.get(text + "/agree").select("a[href^=/public/]").attr("href");
        var stranger = Visitor.stranger(nodes.eu().address());
        var read = stranger.answer(address);
        assertThat(read.statusCode()).isEqualTo(200);
        assertThat(read.body()).contains("met in Oslo").doesNotContain("/sign-out");
        var other = address.endsWith("0") ? "1" : "0";
        assertThat(stranger.answer(address.substring(0, address.length() - 1) + other).statusCode())
                .isEqualTo(404);
        assertThat(stranger.answer(text).body()).contains("name=\"password\"");
    }

    @Test
    @Order(5)
    void theDialogueIsPreparedHeldConcludedAndFollowedUp() {
        var story = new DialogueStory(euHead, norway, today);
        story.aDateIsAgreed();
        story.theAgendaIsOfBoth();
        story.consultationsPrepareItAndCarryWhatIsOpen(consultation);
        var stock = new StockStory(euHead, norway, today, story.dialogue());
        stock.bothWriteTheirBriefs();
        story.sixConclusionsAreNegotiatedAndSealed();
        story.aFollowUpIsCarriedOnUntilBothDropIt();
        stock.stockIsTakenAndCompared();
        story.aParagraphIsDraftedAnew();
    }

    @Test
    @Order(6)
    void theLivingTextLeadsFromTheSentenceToItsEvidenceOnBothNodes() {
        for (var officer : List.of(eu, norway)) {
            assertThat(officer.get("/eu-norway/text").select("a[href]").eachAttr("href"))
                    .anyMatch(link -> link.contains("/eu-norway/commitment/p11.1.s1"))
                    .anyMatch(link -> link.contains("/eu-norway/commitment/p11.4.s1"));
            assertThat(links(officer, "/eu-norway/commitment/p11.1.s1"))
                    .anyMatch(link -> link.contains(FORUM));
            assertThat(links(officer, "/eu-norway/commitment/p11.4.s1"))
                    .anyMatch(link -> link.contains(consultation));
        }
    }

    @Test
    @Order(7)
    void withNorwaysNodeStoppedTheEuGoesOnAndBothAgreeAfterwards() {
        nodes.norway().stop();
        eu.submit(
                act(eu, FORUM, "comment"), "comment", "EXERCISE. Written while the line was cut.");
        eu.submit(
                eu.get("/eu-norway/open/high-level-meeting"),
                "title",
                "EXERCISE: meeting during the outage",
                "meeting",
                "EXERCISE meeting",
                "begins",
                today.plusDays(40).toString(),
                "level",
                "senior-official",
                "invitation",
                "EXERCISE. Norway is invited.");
        nodes.norway().start();
        norway = nodes.officer(nodes.norway(), "head");
        awaitText(norway, FORUM, "Written while the line was cut");
        Waiting.until(
                PATIENCE,
                () -> norway.get("/eu-norway/dossiers").text(),
                () ->
                        norway.get("/eu-norway/dossiers")
                                .text()
                                .contains("meeting during the outage"));
        assertThat(timeline(norway, FORUM)).isEqualTo(timeline(eu, FORUM));
        assertThat(timeline(norway, consultation)).isEqualTo(timeline(eu, consultation));
    }

    @Test
    @Order(8)
    void killedWithoutWarningTheNodeLosesNothing() {
        norway.submit(
                act(norway, FORUM, "comment"), "comment", "EXERCISE. Written before the kill.");
        nodes.norway().kill();
        nodes.norway().start();
        norway = nodes.officer(nodes.norway(), "head");
        assertThat(norway.get(FORUM).text()).contains("Written before the kill");
        awaitText(eu, FORUM, "Written before the kill");
    }

    @Test
    @Order(9)
    void anOwnNoteStaysAtItsNode() {
        norway.submit(norway.get(FORUM), "note", "EXERCISE. Internt notat.");
        assertThat(norway.get(FORUM).text()).contains("Internt notat");
        eu.submit(act(eu, FORUM, "comment"), "comment", "EXERCISE. Afterwards.");
        awaitText(norway, FORUM, "Afterwards");
        assertThat(eu.get(FORUM).text()).doesNotContain("Internt notat");
    }

    @Test
    @Order(10)
    void theExportOfEachNodeIsProvenAndOneChangedByteIsFound() throws IOException {
        for (var node : List.of(nodes.eu(), nodes.norway())) {
            var auditor = nodes.officer(node, "auditor");
            var bytes = auditor.download("/eu-norway/line/export");
            var export = folder.resolve("ledger-" + node.address().getPort() + ".export");
            Files.write(export, bytes);
            assertThat(NodeProcess.verify(export)).isZero();
            var said = new String(bytes, StandardCharsets.ISO_8859_1);
            bytes[said.indexOf("Norway is invited")] ^= 1;
            Files.write(export, bytes);
            assertThat(NodeProcess.verify(export)).isEqualTo(1);
        }
    }

    @Test
    @Order(11)
    void anOfficerWithoutNeedToKnowSeesNothingOfIt() {
        var space = nodes.officer(nodes.eu(), "space");
        assertThat(space.answer(FORUM).statusCode()).isEqualTo(404);
        assertThat(space.get("/eu-norway/dossiers").text()).doesNotContain("acceptance edition");
        var admin = nodes.officer(nodes.eu(), "admin");
        assertThat(admin.answer(FORUM).statusCode()).isEqualTo(404);
    }

    @Test
    @Order(12)
    void aStrangerIsAskedToSignIn() {
        var stranger = Visitor.stranger(nodes.eu().address());
        assertThat(stranger.answer(FORUM).body())
                .contains("name=\"password\"")
                .doesNotContain("acceptance edition");
    }

    @Test
    @Order(13)
    void aNewVersionOfTheTextIsAdoptedByBothAndWhatWasDoneFollowsTheCommitments()
            throws IOException {
        var euNode = nodes.officer(nodes.eu(), "head");
        var story = new RevisionStory(euNode, nodes.officer(nodes.norway(), "head"), today);
        story.aTextWithoutParagraphsIsRefused(folder);
        story.euProposes(folder);
        story.norwayComparesAndAdopts();
        story.bothReadTheNewVersion(consultation);
        story.norwayTakesUpWhatIsNew();
        story.theOldVersionIsReadAsOfItsDays();
    }

    private static Document act(Visitor officer, String dossier, String act) {
        return officer.get(dossier + "/act/" + act);
    }

    private static String standing(Visitor officer, String commitment) {
        return Visitor.text(
                officer.get("/eu-norway/commitment/" + commitment),
                ".sb-head .sb-pill, .sb-head .ds-tag");
    }

    private static List<String> timeline(Visitor officer, String dossier) {
        return officer.get(dossier).select("#acts li[id]").eachAttr("id");
    }

    private static List<String> links(Visitor officer, String path) {
        return officer.get(path).select("main a[href]").eachAttr("href");
    }

    private static void awaitText(Visitor officer, String path, String text) {
        Waiting.until(
                PATIENCE,
                () -> path + " does not say \"" + text + "\": " + officer.answer(path).body(),
                () -> {
                    var answer = officer.answer(path);
                    return answer.statusCode() == 200
                            && org.jsoup.Jsoup.parse(answer.body()).text().contains(text);
                });
    }
}
