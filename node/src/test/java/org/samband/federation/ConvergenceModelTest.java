// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.samband.federation.ModelState.Left;
import org.samband.ledger.Decision;
import org.samband.proof.Digest;

/// The two-party protocol explored in full within small scopes, with the decisions that the node
/// takes; and what is found when one of them is another.
class ConvergenceModelTest {
    private static final Left QUIET = new Left(0, 0, 0, 0);

    @Test
    @Holds({"FEDERATION-04", "FEDERATION-22", "FEDERATION-41", "FEDERATION-42"})
    void overTheLineBothComeToHoldEverythingWhateverCrashesAndIsCut() {
        explored("line", 1, 1, true, new Left(1, 1, 0, 0));
    }

    @Test
    @Tag("slow")
    void overTheLineWithOneEntryMore() {
        explored("line", 2, 1, true, new Left(1, 1, 0, 0));
    }

    @Test
    @Holds({"FEDERATION-02", "FEDERATION-04", "FEDERATION-22"})
    void filesInAnyOrderOnceOrTwiceComeToTheSame() {
        explored("files", 2, 1, false, new Left(1, 0, 3, 1));
    }

    @Test
    @Tag("slow")
    void lineAndFilesMixed() {
        explored("line and files", 1, 1, true, new Left(1, 0, 1, 1));
    }

    private static void explored(String name, int eu, int no, boolean line, Left scope) {
        long begun = System.nanoTime();
        var model = new ProtocolModel(ProtocolRules.OF_THE_NODE, eu, no, line);
        assertThat(model.explore(scope)).as("a way to something wrong").isEmpty();
        System.out.printf(
                "model of %s, %d + %d entries, %s: %d states in %d ms%n",
                name, eu, no, scope, model.states(), (System.nanoTime() - begun) / 1_000_000);
        assertThat(model.states()).isGreaterThan(1_000);
    }

    @Test
    @Tag("slow")
    void withoutFaultsToo() {
        assertThat(new ProtocolModel(ProtocolRules.OF_THE_NODE, 2, 1, true).explore(QUIET))
                .isEmpty();
    }

    @Test
    void whatOverlapsAndIsSkippedUnreadIsFound() {
        var found =
                found(
                        new ProtocolRules() {
                            @Override
                            public boolean isFork(Digest held, Digest came) {
                                return false;
                            }
                        });
        assertThat(found).contains("(altered)").contains("given a receipt for");
    }

    @Test
    void whatCountsAsDeliveredWhenItHasArrivedIsFound() {
        var found =
                found(
                        new ProtocolRules() {
                            @Override
                            public long countedOnArrival(long acknowledged, long sent) {
                                return Math.max(acknowledged, sent);
                            }
                        });
        assertThat(found).contains("It arrives at").contains("never sent again");
    }

    @Test
    void aRootThatIsNotCheckedIsFound() {
        var found =
                found(
                        new ProtocolRules() {
                            @Override
                            public Decision.Last end(Digest root, Digest signed, long fresh) {
                                return Decision.end(signed, signed, fresh);
                            }
                        });
        assertThat(found).contains("is not the beginning of");
    }

    @Test
    void aRuleThatRefusesTooMuchIsFound() {
        var found =
                found(
                        new ProtocolRules() {
                            @Override
                            public boolean canHaveSeen(long seen, long before, long ours) {
                                return before <= seen && seen < Math.max(1, ours);
                            }
                        });
        assertThat(found).contains("From here on nothing goes wrong any more");
    }

    private static String found(ProtocolRules rules) {
        Optional<String> found = new ProtocolModel(rules, 2, 1, true).explore(new Left(1, 1, 2, 1));
        System.out.println(found.orElse("nothing was found"));
        assertThat(found).isPresent();
        return found.get();
    }
}
