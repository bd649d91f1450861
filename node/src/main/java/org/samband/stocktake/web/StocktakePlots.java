// SPDX-License-Identifier: EUPL-1.2
package org.samband.stocktake.web;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.samband.commitment.web.StandingWords;
import org.samband.paper.Plot;
import org.samband.parties.PartyCode;
import org.samband.procedure.ActRef;
import org.samband.stocktake.AreaStock;
import org.samband.stocktake.Figures;
import org.samband.stocktake.Stocktake;

/// The figures of a stocktake where people would rather look. Every number stands in a table too.
///
/// @param view how parties and areas are said
public record StocktakePlots(Stocktake stocktake, StocktakeView view) {

    private static final int MOST_PROCEDURES = 12;

    /// A plot under its heading.
    public record Titled(String key, String title, Plot plot) {}

    /// Those that have anything to show.
    public List<Titled> all() {
        return Stream.of(
                        titled("activity", activity()),
                        titled("standing", standing()),
                        titled("volumes", volumes()),
                        titled("participation", participation()),
                        titled("answers", answers()))
                .filter(one -> !one.plot().isEmpty())
                .toList();
    }

    private Titled titled(String key, Plot plot) {
        return new Titled(key, view.words().of("stocktake.plot." + key), plot);
    }

    private String says(String key) {
        return view.words().of("stocktake.plot." + key + ".says");
    }

    private List<String> areas() {
        return stocktake.areas().stream().map(area -> view.area(area.area())).toList();
    }

    /// Acts of both parties by area over time.
    private Plot activity() {
        return new Plot(
                Plot.Kind.GRID,
                says("activity"),
                view.stretches(stocktake).stream().map(StocktakePlots::narrow).toList(),
                stocktake.areas().stream()
                        .map(area ->
                                Plot.Series.of(
                                        view.area(area.area()),
                                        view.stretches(stocktake, area).stream()
                                                .map(StocktakeView.Stretch::acts)
                                                .toList()))
                        .toList());
    }

    /// `26-11` for a month, which fits a column; a year as it is.
    private static String narrow(StocktakeView.Stretch stretch) {
        return stretch.title().contains("-") ? stretch.title().substring(2) : stretch.title();
    }

    /// Commitments by how they stand at the end, in three heaps.
    private Plot standing() {
        return new Plot(
                Plot.Kind.STACKED,
                says("standing"),
                areas(),
                List.of(
                        heap("kept", List.of("success")),
                        heap("due", List.of("info", "danger")),
                        heap("other", List.of("warning", "neutral"))));
    }

    private Plot.Series heap(String key, List<String> tones) {
        return counts(
                view.words().of("stocktake.heap." + key),
                area ->
                        (int)
                                area.commitments().stream()
                                        .filter(one ->
                                                tones.contains(
                                                        StandingWords.tone(one.now().word())))
                                        .count());
    }

    /// What each party sent.
    private Plot volumes() {
        return new Plot(
                Plot.Kind.BARS,
                says("volumes"),
                areas(),
                parties(party -> area -> area.figures().acts().getOrDefault(party, 0)));
    }

    private List<Plot.Series> parties(Function<PartyCode, Function<AreaStock, Integer>> counted) {
        return view.parties().stream()
                .map(party -> counts(view.party(party), counted.apply(party)))
                .toList();
    }

    private Plot.Series counts(String name, Function<AreaStock, Integer> counted) {
        return Plot.Series.of(name, stocktake.areas().stream().map(counted).toList());
    }

    /// Matters of each procedure that show something in the period: exercises, missions, courses,
    /// programmes, consultations.
    private Plot participation() {
        var matters = new TreeMap<String, Set<ActRef>>();
        stocktake.areas().stream()
                .flatMap(area -> area.commitments().stream())
                .flatMap(one -> one.evidence().stream())
                .forEach(one ->
                        matters.computeIfAbsent(one.procedure(), _ -> new HashSet<>())
                                .add(one.dossier()));
        var most =
                matters.entrySet().stream()
                        .sorted(Comparator.comparingInt(one -> -one.getValue().size()))
                        .limit(MOST_PROCEDURES)
                        .toList();
        return new Plot(
                Plot.Kind.BARS,
                says("participation"),
                most.stream().map(one -> view.procedure(one.getKey())).toList(),
                List.of(
                        Plot.Series.of(
                                view.words().of("stocktake.plot.participation"),
                                most.stream().map(one -> one.getValue().size()).toList())));
    }

    /// Half of the answers of a party took no longer.
    private Plot answers() {
        var answered =
                stocktake.areas().stream()
                        .filter(area -> !area.figures().answers().isEmpty())
                        .toList();
        return new Plot(
                Plot.Kind.BARS,
                says("answers"),
                answered.stream().map(area -> view.area(area.area())).toList(),
                view.parties().stream()
                        .map(party ->
                                new Plot.Series(
                                        view.party(party),
                                        answered.stream().map(area -> hours(area, party)).toList(),
                                        answered.stream()
                                                .map(area ->
                                                        area.figures().answers().get(party) == null
                                                                ? ""
                                                                : view.answer(
                                                                        area.figures(), party))
                                                .toList()))
                        .toList());
    }

    private static double hours(AreaStock area, PartyCode party) {
        return Optional.ofNullable(area.figures().answers().get(party))
                .map(Figures.Answers::median)
                .map(Duration::toMinutes)
                .map(minutes -> minutes / 60.0)
                .orElse(0.0);
    }
}
