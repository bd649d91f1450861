// SPDX-License-Identifier: EUPL-1.2
package org.samband.label;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// Laws of merge and dominance over markings made by chance from the real policy files. Source:
/// LABEL-10 to LABEL-13.
class MarkingPropertiesTest {
    private static final Policies POLICIES = PoliciesTest.POLICIES;
    private static final int ROUNDS = 4000;

    private final long seed = new Random().nextLong();
    private final Random chance = new Random(seed);

    private Marking any() {
        var labels = new ArrayList<Label>();
        for (var policy : POLICIES.all()) {
            if (chance.nextInt(3) > 0) {
                var categories = new TreeSet<String>();
                for (var category : policy.categories()) {
                    if (chance.nextInt(4) == 0
                            || (category.shortName().equals("EXERCISE") && chance.nextBoolean())) {
                        categories.add(category.shortName());
                    }
                }
                var level = policy.levels().get(chance.nextInt(policy.levels().size()));
                labels.add(new Label(policy.shortName(), level.shortName(), categories));
            }
        }
        return new Marking(labels);
    }

    @Test
    void mergeIsIdempotentCommutativeAndAssociative() {
        for (var round = 0; round < ROUNDS; round++) {
            var one = any();
            var two = any();
            var three = any();
            assertThat(POLICIES.merge(one, one)).as(seed + "").isEqualTo(one);
            assertThat(POLICIES.merge(one, two)).as(seed + "").isEqualTo(POLICIES.merge(two, one));
            assertThat(POLICIES.merge(POLICIES.merge(one, two), three))
                    .as(seed + "")
                    .isEqualTo(POLICIES.merge(one, POLICIES.merge(two, three)));
        }
    }

    @Test
    void dominanceIsAPartialOrderAndMergeItsLeastUpperBound() {
        for (var round = 0; round < ROUNDS; round++) {
            var one = any();
            var two = any();
            var both = POLICIES.merge(one, two);
            assertThat(POLICIES.dominates(one, one)).as(seed + "").isTrue();
            assertThat(POLICIES.dominates(both, one)).as(seed + "").isTrue();
            assertThat(POLICIES.dominates(both, two)).as(seed + "").isTrue();
            if (POLICIES.dominates(one, two) && POLICIES.dominates(two, one)) {
                assertThat(one).as(seed + "").isEqualTo(two);
            }
            var above = POLICIES.merge(both, any());
            assertThat(POLICIES.dominates(above, both)).as(seed + "").isTrue();
            assertThat(POLICIES.dominates(above, one)).as("transitive " + seed).isTrue();
        }
    }

    @Test
    void whoMayReadAMergeMayReadItsPartsAndWhatMayGoAsAMergeMayGoInParts() {
        var ceiling =
                new Ceiling(
                        new java.util.TreeMap<>(
                                java.util.Map.of(
                                        "EU", "TS-UE", "NO", "STRENGT HEMMELIG", "TLP", "RED")));
        var clearance =
                Clearance.upTo(
                        java.util.Map.of(
                                "EU", "R-UE", "NO", "KONFIDENSIELT", "TLP", "RED", "NATO", "NR"));
        for (var round = 0; round < ROUNDS; round++) {
            var one = any();
            var both = POLICIES.merge(one, any());
            if (POLICIES.mayRead(clearance, both) instanceof Decision.Allowed) {
                assertThat(POLICIES.mayRead(clearance, one))
                        .as(seed + "")
                        .isInstanceOf(Decision.Allowed.class);
            }
            if (POLICIES.mayRelease(both, "NO", ceiling) instanceof Decision.Allowed) {
                assertThat(POLICIES.mayRelease(one, "NO", ceiling))
                        .as(seed + "")
                        .isInstanceOf(Decision.Allowed.class);
            }
        }
    }

    @Test
    void theCanonicalTextReadsBackAsTheSameMarking() {
        for (var round = 0; round < ROUNDS; round++) {
            var one = any();
            assertThat(Marking.parse(one.toString())).as(seed + "").isEqualTo(one);
        }
        assertThat(Marking.parse("TLP:CLEAR|EU:LIMITE;REL NO;EXERCISE"))
                .hasToString("EU:LIMITE;EXERCISE;REL NO|TLP:CLEAR");
        assertThat(List.of(Marking.parse(""))).containsExactly(Marking.NONE);
    }
}
