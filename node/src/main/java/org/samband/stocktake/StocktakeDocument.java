// SPDX-License-Identifier: EUPL-1.2
package org.samband.stocktake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.samband.commitment.Standing;
import org.samband.procedure.Evidence;
import org.samband.proof.CanonicalJson;
import org.samband.proof.Digest;

/// The canonical bytes of a stocktake: what both parties agree over. It holds references, days and
/// figures and no title, so that nothing recalled comes back with it. Source: RFC 8785; design
/// section 3, both-party facts; spec/stocktake/README.md.
public final class StocktakeDocument {
    private static final String KIND = "samband-stocktake-1";

    private StocktakeDocument() {}

    public static byte[] bytes(Stocktake stocktake) {
        var scope = stocktake.scope();
        return CanonicalJson.bytes(
                Map.of(
                        "kind",
                        KIND,
                        "partnership",
                        stocktake.profile().id().value(),
                        "instrument",
                        stocktake.instrumentHash(),
                        "scope",
                        scope.toString(),
                        "areas",
                        stocktake.areas().stream().map(area -> area(stocktake, area)).toList()));
    }

    /// SHA-256 of the bytes, 64 hexadecimal digits.
    public static String hash(Stocktake stocktake) {
        return Digest.sha256(bytes(stocktake)).hex();
    }

    private static Map<String, Object> area(Stocktake stocktake, AreaStock area) {
        var figures = area.figures();
        var acts = new TreeMap<String, Object>();
        figures.acts().forEach((party, count) -> acts.put(party.value(), count));
        var months = new TreeMap<String, Object>();
        figures.months().forEach((month, count) -> months.put(month.toString(), count));
        var answers = new TreeMap<String, Object>();
        figures.answers()
                .forEach((party, one) ->
                        answers.put(
                                party.value(),
                                Map.of(
                                        "count",
                                        one.count(),
                                        "medianSeconds",
                                        one.median().toSeconds())));
        return Map.of(
                "area",
                area.area(),
                "opened",
                figures.opened(),
                "finished",
                figures.finished(),
                "open",
                figures.open(),
                "acts",
                acts,
                "months",
                months,
                "answers",
                answers,
                "sums",
                figures.sums().stream().map(StocktakeDocument::sum).toList(),
                "commitments",
                area.commitments().stream().map(one -> commitment(stocktake, one)).toList(),
                "views",
                area.views().stream().map(StocktakeDocument::view).toList());
    }

    private static Map<String, Object> sum(Figures.Sum sum) {
        return Map.of(
                "procedure",
                sum.procedure(),
                "field",
                sum.field(),
                "currency",
                sum.currency(),
                "amount",
                sum.amount().toPlainString());
    }

    private static Map<String, Object> view(View view) {
        return Map.of(
                "by", view.by().value(), "progress", view.progress(), "act", view.act().toString());
    }

    private static Map<String, Object> commitment(Stocktake stocktake, CommitmentStock one) {
        return Map.of(
                "commitment",
                one.id(),
                "before",
                standing(stocktake, one.before()),
                "now",
                standing(stocktake, one.now()),
                "evidence",
                acts(one.evidence()));
    }

    /// @return word, rule and acts; where the parties differ also both views by party, the first
    ///   party of the profile being the one whose view is called ours
    private static Map<String, Object> standing(Stocktake stocktake, Standing standing) {
        var said = new TreeMap<String, Object>();
        said.put("is", standing.word());
        said.put("rule", standing.why().rule().id());
        said.put("by", acts(standing.why().evidence()));
        if (standing instanceof Standing.Disputed(var first, var second, _)) {
            var parties = stocktake.profile().parties();
            said.put(
                    "views",
                    Map.of(
                            parties.getFirst().code().value(),
                            standing(stocktake, first),
                            parties.getLast().code().value(),
                            standing(stocktake, second)));
        }
        return said;
    }

    private static List<String> acts(List<Evidence> evidence) {
        var acts = new ArrayList<String>();
        evidence.forEach(one -> acts.add(one.act().toString()));
        return acts;
    }
}
