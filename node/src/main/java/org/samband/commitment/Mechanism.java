// SPDX-License-Identifier: EUPL-1.2
package org.samband.commitment;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.samband.instrument.Commitment;

/// By what the parties act on a commitment: the columns of the matrix on the start page. Which one
/// a commitment has stands in `mechanisms.yaml` beside its instrument; where the file is silent it
/// follows from the commitment, see {@link #of}.
public enum Mechanism {
    DIALOGUE,
    CONSULTATION,
    INVITATION,
    EXCHANGE,
    COORDINATION,
    PARTICIPATION,
    PROGRAMME,
    CONTRIBUTION,
    EXERCISE,
    TRAINING,
    EXPLORATION,
    REVIEW,
    /// The sentence frames others, or says how the parties act at large.
    FRAME;

    /// The word in `mechanisms.yaml`, addresses and words files.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Mechanism> ofWord(String word) {
        for (var one : values()) {
            if (one.word().equals(word)) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }

    /// What follows from the commitment alone: first its place in the text, then its verb class,
    /// then the words of its forum and of its object.
    static Mechanism of(Commitment commitment) {
        if (commitment.frame()) {
            return FRAME;
        }
        return switch (commitment.undertaking()) {
            case WILL_EXPLORE, WILL_CONSIDER -> EXPLORATION;
            case MAY_WHERE_APPROPRIATE, IS_WELCOME_TO -> INVITATION;
            case HAVE_DECIDED -> FRAME;
            case WILL, TAKES_PLACE, ARE_TO, AIM_TO, ARE_COMMITTED_TO -> byWords(commitment);
        };
    }

    private static Mechanism byWords(Commitment commitment) {
        var forum = commitment.forum() == null ? "" : commitment.forum();
        var said = (forum + " " + commitment.verb() + " " + commitment.object());
        var words = said.toLowerCase(Locale.ROOT);
        for (var rule : RULES) {
            if (words.contains(rule.word())) {
                return rule.mechanism();
            }
        }
        return COORDINATION;
    }

    private record Word(String word, Mechanism mechanism) {}

    private static final List<Word> RULES =
            List.of(
                    new Word("invite", INVITATION),
                    new Word("review", REVIEW),
                    new Word("consultation", CONSULTATION),
                    new Word("dialogue", DIALOGUE),
                    new Word("exercise", EXERCISE),
                    new Word("training", TRAINING),
                    new Word("exchange", EXCHANGE),
                    new Word("share", EXCHANGE),
                    new Word("participation", PARTICIPATION),
                    new Word("programme", PROGRAMME));
}
