// SPDX-License-Identifier: EUPL-1.2
package org.samband.simulator;

import java.time.Duration;
import java.util.List;

/// What a node does by itself when its counterpart comes back, and what it makes of an answer that
/// proves nothing. Source: spec/federation, section "Delivery". They come first, because before
/// them the counterpart was away.
final class LineCases {
    private static final Duration AT_ONCE = Duration.ofSeconds(15);
    private static final Duration BRINGING = Duration.ofSeconds(3);
    private static final Duration LONGEST_RETRY = Duration.ofSeconds(75);

    private LineCases() {}

    static List<Case> all() {
        return List.of(
                Case.of(
                        "FEDERATION-42.asks",
                        "after having been away we speak with the node once",
                        new Expected.Shown("it asks for our entries"),
                        bench -> {
                            bench.server().forget();
                            bench.self().pull();
                            return awaited(
                                    bench.server()
                                            .awaits(asked -> asked.method().equals("GET"), AT_ONCE),
                                    "it asked for our entries",
                                    "it asked for nothing within 15 s");
                        }),
                Case.of(
                        "FEDERATION-42.brings-its-receipt",
                        "it has taken an entry that it asked for",
                        new Expected.Shown("it brings its cosignature"),
                        bench ->
                                awaited(
                                        bench.self().receipted() >= bench.self().size()
                                                || bench.server()
                                                        .awaits(
                                                                asked ->
                                                                        asked.receipted()
                                                                                >= bench.self()
                                                                                        .size(),
                                                                AT_ONCE),
                                        "it brought its cosignature",
                                        "it brought no cosignature within 15 s")),
                Case.of(
                        "FEDERATION-05.status-is-no-receipt",
                        "its entries are answered with status 200 and no cosignature",
                        new Expected.Shown("it brings them again"),
                        LineCases::again),
                Case.of(
                        "FEDERATION-01.what-it-sends",
                        "every segment that it has brought so far",
                        new Expected.Shown("all hold"),
                        bench -> {
                            var faults = bench.server().faults();
                            return new Answer.Found(
                                    faults.isEmpty(),
                                    faults.isEmpty() ? "all hold" : faults.getFirst());
                        }));
    }

    private static Answer again(Case.Bench bench) {
        bench.server().awaits(_ -> bench.server().unreceipted() > 0, BRINGING);
        if (bench.server().unreceipted() == 0) {
            bench.server().withoutReceipts(false);
            return new Answer.NotTried(
                    "the node has nothing to bring; let an officer make an act and run again");
        }
        boolean again =
                bench.server().awaits(asked -> bench.server().unreceipted() > 1, LONGEST_RETRY);
        bench.server().withoutReceipts(false);
        return awaited(again, "it brought them again", "it did not bring them again");
    }

    private static Answer awaited(boolean right, String yes, String no) {
        return new Answer.Found(right, right ? yes : no);
    }
}
