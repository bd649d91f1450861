// SPDX-License-Identifier: EUPL-1.2
package org.samband.simulator;

import static org.samband.simulator.Expected.refusal;

import java.util.List;
import java.util.Map;
import org.samband.proof.CanonicalJson;

/// Two histories. They come last: after them the node takes nothing more of this counterpart until
/// its administrator has looked. Source: LEDGER-06, FEDERATION-22 and FEDERATION-24.
final class ForkCases {
    private ForkCases() {}

    static List<Case> all() {
        return List.of(
                Case.of(
                        "LEDGER-06.altered-resend",
                        "a resend in which the newest entry that the node holds was altered and"
                                + " signed anew",
                        refusal("LED-05"),
                        bench -> {
                            var self = bench.self();
                            var altered = self.next(-1);
                            altered.put("content", Map.of("text", "EXERCISE altered"));
                            return self.deliver(
                                    self.claiming(
                                                    self.size(),
                                                    List.of(CanonicalJson.bytes(altered)))
                                            .bytes());
                        }),
                Case.of(
                        "FEDERATION-24.held",
                        "a right entry after the fork",
                        refusal("FED-09"),
                        bench -> bench.self().deliver(SegmentCases.draft(bench.self()).bytes())));
    }
}
