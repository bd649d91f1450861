// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.samband.commitment.ExercisePact;
import org.samband.commitment.Served;
import org.samband.node.TestRooms;
import org.samband.parties.Area;
import org.samband.parties.Role;
import org.samband.procedure.DossierNodes;
import org.samband.procedure.Opening;
import org.samband.procedure.Openings;
import org.springframework.test.web.servlet.MockMvc;

/// From a paragraph, an area, the calendar and the search an officer of either party is at the form
/// of every procedure that the officer can start within two clicks. Source: issue 4, "A start from
/// anywhere".
class TwoClicksTest {
    private static final Pattern FORM = Pattern.compile("^/eu-norway/open/([a-z-]+)(\\?.*)?$");

    /// It is about one act that is evidence: it starts from there.
    private static final Set<String> FROM_ITS_EVIDENCE = Set.of("evidence-dispute");

    /// About the text and the record, in no area: they start from the paragraph.
    private static final Set<String> IN_NO_AREA =
            Set.of(
                    "instrument-adoption",
                    "commitment-correction",
                    "evidence-addition",
                    "evidence-dispute");

    @TempDir private static Path folder;
    private static ExercisePact pact;
    private static List<Walk> walks;

    /// The pages of one party's node.
    private record Walk(DossierNodes.Node node, MockMvc pages) {

        Document page(String path) {
            try {
                var answer =
                        pages.perform(get(java.net.URI.create(path))).andReturn().getResponse();
                assertThat(answer.getStatus()).as(path).isEqualTo(200);
                return Jsoup.parse(answer.getContentAsString(StandardCharsets.UTF_8));
            } catch (Exception broken) {
                throw new AssertionError(path, broken);
            }
        }

        List<Opening> startable() {
            return node.rooms().door(Openings.class).of(DossierNodes.EU_NORWAY).stream()
                    .filter(one -> one.act().flatMap(act -> act.roleOf(officer(node))).isPresent())
                    .toList();
        }

        Set<String> all(Set<String> without) {
            return startable().stream()
                    .map(one -> one.procedure().id())
                    .filter(id -> !without.contains(id))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static org.samband.parties.Officer officer(DossierNodes.Node node) {
        return node.officer(Role.DESK_OFFICER, Role.AREA_LEAD, Role.HEAD);
    }

    @BeforeAll
    static void openBothNodes() {
        pact = ExercisePact.open(folder, TestRooms.partnerships("EU").profiles().getFirst());
        walks =
                Stream.of(pact.eu, pact.no)
                        .map(side -> new DossierNodes.Node(side.party(), side.rooms()))
                        .map(node ->
                                new Walk(
                                        node,
                                        new ShownPages(node, officer(node), "en")
                                                .addresses(node.rooms().pages())))
                        .toList();
    }

    @AfterAll
    static void closeBothNodes() {
        pact.close();
    }

    private static Set<String> forms(Document page) {
        var found = new TreeSet<String>();
        for (var link : page.select("main a[href], a[href]").eachAttr("href")) {
            var form = FORM.matcher(link);
            if (form.matches()) {
                found.add(form.group(1));
            }
        }
        return found;
    }

    @Test
    void fromAParagraph() {
        for (var walk : walks) {
            var commitments =
                    walk.page("/eu-norway/text").select("article a[href]").eachAttr("href").stream()
                            .filter(link -> link.startsWith("/eu-norway/commitment/"))
                            .distinct()
                            .toList();
            assertThat(commitments).hasSizeGreaterThan(40);
            var reached = new TreeSet<String>();
            commitments.forEach(link -> reached.addAll(forms(walk.page(link))));
            assertThat(reached).containsAll(walk.all(FROM_ITS_EVIDENCE));
        }
    }

    @Test
    void fromAnArea() {
        for (var walk : walks) {
            var reached = new TreeSet<String>();
            TestRooms.partnerships("EU").profiles().getFirst().areas().stream()
                    .map(Area::shortName)
                    .forEach(area -> reached.addAll(forms(walk.page("/eu-norway/area/" + area))));
            assertThat(reached).containsAll(walk.all(IN_NO_AREA));
        }
    }

    @Test
    void fromTheCalendarWithItsDay() {
        for (var walk : walks) {
            var calendar = walk.page("/eu-norway/calendar");
            assertThat(calendar.select("form[action=/eu-norway/open] [name=on]")).hasSize(1);
            var chosen = walk.page("/eu-norway/open?on=2026-05-04");
            assertThat(forms(chosen)).containsAll(walk.all(Set.of()));
            assertThat(chosen.select("a[href^=/eu-norway/open/]").eachAttr("href"))
                    .allMatch(link -> link.endsWith("?on=2026-05-04"));
        }
    }

    @Test
    void fromTheSearchInBothLanguages() {
        for (var walk : walks) {
            var missing = new TreeMap<String, String>();
            for (var opening : walk.startable()) {
                var title = opening.procedure().title();
                for (var said : List.of(title.en(), title.nb())) {
                    var asked = URLEncoder.encode(said, StandardCharsets.UTF_8);
                    if (!forms(walk.page("/eu-norway/search?q=" + asked))
                            .contains(opening.procedure().id())) {
                        missing.put(opening.procedure().id(), said);
                    }
                }
            }
            assertThat(missing).isEmpty();
        }
    }

    @Test
    void noCommitmentRestsOnAProcedureThatNoOfficerCanStart() {
        var profile = TestRooms.partnerships("EU").profiles().getFirst();
        var startable = new TreeSet<String>();
        walks.forEach(walk -> startable.addAll(walk.all(Set.of())));
        var serving = new TreeSet<String>();
        Served.of(profile)
                .commitments()
                .forEach((procedure, commitments) -> {
                    if (!commitments.isEmpty()) {
                        serving.add(procedure);
                    }
                });
        assertThat(startable).hasSizeGreaterThan(40).containsAll(serving);
    }

    @Test
    void whatIsReachedIsTheForm() {
        for (var walk : walks) {
            for (var opening : walk.startable()) {
                var id = opening.procedure().id();
                assertThat(
                                walk.page("/eu-norway/open/" + id)
                                        .select("form[action=/eu-norway/open/" + id + "]"))
                        .as(id)
                        .hasSize(1);
            }
        }
    }
}
