// SPDX-License-Identifier: EUPL-1.2
package org.samband.paper;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// A paper as XHTML with the style of {@code paper.css}, from which its PDF is set.
final class PaperHtml {
    /// The number of an entry, which is not parted at the end of a line.
    private static final Pattern NUMBERED = Pattern.compile("\\b([A-Z]{2,8}-\\d+)\\b");

    private final Paper paper;
    private final StringBuilder html = new StringBuilder();
    private final StringBuilder bookmarks = new StringBuilder();
    private int headings;
    private int figures;

    private PaperHtml(Paper paper) {
        this.paper = paper;
    }

    static String of(Paper paper, String style) {
        return new PaperHtml(paper).whole(style);
    }

    /// Text as it stands in XHTML. What XML cannot hold is left out.
    static String escaped(String text) {
        var out = new StringBuilder(text.length() + 16);
        text.codePoints()
                .filter(PaperHtml::canStand)
                .forEach(letter -> {
                    switch (letter) {
                        case '&' -> out.append("&amp;");
                        case '<' -> out.append("&lt;");
                        case '>' -> out.append("&gt;");
                        case '"' -> out.append("&quot;");
                        default -> out.appendCodePoint(letter);
                    }
                });
        return out.toString();
    }

    /// Source: XML 1.0, production 2.
    private static boolean canStand(int letter) {
        return letter == '\t'
                || letter == '\n'
                || (letter >= 0x20 && letter <= 0xD7FF)
                || (letter >= 0xE000 && letter <= 0xFFFD)
                || letter >= 0x10000;
    }

    private String whole(String style) {
        add("<h1 id=\"title\">", paper.title(), "</h1>");
        paper.blocks().forEach(this::block);
        var frame = paper.frame();
        return "<html lang=\""
                + paper.language()
                + "\"><head><title>"
                + escaped(paper.title())
                + "</title><meta name=\"subject\" content=\""
                + escaped(paper.subject())
                + "\"/><bookmarks><bookmark name=\""
                + escaped(paper.title())
                + "\" href=\"#title\"/>"
                + bookmarks
                + "</bookmarks><style>"
                + style
                + pages(frame.page())
                + "</style></head><body class=\""
                + paper.form().name().toLowerCase(java.util.Locale.ROOT)
                + "\"><div class=\"head\">"
                + escaped(frame.marking())
                + "</div><div class=\"foot\"><div class=\"marking\">"
                + escaped(frame.marking())
                + "</div>"
                + escaped(frame.circle() + " · " + frame.source() + " · ")
                + "<span class=\"page\"></span></div>"
                + html
                + "</body></html>";
    }

    /// `Page {0} of {1}` as content that counts.
    private static String pages(String page) {
        var content =
                "\""
                        + page.replace("\\", "")
                                .replace("\"", "")
                                .replace("{0}", "\" counter(page) \"")
                                .replace("{1}", "\" counter(pages) \"")
                        + "\"";
        return ".page::after { content: " + content + "; }";
    }

    private void add(String before, String text, String after) {
        html.append(before).append(escaped(text)).append(after);
    }

    private void block(Block block) {
        switch (block) {
            case Block.Heading(var level, var text) -> heading(level + 1, text);
            case Block.Text(var text) -> lines("<p>", text, "</p>");
            case Block.Points points -> points(points);
            case Block.Numbered(var points) -> numbered(points);
            case Block.Table table -> table(table);
            case Block.Facts(var facts) -> facts(facts);
            case Block.Figure(var plot) ->
                    html.append("<object type=\"samband/plot\" data-figure=\"")
                            .append(figures++)
                            .append("\" alt=\"")
                            .append(escaped(plot.says()))
                            .append("\" style=\"width:170mm;height:")
                            .append(height(plot))
                            .append("mm\"></object>");
            case Block.Signatures(var parties) -> signatures(parties);
            case Block.Exact(var text) -> lines("<p class=\"exact\">", text, "</p>");
            case Block.NewPage() -> html.append("<div class=\"new-page\"></div>");
        }
    }

    private static double height(Plot plot) {
        return Math.round(Drawing.of(plot).height() * PaperPdf.FIGURE_WIDTH / Drawing.WIDTH * 100)
                / 100.0;
    }

    private void heading(int level, String text) {
        var id = "h" + ++headings;
        add("<h" + level + " id=\"" + id + "\">", text, "</h" + level + ">");
        bookmarks
                .append("<bookmark name=\"")
                .append(escaped(text))
                .append("\" href=\"#")
                .append(id)
                .append("\"/>");
    }

    private void lines(String before, String text, String after) {
        html.append(before);
        html.append(
                NUMBERED.matcher(escaped(text.strip()).replace("\n", "<br/>"))
                        .replaceAll("<span class=\"whole\">$1</span>"));
        html.append(after);
    }

    private void points(Block.Points points) {
        if (points.runsIn(paper.form())) {
            add("<p><b>", points.lead() + ":", "</b> ");
            lines("", points.lines().getFirst(), "</p>");
            return;
        }
        if (!points.lead().isEmpty()) {
            add("<p class=\"lead\">", points.lead(), "</p>");
        }
        html.append("<ul>");
        points.lines().forEach(line -> lines("<li>", line, "</li>"));
        html.append("</ul>");
    }

    /// The number is written out, so that it is the text's own and reads the same everywhere.
    private void numbered(List<Block.Point> points) {
        for (var point : points) {
            html.append("<div class=\"point\">");
            var number = point.number() + ". ";
            if (!point.heading().isEmpty()) {
                heading(2, number + point.heading());
                lines("<p>", point.text(), "</p>");
            } else {
                lines("<p>", number + point.text(), "</p>");
            }
            html.append("</div>");
        }
    }

    private void table(Block.Table table) {
        html.append("<table>");
        if (!table.caption().isEmpty()) {
            add("<caption>", table.caption(), "</caption>");
        }
        var numbers =
                IntStream.range(0, table.heads().size())
                        .mapToObj(i -> isOfNumbers(table, i))
                        .toList();
        html.append("<thead><tr>");
        for (int i = 0; i < table.heads().size(); i++) {
            add(
                    numbers.get(i) ? "<th scope=\"col\" class=\"n\">" : "<th scope=\"col\">",
                    table.heads().get(i),
                    "</th>");
        }
        html.append("</tr></thead><tbody>");
        for (var row : table.rows()) {
            html.append("<tr>");
            lines("<th scope=\"row\">", row.getFirst(), "</th>");
            for (int i = 1; i < row.size(); i++) {
                lines(numbers.get(i) ? "<td class=\"n\">" : "<td>", row.get(i), "</td>");
            }
            html.append("</tr>");
        }
        html.append("</tbody></table>");
    }

    private static boolean isOfNumbers(Block.Table table, int column) {
        return column > 0
                && table.rows().stream()
                        .map(row -> row.get(column))
                        .allMatch(cell -> cell.chars().allMatch(Character::isDigit));
    }

    private void facts(List<Block.Fact> facts) {
        html.append("<table class=\"facts\"><tbody>");
        for (var fact : facts) {
            html.append("<tr>");
            lines("<th scope=\"row\">", fact.name(), "</th>");
            lines("<td>", fact.value(), "</td>");
            html.append("</tr>");
        }
        html.append("</tbody></table>");
    }

    private void signatures(List<Block.Fact> parties) {
        html.append("<table class=\"signatures\"><thead><tr>");
        parties.forEach(party -> add("<th scope=\"col\">", party.name(), "</th>"));
        html.append("</tr></thead><tbody><tr>");
        parties.forEach(party -> lines("<td>", party.value(), "</td>"));
        html.append("</tr></tbody></table>");
    }
}
