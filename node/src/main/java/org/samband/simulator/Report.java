// SPDX-License-Identifier: EUPL-1.2
package org.samband.simulator;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.samband.proof.CanonicalJson;

/// What a conformance run found, as a table, as JSON and as JUnit XML.
final class Report {
    private final List<Conformance.Result> results;
    private final PairText node;
    private final Instant at;

    /// @param node that was tested
    Report(List<Conformance.Result> results, PairText node, Instant at) {
        this.results = List.copyOf(results);
        this.node = node;
        this.at = at;
    }

    long count(Conformance.Verdict verdict) {
        return results.stream().filter(one -> one.verdict() == verdict).count();
    }

    boolean holds() {
        return count(Conformance.Verdict.FAILED) == 0 && count(Conformance.Verdict.PASSED) > 0;
    }

    /// One line of the table.
    static String line(Conformance.Result result) {
        return "%-14s %-24s %-28s %-30s %s"
                .formatted(
                        result.tried().requirement(),
                        result.tried().name(),
                        shortened(result.tried().expected().text(), 28),
                        shortened(result.got(), 30),
                        word(result.verdict()));
    }

    static String head() {
        return "%-14s %-24s %-28s %-30s %s"
                .formatted("requirement", "case", "expected", "got", "passed");
    }

    private static String word(Conformance.Verdict verdict) {
        return switch (verdict) {
            case PASSED -> "yes";
            case FAILED -> "NO";
            case NOT_TRIED -> "not tried";
        };
    }

    private static String shortened(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 1) + "…";
    }

    String summary() {
        return "%d cases: %d passed, %d failed, %d not tried"
                .formatted(
                        results.size(),
                        count(Conformance.Verdict.PASSED),
                        count(Conformance.Verdict.FAILED),
                        count(Conformance.Verdict.NOT_TRIED));
    }

    byte[] json() {
        var cases = new ArrayList<Object>();
        for (var result : results) {
            var one = new TreeMap<String, @Nullable Object>();
            one.put("requirement", result.tried().requirement());
            one.put("case", result.tried().id());
            one.put("what", result.tried().what());
            one.put("expected", result.tried().expected().text());
            one.put("got", result.got());
            one.put("passed", word(result.verdict()).toLowerCase(java.util.Locale.ROOT));
            cases.add(one);
        }
        var report = new TreeMap<String, @Nullable Object>();
        report.put("format", "samband-conformance/1");
        report.put("node", node.origin());
        report.put("fingerprint", node.fingerprint());
        report.put("at", at.toString());
        report.put("passed", count(Conformance.Verdict.PASSED));
        report.put("failed", count(Conformance.Verdict.FAILED));
        report.put("not-tried", count(Conformance.Verdict.NOT_TRIED));
        report.put("cases", cases);
        return CanonicalJson.bytes(report);
    }

    byte[] junit() {
        var xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        xml.append(
                "<testsuite name=\"%s\" tests=\"%d\" failures=\"%d\" skipped=\"%d\" timestamp=\"%s\">\n"
                        .formatted(
                                escaped("conformance of " + node.origin()),
                                results.size(),
                                count(Conformance.Verdict.FAILED),
                                count(Conformance.Verdict.NOT_TRIED),
                                at));
        for (var result : results) {
            xml.append(
                    "  <testcase classname=\"%s\" name=\"%s\">"
                            .formatted(
                                    escaped(result.tried().requirement()),
                                    escaped(result.tried().name())));
            var said =
                    escaped(
                            result.tried().what()
                                    + ": expected "
                                    + result.tried().expected().text()
                                    + ", got "
                                    + result.got());
            xml.append(
                    switch (result.verdict()) {
                        case PASSED -> "";
                        case FAILED -> "<failure message=\"" + said + "\"/>";
                        case NOT_TRIED -> "<skipped message=\"" + said + "\"/>";
                    });
            xml.append("</testcase>\n");
        }
        return xml.append("</testsuite>\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String escaped(String text) {
        var out = new StringBuilder();
        text.codePoints()
                .forEach(one -> {
                    switch (one) {
                        case '&' -> out.append("&amp;");
                        case '<' -> out.append("&lt;");
                        case '"' -> out.append("&quot;");
                        default -> out.appendCodePoint(one < ' ' ? '?' : one);
                    }
                });
        return out.toString();
    }
}
