// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.samband.label.Policies;
import org.samband.ledger.EntryNumber;
import org.samband.ledger.LedgerId;
import org.samband.ledger.Ledgers;
import org.samband.ledger.Rejection;
import org.samband.ledger.Rejections;
import org.samband.parties.PartyCode;
import org.samband.procedure.ActForm;
import org.samband.procedure.ActRef;
import org.samband.procedure.Dossier;
import org.samband.procedure.DossierState;
import org.samband.procedure.Effect;
import org.samband.proof.MerkleTree;
import org.springframework.stereotype.Component;

/// Makes the timeline of a dossier that an officer may see: both parties' acts in the order in
/// which they are read.
@Component
class Timelines {
    private final Ledgers ledgers;
    private final Rejections rejections;
    private final Policies policies;

    Timelines(Ledgers ledgers, Rejections rejections, Policies policies) {
        this.ledgers = ledgers;
        this.rejections = rejections;
        this.policies = policies;
    }

    List<ActView> of(Dossier dossier, PartyWords parties) {
        return of(dossier, dossier.state().acts(), parties);
    }

    /// The acts that came since an officer's form was made.
    List<ActView> since(Dossier dossier, Known known, PartyWords parties) {
        var fresh =
                dossier.state().acts().stream().filter(act -> !known.has(act.act().ref())).toList();
        return fresh.isEmpty() ? List.of() : of(dossier, fresh, parties);
    }

    private List<ActView> of(Dossier dossier, List<DossierState.Folded> acts, PartyWords parties) {
        var ours = ledger(dossier, new ActRef(parties.own(), 1));
        var receipted = ledgers.head(ours).acknowledged();
        var rejected = rejections.standing(ours, receipted);
        var leaves = leaves(dossier);
        return acts.stream()
                .map(act -> view(dossier, act, parties, receipted, rejected, leaves))
                .toList();
    }

    private Map<ActRef, String> leaves(Dossier dossier) {
        var leaves = new HashMap<ActRef, String>();
        dossier.state().acts().stream()
                .map(one -> one.act().ref())
                .collect(Collectors.groupingBy(ActRef::party))
                .forEach((_, refs) -> {
                    var ordered = refs.stream().sorted().toList();
                    var bytes =
                            ledgers.bytes(
                                    ledger(dossier, ordered.getFirst()),
                                    ordered.stream()
                                            .map(ref -> new EntryNumber(ref.number()))
                                            .toList());
                    for (int i = 0; i < bytes.size(); i++) {
                        leaves.put(ordered.get(i), MerkleTree.leaf(bytes.get(i)).hex());
                    }
                });
        return leaves;
    }

    private ActView view(
            Dossier dossier,
            DossierState.Folded folded,
            PartyWords parties,
            long receipted,
            Map<Long, Rejection.Kept> rejected,
            Map<ActRef, String> leaves) {
        var act = folded.act();
        var words = parties.words();
        var form = dossier.procedure().act(act.act());
        var ours = act.ref().party().equals(parties.own());
        var here = !ours || act.ref().number() <= receipted;
        return new ActView(
                act.ref(),
                ours ? "ours" : "theirs",
                state(folded.effect()),
                parties.party(act.ref().party()),
                act.by().authority()
                        + ", "
                        + act.by().officer()
                        + " ("
                        + parties.role(act.by().role())
                        + ")",
                words.moment(act.at()),
                form.map(ActForm::done).map(words::in).orElse(act.act()),
                form.map(one ->
                                Said.of(
                                        one,
                                        act.fields(),
                                        parties,
                                        SaidFile.place(
                                                dossier.partnership(), dossier.ref(), act.ref())))
                        .orElse(List.of()),
                policies.banner(act.marking(), words.language()),
                folded.effect() instanceof Effect.Crossed(var prevailing)
                        ? Optional.of(prevailing)
                        : Optional.empty(),
                dossier.state().because(folded).map(words::in),
                folded.effect() instanceof Effect.WithoutEffect(var why)
                        ? Optional.of(why)
                        : Optional.empty(),
                receipt(act.ref(), here, rejected.keySet(), parties),
                here,
                Optional.ofNullable(ours ? rejected.get(act.ref().number()) : null)
                        .map(kept -> new ActView.Rejected(kept.refusal(), words.moment(kept.at()))),
                leaves.getOrDefault(act.ref(), ""));
    }

    private static String state(Effect effect) {
        return switch (effect) {
            case Effect.Effective() -> "";
            case Effect.Crossed _ -> "crossed";
            case Effect.WithoutEffect _ -> "without";
        };
    }

    /// Whether the other party holds an act. A ledger has no gaps: behind what was refused
    /// everything waits, of whatever dossier it is.
    private static String receipt(ActRef act, boolean here, Set<Long> refused, PartyWords parties) {
        return parties.words()
                .of(
                        "procedure.receipt." + receipt(act, here, refused, parties.own()),
                        parties.party(parties.counterpart()));
    }

    private static String receipt(ActRef act, boolean here, Set<Long> refused, PartyCode own) {
        if (!act.party().equals(own)) {
            return "theirs";
        }
        if (here) {
            return "held";
        }
        if (refused.contains(act.number())) {
            return "refused";
        }
        return refused.stream().anyMatch(number -> number < act.number()) ? "behind" : "waiting";
    }

    private static LedgerId ledger(Dossier dossier, ActRef act) {
        return new LedgerId(dossier.partnership(), act.party(), LedgerId.Line.SHARED);
    }
}
