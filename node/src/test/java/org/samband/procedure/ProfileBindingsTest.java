// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.samband.node.TestRooms;
import org.samband.parties.Profile;

/// The profile of the partnership names what the procedures have.
class ProfileBindingsTest {
    private static final Profile PROFILE = TestRooms.partnerships("EU").profiles().getFirst();

    /// What these say concerns the record of a commitment and is no evidence by itself.
    private static final java.util.List<String> ABOUT_THE_RECORD =
            java.util.List.of("commitment-correction", "evidence-addition", "evidence-dispute");

    /// Papers, positions, records and the course of others' decisions: nobody takes part in them.
    private static final java.util.List<String> NO_ACTIVITY =
            java.util.List.of(
                    "area-review",
                    "associated-network",
                    "capacity-synergy",
                    "commitment-correction",
                    "contributors-committee",
                    "early-notice",
                    "evidence-addition",
                    "evidence-dispute",
                    "follow-up",
                    "gender-check",
                    "information-package",
                    "instrument-adoption",
                    "instrument-revision",
                    "local-note",
                    "peacekeeping-table",
                    "programme-access",
                    "sanctions-alignment",
                    "statement-alignment",
                    "threat-assessment",
                    "wps-frame");

    static Stream<Procedure> procedures() {
        return new Procedures().all().stream();
    }

    /// Paragraph 45: every activity, so what is none is said here.
    @org.junit.jupiter.api.Test
    void everyActivityIsCheckedForGenderEquality() {
        var known = procedures().map(Procedure::id).toList();
        if (!(PROFILE.procedures().get("gender-check") instanceof java.util.Map<?, ?> section
                && section.get("checks") instanceof java.util.List<?> checks)) {
            throw new AssertionError("the profile names no activity");
        }
        var checked = checks.stream().map(String::valueOf).toList();
        assertThat(known).containsAll(checked);
        assertThat(known)
                .filteredOn(one -> !checked.contains(one))
                .containsExactlyInAnyOrderElementsOf(NO_ACTIVITY);
    }

    @ParameterizedTest
    @MethodSource("procedures")
    void everyProcedureIsBoundAndWhatIsBoundIsThere(Procedure procedure) {
        var binding = Binding.of(PROFILE, procedure.id()).orElseThrow();
        assertThat(binding.roles().keySet()).isEqualTo(procedure.roles().keySet());
        assertThat(binding.roles().values()).allMatch(party -> PROFILE.party(party).isPresent());
        assertThat(binding.area().isEmpty() || PROFILE.area(binding.area()).isPresent()).isTrue();
        var served = new java.util.TreeSet<>(binding.commitments().keySet());
        served.addAll(binding.chosen().keySet());
        served.addAll(binding.added());
        assertThat(binding.chosen().keySet()).containsAll(binding.added());
        assertThat(served)
                .allSatisfy(act ->
                        assertThat(procedure.act(act).flatMap(ActForm::evidence))
                                .as("%s %s is evidence", procedure.id(), act)
                                .isPresent());
        assertThat(served.isEmpty()).isEqualTo(ABOUT_THE_RECORD.contains(procedure.id()));
        var names =
                procedure.acts().stream()
                        .flatMap(act -> act.fields().stream())
                        .anyMatch(field -> field.type() == Field.Type.COMMITMENTS);
        assertThat(binding.chosen().isEmpty())
                .as("what an officer chooses among and the field in which it is chosen")
                .isNotEqualTo(names);
    }
}
