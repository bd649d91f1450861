// SPDX-License-Identifier: EUPL-1.2
package org.samband.drafting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.samband.drafting.TwoDrafters.EU;
import static org.samband.drafting.TwoDrafters.NO;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.samband.parties.PartyCode;

/// Whatever both parties do and in whatever order it is delivered, once each has all entries both
/// have the same text; what one judged allowed the other does too; and no seal is ever undone.
class TextConvergenceTest {
    private int runs;
    private int seals;
    private int crossings;

    /// A step of a run: a party's move of some kind, or a delivery.
    private static final int KINDS = 7;

    private static final int STEPS = 2 * KINDS + 2;
    private static final int TO_NORWAY = 2 * KINDS;
    private static final int TO_THE_EU = TO_NORWAY + 1;

    /// How far a run has come before all that can follow is tried: the first point in brackets;
    /// closed; agreed by the EU, which Norway knows; reopened by both.
    private static final List<Integer> OPEN = List.of();

    private static final List<Integer> CLOSED = List.of(KINDS + 3, TO_THE_EU);
    private static final List<Integer> AGREED = List.of(KINDS + 3, TO_THE_EU, 6, TO_NORWAY);
    private static final List<Integer> REOPENED =
            List.of(KINDS + 3, TO_THE_EU, 5, KINDS + 5, TO_NORWAY, TO_THE_EU);

    @Test
    void allBoundedInterleavingsOfAHandfulOfMovesConverge() {
        for (var before : List.of(OPEN, CLOSED, AGREED, REOPENED)) {
            all(new ArrayList<>(before), before.size() + 3);
        }
        assertThat(runs).isEqualTo(4 * STEPS * STEPS * STEPS);
        assertThat(seals).isPositive();
    }

    @Test
    void longerRunsConverge() {
        for (int seed = 0; seed < 1_500; seed++) {
            var random = new Random(seed);
            var steps = new ArrayList<Integer>();
            for (int i = 0; i < 40; i++) {
                steps.add(random.nextInt(STEPS));
            }
            run(steps, "seed " + seed);
        }
        assertThat(seals).as("runs that sealed").isGreaterThan(50);
        assertThat(crossings).as("runs in which something met the seal").isPositive();
    }

    private void all(List<Integer> steps, int length) {
        if (steps.size() == length) {
            run(steps, steps.toString());
            return;
        }
        for (int step = 0; step < STEPS; step++) {
            steps.add(step);
            all(steps, length);
            steps.removeLast();
        }
    }

    /// Runs begin with one point that both know.
    private void run(List<Integer> steps, String name) {
        var text = new TwoDrafters();
        text.make(EU, TwoDrafters.fresh(TwoDrafters.says("One.")));
        text.bothWays();
        for (int i = 0; i < steps.size(); i++) {
            step(text, steps.get(i), i);
        }
        var sealedAt =
                List.of(EU, NO).stream().filter(at -> text.text(at).seal().isPresent()).toList();
        var seal = sealedAt.stream().findFirst().flatMap(at -> text.text(at).seal());
        text.bothWays();
        var there = text.text(EU);
        assertThat(there).as(name).isEqualTo(text.text(NO));
        var shuffled = new ArrayList<>(text.all());
        Collections.shuffle(shuffled, new Random(1));
        assertThat(TextFold.of(TwoDrafters.OPENING, shuffled, TwoDrafters.FIRST))
                .as(name)
                .isEqualTo(there);
        for (var entry : text.all()) {
            assertThat(text.whyNot(entry, shuffled)).as(name + " " + entry).isEmpty();
        }
        if (seal.isPresent()) {
            assertThat(there.seal()).as(name).isEqualTo(seal);
            assertThat(CanonicalText.hash(there)).as(name).isEqualTo(seal.get().hash());
        }
        runs++;
        seals += there.seal().isPresent() ? 1 : 0;
        crossings += there.crossed().isEmpty() ? 0 : 1;
    }

    private static void step(TwoDrafters text, int step, int number) {
        if (step == TO_NORWAY) {
            text.toNorway();
        } else if (step == TO_THE_EU) {
            text.toTheEu();
        } else {
            var party = step < KINDS ? EU : NO;
            move(text, party, step % KINDS, number)
                    .filter(move -> text.whyNot(party, move).isEmpty())
                    .ifPresent(move -> text.make(party, move));
        }
    }

    private static Optional<TextMove> move(
            TwoDrafters text, PartyCode party, int kind, int number) {
        var seen = text.text(party);
        var points = seen.points();
        var point = points.get(number % points.size());
        var other = party.equals(EU) ? NO : EU;
        return switch (kind) {
            case 0 ->
                    Optional.of(
                            TwoDrafters.fresh(
                                    new Wording("", "New " + number, Optional.of(point.id()))));
            case 1 ->
                    Optional.of(
                            text.instead(
                                    party,
                                    point.id(),
                                    new Wording("", "By " + party + number, point.after())));
            case 2 -> Optional.of(text.remove(party, point.id()));
            case 3 ->
                    point.of(other)
                            .or(point::before)
                            .map(one -> TwoDrafters.accept(point.id(), one.from()));
            case 4 -> point.of(other).map(one -> TwoDrafters.adReferendum(point.id(), one.from()));
            case 5 -> Optional.of(TwoDrafters.reopen(point.id()));
            default -> Optional.of(text.agree(party));
        };
    }
}
