// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.samband.procedure.web.ShownPages.led;
import static org.samband.procedure.web.ShownPages.sent;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.samband.label.Clearance;
import org.samband.parties.NeedToKnow;
import org.samband.parties.Officer;
import org.samband.parties.OfficerId;
import org.samband.parties.Role;
import org.samband.procedure.ActRef;
import org.samband.procedure.DossierNodes;
import org.samband.procedure.FormDrafts;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;

/// Drafts: kept, seen by one officer, resumed, thrown away and brought back, gone with the act; and
/// what an officer reads whose dossier moved on in between. EXERCISE.
@NullUnmarked // what is missing fails the test
class DraftPagesTest {
    @TempDir private static Path folder;
    private static DossierNodes nodes;

    @BeforeAll
    static void open() {
        nodes = DossierNodes.open(folder);
    }

    @AfterAll
    static void close() {
        nodes.close();
    }

    private static Officer officer(long id, String name, Role... roles) {
        var desk = nodes.eu.desk();
        return new Officer(
                new OfficerId(id),
                "exercise" + id,
                name,
                desk.authority(),
                Set.of(roles),
                desk.needToKnow(),
                desk.clearance(),
                true,
                "en",
                "auto");
    }

    private static ShownPages first() {
        return new ShownPages(nodes.eu, officer(11, "EXERCISE First", Role.DESK_OFFICER), "en");
    }

    private static ShownPages second() {
        return new ShownPages(nodes.eu, officer(12, "EXERCISE Second", Role.DESK_OFFICER), "nb");
    }

    private static ActRef dossier() {
        return nodes.eu.opened("consultation", Map.of("dates", "12.3.2026"));
    }

    private static MultiValueMap<String, String> comment(Document form, String text) {
        return sent(
                "version",
                form.select("input[name=version]").attr("value"),
                "known",
                form.select("input[name=known]").attr("value"),
                "comment",
                text,
                "marking.TLP",
                "GREEN",
                "_csrf",
                "secret of the session");
    }

    private static MultiValueMap<String, String> with(
            MultiValueMap<String, String> form, String name, String value) {
        form.set(name, value);
        return form;
    }

    private static Document page(ShownPages of, String path) throws Exception {
        return Jsoup.parse(
                of.addresses().perform(get(path)).andReturn().getResponse().getContentAsString());
    }

    private static String pressed(ShownPages of, String path) throws Exception {
        var answer = of.addresses().perform(post(path)).andReturn().getResponse();
        return answer.getStatus() == 303
                ? answer.getHeader("Location")
                : Jsoup.parse(answer.getContentAsString()).select(".sb-rule").text();
    }

    @Test
    void whatIsTypedIsKeptForItsOfficerAloneUntilTheActIsMade() throws Exception {
        var matter = dossier();
        var form = first().form(matter, "comment");
        var typed = comment(form, "EXERCISE half a sentence\r\nand <more>");
        assertThat(led(first().act(matter, "comment", with(typed, "step", "keep"))))
                .isEqualTo("/eu-norway/dossier/" + matter + "#drafts");
        assertThat(first().dossier(matter.toString()).select("#drafts a").first().attr("href"))
                .isEqualTo("/eu-norway/dossier/" + matter + "/act/comment");
        assertThat(page(first(), "/eu-norway/drafts").select(".sb-rows").text())
                .contains("Write to the other party", matter.toString(), "EXERCISE matter");
        var again = first().form(matter, "comment");
        assertThat(again.select("#draft").text()).contains("You began this on");
        assertThat(again.select("#field-comment").first().wholeText())
                .isEqualTo("EXERCISE half a sentence\r\nand <more>");
        assertThat(again.select("#marking-TLP option[selected]").attr("value")).isEqualTo("GREEN");
        assertThat(second().dossier(matter.toString()).select("#drafts")).isEmpty();
        assertThat(second().form(matter, "comment").select("#field-comment").text()).isEmpty();
        assertThat(page(second(), "/eu-norway/drafts").select(".sb-rows")).isEmpty();
        typed.remove("step");
        assertThat(led(first().act(matter, "comment", typed))).contains("#act-EU-");
        assertThat(first().dossier(matter.toString()).select("#drafts")).isEmpty();
        assertThat(first().form(matter, "comment").select("#field-comment").text()).isEmpty();
    }

    @Test
    void thePageKeepsByItselfAndIsAnsweredWithOneSentence() {
        var matter = dossier();
        var typed = comment(first().form(matter, "comment"), "EXERCISE typed so far");
        var kept =
                (ResponseEntity<?>)
                        first().act(matter, "comment", with(typed, "step", "by-itself"));
        assertThat(kept.getStatusCode().value()).isEqualTo(200);
        assertThat(String.valueOf(kept.getBody())).startsWith("Kept as your draft, ");
        var long1 = with(typed, "comment", "x".repeat(400_001));
        var refused = (ResponseEntity<?>) first().act(matter, "comment", long1);
        assertThat(refused.getStatusCode().value()).isEqualTo(422);
        assertThat(String.valueOf(refused.getBody())).startsWith("A draft holds 400000 characters");
        assertThat(first().form(matter, "comment").select("#field-comment").text())
                .isEqualTo("EXERCISE typed so far");
    }

    @Test
    void aFormThatIsRefusedIsKeptTooSoThatNothingIsLostWhenThePageIsLeft() {
        var matter = dossier();
        var typed = comment(first().form(matter, "comment"), "EXERCISE unmarked");
        typed.remove("marking.TLP");
        first().refused(first().act(matter, "comment", typed));
        var form = first().form(matter, "comment");
        assertThat(form.select("#field-comment").text()).isEqualTo("EXERCISE unmarked");
        assertThat(form.select("#marking-TLP option[selected]").attr("value")).isEmpty();
    }

    @Test
    void theFormThatOpensADossierHasItsDraftAsWell() throws Exception {
        var typed =
                sent(
                        "title", "EXERCISE drafted title",
                        "area", "cyber",
                        "dates", "not yet a date",
                        "marking.TLP", "AMBER",
                        "step", "keep");
        assertThat(led(first().open("consultation", typed))).isEqualTo("/eu-norway/drafts");
        var form = first().opening("consultation", Map.of("area", "space"));
        assertThat(form.select("#field-title").attr("value")).isEqualTo("EXERCISE drafted title");
        assertThat(form.select("#field-area option[selected]").attr("value")).isEqualTo("cyber");
        assertThat(form.select("#field-dates").text()).isEqualTo("not yet a date");
        assertThat(form.select("#marking-TLP option[selected]").attr("value")).isEqualTo("AMBER");
        typed.remove("step");
        typed.set("dates", "12.3.2026");
        assertThat(led(first().open("consultation", typed))).contains("#act-EU-");
        assertThat(first().opening("consultation", Map.of()).select("#field-title").attr("value"))
                .isEmpty();
    }

    @Test
    void whatIsThrownAwayCanBeBroughtBackForAWeek() throws Exception {
        var matter = dossier();
        var typed = comment(first().form(matter, "comment"), "EXERCISE first thought");
        led(first().act(matter, "comment", with(typed, "step", "keep")));
        var button =
                first().form(matter, "comment").select("button[formaction]").attr("formaction");
        assertThat(button).matches("/eu-norway/draft/[0-9]+/throw-away");
        assertThat(pressed(second(), button)).isEqualTo("DRA-03");
        var there = pressed(first(), button);
        var back = page(first(), there).select("form.sb-notice").attr("action");
        assertThat(first().form(matter, "comment").select("#field-comment").text()).isEmpty();
        typed.set("comment", "EXERCISE second thought");
        led(first().act(matter, "comment", typed));
        assertThat(pressed(first(), back)).isEqualTo("DRA-02");
        pressed(
                first(),
                first().form(matter, "comment").select("button[formaction]").attr("formaction"));
        assertThat(pressed(second(), back)).isEqualTo("DRA-03");
        assertThat(pressed(first(), back))
                .isEqualTo("/eu-norway/dossier/" + matter + "/act/comment");
        assertThat(first().form(matter, "comment").select("#field-comment").text())
                .isEqualTo("EXERCISE first thought");
        later(Duration.ofDays(8));
        assertThat(page(first(), "/eu-norway/drafts").select("#thrown")).isEmpty();
        assertThat(first().form(matter, "comment").select("#field-comment").text())
                .isEqualTo("EXERCISE first thought");
    }

    private static void later(Duration by) {
        var clock = nodes.eu.rooms().door(java.time.InstantSource.class);
        Instant now = clock.instant();
        nodes.eu.rooms().moveTo(now.plus(by));
    }

    @Test
    void aDraftIsReadOnlyWithinTheClearanceThatItsMarkingNeeds() {
        var matter = dossier();
        var typed = comment(first().form(matter, "comment"), "EXERCISE limited");
        typed.remove("marking.TLP");
        typed.set("marking.EU", "LIMITE");
        led(first().act(matter, "comment", with(typed, "step", "keep")));
        var cleared = officer(11, "EXERCISE First", Role.DESK_OFFICER);
        var drafts = nodes.eu.rooms().door(FormDrafts.class);
        assertThat(drafts.standing(cleared, DossierNodes.EU_NORWAY))
                .anyMatch(one -> one.marking().toString().contains("LIMITE"));
        var narrowed =
                new Officer(
                        cleared.id(),
                        cleared.account(),
                        cleared.name(),
                        cleared.authority(),
                        cleared.roles(),
                        NeedToKnow.allOf(DossierNodes.EU_NORWAY),
                        Clearance.upTo(Map.of("TLP", "GREEN")),
                        true,
                        "en",
                        "auto");
        assertThat(drafts.standing(narrowed, DossierNodes.EU_NORWAY))
                .noneMatch(one -> one.marking().toString().contains("LIMITE"));
        typed.set("marking.EU", "S-UE");
        first().refused(first().act(matter, "comment", typed));
    }

    @Test
    void theSecondOfTwoOfficersReadsWhatWasDoneInBetweenAndLosesNothing() {
        var matter = dossier();
        var ours = second().form(matter, "comment");
        var answer = comment(first().form(matter, "comment"), "EXERCISE from the first");
        led(first().act(matter, "comment", answer));
        var typed = comment(ours, "EXERCISE from the second");
        var page = second().refused(second().act(matter, "comment", typed));
        assertThat(page.select("#sb-errors .sb-rule").text()).isEqualTo("PRO-07");
        assertThat(page.select("#since li")).hasSize(1);
        assertThat(page.select("#since").text())
                .contains("EU skrev", "EXERCISE First", "EXERCISE from the first");
        assertThat(page.select("#field-comment").text()).isEqualTo("EXERCISE from the second");
        var later = second().form(matter, "comment");
        assertThat(later.select("#since").text()).contains("EXERCISE from the first");
        assertThat(later.select("#field-comment").text()).isEqualTo("EXERCISE from the second");
        assertThat(led(second().act(matter, "comment", comment(page, "EXERCISE both"))))
                .contains("#act-EU-");
        assertThat(first().dossier(matter.toString()).select("#acts").text())
                .contains("EXERCISE from the first", "EXERCISE both");
    }

    @Test
    void whatTheCounterpartDidInBetweenIsSaidToo() {
        var matter = dossier();
        nodes.toNorway();
        var form = first().form(matter, "comment");
        nodes.no.acted(matter, "comment", Map.of("comment", "EXERCISE from Norway"));
        nodes.toTheEu();
        var page =
                first().refused(
                                first().act(
                                                matter,
                                                "comment",
                                                comment(form, "EXERCISE typed meanwhile")));
        assertThat(page.select("#since").text())
                .contains("Norway wrote", "EXERCISE from Norway")
                .doesNotContain("EXERCISE matter");
    }
}
