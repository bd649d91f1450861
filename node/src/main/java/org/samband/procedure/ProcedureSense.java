// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.samband.parties.PartyCode;

/// What a schema cannot say: whether the parts of a procedure fit each other. Each finding is one
/// sentence. Source: spec/procedure/README.md, "What is checked".
final class ProcedureSense {
    private static final Set<String> ALWAYS = Set.of("any", "opener", "answerer", "mover", "other");

    /// Names that forms use for what every act has.
    private static final Set<String> RESERVED =
            Set.of(
                    "version",
                    "confirms",
                    "title",
                    "area",
                    "marking",
                    "note",
                    "step",
                    "source-document");

    private static final PartyCode ONE = new PartyCode("ONE");
    private static final PartyCode TWO = new PartyCode("TWO");

    private ProcedureSense() {}

    static List<String> findings(Procedure procedure) {
        var findings = new ArrayList<String>();
        names(procedure, findings);
        if (findings.isEmpty()) {
            ways(procedure, findings);
            findings.addAll(undecided(procedure));
        }
        return findings;
    }

    private static void names(Procedure procedure, List<String> findings) {
        if (procedure.states().stream().filter(State::initial).count() != 1) {
            findings.add("exactly one state is initial");
        }
        once("state", procedure.states().stream().map(State::name).toList(), findings);
        once("act", procedure.acts().stream().map(ActForm::name).toList(), findings);
        for (var state : procedure.states()) {
            state.turn()
                    .ifPresent(role -> role(procedure, role, "state " + state.name(), findings));
            state.answer().ifPresent(name -> field(procedure, name, state.name(), findings));
            state.day().ifPresent(name -> field(procedure, name, state.name(), findings));
            state.series().ifPresent(name -> field(procedure, name, state.name(), findings));
            state.remind().ifPresent(name -> field(procedure, name, state.name(), findings));
            state.clock().ifPresent(clock -> findings.addAll(clock.findings(procedure, state)));
        }
        for (var act : procedure.acts()) {
            role(procedure, act.by(), "act " + act.name(), findings);
            act.from().forEach(name -> state(procedure, name, act.name(), findings));
            act.to().ifPresent(name -> state(procedure, name, act.name(), findings));
            act.confirms().forEach(name -> field(procedure, name, act.name(), findings));
            act.clears().forEach(name -> field(procedure, name, act.name(), findings));
            if (!act.moves() && !act.clears().isEmpty()) {
                findings.add(
                        "act " + act.name() + " does not move the dossier, so it clears nothing");
            }
            act.fields()
                    .forEach(one -> {
                        one.among().ifPresent(name -> field(procedure, name, act.name(), findings));
                        one.like()
                                .filter(name -> !isOf(procedure, name, one.type()))
                                .ifPresent(name ->
                                        findings.add(
                                                "the field "
                                                        + one.name()
                                                        + " is like no field of its type: "
                                                        + name));
                    });
            act.evidence()
                    .flatMap(ActForm.Evidencing::date)
                    .filter(name -> act.field(name).isEmpty())
                    .ifPresent(name -> findings.add("act " + act.name() + " has no field " + name));
            act.fields().stream()
                    .map(Field::name)
                    .filter(RESERVED::contains)
                    .forEach(name -> findings.add("the field name " + name + " is reserved"));
            links(procedure, act, findings);
            once(
                    "field of " + act.name(),
                    act.fields().stream().map(Field::name).toList(),
                    findings);
            if (!act.moves() && act.fields().stream().anyMatch(one -> !one.gathers())) {
                findings.add(
                        "act "
                                + act.name()
                                + " does not move the dossier, so each of its fields gathers");
            }
        }
        RegisterSense.of(procedure, findings);
        besides(procedure, findings);
        for (var crossing : procedure.crossings()) {
            crossing.states().forEach(name -> state(procedure, name, "a crossing", findings));
        }
    }

    private static boolean isOf(Procedure procedure, String name, Field.Type type) {
        return procedure.field(name).filter(field -> field.type() == type).isPresent();
    }

    /// Who does not see the other dossier reads an act as if it named none; so an act is whole
    /// without the number, and nobody agrees over bytes that hold it.
    private static void links(Procedure procedure, ActForm act, List<String> findings) {
        for (var field : act.fields()) {
            var isLink = field.type() == Field.Type.DOSSIER;
            if (isLink && field.required()) {
                findings.add("act " + act.name() + " cannot require a link: " + field.name());
            }
            if (isLink
                    && procedure.acts().stream()
                            .anyMatch(one -> one.confirms().contains(field.name()))) {
                findings.add("no act can confirm a link: " + field.name());
            }
            field.with().stream()
                    .filter(name -> act.field(name).isEmpty())
                    .forEach(name ->
                            findings.add(
                                    "the field " + field.name() + " wants the unknown " + name));
            if (!isLink && (!field.of().isEmpty() || field.link() != Link.Kind.CONCERNS)) {
                findings.add("the field " + field.name() + " links to nothing");
            }
        }
    }

    private static void besides(Procedure procedure, List<String> findings) {
        for (var beside : procedure.besides()) {
            beside.acts().stream()
                    .filter(name ->
                            procedure
                                    .act(name)
                                    .filter(act ->
                                            beside.by().stream()
                                                    .allMatch(by -> act.field(by).isPresent()))
                                    .isEmpty())
                    .forEach(name -> findings.add("nothing stands side by side by " + name));
            beside.pairs()
                    .forEach(pair -> {
                        field(procedure, pair.opener(), "beside", findings);
                        field(procedure, pair.answerer(), "beside", findings);
                    });
        }
    }

    private static void ways(Procedure procedure, List<String> findings) {
        var reached = new LinkedHashSet<String>();
        var next = new ArrayDeque<>(List.of(procedure.initial().name()));
        while (!next.isEmpty()) {
            var state = next.pop();
            if (reached.add(state)) {
                procedure.actsFrom(state).forEach(act -> act.to().ifPresent(next::push));
            }
        }
        for (var state : procedure.states()) {
            if (!reached.contains(state.name())) {
                findings.add("the state " + state.name() + " cannot be reached");
            }
            var wayOn =
                    procedure.actsFrom(state.name()).stream()
                            .anyMatch(act ->
                                    act.to().filter(to -> !to.equals(state.name())).isPresent());
            if (state.last() == wayOn) {
                findings.add(
                        "the state "
                                + state.name()
                                + (wayOn ? " is final and has a way on" : " has no way on"));
            }
        }
    }

    /// Pairs of moving acts that the two parties can make at once in one state and of which no
    /// crossing says which prevails. Both ways of binding two roles and every opener and mover are
    /// looked at.
    static Set<String> undecided(Procedure procedure) {
        var findings = new LinkedHashSet<String>();
        for (var state : procedure.states()) {
            if (state.initial()) {
                continue;
            }
            for (var roles : bindings(procedure)) {
                for (var one : possible(procedure, state, roles, ONE)) {
                    for (var other : possible(procedure, state, roles, TWO)) {
                        if (!decided(procedure, state, roles, one, other)) {
                            findings.add(
                                    "in state %s nothing says which of %s and %s prevails"
                                            .formatted(state.name(), one.name(), other.name()));
                        }
                    }
                }
            }
        }
        return findings;
    }

    private static boolean decided(
            Procedure procedure, State state, Roles roles, ActForm one, ActForm other) {
        return procedure
                .crossing(state.name(), one, other)
                .map(Crossing::prevails)
                .filter(winner ->
                        winner.equals(one.name()) != winner.equals(other.name())
                                || roles.includes(winner, ONE) != roles.includes(winner, TWO))
                .isPresent();
    }

    private static List<ActForm> possible(
            Procedure procedure, State state, Roles roles, PartyCode party) {
        return procedure.actsFrom(state.name()).stream()
                .filter(ActForm::moves)
                .filter(act -> roles.includes(act.by(), party))
                .toList();
    }

    static List<Roles> bindings(Procedure procedure) {
        var names = procedure.roles().keySet().stream().sorted().toList();
        var all = new ArrayList<Roles>();
        for (var opener : List.of(ONE, TWO)) {
            for (var mover : List.of(ONE, TWO)) {
                if (names.size() == 2) {
                    all.add(new Roles(Map.of(names.get(0), ONE, names.get(1), TWO), opener, mover));
                    all.add(new Roles(Map.of(names.get(0), TWO, names.get(1), ONE), opener, mover));
                } else {
                    all.add(new Roles(Map.of(), opener, mover));
                }
            }
        }
        return all;
    }

    private static void once(String what, List<String> names, List<String> findings) {
        if (names.stream().distinct().count() != names.size()) {
            findings.add("a " + what + " stands twice");
        }
    }

    private static void role(
            Procedure procedure, String role, String where, List<String> findings) {
        if (!ALWAYS.contains(role) && !procedure.roles().containsKey(role)) {
            findings.add(where + " names the unknown role " + role);
        }
    }

    private static void state(
            Procedure procedure, String name, String where, List<String> findings) {
        if (procedure.state(name).isEmpty()) {
            findings.add(where + " names the unknown state " + name);
        }
    }

    private static void field(
            Procedure procedure, String name, String where, List<String> findings) {
        if (procedure.field(name).isEmpty()) {
            findings.add(where + " names the unknown field " + name);
        }
    }
}
