// SPDX-License-Identifier: EUPL-1.2
package org.samband.paper;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/// A paper as an Akoma Ntoso 3.0 statement: numbered points are paragraphs of the text, what is
/// drawn is said. Source: OASIS LegalDocML, Akoma Ntoso 1.0 part 2; naming of `eId`.
public final class PaperAkn {
    private static final String NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0";

    /// ISO 3166 reserves `xx` for users: no single country.
    private static final String NO_COUNTRY = "xx";

    private final Paper paper;
    private final About about;
    private final StringBuilder xml = new StringBuilder();
    private final StringBuilder conclusions = new StringBuilder();
    private int sections;
    private int paragraphs;
    private int tables;
    private boolean inSection;

    /// What the document says about itself.
    ///
    /// @param kind in one word: `conclusions`, `stocktake`
    /// @param day on which it was agreed, or up to which it counts
    /// @param parties by full name
    public record About(String kind, LocalDate day, List<String> parties) {
        public About {
            parties = List.copyOf(parties);
        }
    }

    private PaperAkn(Paper paper, About about) {
        this.paper = paper;
        this.about = about;
    }

    public static byte[] of(Paper paper, About about) {
        return new PaperAkn(paper, about).whole().getBytes(StandardCharsets.UTF_8);
    }

    private String whole() {
        xml.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<akomaNtoso xmlns=\"")
                .append(NAMESPACE)
                .append("\">\n<statement name=\"")
                .append(escaped(about.kind()))
                .append("\" contains=\"originalVersion\">\n");
        meta();
        xml.append("<preface>\n<longTitle eId=\"longtitle\"><p><docTitle>")
                .append(escaped(paper.title()))
                .append("</docTitle></p></longTitle>\n</preface>\n<mainBody>\n");
        paper.blocks().forEach(this::block);
        closeSection();
        xml.append("</mainBody>\n");
        if (!conclusions.isEmpty()) {
            xml.append("<conclusions>\n").append(conclusions).append("</conclusions>\n");
        }
        return xml.append("</statement>\n</akomaNtoso>\n").toString();
    }

    private static String escaped(String text) {
        return PaperHtml.escaped(text);
    }

    private void meta() {
        var language = "nb".equals(paper.language()) ? "nob" : "eng";
        var work = "/akn/" + NO_COUNTRY + "/statement/" + about.kind() + "/" + about.day();
        var expression = work + "/" + language + "@" + about.day();
        xml.append("<meta>\n<identification source=\"#samband\">\n");
        level("FRBRWork", work + "/!main", work);
        xml.append("<FRBRcountry value=\"" + NO_COUNTRY + "\"/><FRBRname value=\"")
                .append(escaped(paper.title()))
                .append("\"/></FRBRWork>\n");
        level("FRBRExpression", expression + "/!main", expression);
        xml.append("<FRBRlanguage language=\"").append(language).append("\"/></FRBRExpression>\n");
        var file = expression + "/" + about.kind() + ".akn.xml";
        level("FRBRManifestation", file, file);
        xml.append("<FRBRformat value=\"application/akn+xml\"/></FRBRManifestation>\n");
        xml.append("</identification>\n<references source=\"#samband\">\n");
        for (int i = 0; i < about.parties().size(); i++) {
            organization("party_" + (i + 1), about.parties().get(i));
        }
        organization("samband", "Samband");
        xml.append("</references>\n</meta>\n");
    }

    private void level(String element, String itself, String address) {
        xml.append('<')
                .append(element)
                .append("><FRBRthis value=\"")
                .append(itself)
                .append("\"/><FRBRuri value=\"")
                .append(address)
                .append("\"/><FRBRdate date=\"")
                .append(about.day())
                .append("\" name=\"")
                .append(escaped(about.kind()))
                .append("\"/>");
        for (int i = 0; i < about.parties().size(); i++) {
            xml.append("<FRBRauthor href=\"#party_").append(i + 1).append("\"/>");
        }
    }

    private void organization(String id, String name) {
        xml.append("<TLCOrganization eId=\"")
                .append(id)
                .append("\" href=\"/akn/ontology/organization/")
                .append(name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-"))
                .append("\" showAs=\"")
                .append(escaped(name))
                .append("\"/>\n");
    }

    private void block(Block block) {
        switch (block) {
            case Block.Heading(_, var text) -> {
                closeSection();
                xml.append("<section eId=\"sec_")
                        .append(++sections)
                        .append("\"><heading>")
                        .append(escaped(text))
                        .append("</heading>\n");
                inSection = true;
            }
            case Block.Text(var text) -> paragraph("", "", lines(text));
            case Block.Exact(var text) -> paragraph("", "", lines(text));
            case Block.Points(var lead, var lines) ->
                    paragraph(
                            "",
                            "",
                            (lead.isEmpty() ? "" : lines(lead))
                                    + String.join("", lines.stream().map(this::lines).toList()));
            case Block.Numbered(var points) ->
                    points.forEach(point ->
                            paragraph(point.number() + ".", point.heading(), lines(point.text())));
            case Block.Table table -> paragraph("", "", table(table));
            case Block.Facts(var facts) ->
                    paragraph(
                            "",
                            "",
                            String.join(
                                    "",
                                    facts.stream()
                                            .map(one -> lines(one.name() + ": " + one.value()))
                                            .toList()));
            case Block.Figure(var plot) -> paragraph("", "", lines(plot.says()));
            case Block.Signatures(var parties) ->
                    parties.forEach(party ->
                            conclusions.append(lines(party.name() + "\n" + party.value())));
            case Block.NewPage() -> {
                // pages are no part of the text
            }
        }
    }

    private void closeSection() {
        if (inSection) {
            xml.append("</section>\n");
        }
        inSection = false;
    }

    private void paragraph(String number, String heading, String content) {
        var within = inSection ? "sec_" + sections + "__" : "";
        var id = within + "para_" + ++paragraphs;
        xml.append("<paragraph eId=\"").append(id).append("\">");
        if (!number.isEmpty()) {
            xml.append("<num>").append(escaped(number)).append("</num>");
        }
        if (!heading.isEmpty()) {
            xml.append("<heading>").append(escaped(heading)).append("</heading>");
        }
        xml.append("<content eId=\"").append(id).append("__content\">");
        xml.append(content.isEmpty() ? "<p/>" : content).append("</content></paragraph>\n");
    }

    private String lines(String text) {
        return String.join(
                "",
                text.strip()
                        .lines()
                        .map(line -> "<p>" + escaped(line.strip()) + "</p>\n")
                        .toList());
    }

    private String table(Block.Table table) {
        var out = new StringBuilder("<table eId=\"table_").append(++tables).append("\">");
        if (!table.caption().isEmpty()) {
            out.append("<caption>").append(escaped(table.caption())).append("</caption>");
        }
        row(out, table.heads(), "th");
        table.rows().forEach(cells -> row(out, cells, "td"));
        return out.append("</table>\n").toString();
    }

    private static void row(StringBuilder out, List<String> cells, String element) {
        out.append("<tr>");
        for (var cell : cells) {
            out.append('<').append(element).append("><p>").append(escaped(cell.strip()));
            out.append("</p></").append(element).append('>');
        }
        out.append("</tr>\n");
    }
}
