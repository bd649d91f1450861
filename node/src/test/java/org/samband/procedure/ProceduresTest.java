// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.samband.parties.PartyCode;

/// Every procedure file: well-formed, whole, and each of its acts accepted once and refused once.
class ProceduresTest {
    private static final Procedures FILES = new Procedures();
    private static final PartyCode EU = new PartyCode("EU");
    private static final PartyCode NO = new PartyCode("NO");

    static Stream<Procedure> procedures() {
        return FILES.all().stream();
    }

    @Test
    void theFilesAreNamedAfterTheirProceduresAndAreManyEnoughForTheText() {
        assertThat(FILES.all()).hasSizeGreaterThan(40);
        assertThat(Procedures.files().keySet().stream().map(name -> name.replace(".yaml", "")))
                .containsExactlyInAnyOrderElementsOf(
                        FILES.all().stream().map(Procedure::id).toList());
    }

    @ParameterizedTest
    @MethodSource("procedures")
    void everyStateThatWaitsSaysWhoseTurnItIs(Procedure procedure) {
        assertThat(procedure.states().stream().filter(state -> !state.last()))
                .allSatisfy(state -> assertThat(state.turn()).isPresent());
    }

    @ParameterizedTest
    @MethodSource("procedures")
    void everyStateIsPassedInAWalk(Procedure procedure) {
        assertThat(Walks.all(procedure).stream().map(walk -> walk.state().name()))
                .containsAll(
                        procedure.states().stream()
                                .filter(state -> !state.initial())
                                .map(State::name)
                                .toList());
    }

    @ParameterizedTest
    @MethodSource("procedures")
    void eachPartyOpensInOneWay(Procedure procedure) {
        var roles = Walks.roles(procedure);
        for (var party : List.of(EU, NO)) {
            assertThat(procedure.openings())
                    .filteredOn(act -> new Roles(roles, party, party).includes(act.by(), party))
                    .hasSizeLessThanOrEqualTo(1);
        }
    }

    @ParameterizedTest
    @MethodSource("procedures")
    void nothingIsUnreachableDeadOrUndecided(Procedure procedure) {
        assertThat(ProcedureSense.findings(procedure)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("procedures")
    void everyActNamesItsSource(Procedure procedure) {
        assertThat(procedure.acts()).allSatisfy(act -> assertThat(act.source()).isNotBlank());
        assertThat(procedure.sources()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("procedures")
    void everyActIsAcceptedInAWalkAndRefusedWhereItHasNoPlace(Procedure procedure) {
        var walks = Walks.coveringAllActs(procedure);
        assertThat(walks.keySet())
                .containsAll(procedure.acts().stream().map(ActForm::name).toList());
        for (var act : procedure.acts()) {
            var walk = java.util.Objects.requireNonNull(walks.get(act.name()));
            assertThat(walk.acts().getLast().effect())
                    .as("%s %s", procedure.id(), act.name())
                    .isInstanceOf(Effect.Effective.class);
            assertThat(Walks.withAMissingField(walk, act))
                    .as(
                            "%s %s without its fields, by the wrong party or from nowhere",
                            procedure.id(), act.name())
                    .isInstanceOf(Effect.WithoutEffect.class);
        }
    }

    /// What stands as a table is headed by what it is, not by what an officer could do.
    @ParameterizedTest
    @MethodSource("procedures")
    void anActThatGathersATableSaysWhatItsLinesAreCalled(Procedure procedure) {
        assertThat(procedure.acts())
                .filteredOn(act ->
                        act.fields().stream()
                                        .filter(Field::gathers)
                                        .filter(field -> field.type() != Field.Type.ATTACHMENTS)
                                        .count()
                                > 1)
                .allSatisfy(act -> assertThat(act.table()).isPresent());
    }

    @Test
    void aFileWithAnUndecidedCrossingIsRefused() {
        var text = file("consultation.yaml");
        var without = text.substring(0, text.indexOf("crossings:")) + "crossings: []\n";
        assertThatThrownBy(() -> new Procedures(Map.of("changed.yaml", without)))
                .hasMessageContaining("changed.yaml")
                .hasMessageContaining("nothing says which of");
    }

    @Test
    void aFileWithAnUnknownMemberIsRefusedWithItsName() {
        var text = file("dialogue.yaml") + "colour: red\n";
        assertThatThrownBy(() -> new Procedures(Map.of("dialogue.yaml", text)))
                .hasMessageContaining("colour");
    }

    @Test
    void aFileWithAStateThatCannotBeReachedIsRefused() {
        var text =
                file("instrument-adoption.yaml")
                        .replace(
                                "acts:\n",
                                """
                                  - { name: lost, title: { en: Lost, nb: Borte }, final: true }
                                acts:
                                """);
        assertThatThrownBy(() -> new Procedures(Map.of("lost.yaml", text)))
                .hasMessageContaining("the state lost cannot be reached");
    }

    @Test
    void aChainOfWhatIsNoDayIsRefused() {
        var text = file("sanctions-alignment.yaml");
        for (var wrong :
                Map.of(
                                "soon",
                                "cannot show the field soon",
                                "subject",
                                "no day of a chain is subject")
                        .entrySet()) {
            var changed = text.replace("dates: [adopted-on,", "dates: [" + wrong.getKey() + ",");
            assertThatThrownBy(() -> new Procedures(Map.of("chain.yaml", changed)))
                    .hasMessageContaining(wrong.getValue());
        }
    }

    @Test
    void theHashIsThatOfTheContentAndNotOfItsSpelling() {
        var text = file("dialogue.yaml");
        var respelled = new Procedures(Map.of("a.yaml", "# a remark\n" + text)).all().getFirst();
        var changed =
                new Procedures(Map.of("a.yaml", text.replace("version: 1", "version: 2")))
                        .all()
                        .getFirst();
        var dialogue = FILES.newest("dialogue").orElseThrow();
        assertThat(respelled.hash()).isEqualTo(dialogue.hash()).hasSize(64);
        assertThat(changed.hash()).isNotEqualTo(dialogue.hash());
        assertThat(FILES.exactly("dialogue", 1, dialogue.hash())).contains(dialogue);
        assertThat(FILES.exactly("dialogue", 1, changed.hash())).isEmpty();
    }

    @Test
    void anAgreementStandsOnlyOverTheSameBytes() {
        var procedure = FILES.newest("instrument-adoption").orElseThrow();
        var propose = Walks.act(procedure, "propose", EU, 1, 0, Walks.valid(procedure, "propose"));
        var proposed = Walks.fold(procedure, List.of(propose));
        var form = procedure.act("agree").orElseThrow();
        var right =
                Walks.confirming(
                        Walks.act(procedure, "agree", NO, 1, 1, Map.of()), proposed.digest(form));
        var wrong =
                Walks.confirming(Walks.act(procedure, "agree", NO, 1, 1, Map.of()), "0".repeat(64));
        assertThat(Walks.fold(procedure, List.of(propose, right)).state().name())
                .isEqualTo("agreed");
        var stopped = Walks.fold(procedure, List.of(propose, wrong));
        assertThat(stopped.state().name()).isEqualTo("proposed");
        assertThat(stopped.acts().getLast().effect())
                .isEqualTo(
                        new Effect.WithoutEffect(
                                org.samband.act.Refusal.of(ProcedureRule.OTHER_BYTES)));
    }

    private static String file(String name) {
        return java.util.Objects.requireNonNull(Procedures.files().get(name));
    }
}
