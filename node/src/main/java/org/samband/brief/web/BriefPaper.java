// SPDX-License-Identifier: EUPL-1.2
package org.samband.brief.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.samband.brief.Brief;
import org.samband.paper.Block;
import org.samband.paper.Paper;
import org.samband.paper.PaperPdf;
import org.samband.procedure.Dossier;

/// A brief as a paper of two pages. What does not fit is cut, the least first, and the paper says
/// how much is left to read at the node.
record BriefPaper(Brief brief, BriefView view, Paper.Frame frame) {
    static final int PAGES = 2;

    /// More letters than two pages of dense type hold; such a paper is not even set.
    private static final int LETTERS = 16_000;

    /// How much of each part stands there.
    ///
    /// @param lines of each part
    /// @param letters of each line
    record Cut(int lines, int letters) {
        /// From all that a reader could take to the least that still says something.
        static final List<Cut> LADDER =
                List.of(
                        new Cut(12, 2000),
                        new Cut(4, 400),
                        new Cut(3, 240),
                        new Cut(2, 160),
                        new Cut(1, 110),
                        new Cut(1, 70));

        String of(String line) {
            if (line.codePointCount(0, line.length()) <= letters) {
                return line;
            }
            var end = line.offsetByCodePoints(0, letters);
            var space = line.lastIndexOf(' ', end);
            return line.substring(0, space < end / 2 ? end : space).strip() + " …";
        }
    }

    /// @param pdf the same paper, set
    @SuppressWarnings("ArrayRecordComponent") // handed over once and never compared
    record Fitted(Paper paper, byte[] pdf) {}

    /// The fullest that fits two pages.
    Fitted fitted() {
        for (var cut : Cut.LADDER.subList(0, Cut.LADDER.size() - 1)) {
            var paper = paper(cut);
            if (letters(paper) <= LETTERS) {
                var pdf = PaperPdf.of(paper);
                if (PaperPdf.pages(pdf) <= PAGES) {
                    return new Fitted(paper, pdf);
                }
            }
        }
        var least = paper(Cut.LADDER.getLast());
        return new Fitted(least, PaperPdf.of(least));
    }

    private static int letters(Paper paper) {
        return paper.blocks().stream()
                .mapToInt(block ->
                        block instanceof Block.Points points
                                ? points.lines().stream().mapToInt(String::length).sum()
                                : 0)
                .sum();
    }

    Paper paper(Cut cut) {
        var words = view.words();
        var blocks = new ArrayList<Block>();
        blocks.add(
                new Block.Text(
                        Stream.concat(
                                        Stream.of(words.of("brief.heading")),
                                        brief.day().stream()
                                                .map(day -> words.of("brief.on", words.day(day))))
                                .collect(Collectors.joining(" · "))));
        if (!brief.lines().isEmpty()) {
            var notes = brief.lines().stream().map(Dossier.Note::text).toList();
            blocks.add(new Block.Heading(1, words.of("brief.lines")));
            blocks.add(new Block.Points("", cut(notes, cut)));
        }
        for (var topic : brief.topics()) {
            blocks.add(new Block.Heading(1, view.area(topic)));
            for (var part : view.parts(topic)) {
                if (!part.nothing() || cut.equals(Cut.LADDER.getFirst())) {
                    blocks.add(new Block.Points(part.heading(), cut(part.lines(), cut)));
                }
            }
        }
        return new Paper(
                words.language(),
                brief.meeting().title(),
                words.of("brief.title", brief.meeting().title()),
                frame,
                Paper.Form.DENSE,
                blocks);
    }

    private List<String> cut(List<String> lines, Cut cut) {
        var kept = new ArrayList<String>();
        lines.stream().limit(cut.lines()).map(cut::of).forEach(kept::add);
        if (lines.size() > cut.lines()) {
            var more = view.words().count("brief.more", lines.size() - cut.lines());
            kept.add(kept.removeLast() + " " + more);
        }
        return kept;
    }
}
