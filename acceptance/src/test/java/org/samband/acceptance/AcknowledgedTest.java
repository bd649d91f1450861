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
        assertThat(Fault.plan(60, new Random(1))).hasSize(60).contains(Fault.values());
        assertThat(Fault.plan(60, new Random(1))).isEqualTo(Fault.plan(60, new Random(1)));
    }

    @Test
    void noFaultOfAPlanIsLeftOutOfItsBlowsAndOnlyTheFirstOfABlowKills() {
        var plan = Fault.plan(60, new Random(1));
        var blows = Blow.of(plan);
        assertThat(blows).flatExtracting(Blow::faults).containsExactlyElementsOf(plan);
        assertThat(blows)
                .allSatisfy(blow -> {
                    assertThat(blow.faults()).hasSizeBetween(1, 3);
                    assertThat(blow.faults().stream().skip(1)).noneMatch(Fault::killsSomething);
                });
    }

    private static String entry(String mark) {
        return "{\"content\":{\"fields\":{\"comment\":\"" + mark + "\"}}}";
    }
}
