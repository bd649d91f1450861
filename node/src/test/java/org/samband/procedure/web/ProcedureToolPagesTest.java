// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.samband.procedure.web.ShownPages.sent;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.samband.parties.Sight;
import org.samband.procedure.ActRef;
import org.samband.procedure.DossierNodes;
import org.samband.procedure.Evidence;

/// What the procedures of single paragraphs need of the pages: named commitments, standing items,
/// tables of what was gathered, money, the choice of the kind of matter.
@NullUnmarked // what is missing fails the test
class ProcedureToolPagesTest {
    @TempDir private static Path folder;
    private static DossierNodes nodes;

    @BeforeAll
    static void openBothNodes() {
        nodes = DossierNodes.openAsDelivered(folder);
    }

    @AfterAll
    static void closeBothNodes() {
        nodes.close();
    }

    private static ShownPages eu() {
        return new ShownPages(nodes.eu, nodes.eu.desk(), "en");
    }

    private static ShownPages norway() {
        return new ShownPages(nodes.no, nodes.no.desk(), "nb");
    }

    private static java.util.List<String> commitments(ActRef dossier) {
        return nodes.eu.evidences().of(Sight.NODE, DossierNodes.EU_NORWAY, List.of()).stream()
                .filter(one -> one.dossier().equals(dossier))
                .map(Evidence::commitment)
                .distinct()
                .sorted()
                .toList();
    }

    @Test
    void anActivityWithoutItsGenderCheckSaysSoUntilOneConcernsIt() {
        var talks = nodes.eu.opened("consultation", Map.of("dates", "12.3.2026"));
        var link = "a[href^=/eu-norway/open/gender-check?dossier-of=" + talks + "&activity=]";
        assertThat(eu().dossier(talks.toString()).select(link).attr("href")).contains("&title=EX");
        nodes.eu.opened(
                "gender-check",
                Map.of(
                        "activity", "EXERCISE",
                        "dossier-of", talks.toString(),
                        "composition", "shown",
                        "adviser", "not-shown",
                        "analysis", "not-applicable"));
        assertThat(eu().dossier(talks.toString()).select(link)).isEmpty();
        var check = nodes.eu.opened("follow-up", Map.of("guidance", "EXERCISE", "owner", "NO"));
        assertThat(eu().dossier(check.toString()).select("a[href*=gender-check]")).isEmpty();
    }

    @Test
    void aFormBeginsWithWhatWasSaidBeforeAndNobodyTypesItTwice() {
        var call =
                nodes.eu.opened(
                        "maritime-activity",
                        Map.of(
                                "kind", "port-call",
                                "sea-area", "EXERCISE bay",
                                "begins", "12.3.2026",
                                "units", "EXERCISE one frigate",
                                "answer-by", "1.3.2026"));
        nodes.toNorway();
        var change = norway().form(call, "change");
        assertThat(change.select("#field-sea-area").val()).isEqualTo("EXERCISE bay");
        assertThat(change.select("#field-units").text()).isEqualTo("EXERCISE one frigate");
        assertThat(change.select("#field-kind option[selected]").val()).isEqualTo("port-call");
        assertThat(change.select("#field-answer-by").val()).isEmpty();
        assertThat(norway().form(call, "agree").select("#field-message").text()).isEmpty();
        var offer =
                nodes.no.opened(
                        "support-contribution",
                        Map.of(
                                "serves", "p13.s2",
                                "instrument", "epf",
                                "purpose", "EXERCISE",
                                "envisaged", "EUR 12.50"));
        var head = new ShownPages(nodes.no, nodes.no.head(), "nb");
        assertThat(head.form(offer, "offer").select("#field-pledged").val()).isEqualTo("12.50 EUR");
    }

    @Test
    void theKindsOfMatterStandByAreaAndAreFoundByWords() {
        var all = eu().choose();
        assertThat(all.select("section h2").eachText())
                .startsWith("In several areas", "General framework", "Support for Ukraine")
                .contains("Maritime security", "Way forward");
        assertThat(all.select("section h3")).hasSizeGreaterThan(40);
        var found = eu().choose("third country note");
        assertThat(found.select("section h3").eachText()).contains("Local cooperation note");
        assertThat(found.select("section h3")).hasSizeLessThan(6);
        assertThat(eu().choose("space dialogue").select("section h3").eachText())
                .contains("Security and Defence Dialogue");
        assertThat(norway().choose("konsulær").select("section h3").eachText())
                .contains("Konsulær konsultasjon", "Konsulær krise");
        assertThat(eu().choose("no-such-word").select("section")).isEmpty();
    }

    @Test
    void aFormOpenedFromACommitmentNamesItAndWhatIsDoneCountsForItAlone() {
        var form =
                eu().opening(
                                "exploration",
                                Map.of("serves", "p20.s1", "area", "defence-initiatives"));
        assertThat(form.select("input[name=serves][checked]").eachAttr("value"))
                .containsExactly("p20.s1");
        assertThat(form.select("label[for=field-serves-p20.s1]").text())
                .isEqualTo("20: Further involvement in defence initiatives");
        assertThat(form.select("#field-area option[selected]").attr("value"))
                .isEqualTo("defence-initiatives");
        var dossier =
                nodes.eu.opened("exploration", Map.of("serves", "p20.s1", "question", "EXERCISE"));
        assertThat(commitments(dossier)).containsExactly("p20.s1");
        var nothing =
                eu().refused(
                                eu().open(
                                                "exploration",
                                                sent(
                                                        "title", "EXERCISE",
                                                        "area", "cyber",
                                                        "question", "EXERCISE",
                                                        "marking.TLP", "GREEN")));
        assertThat(nothing.select("#sb-errors li a").eachAttr("href"))
                .containsExactly("#field-serves");
    }

    @Test
    void anAgendaOfTheDialogueWithoutSpaceSecurityIsFlaggedUntilItIsThere() {
        var dossier = nodes.eu.opened("dialogue", Map.of("dates", "12.3.2026"));
        nodes.toNorway();
        nodes.no.acted(dossier, "agree-date", Map.of("agreed-date", "12.3.2026"));
        nodes.toTheEu();
        assertThat(
                        eu().form(dossier, "propose-agenda")
                                .select("input[name=addresses][checked]")
                                .eachAttr("value"))
                .containsExactly("p23.s1");
        nodes.eu.acted(
                dossier, "propose-agenda", Map.of("addresses", "p13.s1", "agenda", "EXERCISE"));
        nodes.toNorway();
        assertThat(eu().dossier(dossier.toString()).select(".sb-notice[data-tone=warning]").text())
                .contains("23: Space security in the Dialogue", "standing item");
        assertThat(
                        norway().dossier(dossier.toString())
                                .select(".sb-notice[data-tone=warning]")
                                .text())
                .contains("23: Romsikkerhet i dialogen", "fast punkt");
        assertThat(
                        norway().form(dossier, "return-agenda")
                                .select("input[name=addresses][checked]")
                                .eachAttr("value"))
                .containsExactly("p13.s1");
        nodes.no.acted(
                dossier,
                "return-agenda",
                Map.of("addresses", "p13.s1\np23.s1", "agenda", "EXERCISE"));
        nodes.toTheEu();
        assertThat(eu().dossier(dossier.toString()).select(".sb-notice[data-tone=warning]"))
                .isEmpty();
        nodes.eu.acted(dossier, "hold", Map.of("level", "EXERCISE", "held-on", "12.3.2026"));
        assertThat(commitments(dossier)).contains("p11.3.s1", "p23.s1").doesNotContain("p13.s1");
    }

    @Test
    void theLatestCountsOfACrisisStandByPlaceWithSourceAndTimeFromBothNodes() {
        var crisis =
                nodes.eu.opened(
                        "consular-crisis", Map.of("country", "EXERCISE", "situation", "EXERCISE"));
        nodes.toNorway();
        var count =
                Map.of(
                        "place", "EXERCISE town",
                        "nationality", "Norway",
                        "count", "212",
                        "count-source", "Registration",
                        "as-of", "2026-03-12 10:00 UTC");
        nodes.no.acted(crisis, "report-count", count);
        nodes.eu.acted(crisis, "report-count", count);
        var later = new HashMap<>(count);
        later.put("count", "215");
        nodes.eu.acted(crisis, "report-count", later);
        nodes.bothWays();
        nodes.no.acted(crisis, "call-response", Map.of("reason", "EXERCISE"));
        nodes.toTheEu();
        nodes.eu.acted(
                crisis,
                "announce-asset",
                Map.of(
                        "asset", "EXERCISE flight",
                        "from-place", "A",
                        "to-place", "B",
                        "leaves", "2026-03-12 12:00 UTC",
                        "seats", "180",
                        "seat-cost", "1 350,5 EUR"));
        var page = eu().dossier(crisis.toString());
        var counts = page.select(".sb-beside tbody tr");
        assertThat(counts.select("th").eachText()).containsExactly("EXERCISE town, Norway");
        assertThat(counts.select("td").first().text())
                .contains("215", "Registration", "12 March 2026, 11:00 CET")
                .doesNotContain("212");
        assertThat(counts.select("td").last().text()).contains("212").doesNotContain("215");
        assertThat(page.select("#table-announce-asset tbody").text().replace('\u00A0', ' '))
                .contains("1 350.50 EUR");
        var standing = page.select("[aria-labelledby=standing-title] dt").eachText();
        assertThat(standing).contains("Country or region").doesNotContain("Count", "Seats");
    }

    /// Source: SDP paragraph 16.
    @Test
    void aCountOfACrisisIsNotHeldUpByOneThatCameMeanwhile() {
        var crisis =
                nodes.eu.opened(
                        "consular-crisis", Map.of("country", "EXERCISE", "situation", "EXERCISE"));
        for (var place : List.of("EXERCISE town", "EXERCISE island")) {
            ShownPages.led(
                    eu().act(
                                    crisis,
                                    "report-count",
                                    sent(
                                            "version", "1",
                                            "place", place,
                                            "nationality", "EXERCISE",
                                            "count", "12",
                                            "count-source", "EXERCISE",
                                            "as-of", "2026-03-12 10:00 UTC",
                                            "marking.TLP", "GREEN")));
        }
        var text = sent("version", "1", "comment", "EXERCISE", "marking.TLP", "GREEN");
        assertThat(
                        eu().refused(eu().act(crisis, "comment", text))
                                .select("#sb-errors .sb-rule")
                                .text())
                .isEqualTo("PRO-07");
    }

    /// Source: Council Decision (CFSP) 2020/1639, Article 3.
    @Test
    void theCheckListOfArticle3ShowsEachConditionWithTheLatestStateThatEachPartySees() {
        var request =
                nodes.no.opened(
                        "pesco-participation",
                        Map.of(
                                "project",
                                "EXERCISE",
                                "coordinator",
                                "EXERCISE",
                                "aim",
                                "EXERCISE"));
        assertThat(norway().dossier(request.toString()).select(".sb-beside tbody tr")).hasSize(7);
        for (var state : List.of("open", "shown")) {
            nodes.no.acted(
                    request,
                    "check-condition",
                    Map.of("condition", "b", "state-of", state, "proof", "EXERCISE " + state));
        }
        nodes.no.acted(request, "submit", Map.of("reasons", "EXERCISE", "scope", "EXERCISE"));
        nodes.toTheEu();
        nodes.eu.acted(
                request,
                "record-assessment",
                Map.of("condition", "b", "state-of", "not-shown", "proof", "EXERCISE theirs"));
        var page = eu().dossier(request.toString());
        assertThat(page.select(".sb-beside tbody tr")).hasSize(7);
        assertThat(page.select(".sb-beside tbody tr").get(1).text())
                .isEqualTo(
                        "(b) substantial added value State Not shown How it is shown EXERCISE"
                                + " theirs State Shown How it is shown EXERCISE shown");
        assertThat(page.select("#table-check-condition")).isEmpty();
    }

    @Test
    void positionsOfBothPartiesStandSideBySideAndAreNotMerged() {
        var file =
                nodes.eu.opened(
                        "multilateral-coordination",
                        Map.of("serves", "p42.s1", "forum", "osce", "meeting", "EXERCISE"));
        nodes.toNorway();
        nodes.eu.acted(file, "put-position", position("Point one", "open"));
        nodes.eu.acted(file, "put-position", position("Point one", "support"));
        nodes.no.acted(file, "put-position", position("point one", "not-support"));
        nodes.no.acted(file, "put-position", position("Point two", "open"));
        nodes.bothWays();
        var rows = eu().dossier(file.toString()).select(".sb-beside tbody tr");
        assertThat(rows.select("th").eachText()).containsExactly("Point one", "Point two");
        assertThat(rows.first().select("td").get(0).text())
                .contains("Support")
                .doesNotContain("Open");
        assertThat(rows.first().select("td").get(1).text()).contains("No support");
        assertThat(rows.last().select("td").get(0).text()).isEqualTo("Nothing said");
        var there = norway().dossier(file.toString()).select(".sb-beside tbody tr");
        assertThat(there.last().select("td").get(1).text()).isEqualTo("Ikke sagt noe");
        assertThat(eu().dossier(file.toString()).select("#table-put-position")).isEmpty();
    }

    private static Map<String, String> position(String point, String stance) {
        return Map.of("point", point, "stance", stance, "position", "EXERCISE");
    }

    @Test
    void theGradingOfOneIncidentStandsByParty() {
        var incident =
                nodes.eu.opened(
                        "threat-assessment",
                        Map.of(
                                "serves", "p26.s1",
                                "domain", "cyber",
                                "incident", "EXERCISE",
                                "assessment", "EXERCISE ours",
                                "severity", "low",
                                "confidence", "high"));
        nodes.toNorway();
        nodes.no.acted(
                incident,
                "grade",
                Map.of(
                        "other-assessment", "EXERCISE theirs",
                        "other-severity", "guarded",
                        "other-confidence", "low"));
        nodes.bothWays();
        var rows = eu().dossier(incident.toString()).select(".sb-beside tbody tr");
        assertThat(rows.eachText())
                .containsExactly(
                        "Severity Low Guarded",
                        "Confidence High Low",
                        "Assessment EXERCISE ours EXERCISE theirs");
        assertThat(
                        norway().dossier(incident.toString())
                                .select(".sb-beside tbody tr")
                                .first()
                                .text())
                .isEqualTo("Alvor Moderat Lav");
    }

    private static ActRef agreedDialogue() {
        var dialogue = nodes.eu.opened("dialogue", Map.of("dates", "12.3.2026"));
        nodes.toNorway();
        nodes.no.acted(dialogue, "agree-date", Map.of("agreed-date", "12.3.2026"));
        nodes.toTheEu();
        return dialogue;
    }

    @Test
    void whatAnActLeadsToStandsOnThePageAndFillsTheFormIn() {
        var dialogue = agreedDialogue();
        var form = norway().opening("consultation", Map.of("prepares", dialogue.toString()));
        assertThat(form.select("#field-prepares").attr("value")).isEqualTo(dialogue.toString());
        assertThat(form.select("#list-prepares option").eachAttr("value"))
                .contains(dialogue.toString());
        var sent =
                ShownPages.led(
                        norway().open(
                                        "consultation",
                                        sent(
                                                "title", "EXERCISE consultation",
                                                "area", "general-framework",
                                                "prepares", dialogue.toString(),
                                                "dates", "2.3.2026",
                                                "marking.TLP", "GREEN")));
        assertThat(sent).startsWith("/eu-norway/dossier/NO-");
        nodes.toTheEu();
        var there = eu().dossier(dialogue.toString());
        assertThat(there.select("#links li").text()).contains("EXERCISE consultation");
        assertThat(there.select("#next a[href^=/eu-norway/open/]")).isEmpty();
    }

    @Test
    void anAmountWithoutACurrencyIsRefusedInASentenceAndStaysOnTheForm() {
        var page =
                norway().refused(
                                norway().open(
                                                "support-contribution",
                                                sent(
                                                        "title", "EXERCISE",
                                                        "area", "ukraine",
                                                        "serves", "p13.s2",
                                                        "instrument", "epf",
                                                        "purpose", "EXERCISE",
                                                        "envisaged", "150 millioner",
                                                        "marking.TLP", "GREEN")));
        assertThat(page.select("#sb-errors .sb-rule").eachText()).containsExactly("PRO-31");
        assertThat(page.select("#refusal-envisaged").text()).contains("«150 millioner»");
        assertThat(page.select("#field-envisaged").attr("value")).isEqualTo("150 millioner");
        assertThat(page.select("input[name=serves][checked]").attr("value")).isEqualTo("p13.s2");
    }

    @Test
    void anActThatOpensAnotherMatterProposesIt() {
        var dialogue = agreedDialogue();
        var link = norway().dossier(dialogue.toString()).select("#next a[href*=/open/]");
        assertThat(link.text()).isEqualTo("Konsultasjon");
        assertThat(link.attr("href"))
                .isEqualTo(
                        "/eu-norway/open/consultation?area=general-framework&prepares=" + dialogue);
    }

    /// Source: SDP paragraph 15.
    @Test
    void whatAnIndicationOpenedAtOnceStandsBesideItAndIsProposedNoMore() {
        var mission =
                nodes.no.opened(
                        "civilian-mission",
                        Map.of(
                                "mission", "EXERCISE mission",
                                "intention", "EXERCISE",
                                "wanted", "EXERCISE"));
        nodes.toTheEu();
        for (var there : List.of(norway(), eu())) {
            var page = there.dossier(mission.toString());
            assertThat(page.select("#links a").text()).isEqualTo("EXERCISE mission");
            assertThat(page.select("#next a[href*=/open/]")).isEmpty();
        }
    }
}
