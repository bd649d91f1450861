// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.samband.commitment.Standings;
import org.samband.instrument.Commitment;
import org.samband.instrument.InstrumentFile;
import org.samband.node.TestRooms;
import org.samband.parties.PartyCode;
import org.samband.parties.Profile;

/// Every commitment of the instrument has a procedure that an officer can start and whose acts move
/// its standing. `docs/coverage.md` is made from it. Source: issue 4; design section 4.
class CoverageTest {
    private static final Path DOCUMENT = Path.of("../docs/coverage.md");
    private static final Profile PROFILE = TestRooms.partnerships("EU").profiles().getFirst();
    private static final Procedures PROCEDURES = new Procedures();
    private static final LocalDate EFFECT = LocalDate.of(2027, 1, 15);
    private static final LocalDate TODAY = LocalDate.of(2027, 12, 1);
    private static final Map<String, List<DossierState>> WALKS = new HashMap<>();

    /// Commitments whose standing follows from the text or waits for a condition alone.
    private static final List<String> STAND_BY_THEMSELVES = List.of("p10.s1", "p11.s1", "p12.s1");

    static List<Commitment> commitments() throws IOException {
        var folder = Path.of("../spec/instrument/eu-norway-2024");
        return InstrumentFile.read(
                        Files.readAllBytes(folder.resolve("instrument.json")),
                        Files.readAllBytes(folder.resolve("commitments.json")))
                .commitments();
    }

    private static List<DossierState> walks(Procedure procedure) {
        return WALKS.computeIfAbsent(procedure.id(), _ -> Walks.all(procedure));
    }

    /// Acts that are evidence for a commitment, by procedure.
    private static Map<Procedure, List<String>> serving(String commitment) {
        var serving =
                new TreeMap<Procedure, List<String>>(java.util.Comparator.comparing(Procedure::id));
        for (var procedure : PROCEDURES.all()) {
            var binding = Binding.of(PROFILE, procedure.id()).orElseThrow();
            var acts =
                    procedure.acts().stream()
                            .map(ActForm::name)
                            .filter(act ->
                                    binding.served(act, List.of(commitment)).contains(commitment))
                            .toList();
            if (!acts.isEmpty()) {
                serving.put(procedure, acts);
            }
        }
        return serving;
    }

    /// The evidence of a walk, whose dossier names this commitment.
    private static List<Evidence> evidence(DossierState walk, String commitment) {
        var binding = Binding.of(PROFILE, walk.procedure().id()).orElseThrow();
        var named = new HashMap<String, List<String>>();
        binding.chosen()
                .forEach((act, ids) -> {
                    if (ids.contains(commitment)) {
                        named.put(act, List.of(Walks.SUBJECT));
                    }
                });
        var asNamed =
                new Binding(
                        binding.roles(),
                        binding.commitments(),
                        named,
                        binding.area(),
                        binding.zones());
        return Evidence.of(
                        TestRooms.PARTNERSHIP,
                        walk.acts().getFirst().act().ref(),
                        "EXERCISE",
                        walk,
                        asNamed)
                .stream()
                .filter(one ->
                        one.commitment().equals(commitment)
                                || one.commitment().equals(Walks.SUBJECT))
                .toList();
    }

    private static java.util.Set<String> openers(Procedure procedure) {
        var binding = Binding.of(PROFILE, procedure.id()).orElseThrow();
        var codes = new TreeSet<String>();
        for (var party : PROFILE.parties()) {
            PartyCode code = party.code();
            var roles = new Roles(binding.roles(), code, code);
            if (procedure.openings().stream().anyMatch(act -> roles.includes(act.by(), code))) {
                codes.add(code.value());
            }
        }
        return codes;
    }

    @ParameterizedTest
    @MethodSource("commitments")
    void aCommitmentHasAProcedureThatCanBeStarted(Commitment commitment) {
        var serving = serving(commitment.id());
        assertThat(serving).as("%s %s", commitment.id(), commitment.words()).isNotEmpty();
        assertThat(serving.keySet()).allSatisfy(one -> assertThat(openers(one)).isNotEmpty());
    }

    @ParameterizedTest
    @MethodSource("commitments")
    void whatServesACommitmentMovesItsStanding(Commitment commitment) {
        var before = Standings.of(commitment, List.of(), TODAY, EFFECT).word();
        var words = new HashSet<String>();
        for (var procedure : serving(commitment.id()).keySet()) {
            var all =
                    walks(procedure).stream()
                            .map(walk -> evidence(walk, commitment.id()))
                            .filter(one -> !one.isEmpty())
                            .toList();
            assertThat(all)
                    .as("%s gives evidence for %s", procedure.id(), commitment.id())
                    .isNotEmpty();
            all.forEach(one -> words.add(Standings.of(commitment, one, TODAY, EFFECT).word()));
        }
        if (STAND_BY_THEMSELVES.contains(commitment.id())) {
            assertThat(words).containsExactly(before);
        } else {
            assertThat(words)
                    .as("%s was %s", commitment.id(), before)
                    .anyMatch(word -> !word.equals(before));
        }
    }

    @Test
    void explorationsFindAResultAndTheNewDialogueIsEstablishedAndCanBePausedByBoth()
            throws IOException {
        for (var commitment : commitments()) {
            var words = new TreeSet<String>();
            for (var procedure : serving(commitment.id()).keySet()) {
                walks(procedure)
                        .forEach(walk ->
                                words.add(
                                        Standings.of(
                                                        commitment,
                                                        evidence(walk, commitment.id()),
                                                        TODAY,
                                                        EFFECT)
                                                .word()));
            }
            switch (commitment.undertaking()) {
                case WILL_EXPLORE, WILL_CONSIDER ->
                        assertThat(words)
                                .as(commitment.id())
                                .contains("under-exploration", "explored");
                case MAY_WHERE_APPROPRIATE, IS_WELCOME_TO ->
                        assertThat(words).as(commitment.id()).contains("used");
                default -> assertThat(words).isNotEmpty();
            }
            if (commitment.id().equals("p39.s1")) {
                assertThat(words).contains("established", "suspended");
            }
            if (commitment.id().equals("p15.s1")) {
                assertThat(words).contains("not-triggered", "due", "active");
            }
        }
    }

    @Test
    void theDocumentSaysWhatServesEachCommitment() throws IOException {
        var text = document();
        var same = Files.exists(DOCUMENT) && Files.readString(DOCUMENT).equals(text);
        if (!same) {
            Files.writeString(DOCUMENT, text);
        }
        assertThat(same).as("written anew: docs/coverage.md").isTrue();
    }

    private static String document() throws IOException {
        var rows = new ArrayList<String>();
        for (var commitment : commitments()) {
            rows.add(row(commitment));
        }
        return """
        <!-- Made by CoverageTest; do not edit. -->
        # What serves each commitment

        One line for each commitment of the instrument: the procedures by which it is carried out with the acts that count for it, who opens them, and the pages. Where *(named)* stands, they count if the dossier names the commitment. `CoverageTest` plays every procedure of every line from its opening to each of these acts and holds that the standing moves; `ConvergencePropertiesTest` plays it between two nodes whose acts cross; `EveryParagraphTest` plays the sample year form by form on the pages of two running nodes, and finds evidence for each commitment at both.

        | commitment | undertaking | procedures and acts that count | opened by | pages |
        | --- | --- | --- | --- | --- |
        %s
        """
                .formatted(String.join("\n", rows));
    }

    private static String row(Commitment commitment) {
        var id = commitment.id();
        var title = Objects.requireNonNull(PROFILE.commitments().get(id)).en();
        var cells = new ArrayList<String>();
        var opened = new ArrayList<String>();
        serving(id)
                .forEach((procedure, acts) -> {
                    var chosen =
                            Binding.of(PROFILE, procedure.id())
                                    .orElseThrow()
                                    .commitments()
                                    .values()
                                    .stream()
                                    .noneMatch(ids -> ids.contains(id));
                    var titles =
                            acts.stream()
                                    .map(act -> procedure.act(act).orElseThrow().title().en())
                                    .toList();
                    cells.add(
                            "[%s](procedures/%s.md): %s%s"
                                    .formatted(
                                            procedure.title().en(),
                                            procedure.id(),
                                            String.join(", ", titles),
                                            chosen ? " *(named)*" : ""));
                    opened.add(String.join(", ", openers(procedure)));
                });
        var area =
                PROFILE.areaOfHeading(String.valueOf(commitment.area())).orElseThrow().shortName();
        return "| %s %s | %s | %s | %s | %s |"
                .formatted(
                        id,
                        title,
                        commitment.undertaking(),
                        String.join("<br>", cells),
                        String.join("<br>", opened),
                        Stream.of("commitment/" + id, "area/" + area)
                                .map(page -> "`/" + PROFILE.id() + "/" + page + "`")
                                .toList()
                                .toString()
                                .replaceAll("[\\[\\]]", ""));
    }
}
