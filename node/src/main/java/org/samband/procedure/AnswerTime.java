// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.samband.parties.PartyCode;

/// How long a party took when it alone was to act next: from the act that made it its turn to its
/// own next act that moved the dossier, by the clocks of the acting nodes. A figure, never a
/// judgement: the instrument sets no times for answers.
///
/// @param took not negative
/// @param act with which it answered
public record AnswerTime(PartyCode by, ActRef act, Duration took) {

    /// All answers of a dossier, in its order.
    public static List<AnswerTime> of(DossierState state, List<PartyCode> parties) {
        var answers = new ArrayList<AnswerTime>();
        Optional<PartyCode> asked = Optional.empty();
        var since = state.acts().getFirst().act().at();
        for (var folded : state.acts()) {
            var act = folded.act();
            var moves = state.procedure().act(act.act()).filter(ActForm::moves).isPresent();
            if (folded.effective() && moves) {
                if (asked.filter(act.ref().party()::equals).isPresent()) {
                    var took = Duration.between(since, act.at());
                    answers.add(
                            new AnswerTime(
                                    act.ref().party(),
                                    act.ref(),
                                    took.isNegative() ? Duration.ZERO : took));
                }
                asked = alone(state, folded, parties);
                since = act.at();
            }
        }
        return answers;
    }

    /// The other party, where it alone is to act after this.
    private static Optional<PartyCode> alone(
            DossierState state, DossierState.Folded folded, List<PartyCode> parties) {
        var mover = folded.act().ref().party();
        var who = new Roles(state.roles(), state.opener(), mover);
        var turn =
                state.procedure().state(folded.state()).flatMap(State::turn).stream()
                        .flatMap(
                                role -> parties.stream().filter(party -> who.includes(role, party)))
                        .toList();
        return turn.size() == 1 && !turn.getFirst().equals(mover)
                ? Optional.of(turn.getFirst())
                : Optional.empty();
    }
}
