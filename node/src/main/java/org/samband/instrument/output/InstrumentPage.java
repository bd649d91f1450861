// SPDX-License-Identifier: EUPL-1.2
package org.samband.instrument.output;

import static org.samband.instrument.output.XmlText.escape;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.samband.instrument.Commitment;
import org.samband.instrument.Imported;
import org.samband.instrument.Instrument;
import org.samband.instrument.Item;
import org.samband.instrument.Paragraph;
import org.samband.instrument.Part;

/// The instrument as a page that stands alone: no script, nothing fetched, clean in print. Beside
/// each paragraph stands what was proposed from it.
public final class InstrumentPage {
    private static final int DEEPEST_HEADING = 5;

    private final Instrument instrument;
    private final List<Commitment> commitments;
    private final XmlText html = new XmlText();

    private InstrumentPage(Imported imported) {
        instrument = imported.instrument();
        commitments = imported.commitments();
    }

    public static String of(Imported imported) {
        var page = new InstrumentPage(imported);
        page.print();
        return page.html.toString();
    }

    private void print() {
        html.line("<!doctype html>");
        html.open("html", "lang", "en");
        html.open("head");
        html.line("<meta charset=\"utf-8\">");
        html.line("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        html.text("title", instrument.title());
        html.line("<style>").line(style()).line("</style>");
        html.close();
        html.open("body");
        opening();
        html.open("main");
        instrument.parts().forEach(this::part);
        signatures();
        html.close();
        lists();
        html.close().close();
    }

    private static String style() {
        try (var in = InstrumentPage.class.getResourceAsStream("/instrument/page.css")) {
            var css = Objects.requireNonNull(in, "instrument/page.css is missing").readAllBytes();
            return new String(css, StandardCharsets.UTF_8).strip();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void opening() {
        html.open("header");
        html.text("h1", instrument.title());
        var parties =
                instrument.parties().stream()
                        .map(party ->
                                party.name().equals(party.fullName())
                                        ? party.name()
                                        : party.fullName() + " (" + party.name() + ")")
                        .collect(Collectors.joining(" · "));
        html.text("p", parties, "class", "facts");
        html.text("p", instrument.version(), "class", "version");
        html.close();
        var headed = instrument.parts().stream().filter(part -> !part.heading().isEmpty()).toList();
        if (!headed.isEmpty()) {
            html.open("nav", "aria-label", "Contents").open("ol");
            for (var part : headed) {
                var link = XmlText.tag("a", "href", "#" + part.id()) + ">";
                html.inline("li", link + escape(part.heading()) + "</a>");
            }
            html.close().close();
        }
    }

    private void part(Part part) {
        html.open("section", "id", part.id(), "class", part.kind().word());
        if (!part.heading().isEmpty() || !part.number().isEmpty()) {
            var heading = (part.number() + " " + part.heading()).strip();
            html.text("h" + Math.min(part.depth() + 1, DEEPEST_HEADING), heading);
        }
        part.paragraphs().forEach(this::paragraph);
        html.close();
    }

    private void paragraph(Paragraph paragraph) {
        html.open("div", "class", "paragraph", "id", paragraph.id());
        html.text("div", paragraph.number(), "class", "number");
        html.open("div", "class", "text");
        content(paragraph.text(), paragraph.itemsAt(), paragraph.items());
        html.close();
        bound(paragraph);
        html.close();
    }

    private void content(String text, int itemsAt, List<Item> items) {
        lines(text.substring(0, itemsAt));
        if (!items.isEmpty()) {
            html.open("ul");
            for (var item : items) {
                html.open("li", "id", item.id());
                html.text("span", item.label(), "class", "label");
                html.open("div");
                content(item.text(), item.itemsAt(), item.items());
                html.close().close();
            }
            html.close();
        }
        lines(text.substring(itemsAt));
    }

    private void lines(String text) {
        text.lines().filter(line -> !line.isBlank()).forEach(line -> html.text("p", line.strip()));
    }

    private void bound(Paragraph paragraph) {
        var here =
                commitments.stream()
                        .filter(one ->
                                one.id().startsWith(paragraph.id() + ".")
                                        && one.paragraph().startsWith(paragraph.reference()))
                        .toList();
        if (here.isEmpty()) {
            return;
        }
        html.open("aside").open("ul", "class", "bound");
        for (var one : here) {
            var first =
                    "<b>"
                            + escape(one.undertaking().name().replace('_', ' '))
                            + "</b> "
                            + escape(String.join(", ", one.boundParties()));
            html.inline(
                    "li",
                    first + "<span>" + escape(details(one)) + "</span>",
                    "title",
                    one.words());
        }
        html.close().close();
    }

    private static String details(Commitment one) {
        var details =
                new StringBuilder(one.paragraph()).append(" sentence ").append(one.sentence());
        if (one.cadence() != null) {
            details.append(" · ").append(one.cadence());
        }
        if (one.condition() != null) {
            details.append(" · ").append(one.condition());
        }
        return details.toString();
    }

    private void signatures() {
        if (instrument.signatures().isEmpty()) {
            return;
        }
        html.open("div", "class", "signatures");
        for (var signature : instrument.signatures()) {
            var lines =
                    signature.lines().stream()
                            .map(XmlText::escape)
                            .collect(Collectors.joining("<br>"));
            html.inline("p", lines);
        }
        html.close();
    }

    private void lists() {
        if (!instrument.notes().isEmpty()) {
            html.open("section", "class", "notes", "aria-label", "Footnotes");
            instrument.notes().forEach(note -> html.text("p", note));
            html.close();
        }
        if (!instrument.gaps().isEmpty()) {
            html.open("section", "class", "gaps");
            html.text("h2", "Could not be read, or is doubtful");
            html.open("ul");
            for (var gap : instrument.gaps()) {
                html.text("li", gap.kind() + " (" + gap.where() + "): " + gap.words());
            }
            html.close().close();
        }
    }
}
