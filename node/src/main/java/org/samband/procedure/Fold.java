// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.samband.act.Refusal;
import org.samband.parties.PartyCode;

/// Puts the acts of both parties in one order and moves the dossier: the one place where it moves.
/// Source: design section 3, "Order"; spec/procedure/README.md, "Order".
///
/// Of two heads A and B, A goes first if B knew of it, and B if A knew of it. If neither knew of
/// the other they crossed: an act that does not move goes before one that does, an act that can be
/// done before one that cannot, and of two that move the procedure says which prevails. An act that
/// moves stands only if its party knew of the last act that moved the dossier.
final class Fold {
    private final Procedure procedure;
    private final Map<String, PartyCode> bound;
    private final List<DossierState.Folded> folded = new ArrayList<>();
    private final Map<String, List<DossierState.Value>> values = new TreeMap<>();
    private String state;
    private Roles roles;
    private DossierAct moved;

    private Fold(Procedure procedure, Map<String, PartyCode> bound, DossierAct opening) {
        this.procedure = procedure;
        this.bound = bound;
        this.state = procedure.initial().name();
        this.roles = new Roles(bound, opening.ref().party(), opening.ref().party());
        this.moved = opening;
    }

    /// @param acts all acts of the dossier, in any order
    /// @param dossier the act that opened it
    /// @return empty while the opening act is not there
    static Optional<DossierState> of(
            Procedure procedure,
            Map<String, PartyCode> bound,
            ActRef dossier,
            Collection<DossierAct> acts) {
        return acts.stream()
                .filter(act -> act.ref().equals(dossier))
                .findFirst()
                .map(opening -> new Fold(procedure, bound, opening).all(opening, acts));
    }

    private DossierState all(DossierAct opening, Collection<DossierAct> acts) {
        take(opening);
        var rest =
                acts.stream()
                        .filter(act -> !act.ref().equals(opening.ref()))
                        .sorted(Comparator.comparing(DossierAct::ref))
                        .toList();
        var first = opening.ref().party();
        var ours = new ArrayList<>(rest.stream().filter(act -> of(first, act)).toList());
        var theirs = new ArrayList<>(rest.stream().filter(act -> !of(first, act)).toList());
        while (!ours.isEmpty() || !theirs.isEmpty()) {
            var next =
                    ours.isEmpty()
                                    || (!theirs.isEmpty()
                                            && !before(ours.getFirst(), theirs.getFirst()))
                            ? theirs
                            : ours;
            take(next.removeFirst());
        }
        return new DossierState(
                procedure,
                procedure.state(state).orElseThrow(),
                folded,
                values,
                opening.ref().party(),
                roles.mover(),
                moved.ref(),
                bound,
                FollowUps.of(procedure, folded, values));
    }

    private static boolean of(PartyCode party, DossierAct act) {
        return act.ref().party().equals(party);
    }

    /// @param one of the party that opened the dossier
    private boolean before(DossierAct one, DossierAct other) {
        if (other.knew(one.ref())) {
            return true;
        }
        if (one.knew(other.ref())) {
            return false;
        }
        var first = possible(one);
        var second = possible(other);
        if (first.isEmpty() || second.isEmpty()) {
            return first.isPresent() || second.isEmpty();
        }
        if (first.get().moves() != second.get().moves()) {
            return second.get().moves();
        }
        return !first.get().moves() || prevails(one, first.get(), second.get());
    }

    private boolean prevails(DossierAct one, ActForm first, ActForm second) {
        var winner =
                procedure.crossing(state, first, second).map(Crossing::prevails).orElse("opener");
        if (!first.name().equals(second.name())) {
            if (winner.equals(first.name())) {
                return true;
            }
            if (winner.equals(second.name())) {
                return false;
            }
        }
        return roles.includes(winner, one.ref().party());
    }

    /// The form of an act if it can be done in the present state by its party.
    private Optional<ActForm> possible(DossierAct act) {
        return procedure
                .act(act.act())
                .filter(form -> form.from().contains(state))
                .filter(form -> roles.includes(form.by(), act.ref().party()));
    }

    private void take(DossierAct act) {
        var effect = effect(act);
        if (effect instanceof Effect.Effective) {
            stand(act, procedure.act(act.act()).orElseThrow());
        }
        folded.add(new DossierState.Folded(act, effect, state));
    }

    private Effect effect(DossierAct act) {
        var form = procedure.act(act.act());
        if (form.isEmpty()) {
            return new Effect.WithoutEffect(
                    Refusal.of(ProcedureRule.UNKNOWN_ACT).with("act", act.act()));
        }
        var late = !act.ref().equals(moved.ref()) && !act.knew(moved.ref());
        if (late && (form.get().moves() || possible(act).isEmpty())) {
            return new Effect.Crossed(moved.ref());
        }
        return whyNot(act, form.get())
                .<Effect>map(Effect.WithoutEffect::new)
                .orElseGet(Effect.Effective::new);
    }

    private Optional<Refusal> whyNot(DossierAct act, ActForm form) {
        if (!form.from().contains(state)) {
            return Optional.of(
                    ProcedureRule.notFromState(form, procedure.state(state).orElseThrow()));
        }
        if (!roles.includes(form.by(), act.ref().party())) {
            return Optional.of(
                    ProcedureRule.named(
                            Refusal.of(ProcedureRule.NOT_YOUR_PARTY), "act", form.title()));
        }
        var malformed = FieldForm.malformed(form, act.fields());
        if (malformed.isPresent()) {
            return malformed;
        }
        return form.confirms().isEmpty()
                        || act.confirms().filter(standing(form)::equals).isPresent()
                ? Optional.empty()
                : Optional.of(Refusal.of(ProcedureRule.OTHER_BYTES));
    }

    private String standing(ActForm form) {
        return new DossierState(
                        procedure,
                        procedure.state(state).orElseThrow(),
                        List.of(),
                        values,
                        roles.opener(),
                        roles.mover(),
                        moved.ref(),
                        bound,
                        List.of())
                .digest(form);
    }

    private void stand(DossierAct act, ActForm form) {
        form.clears().forEach(values::remove);
        for (var field : form.fields()) {
            if (!field.gathers()) {
                values.remove(field.name());
            }
            var said = act.fields().get(field.name());
            if (said != null) {
                var before = values.getOrDefault(field.name(), List.of());
                var now = new ArrayList<>(before);
                now.add(new DossierState.Value(said, act.ref()));
                values.put(field.name(), List.copyOf(now));
            }
        }
        if (form.moves()) {
            state = form.to().orElseThrow();
            roles = roles.movedBy(act.ref().party());
            moved = act;
        }
    }
}
