// SPDX-License-Identifier: EUPL-1.2
package org.samband.simulator;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Runs the numbered cases one after the other. Before each, everything of ours is brought, so that
/// a case shows its own fault and no other.
final class Conformance {
    /// A node that took what it must refuse holds another ledger than ours from there on.
    private static final String LOST = "the node no longer takes what is right: ";

    private Conformance() {}

    /// What came of a case.
    ///
    /// @param got in words
    record Result(Case tried, String got, Verdict verdict) {}

    /// The verdict on a case.
    enum Verdict {
        PASSED,
        FAILED,
        NOT_TRIED
    }

    /// All cases in their order.
    ///
    /// @param withFork whether the node shall find a fork at the end, after which only its
    ///   administrator lets it go on
    static List<Case> cases(HeldProcedures procedures, boolean withFork) {
        var cases = new ArrayList<Case>();
        cases.addAll(LineCases.all());
        cases.addAll(DeliveryCases.all());
        cases.addAll(LinkCases.all());
        cases.addAll(SegmentCases.all());
        cases.addAll(EntryCases.all());
        cases.addAll(FileCases.all());
        cases.addAll(KeyCases.all());
        cases.addAll(ProcedureCases.all(procedures));
        if (withFork) {
            cases.addAll(ForkCases.all());
        }
        return cases;
    }

    /// @param progress told of each result at once
    static List<Result> run(List<Case> cases, Case.Bench bench, Consumer<Result> progress) {
        var results = new ArrayList<Result>();
        boolean lost = false;
        for (var tried : cases) {
            var result =
                    lost
                            ? new Result(tried, "not tried: the ledgers differ", Verdict.NOT_TRIED)
                            : run(tried, bench);
            lost |= result.got().startsWith(LOST);
            results.add(result);
            progress.accept(result);
        }
        return results;
    }

    private static Result run(Case tried, Case.Bench bench) {
        try {
            boolean first = LineCases.all().stream().anyMatch(one -> one.id().equals(tried.id()));
            boolean last = tried.requirement().equals("FEDERATION-24");
            if (!first && !last && !(bench.self().settle() instanceof Answer.Receipt)) {
                return new Result(tried, LOST + bench.self().settle().text(), Verdict.FAILED);
            }
            var answer = tried.play().play(bench);
            if (answer instanceof Answer.NotTried) {
                return new Result(tried, answer.text(), Verdict.NOT_TRIED);
            }
            boolean right = tried.expected().fits(answer, bench.self().size());
            return new Result(tried, answer.text(), right ? Verdict.PASSED : Verdict.FAILED);
        } catch (IOException | IllegalArgumentException broken) {
            return new Result(
                    tried,
                    broken.getClass().getSimpleName() + ": " + broken.getMessage(),
                    Verdict.FAILED);
        }
    }
}
