// SPDX-License-Identifier: EUPL-1.2
package org.samband.stocktake.web;

import java.util.ArrayList;
import java.util.List;
import org.samband.paper.Block;
import org.samband.paper.Paper;
import org.samband.stocktake.AreaStock;
import org.samband.stocktake.Stocktake;
import org.samband.stocktake.StocktakeDocument;
import org.samband.web.Words;

/// A stocktake as a paper: the plots with the same numbers in tables, then each area with its
/// commitments and how each party sees it.
record StocktakePaper(Stocktake stocktake, StocktakeView view, Paper.Frame frame) {

    Paper paper() {
        var words = view.words();
        var blocks = new ArrayList<Block>();
        blocks.add(new Block.Facts(about(words)));
        for (var plot : new StocktakePlots(stocktake, view).all()) {
            blocks.add(new Block.Heading(1, plot.title()));
            blocks.add(new Block.Figure(plot.plot()));
        }
        blocks.add(new Block.Heading(1, words.of("stocktake.figures")));
        blocks.add(new Block.Text(words.of("stocktake.figures.text")));
        blocks.add(activity(words));
        blocks.add(figures(words));
        stocktake.areas().forEach(area -> area(area, words, blocks));
        return new Paper(
                words.language(),
                words.of("stocktake.title") + ": " + words.in(stocktake.profile().name()),
                view.period(stocktake.scope()),
                frame,
                Paper.Form.ROOMY,
                blocks);
    }

    private List<Block.Fact> about(Words words) {
        var facts = new ArrayList<Block.Fact>();
        facts.add(
                new Block.Fact(words.of("stocktake.file.period"), view.period(stocktake.scope())));
        facts.add(new Block.Fact(words.of("stocktake.file.scope"), stocktake.scope().toString()));
        if (stocktake.whole()) {
            facts.add(new Block.Fact("SHA-256", StocktakeDocument.hash(stocktake)));
        }
        return facts;
    }

    private Block activity(Words words) {
        var heads = new ArrayList<String>();
        heads.add(words.of("stocktake.area"));
        view.stretches(stocktake).forEach(stretch -> heads.add(stretch.title()));
        return new Block.Table(
                words.of("stocktake.plot.activity"),
                heads,
                stocktake.areas().stream()
                        .map(area -> {
                            var row = new ArrayList<String>();
                            row.add(view.area(area.area()));
                            view.stretches(stocktake, area)
                                    .forEach(one -> row.add(String.valueOf(one.acts())));
                            return List.copyOf(row);
                        })
                        .toList());
    }

    private Block figures(Words words) {
        var heads = new ArrayList<String>();
        for (var head : List.of("area", "events", "new", "quiet", "opened", "finished", "open")) {
            heads.add(words.of("stocktake." + head));
        }
        for (var party : view.parties()) {
            heads.add(words.of("stocktake.acts-of", party.value()));
            heads.add(words.of("stocktake.answer-of", party.value()));
        }
        return new Block.Table(
                words.of("stocktake.figures"),
                heads,
                stocktake.areas().stream().map(this::figures).toList());
    }

    private List<String> figures(AreaStock area) {
        var figures = area.figures();
        var row = new ArrayList<String>();
        row.add(view.area(area.area()));
        row.add(String.valueOf(area.events()));
        row.add(String.valueOf(area.taken()));
        row.add(String.valueOf(area.quiet()));
        row.add(String.valueOf(figures.opened()));
        row.add(String.valueOf(figures.finished()));
        row.add(String.valueOf(figures.open()));
        for (var party : view.parties()) {
            row.add(String.valueOf(figures.acts().getOrDefault(party, 0)));
            row.add(view.answer(figures, party));
        }
        return row;
    }

    private void area(AreaStock area, Words words, List<Block> blocks) {
        if (area.commitments().isEmpty()
                && area.views().isEmpty()
                && area.figures().sums().isEmpty()) {
            return;
        }
        blocks.add(new Block.Heading(1, view.area(area.area())));
        if (area.differs()) {
            blocks.add(new Block.Text(words.of("stocktake.differs") + "."));
        }
        if (!area.commitments().isEmpty()) {
            blocks.add(commitments(area, words));
        }
        if (!area.figures().sums().isEmpty()) {
            blocks.add(
                    new Block.Points(
                            words.of("stocktake.money"),
                            area.figures().sums().stream()
                                    .map(sum ->
                                            "%s, %s: %s"
                                                    .formatted(
                                                            view.procedure(sum.procedure()),
                                                            view.field(sum),
                                                            view.sum(sum)))
                                    .toList()));
        }
        var frames = stocktake.frames(area.area());
        if (!frames.isEmpty()) {
            var table = view.frames(frames);
            blocks.add(
                    new Block.Table(
                            words.of("stocktake.frames"),
                            table.getFirst(),
                            table.subList(1, table.size())));
        }
        if (!area.views().isEmpty()) {
            blocks.add(
                    new Block.Points(
                            words.of("stocktake.assessments"),
                            area.views().stream()
                                    .map(one ->
                                            "%s: %s. %s (%s)"
                                                    .formatted(
                                                            view.party(one.by()),
                                                            view.progress(one),
                                                            one.words(),
                                                            one.act()))
                                    .toList()));
        }
    }

    private Block commitments(AreaStock area, Words words) {
        return new Block.Table(
                "",
                List.of(
                        words.of("stocktake.commitment"),
                        words.of("stocktake.before"),
                        words.of("stocktake.now"),
                        words.of("stocktake.events")),
                area.commitments().stream()
                        .map(one ->
                                List.of(
                                        view.commitment(one.commitment())
                                                + (one.isNew()
                                                        ? " (" + words.of("stocktake.new") + ")"
                                                        : ""),
                                        view.label(one.before()),
                                        view.says(one.now()),
                                        String.valueOf(one.evidence().size())))
                        .toList());
    }
}
