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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.samband.commitment.Standings;
import org.samband.instrument.Commitment;
import org.samband.instrument.InstrumentFile;
import org.samband.node.TestRooms;
import org.samband.parties.PartyCode;
import org.samband.parties.Profile;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// Every commitment of the instrument has a procedure that an officer can start and whose acts move
/// its standing. `docs/coverage.md` is made from it. Source: issue 4; design section 4.
class CoverageTest {
    private static final Path DOCUMENT = Path.of("../docs/coverage.md");
    private static final Profile PROFILE = TestRooms.partnerships("EU").profiles().getFirst();
    private static final Procedures PROCEDURES = new Procedures();
    private static final LocalDate EFFECT = LocalDate.of(2027, 1, 15);
    private static final LocalDate TODAY = LocalDate.of(2027, 12, 1);
    private static final Map<String, List<DossierState>> WALKS = new HashMap<>();
    private static final Path SAMPLE = Path.of("../sample/eu-norway/year.yaml");
    private static final Map<String, List<String>> PLAYED = played();
    private static final int NAMED_STEPS = 4;

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
                        java.util.Set.of(),
                        java.util.Set.of(),
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

    /// Paragraph 48: what a revision brings can be carried out from its day on, whatever it reads.
    @ParameterizedTest
    @MethodSource("commitments")
    void aCommitmentOfTheSameWordsThatALaterVersionAddsIsServedToo(Commitment commitment) {
        var before = Standings.of(commitment, List.of(), TODAY, EFFECT).word();
        var words = new HashSet<String>();
        for (var procedure : serving(Walks.SUBJECT).keySet()) {
            assertThat(openers(procedure)).containsExactly("EU", "NO");
            var binding = Binding.of(PROFILE, procedure.id()).orElseThrow();
            for (var walk : walks(procedure)) {
                var ref = walk.acts().getFirst().act().ref();
                var evidence =
                        Evidence.of(TestRooms.PARTNERSHIP, ref, "EXERCISE", walk, binding).stream()
                                .filter(one -> one.commitment().equals(Walks.SUBJECT))
                                .toList();
                words.add(Standings.of(commitment, evidence, TODAY, EFFECT).word());
            }
        }
        assertThat(words)
                .as("%s was %s", commitment.id(), before)
                .anyMatch(word -> !word.equals(before));
    }

    @Test
    void whatIsNamedAndStandsInNoVersionCountsOnlyWhereTheProfileSaysSo() {
        var known = Binding.of(PROFILE, "capacity-project").orElseThrow();
        var open = Binding.of(PROFILE, "exploration").orElseThrow();
        assertThat(known.served("enter", List.of("p36.s1", "p49.s1"))).containsExactly("p36.s1");
        assertThat(open.served("take-up", List.of("p36.s1", "p49.s1", "p43.s1")))
                .containsExactly("p36.s1", "p49.s1");
        assertThat(open.served("comment", List.of("p49.s1"))).isEmpty();
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
        rows.add(added());
        return """
        <!-- Made by CoverageTest; do not edit. -->
        # What serves each commitment

        One line for each commitment of the instrument: the procedures by which it is carried out with the acts that count for it, who opens them, and the pages. Where *(named)* stands, they count if the dossier names the commitment. `CoverageTest` plays every procedure of every line from its opening to each of these acts and holds that the standing moves; `ConvergencePropertiesTest` plays it between two nodes whose acts cross; `EveryParagraphTest` plays the sample year form by form on the pages of two running nodes, and finds evidence for each commitment at both: the last column names its first steps of `sample/eu-norway/year.yaml` that are evidence for the commitment.

        | commitment | undertaking | procedures and acts that count | opened by | pages | steps of `EveryParagraphTest` |
        | --- | --- | --- | --- | --- | --- |
        %s
        """
                .formatted(String.join("\n", rows));
    }

    private static String added() {
        return "| *what a later version of the text adds* (paragraph 48) | any | %s | %s | `/%s/commitment/…` of its own | `RevisionStory` |"
                .formatted(
                        served(Walks.SUBJECT, " *(named)*"), openedBy(Walks.SUBJECT), PROFILE.id());
    }

    private static String row(Commitment commitment) {
        var id = commitment.id();
        var title = Objects.requireNonNull(PROFILE.commitments().get(id)).en();
        var area =
                PROFILE.areaOfHeading(String.valueOf(commitment.area())).orElseThrow().shortName();
        return "| %s %s | %s | %s | %s | `/%s/commitment/%s`, `/%s/area/%s` | %s |"
                .formatted(
                        id,
                        title,
                        commitment.undertaking(),
                        served(id, ""),
                        openedBy(id),
                        PROFILE.id(),
                        id,
                        PROFILE.id(),
                        area,
                        played(id));
    }

    /// @param mark after each procedure; empty to say where the dossier has to name the commitment
    private static String served(String id, String mark) {
        var cells = new ArrayList<String>();
        serving(id)
                .forEach((procedure, acts) -> {
                    var named =
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
                                            mark.isEmpty() && named ? " *(named)*" : mark));
                });
        return String.join("<br>", cells);
    }

    private static String openedBy(String id) {
        return String.join(
                "<br>",
                serving(id).keySet().stream().map(one -> String.join(", ", openers(one))).toList());
    }

    /// The steps of the sample year that are evidence for a commitment.
    private static String played(String id) {
        var steps = PLAYED.getOrDefault(id, List.of());
        assertThat(steps).as("no step of the sample year plays " + id).isNotEmpty();
        var said = steps.stream().limit(NAMED_STEPS).map(step -> "`" + step + "`").toList();
        return String.join(", ", said)
                + (steps.size() > NAMED_STEPS
                        ? " and %d more".formatted(steps.size() - NAMED_STEPS)
                        : "");
    }

    /// Steps by commitment, as the acceptance test plays them: those of one party at a time.
    private static Map<String, List<String>> played() {
        var opened = new HashMap<String, String>();
        var named = new HashMap<String, TreeSet<String>>();
        var played = new HashMap<String, List<String>>();
        for (var step : steps()) {
            var name = String.valueOf(step.get("step"));
            var dossier = step.containsKey("open") ? name : String.valueOf(step.get("in"));
            if (step.containsKey("open")) {
                opened.put(name, String.valueOf(step.get("open")));
            }
            if (!opened.containsKey(dossier)) {
                continue; // A step of a joint text.
            }
            var procedure =
                    PROCEDURES.newest(Objects.requireNonNull(opened.get(dossier))).orElseThrow();
            var act =
                    step.containsKey("open")
                            ? opening(procedure, String.valueOf(step.get("by")))
                            : String.valueOf(step.get("act"));
            if (step.get("opens") instanceof String next) {
                opened.put(next, procedure.act(act).flatMap(ActForm::opens).orElseThrow());
            }
            var subjects = named.computeIfAbsent(dossier, _ -> new TreeSet<>());
            subjects.addAll(subjects(procedure, act, step));
            if (!step.containsKey("crosses")) {
                Binding.of(PROFILE, procedure.id())
                        .orElseThrow()
                        .served(act, subjects)
                        .forEach(
                                id -> played.computeIfAbsent(id, _ -> new ArrayList<>()).add(name));
            }
        }
        return played;
    }

    /// The act by which an officer's party opens a dossier.
    ///
    /// @param by party and account: `EU desk`
    private static String opening(Procedure procedure, String by) {
        var party = new PartyCode(by.split(" ", 2)[0]);
        var roles =
                new Roles(Binding.of(PROFILE, procedure.id()).orElseThrow().roles(), party, party);
        return procedure.openings().stream()
                .filter(form -> roles.includes(form.by(), party))
                .findFirst()
                .orElseThrow()
                .name();
    }

    private static List<String> subjects(
            Procedure procedure, String act, Map<String, Object> step) {
        if (!(step.get("fields") instanceof Map<?, ?> typed)) {
            return List.of();
        }
        return procedure.act(act).stream()
                .flatMap(form -> form.fields().stream())
                .filter(field -> field.type() == Field.Type.COMMITMENTS)
                .map(field -> String.valueOf(typed.get(field.name())))
                .flatMap(String::lines)
                .map(String::strip)
                .toList();
    }

    private static List<Map<String, Object>> steps() {
        try {
            return new Yaml(new SafeConstructor(new LoaderOptions()))
                    .load(Files.readString(SAMPLE));
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }
}
