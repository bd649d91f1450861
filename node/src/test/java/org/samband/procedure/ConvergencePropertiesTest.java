// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.samband.parties.PartyCode;

/// Two nodes that append on their own and deliver when the line allows come to the same state.
/// Source: design section 3, "Order".
class ConvergencePropertiesTest {
    private static final long SEED = Long.getLong("samband.seed", 20261124L);
    private static final int RUNS = 60;

    /// Acts of a procedure whose runs are looked at one step further.
    private static final int SMALL = 9;

    static Stream<Procedure> procedures() {
        return new Procedures().all().stream();
    }

    /// One node: its own acts and those of the counterpart that it has admitted, in order.
    private static final class Node {
        final PartyCode party;
        final List<DossierAct> own = new ArrayList<>();
        final List<DossierAct> admitted = new ArrayList<>();

        Node(PartyCode party) {
            this.party = party;
        }

        List<DossierAct> all() {
            return Stream.concat(own.stream(), admitted.stream()).toList();
        }

        DossierState state(Procedure procedure) {
            return Walks.fold(procedure, all());
        }

        void admitNext(Node other) {
            if (admitted.size() < other.own.size()) {
                admitted.add(other.own.get(admitted.size()));
            }
        }

        void act(Procedure procedure, ActForm form) {
            own.add(
                    Walks.next(
                            procedure,
                            state(procedure),
                            form,
                            party,
                            own.size() + 1L,
                            admitted.size(),
                            party + "-" + own.size()));
        }
    }

    @ParameterizedTest
    @MethodSource("procedures")
    void everyInterleavingOfABoundedRunConverges(Procedure procedure) {
        var states = new java.util.TreeSet<String>();
        explore(procedure, List.of(), procedure.acts().size() > SMALL ? 3 : 4, states);
        assertThat(states).isNotEmpty();
    }

    /// Steps: each act that a node can do, or a delivery in one direction.
    private static void explore(
            Procedure procedure, List<int[]> steps, int left, java.util.Set<String> ends) {
        var nodes = play(procedure, steps);
        check(procedure, nodes);
        if (left == 0) {
            ends.add(nodes.getFirst().state(procedure).state().name());
            return;
        }
        for (int who = 0; who < 2; who++) {
            var node = nodes.get(who);
            var other = nodes.get(1 - who);
            if (node.admitted.size() < other.own.size()) {
                explore(procedure, plus(steps, who, -1), left - 1, ends);
            }
            if (!node.all().isEmpty()) {
                var possible = node.state(procedure).possible(node.party);
                for (int which = 0; which < possible.size(); which++) {
                    explore(procedure, plus(steps, who, which), left - 1, ends);
                }
            }
        }
    }

    private static List<int[]> plus(List<int[]> steps, int who, int which) {
        var longer = new ArrayList<>(steps);
        longer.add(new int[] {who, which});
        return longer;
    }

    private static List<Node> play(Procedure procedure, List<int[]> steps) {
        var nodes = start(procedure);
        for (var step : steps) {
            var node = nodes.get(step[0]);
            if (step[1] < 0) {
                node.admitNext(nodes.get(1 - step[0]));
            } else {
                node.act(procedure, node.state(procedure).possible(node.party).get(step[1]));
            }
        }
        return nodes;
    }

    private static List<Node> start(Procedure procedure) {
        var nodes = List.of(new Node(Walks.EU), new Node(Walks.NO));
        nodes.getFirst().own.add(Walks.opening(procedure));
        nodes.getLast().admitNext(nodes.getFirst());
        return nodes;
    }

    /// After all is delivered both nodes hold one state, and every act has one effect.
    private static void check(Procedure procedure, List<Node> nodes) {
        var one = nodes.getFirst();
        var other = nodes.getLast();
        var all = Stream.concat(one.own.stream(), other.own.stream()).toList();
        var first = Walks.fold(procedure, all);
        var second = Walks.fold(procedure, all.reversed());
        assertThat(second).isEqualTo(first);
        assertThat(first.acts()).hasSize(all.size());
        assertThat(first.acts())
                .noneMatch(act ->
                        act.effect() instanceof Effect.WithoutEffect(var why)
                                && why.rule() == ProcedureRule.MALFORMED);
    }

    @ParameterizedTest
    @MethodSource("procedures")
    void longRunsWithALineThatComesAndGoesConverge(Procedure procedure) {
        var random = new Random(SEED);
        for (int run = 0; run < RUNS; run++) {
            var nodes = start(procedure);
            for (int step = 0; step < 30; step++) {
                var who = random.nextInt(2);
                var node = nodes.get(who);
                var possible = node.state(procedure).possible(node.party);
                if (random.nextInt(3) == 0 || possible.isEmpty()) {
                    node.admitNext(nodes.get(1 - who));
                } else {
                    node.act(procedure, possible.get(random.nextInt(possible.size())));
                }
            }
            for (int step = 0; step < 40; step++) {
                nodes.getFirst().admitNext(nodes.getLast());
                nodes.getLast().admitNext(nodes.getFirst());
            }
            assertThat(nodes.getLast().state(procedure))
                    .as("%s, seed %d, run %d", procedure.id(), SEED, run)
                    .isEqualTo(nodes.getFirst().state(procedure));
            everyMovingActThatStandsKnewTheOneBefore(nodes.getFirst().state(procedure));
        }
    }

    private static void everyMovingActThatStandsKnewTheOneBefore(DossierState state) {
        DossierAct before = null;
        for (var folded : state.acts()) {
            var moves =
                    state.procedure().act(folded.act().act()).orElseThrow().moves()
                            && folded.effective();
            if (moves) {
                assertThat(before == null || folded.act().knew(before.ref())).isTrue();
                before = folded.act();
            }
        }
    }

    @Test
    void twoProposalsThatCrossLeaveTheOpenersStandingAndTheOtherInTheFile() {
        var consultation = new Procedures().newest("consultation").orElseThrow();
        var nodes = start(consultation);
        var eu = nodes.getFirst();
        var no = nodes.getLast();
        no.act(consultation, consultation.act("agree-date").orElseThrow());
        eu.admitNext(no);
        eu.act(consultation, consultation.act("hold").orElseThrow());
        no.act(consultation, consultation.act("cancel").orElseThrow());
        eu.admitNext(no);
        no.admitNext(eu);
        var state = eu.state(consultation);
        assertThat(no.state(consultation)).isEqualTo(state);
        assertThat(state.state().name()).isEqualTo("held");
        assertThat(state.acts())
                .filteredOn(act -> act.act().act().equals("cancel"))
                .singleElement()
                .extracting(DossierState.Folded::effect)
                .isEqualTo(new Effect.Crossed(new ActRef(Walks.EU, 2)));
    }
}
