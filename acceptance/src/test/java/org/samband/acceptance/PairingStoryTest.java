// SPDX-License-Identifier: EUPL-1.2
package org.samband.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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

/// Two nodes that were never told of each other are paired on their pages while they run, and what
/// was made before comes over.
@Tag("slow")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PairingStoryTest {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String PAIR = "/pairs/eu-norway";

    @TempDir static Path folder;

    private static TwoNodes nodes;
    private static Visitor eu;
    private static Visitor norway;

    @BeforeAll
    static void startBothAlone() {
        nodes = TwoNodes.unpaired(folder);
        eu = nodes.officer(nodes.eu(), "admin");
        norway = nodes.officer(nodes.norway(), "admin");
    }

    @AfterAll
    static void close() {
        nodes.close();
    }

    @Test
    @Order(1)
    void alone() {
        var desk = nodes.officer(nodes.eu(), "desk");
        desk.submit(
                desk.get("/eu-norway/open/forum-invitation"),
                "title",
                "EXERCISE: made before the pair",
                "edition",
                "EXERCISE edition",
                "begins",
                LocalDate.now(ZoneOffset.UTC).plusDays(60).toString());
        assertThat(desk.get("/eu-norway/line").text()).contains("Pair not set up");
        assertThat(desk.answer("/pairs").statusCode()).isEqualTo(404);
        assertThat(eu.get("/pairs").text()).contains("Not set up");
    }

    /// The fingerprints that a page shows: theirs, then ours.
    private static List<String> digits(Document page) {
        return page.select(".sb-digits").eachText();
    }

    @Test
    @Order(2)
    void eachSideTakesTheOthersInvitationAndComparesAloud() throws IOException {
        var ofNorway = norway.get(PAIR).select("#invitation").text();
        var compare = eu.uploadText(eu.get(PAIR), "text", ofNorway);
        var theyRead = digits(compare).getFirst();
        var youRead = digits(compare).getLast();
        var done = eu.submit(compare, "compared", "true", "with", "Kari Nordmann (EXERCISE), UD");
        assertThat(done.text()).contains("is set up").contains(theyRead);

        var file = folder.resolve("eu.pair");
        Files.write(file, eu.download(PAIR + "/invitation"));
        var there = norway.upload(norway.get(PAIR), "file", file);
        assertThat(digits(there).getFirst()).isEqualTo(youRead);
        assertThat(digits(there).getLast()).isEqualTo(theyRead);
        norway.submit(there, "compared", "true", "with", "Elin Marsk (EXERCISE), EEAS");
    }

    @Test
    @Order(3)
    void theLineBeginsWithoutANewStart() {
        var desk = nodes.officer(nodes.norway(), "desk");
        Waiting.until(
                PATIENCE,
                () -> desk.get("/eu-norway/dossiers").text(),
                () -> desk.get("/eu-norway/dossiers").text().contains("made before the pair"));
        assertThat(eu.get("/security-log").text())
                .contains("Pair set up")
                .contains("Kari Nordmann (EXERCISE), UD");
    }
}
