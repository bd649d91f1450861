// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.samband.federation.Deliveries;
import org.samband.federation.Holds;
import org.samband.federation.LineChecks;
import org.samband.federation.LinkStates;
import org.samband.federation.SegmentFileRule;
import org.samband.federation.SegmentFiles;
import org.samband.federation.TestLink;
import org.samband.node.TestRooms;
import org.samband.parties.NeedToKnow;
import org.samband.parties.Officer;
import org.samband.parties.Role;
import org.samband.parties.SecurityEvent;
import org.samband.parties.SecurityLog;
import org.samband.parties.Sights;
import org.samband.web.NotFound;
import org.samband.web.Page;
import org.samband.web.Refusals;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.web.multipart.MultipartFile;

/// Files that officers take out and bring in on the page of the line.
@NullUnmarked // what is missing fails the test
class SegmentFilePagesTest {
    @TempDir private static Path folder;
    private static TestLink link;

    @BeforeAll
    static void twoNodesWithTheLineCut() {
        link = new TestLink(folder);
        link.eu.with("parties");
        link.no.with("parties");
        link.openEu(TestRooms.partnerships("EU"));
        link.openNo(TestRooms.partnerships("NO"));
        LinePagesTest.appoint(link.eu, "EEAS");
        LinePagesTest.appoint(link.no, "UD");
        link.eu.door(Deliveries.class).stop();
        link.no.door(Deliveries.class).stop();
        TestLink.act(link.eu, "EXERCISE carried");
    }

    @AfterAll
    static void close() {
        link.close();
    }

    private static SegmentFilePages pages(TestRooms node, String party) {
        return new SegmentFilePages(
                new LinePage(
                        node.door(LinkStates.class),
                        node.door(SegmentFiles.class),
                        node.door(LineChecks.class),
                        node.door(Sights.class),
                        TestRooms.partnerships(party)),
                node.door(SegmentFiles.class),
                node.door(LinkStates.class),
                node.door(Sights.class),
                node.door(SecurityLog.class));
    }

    private static Officer registry(Map<String, String> clearance) {
        return LinePagesTest.officer(
                Role.REGISTRY_OFFICER, NeedToKnow.allOf(TestRooms.PARTNERSHIP), clearance);
    }

    private static Object make(Officer officer) throws IOException {
        return make(officer, Optional.empty());
    }

    private static Object make(Officer officer, Optional<String> back) throws IOException {
        return pages(link.eu, "EU")
                .make(
                        TestRooms.PARTNERSHIP,
                        0,
                        1,
                        back,
                        officer,
                        LinePagesTest.words("en"),
                        new MockHttpServletRequest());
    }

    private static Page take(String language, MultipartFile... files) throws Exception {
        return (Page)
                pages(link.no, "NO")
                        .take(
                                TestRooms.PARTNERSHIP,
                                List.of(files),
                                registry(Map.of("TLP", "AMBER")),
                                LinePagesTest.words(language),
                                new MockHttpServletRequest());
    }

    @Test
    @Holds("FEDERATION-68")
    void aFileBearsItsMarkingIsNotedAndIsTakenOnTheOtherSide() throws Exception {
        var made = (ResponseEntity<?>) make(registry(Map.of("TLP", "AMBER")));
        assertThat(made.getHeaders().getFirst("Content-Disposition"))
                .contains("eu-norway-EU-000001-000001-TLP-GREEN.asice");
        assertThat(made.getHeaders().getFirst("Samband-Marking")).isEqualTo("TLP:GREEN");
        var file =
                new MockMultipartFile(
                        "files",
                        "C:\\carried\\x.asice",
                        null,
                        ((Resource) made.getBody()).getContentAsByteArray());
        var broken = new MockMultipartFile("files", "y.asice", null, new byte[] {1, 2});
        var page = LinePagesTest.html(take("en", file, broken), "en");
        assertThat(page.text())
                .contains("x.asice")
                .doesNotContain("C:\\")
                .contains("1 new entry")
                .contains("FIL-01");
        assertThat(LinePagesTest.html(take("nb", file, broken), "nb").text())
                .contains("Var her fra før")
                .contains("Filen er ingen segmentfil")
                .doesNotContain("federation.");
        var auditor =
                LinePagesTest.officer(
                        Role.AUDITOR, NeedToKnow.allOf(TestRooms.PARTNERSHIP), Map.of());
        assertThat(events(link.eu, auditor)).contains(SecurityEvent.FILE_TAKEN_OUT);
        assertThat(events(link.no, auditor)).contains(SecurityEvent.FILE_BROUGHT_IN);
    }

    private static List<SecurityEvent> events(TestRooms node, Officer auditor) {
        return node.door(SecurityLog.class).read(auditor, SecurityLog.Filter.ALL, 1, 50).stream()
                .map(line -> line.note().event())
                .toList();
    }

    @Test
    void whoBringsNothingIsAskedForAFile() throws Exception {
        var page = take("en", new MockMultipartFile("files", new byte[0]));
        assertThat(page.status()).isEqualTo(422);
        assertThat(((Refusals) page.values().get("refusals")).at("files").orElseThrow().rule())
                .isEqualTo(SegmentFileRule.NO_FILE);
        assertThat(LinePagesTest.html(page, "en").select("#refusal-files").text())
                .contains("Choose one or more");
    }

    @Test
    @Holds("FEDERATION-71")
    void whoGivesBackWhatIsNotHeldIsToldOnTheField() throws IOException {
        for (var typed : List.of("", "x", "0", "7")) {
            var page = (Page) make(registry(Map.of("TLP", "AMBER")), Optional.of(typed));
            assertThat(page.status()).isEqualTo(422);
            var html = LinePagesTest.html(page, "en");
            assertThat(html.select("#refusal-back").text()).contains("this node holds 0");
            assertThat(html.select("details[open] #field-back")).hasSize(1);
        }
    }

    @Test
    @Holds("FEDERATION-68")
    void whoDoesNotSeeAllOrHasNotThePowerGetsNoFile() throws IOException {
        var page = (Page) make(registry(Map.of()));
        assertThat(page.status()).isEqualTo(403);
        assertThat(((Refusals) page.values().get("refusals")).all().getFirst().rule())
                .isEqualTo(SegmentFileRule.NOT_ALL_SEEN);
        var auditor =
                LinePagesTest.officer(
                        Role.AUDITOR,
                        NeedToKnow.allOf(TestRooms.PARTNERSHIP),
                        Map.of("TLP", "AMBER"));
        assertThatThrownBy(() -> make(auditor)).isInstanceOf(NotFound.class);
        var stranger =
                LinePagesTest.officer(
                        Role.REGISTRY_OFFICER, NeedToKnow.NOTHING, Map.of("TLP", "AMBER"));
        assertThatThrownBy(() -> make(stranger)).isInstanceOf(NotFound.class);
    }
}
