// SPDX-License-Identifier: EUPL-1.2
package org.samband.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// The kill test must be able to fail: what it looks for is found where it is.
class AcknowledgedTest {
    private final Acknowledged acknowledged = new Acknowledged();
    private final String first = sent();
    private final String second = sent();

    private String sent() {
        var mark = Mark.next();
        acknowledged.tried(mark);
        acknowledged.done(mark, "/eu-norway/dossier/EU-1");
        return mark;
    }

    @Test
    void allThatWasAcknowledgedOnceIsWell() {
        assertThat(acknowledged.wrong(List.of(entry(first), entry(second), "{}"))).isEmpty();
        assertThat(acknowledged.missing("/eu-norway/dossier/EU-1", first + " " + second)).isEmpty();
    }

    @Test
    void whatWasAcknowledgedAndIsNotThereIsNamed() {
        assertThat(acknowledged.wrong(List.of(entry(first))))
                .containsExactly(second + " was acknowledged and is lost");
        assertThat(acknowledged.missing("/eu-norway/dossier/EU-1", first)).containsExactly(second);
    }

    @Test
    void whatIsThereTwiceIsNamed() {
        assertThat(acknowledged.wrong(List.of(entry(first), entry(second), entry(second))))
                .containsExactly(second + " is there 2 times");
    }

    @Test
    void whatNobodySentIsNamed() {
        var invented = Mark.next();
        assertThat(acknowledged.wrong(List.of(entry(first), entry(second), entry(invented))))
                .containsExactly(invented + " was never sent");
    }

    @Test
    void whatMayOrMayNotBeThereIsNoFault() {
        var unanswered = Mark.next();
        acknowledged.tried(unanswered);
        var both = List.of(entry(first), entry(second));
        assertThat(acknowledged.wrong(both)).isEmpty();
        assertThat(acknowledged.wrong(List.of(both.get(0), both.get(1), entry(unanswered))))
                .isEmpty();
    }

    @Test
    void everyPlanHasEveryFaultInIt() {
        for (int count : List.of(60, 300)) {
            assertThat(Fault.plan(count, new Random(1))).hasSize(count).contains(Fault.values());
        }
        assertThat(Fault.plan(60, new Random(1)))
                .isEqualTo(Fault.plan(60, new Random(1)))
                .isNotEqualTo(Fault.plan(60, new Random(2)));
        assertThat(Fault.plan(3, new Random(1))).hasSize(3);
        assertThat(Fault.plan(60, new Random(1)).stream().filter(Fault::killsSomething))
                .hasSize(15);
    }

    @Test
    void noFaultOfAPlanIsLeftOutOfItsBlowsAndOnlyTheFirstOfABlowKillsANode() {
        for (int seed = 1; seed <= 20; seed++) {
            var plan = Fault.plan(60, new Random(seed));
            var blows = Blow.of(plan);
            assertThat(blows).flatExtracting(Blow::faults).containsExactlyElementsOf(plan);
            assertThat(blows).allSatisfy(AcknowledgedTest::isABlow);
            assertThat(blows).as("single faults").anyMatch(blow -> blow.faults().size() == 1);
        }
    }

    private static void isABlow(Blow blow) {
        var faults = blow.faults();
        assertThat(faults).hasSizeBetween(1, faults.getFirst().killsANode() ? 5 : 3);
        assertThat(faults.stream().skip(1)).noneMatch(Fault::killsANode);
        assertThat(faults.stream().filter(Fault::killsADatabase))
                .hasSizeLessThan(faults.contains(Fault.BOTH_NODES_KILLED) ? 1 : 2);
    }

    private static String entry(String mark) {
        return "{\"content\":{\"fields\":{\"comment\":\"" + mark + "\"}}}";
    }
}
