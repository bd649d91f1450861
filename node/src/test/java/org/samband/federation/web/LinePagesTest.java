// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.samband.act.Outcome;
import org.samband.federation.Deliveries;
import org.samband.federation.Holds;
import org.samband.federation.LineChecks;
import org.samband.federation.LinkStates;
import org.samband.federation.SegmentFiles;
import org.samband.federation.TestLink;
import org.samband.label.Clearance;
import org.samband.ledger.EntryProofs;
import org.samband.ledger.LedgerExport;
import org.samband.ledger.LedgerKeys;
import org.samband.ledger.Ledgers;
import org.samband.node.TestRooms;
import org.samband.parties.Appointment;
import org.samband.parties.NeedToKnow;
import org.samband.parties.Officer;
import org.samband.parties.OfficerId;
import org.samband.parties.Officers;
import org.samband.parties.Role;
import org.samband.parties.SecurityEvent;
import org.samband.parties.SecurityLog;
import org.samband.parties.Sight;
import org.samband.parties.Sights;
import org.samband.proof.ExportVerification;
import org.samband.proof.Verification;
import org.samband.proof.VerifyProgram;
import org.samband.web.Frame;
import org.samband.web.NotFound;
import org.samband.web.Page;
import org.samband.web.WordFiles;
import org.samband.web.Words;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/// The page *The line* as it is sent to a browser, and the export.
@NullUnmarked // what is missing fails the test
class LinePagesTest {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final WordFiles FILES = new WordFiles();

    @TempDir private static Path folder;
    private static TestLink link;
    private static LinePages pages;

    @BeforeAll
    static void twoNodesThatHaveSpoken() {
        link = new TestLink(folder);
        link.eu.with("parties");
        link.openEu(TestRooms.partnerships("EU"));
        link.openNo();
        appoint(link.eu, "EEAS");
        TestLink.act(link.eu, "EXERCISE one");
        TestLink.within(SOON, () -> TestLink.receipted(link.eu) == 1);
        link.no.door(Deliveries.class).stop();
        TestLink.act(link.eu, "EXERCISE two");
        TestLink.within(SOON, () -> text(auditor(), "en").contains("cannot be reached"));
    }

    @AfterAll
    static void close() {
        link.close();
    }

    static OfficerId appoint(TestRooms node, String authority) {
        var wanted =
                new Appointment(
                        "exercise",
                        "Exercise Officer",
                        authority,
                        Set.of(Role.AUDITOR),
                        NeedToKnow.allOf(TestRooms.PARTNERSHIP),
                        Clearance.upTo(Map.of("TLP", "AMBER")),
                        "en");
        var brought =
                node.door(Sights.class)
                        .within(Sight.NODE, () -> node.door(Officers.class).bring(wanted));
        return ((Outcome.Accepted<Officer>) brought).value().id();
    }

    private static LinePage page(TestRooms eu) {
        return new LinePage(
                eu.door(LinkStates.class),
                eu.door(SegmentFiles.class),
                eu.door(LineChecks.class),
                eu.door(Sights.class),
                TestRooms.partnerships("EU"));
    }

    private static LinePages pages() {
        if (pages == null) {
            var eu = link.eu;
            pages =
                    new LinePages(
                            page(eu),
                            eu.door(LinkStates.class),
                            eu.door(LineChecks.class),
                            eu.door(Ledgers.class),
                            eu.door(LedgerExport.class),
                            eu.door(EntryProofs.class),
                            eu.door(Sights.class),
                            TestRooms.partnerships("EU"),
                            eu.door(SecurityLog.class),
                            eu.door(InstantSource.class));
        }
        return pages;
    }

    @Test
    @Holds("FEDERATION-50")
    void anOfficerReadsHowTheLineStands() {
        var page = page(auditor(), "en");
        assertThat(page.select("h1").text()).isEqualTo("The line");
        assertThat(page.select(".sb-pill").first().text()).isEqualTo("Counterpart not reached");
        assertThat(page.text())
                .contains("1 of our entries waits for its receipt")
                .contains("FED-14")
                .contains("Our fingerprint");
        assertThat(page.select(".sb-table tbody tr").first().select("td").eachText())
                .contains("2", "1");
        assertThat(page.select("a[href$=/line/export]")).hasSize(1);
        assertThat(page.select("#roots pre").first().wholeText())
                .startsWith("samband/eu-norway/EU\n1\n")
                .contains("— samband/eu-norway/EU ", "— samband/eu-norway/NO ");
    }

    @Test
    void itIsThereInNorwegian() {
        assertThat(text(auditor(), "nb"))
                .contains("Motparten nås ikke")
                .contains("kan ikke nås")
                .contains("1 av våre innførsler venter på kvittering")
                .doesNotContain("federation.");
    }

    @Test
    @Holds({"FEDERATION-50", "FEDERATION-51"})
    void whoDoesNotSeeAllSeesNoNumbersAndGetsNoExport() throws Exception {
        var officer = officer(Role.AUDITOR, NeedToKnow.allOf(TestRooms.PARTNERSHIP), Map.of());
        var page = page(officer, "en");
        assertThat(page.select(".sb-table")).isEmpty();
        assertThat(page.text()).contains("Numbers are shown to officers who may see every record");
        assertThat(page.select("a[href$=/line/export]")).isEmpty();
        var response = export(officer);
        assertThat(response.getRedirectedUrl()).isEqualTo("/eu-norway/line?export=refused");
        assertThat(response.getContentAsByteArray()).isEmpty();
        assertThat(
                        html(
                                        pages().line(
                                                        TestRooms.PARTNERSHIP,
                                                        "refused",
                                                        officer,
                                                        words("en")),
                                        "en")
                                .select(".sb-errors")
                                .text())
                .contains("FED-17");
    }

    @Test
    void whoHasNoNeedToKnowLearnsNothing() {
        var stranger = officer(Role.AUDITOR, NeedToKnow.NOTHING, Map.of("TLP", "AMBER"));
        assertThatThrownBy(() -> page(stranger, "en")).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> export(stranger)).isInstanceOf(NotFound.class);
        var registry =
                officer(
                        Role.REGISTRY_OFFICER,
                        NeedToKnow.allOf(TestRooms.PARTNERSHIP),
                        Map.of("TLP", "AMBER"));
        assertThatThrownBy(() -> export(registry)).isInstanceOf(NotFound.class);
    }

    @Test
    @Holds("FEDERATION-51")
    void anExportBearsItsMarkingInItsNameIsNotedAndHolds() throws Exception {
        var response = export(auditor());
        assertThat(response.getHeader("Content-Disposition"))
                .contains("eu-norway-EU-2026-03-02-TLP-GREEN.samband");
        assertThat(response.getHeader("Samband-Marking")).isEqualTo("TLP:GREEN");
        assertThat(
                        ExportVerification.of(
                                new ByteArrayInputStream(response.getContentAsByteArray()),
                                entries -> {}))
                .isInstanceOf(Verification.Holds.class);
        assertThat(link.eu.door(SecurityLog.class).read(auditor(), SecurityLog.Filter.ALL, 1, 10))
                .anyMatch(line -> line.note().event() == SecurityEvent.EXPORT_MADE);
    }

    /// Source: spec/ledger/README.md, LEDGER-29.
    @Test
    void theProofOfOneEntryIsMarkedNotedAndHoldsUnderTheReceiptedCheckpoint() throws Exception {
        var response = proof(auditor(), "EU", 1);
        assertThat(response.getHeader("Content-Disposition"))
                .contains("eu-norway-EU-1-TLP-GREEN.tlog-proof");
        assertThat(response.getHeader("Samband-Marking")).isEqualTo("TLP:GREEN");
        assertThat(verified(response))
                .startsWith("0 ")
                .contains("receipted by samband/eu-norway/NO");
        assertThat(verified(proof(auditor(), "EU", 2)))
                .startsWith("0 ")
                .contains("which had 2 entries then", "that it was received is not proved");
        assertThat(link.eu.door(SecurityLog.class).read(auditor(), SecurityLog.Filter.ALL, 1, 10))
                .anyMatch(line -> line.note().toString().contains("eu-norway-EU-1-TLP-GREEN"));
    }

    @Test
    void noProofOfWhatIsNotThereOrByWhoMayNotExport() throws Exception {
        for (var number : List.of(-1L, 0L, 3L, Long.MAX_VALUE)) {
            assertThatThrownBy(() -> proof(auditor(), "EU", number)).isInstanceOf(NotFound.class);
        }
        assertThatThrownBy(() -> proof(auditor(), "XX", 1)).isInstanceOf(NotFound.class);
        var blind = officer(Role.AUDITOR, NeedToKnow.allOf(TestRooms.PARTNERSHIP), Map.of());
        var response = proof(blind, "EU", 1);
        assertThat(response.getRedirectedUrl()).isEqualTo("/eu-norway/line?export=refused");
        assertThat(response.getContentAsByteArray()).isEmpty();
        var registry =
                officer(
                        Role.REGISTRY_OFFICER,
                        NeedToKnow.allOf(TestRooms.PARTNERSHIP),
                        Map.of("TLP", "AMBER"));
        assertThatThrownBy(() -> proof(registry, "EU", 1)).isInstanceOf(NotFound.class);
    }

    private static MockHttpServletResponse proof(Officer officer, String party, long number)
            throws Exception {
        var response = new MockHttpServletResponse();
        pages().proof(
                        TestRooms.PARTNERSHIP,
                        party,
                        number,
                        officer,
                        new MockHttpServletRequest(),
                        response);
        return response;
    }

    /// What the auditor's program says of a file, with the keys of both.
    private static String verified(MockHttpServletResponse response) throws Exception {
        var file = Files.write(folder.resolve("act"), response.getContentAsByteArray());
        var screen = new ByteArrayOutputStream();
        var pair = link.eu.door(Ledgers.class).pair(TestRooms.PARTNERSHIP).orElseThrow();
        var keys = link.eu.door(LedgerKeys.class);
        int code =
                VerifyProgram.run(
                        new String[] {
                            "--key",
                            keys.of(pair, pair.shared()).getFirst().key().toString(),
                            "--key",
                            keys.of(pair, pair.counterparts()).getFirst().key().toString(),
                            file.toString()
                        },
                        new PrintStream(screen, true, StandardCharsets.UTF_8));
        return code + " " + screen.toString(StandardCharsets.UTF_8);
    }

    @Test
    @Holds("FEDERATION-53")
    void aCheckIsMadeAtOnceAndKept() {
        assertThat(pages().check(TestRooms.PARTNERSHIP, auditor()))
                .isEqualTo("redirect:/eu-norway/line#checks");
        TestLink.within(
                SOON, () -> text(auditor(), "en").contains("every root, signature and receipt"));
        assertThat(text(auditor(), "nb")).contains("Holder").contains("2 innførsler");
        var blind = officer(Role.AUDITOR, NeedToKnow.allOf(TestRooms.PARTNERSHIP), Map.of());
        assertThat(text(blind, "en")).doesNotContain("Check now");
        assertThatThrownBy(() -> pages().check(TestRooms.PARTNERSHIP, blind))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void anAdministratorReadsTheDetail() {
        var administrator =
                officer(Role.ADMINISTRATOR, NeedToKnow.allOf(TestRooms.PARTNERSHIP), Map.of());
        assertThat(text(administrator, "en")).contains("Facts: address = 127.0.0.1");
        assertThat(text(auditor(), "en")).doesNotContain("Facts:");
    }

    @Test
    @Holds("FEDERATION-52")
    void onlyAnAdministratorLetsAHeldLineGoOn() throws Exception {
        var answer = pages().looked(TestRooms.PARTNERSHIP, auditor(), words("en"));
        assertThat(((Page) answer).status()).isEqualTo(403);
        var administrator =
                officer(Role.ADMINISTRATOR, NeedToKnow.allOf(TestRooms.PARTNERSHIP), Map.of());
        assertThat(pages().looked(TestRooms.PARTNERSHIP, administrator, words("en")))
                .isEqualTo("redirect:/eu-norway/line");
    }

    private static MockHttpServletResponse export(Officer officer) throws Exception {
        var response = new MockHttpServletResponse();
        pages().export(TestRooms.PARTNERSHIP, officer, new MockHttpServletRequest(), response);
        return response;
    }

    private static Officer auditor() {
        return officer(
                Role.AUDITOR, NeedToKnow.allOf(TestRooms.PARTNERSHIP), Map.of("TLP", "AMBER"));
    }

    static Officer officer(Role role, NeedToKnow known, Map<String, String> levels) {
        return new Officer(
                new OfficerId(1),
                "exercise",
                "Exercise Officer",
                "EEAS",
                Set.of(role),
                known,
                Clearance.upTo(levels),
                true,
                "en",
                "auto");
    }

    static Words words(String language) {
        return FILES.in(language, ZoneId.of("Europe/Brussels"));
    }

    private static String text(Officer officer, String language) {
        return page(officer, language).text();
    }

    private static Document page(Officer officer, String language) {
        return html(pages().line(TestRooms.PARTNERSHIP, "", officer, words(language)), language);
    }

    static Document html(Page page, String language) {
        var profile = TestRooms.partnerships("EU").profiles().getFirst();
        var values = new LinkedHashMap<>(page.values());
        values.put(
                "frame",
                new Frame(
                        words(language),
                        page.title(),
                        Optional.of(auditor()),
                        Optional.of(profile),
                        List.of(profile),
                        List.of(),
                        List.of(),
                        "EXERCISE",
                        "/",
                        "auto",
                        Optional.empty(),
                        new Frame.Csrf("", ""),
                        file -> "/static/" + file));
        var html = new StringOutput();
        TemplateEngine.createPrecompiled(ContentType.Html).render(page.template(), values, html);
        return Jsoup.parse(html.toString());
    }
}
