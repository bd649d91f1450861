// SPDX-License-Identifier: EUPL-1.2
package org.samband.parties;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.samband.act.Outcome;
import org.samband.act.Refusal;
import org.samband.label.Policies;
import org.samband.label.PolicyFiles;

/// The profile of the partnership, one of made-up parties, and what is wrong with others.
class ProfileFileTest {
    private static final Policies POLICIES =
            ((Outcome.Accepted<Policies>) PolicyFiles.read()).value();

    private static String text(String path) {
        try (var in = ProfileFileTest.class.getResourceAsStream(path)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String euNorway() {
        return text("/spec/profile/eu-norway.yaml");
    }

    private static Profile accepted(String text) {
        return switch (ProfileFile.read("file.yaml", text, POLICIES)) {
            case Outcome.Accepted<Profile>(var profile) -> profile;
            case Outcome.Refused<Profile>(var refusal) ->
                    throw new AssertionError(refusal.sentence());
        };
    }

    private static Refusal refused(String text) {
        var read = ProfileFile.read("file.yaml", text, POLICIES);
        assertThat(read).isInstanceOf(Outcome.Refused.class);
        var refusal = ((Outcome.Refused<Profile>) read).refusal();
        assertThat(refusal.rule()).isEqualTo(PartyRule.PROFILE_FILE);
        return refusal;
    }

    @Test
    void thePartnershipHasTwoPartiesAndSeventeenAreas() {
        var profile = accepted(euNorway());
        assertThat(profile.id()).hasToString("eu-norway");
        assertThat(profile.parties())
                .extracting(party -> party.code().value())
                .containsExactly("EU", "NO");
        assertThat(profile.areas()).filteredOn(Area::cooperation).hasSize(17);
        assertThat(profile.counterpart(new PartyCode("EU")).marking())
                .hasToString("NO:UNNTATT OFFENTLIGHET;REL EU");
        assertThat(profile.parties().getFirst().authority("EEAS").orElseThrow().name().nb())
                .isEqualTo("EUs utenrikstjeneste");
        assertThat(profile.said(new PartyCode("NO"), "nb")).isEqualTo("Norge");
    }

    @Test
    void everyHeadingStandsInTheInstrumentAsALineOfItsOwn() {
        var lines =
                text("/spec/instrument/eu-norway-2024/source.txt")
                        .lines()
                        .map(String::strip)
                        .toList();
        for (var area : accepted(euNorway()).areas()) {
            assertThat(lines).as(area.shortName()).contains(area.heading());
        }
    }

    @Test
    void everyProcedureOfTheProgramIsBoundWithItsOwnRolesAndActs() throws IOException {
        var profile = accepted(euNorway());
        var files =
                new org.springframework.core.io.support.PathMatchingResourcePatternResolver()
                        .getResources("classpath:/spec/procedure/*.yaml");
        assertThat(files).hasSizeGreaterThan(5);
        var bound = profile.procedures();
        assertThat(
                        Arrays.stream(files)
                                .map(file ->
                                        String.valueOf(file.getFilename()).replace(".yaml", "")))
                .containsExactlyInAnyOrderElementsOf(bound.keySet());
        for (var file : files) {
            var text = file.getContentAsString(StandardCharsets.UTF_8);
            Map<String, Object> content = new org.yaml.snakeyaml.Yaml().load(text);
            var section = ProfileFile.map(bound.get(String.valueOf(content.get("procedure"))));
            assertThat(ProfileFile.map(section.get("roles")).keySet())
                    .as(file.getFilename())
                    .isEqualTo(ProfileFile.map(content.get("roles")).keySet());
            var acts =
                    ProfileFile.maps(content.get("acts")).stream()
                            .filter(act -> act.containsKey("evidence"))
                            .map(act -> ProfileFile.text(act, "name"))
                            .toList();
            assertThat(acts).containsAll(ProfileFile.map(section.get("commitments")).keySet());
        }
    }

    @Test
    void anotherPartnershipOfMadeUpPartiesIsReadAsWell() {
        var profile = accepted(text("/profile/freedonia-ruritania.yaml"));
        var other = profile.counterpart(new PartyCode("FRE"));
        assertThat(other.name()).isEqualTo("Ruritania");
        assertThat(profile.said(other.code(), "en")).isEqualTo("Ruritania");
        assertThat(profile.said(other.code(), "nb")).isEqualTo(other.fullName().nb());
        assertThat(profile.areaOfHeading("Airships and balloons")).isPresent();
        assertThat(ProfileFile.map(profile.procedures().get("forum-invitation")).get("roles"))
                .isEqualTo(Map.of("host", "RUR", "guest", "FRE"));
    }

    @Test
    void anExerciseProposesMarkingsThatSaySo() {
        var profile = ProfileFile.inExercise(accepted(euNorway()), POLICIES);
        assertThat(profile.parties())
                .extracting(party -> party.marking().toString())
                .containsExactly(
                        "EU:LIMITE;EXERCISE;REL NO", "NO:UNNTATT OFFENTLIGHET;EXERCISE;REL EU");
        var other = accepted(text("/profile/freedonia-ruritania.yaml"));
        assertThat(ProfileFile.inExercise(other, POLICIES)).isEqualTo(other);
    }

    @Test
    void aWrongProfileIsRefusedWithItsLine() {
        wrong("code: \"NO\"", "code: NO", "boolean");
        wrong("code: \"NO\"", "code: EU", "both parties");
        wrong("zone: Europe/Oslo", "zone: Europe/Nidaros", "Nidaros");
        wrong("\"EU:LIMITE;REL NO\"", "\"EU:LIMITED\"", "LIMITED");
        wrong("\"EU:LIMITE;REL NO\"", "\"EU:LIMITE\"", "releasable to NO");
        wrong("\"EU:LIMITE;REL NO\"", "\"NATO:NU\"", "originator");
        wrong("area: maritime,", "area: space,", "twice");
        wrong("heading: Maritime Security,", "heading: Cyber issues,", "twice");
        wrong("code: FD,", "code: UD,", "twice");
        wrong("host: EU", "host: SE", "no party");
        wrong(
                "    area: general-framework\n    commitments: { announce-edition",
                "    area: nowhere\n    commitments: { announce-edition",
                "nowhere");
        wrong("instrument: eu-norway-2024\n", "", "instrument");
        wrong("name: Norway", "name: Norway\n    colour: blue", "colour");
        wrong("name: Norway", "name: Norway\n    name: Norge", "YAML");
        wrong("name: Norway", "name: [", "YAML");
        wrong("name: Norway", "name: !!java.net.URL [x]", "YAML");
    }

    private static void wrong(String right, String wrong, String reason) {
        var good = euNorway();
        assertThat(good).contains(right);
        var refusal =
                refused(
                        good.replaceFirst(
                                Pattern.quote(right),
                                java.util.regex.Matcher.quoteReplacement(wrong)));
        assertThat(refusal.sentence()).contains(reason).contains("file.yaml");
        var line = (int) good.substring(0, good.indexOf(right)).lines().count();
        var said = Integer.parseInt(refusal.where().replace("line ", ""));
        if (!wrong.isEmpty()) {
            assertThat(said).as(refusal.sentence()).isBetween(line - 2, line + 4);
        }
    }

    @Test
    void whatIsNoProfileAtAllIsRefused() {
        for (var text :
                List.of(
                        "",
                        "[]",
                        "null",
                        "just text",
                        "\u0000",
                        "x".repeat(10_000_000),
                        "&a [*a]",
                        "a: &a [*a]",
                        "[".repeat(60) + "]".repeat(60),
                        "[".repeat(10_000))) {
            assertThat(refused(text).sentence()).endsWith("Correct the file.");
        }
    }
}
