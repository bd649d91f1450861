// SPDX-License-Identifier: EUPL-1.2
package org.samband.instrument.output;

import java.util.List;
import org.samband.instrument.Instrument;
import org.samband.instrument.Item;
import org.samband.instrument.Paragraph;
import org.samband.instrument.Part;
import org.samband.instrument.Signature;

/// The instrument as an Akoma Ntoso 3.0 statement, in the profile
/// `spec/instrument/akn-profile.xsd`, which is a part of the OASIS schema.
public final class AkomaNtoso {
    private static final String NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0";

    private final Instrument instrument;
    private final XmlText xml = new XmlText();
    private final AknIds ids = new AknIds();
    private final AknMeta meta;

    private AkomaNtoso(Instrument instrument) {
        this.instrument = instrument;
        this.meta = new AknMeta(instrument, xml, ids);
    }

    public static String of(Instrument instrument) {
        var document = new AkomaNtoso(instrument);
        document.print();
        return document.xml.toString();
    }

    private void print() {
        xml.line("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        xml.open("akomaNtoso", "xmlns", NAMESPACE);
        xml.open("statement", "name", "instrument", "contains", "originalVersion");
        meta.print();
        xml.open("preface");
        xml.open("longTitle", "eId", ids.once("longtitle"));
        xml.inline("p", "<docTitle>" + XmlText.escape(instrument.title()) + "</docTitle>");
        xml.close().close();
        int operative = firstOperative();
        preamble(instrument.parts().subList(0, operative));
        xml.open("mainBody");
        body(instrument.parts().subList(operative, instrument.parts().size()));
        xml.close();
        conclusions();
        xml.close().close();
    }

    private int firstOperative() {
        int at = 0;
        while (at < instrument.parts().size()
                && instrument.parts().get(at).kind() == Part.Kind.PREAMBLE) {
            at++;
        }
        return at;
    }

    private void preamble(List<Part> parts) {
        var filled = parts.stream().filter(part -> !part.paragraphs().isEmpty()).toList();
        if (filled.isEmpty()) {
            return;
        }
        xml.open("preamble");
        for (var part : filled) {
            var id = ids.once("recs_" + AknIds.plain(part.id().replaceFirst("^part", "")));
            xml.open("recitals", "eId", id);
            heading(part, id);
            for (var paragraph : part.paragraphs()) {
                recital(paragraph);
            }
            xml.close();
        }
        xml.close();
    }

    private void recital(Paragraph paragraph) {
        var id = ids.paragraph("rec", paragraph);
        xml.open("recital", "eId", id);
        number(paragraph);
        var gaps = meta.gapsAt(paragraph);
        if (paragraph.items().isEmpty()) {
            lines(paragraph.text(), gaps);
        } else {
            lines(paragraph.text().substring(0, paragraph.itemsAt()), "");
            blockList(id, paragraph.items());
            after(paragraph.text().substring(paragraph.itemsAt()), gaps);
        }
        xml.close();
    }

    private void blockList(String parent, List<Item> items) {
        var list = ids.once(parent + "__list_1");
        xml.open("blockList", "eId", list);
        for (var item : items) {
            var id = ids.item(list, "item", item);
            xml.open("item", "eId", id);
            if (!item.label().isEmpty()) {
                xml.text("num", item.label());
            }
            lines(item.text().substring(0, item.itemsAt()), meta.gapsAt(item));
            if (!item.items().isEmpty()) {
                blockList(id, item.items());
                after(item.text().substring(item.itemsAt()), "");
            }
            xml.close();
        }
        xml.close();
    }

    private void body(List<Part> parts) {
        int depth = 0;
        for (var part : parts) {
            for (; depth >= part.depth(); depth--) {
                xml.close();
            }
            for (; depth < part.depth() - 1; depth++) {
                xml.open("section", "eId", ids.once("sec_0"));
            }
            var id = ids.part(part);
            xml.open("section", "eId", id, "class", part.kind().word());
            depth++;
            heading(part, id);
            part.paragraphs().forEach(this::paragraph);
        }
        for (; depth > 0; depth--) {
            xml.close();
        }
    }

    private void heading(Part part, String id) {
        if (!part.number().isEmpty()) {
            xml.text("num", part.number());
        }
        if (!part.heading().isEmpty()) {
            xml.text("heading", part.heading(), "eId", ids.once(id + "__heading"));
        }
    }

    private void paragraph(Paragraph paragraph) {
        var id = ids.paragraph("para", paragraph);
        xml.open("paragraph", "eId", id);
        number(paragraph);
        content(
                id,
                paragraph.text(),
                paragraph.itemsAt(),
                paragraph.items(),
                meta.gapsAt(paragraph));
        xml.close();
    }

    private void content(String id, String text, int itemsAt, List<Item> items, String gaps) {
        if (items.isEmpty()) {
            xml.open("content", "eId", ids.once(id + "__content"));
            lines(text, gaps);
            xml.close();
            return;
        }
        var list = ids.once(id + "__list_1");
        xml.open("list", "eId", list);
        xml.open("intro", "eId", ids.once(list + "__intro"));
        lines(text.substring(0, itemsAt), gaps);
        xml.close();
        for (var item : items) {
            var point = ids.item(list, "point", item);
            xml.open("point", "eId", point);
            if (!item.label().isEmpty()) {
                xml.text("num", item.label());
            }
            content(point, item.text(), item.itemsAt(), item.items(), meta.gapsAt(item));
            xml.close();
        }
        if (!text.substring(itemsAt).isBlank()) {
            xml.open("wrapUp", "eId", ids.once(list + "__wrapup"));
            lines(text.substring(itemsAt), "");
            xml.close();
        }
        xml.close();
    }

    private void number(Paragraph paragraph) {
        if (!paragraph.number().isEmpty()) {
            xml.text("num", paragraph.number() + ".");
        }
    }

    private void after(String text, String gaps) {
        if (!text.isBlank() || !gaps.isEmpty()) {
            lines(text, gaps);
        }
    }

    private void lines(String text, String gaps) {
        var lines = text.strip().split("\n", -1);
        for (int at = 0; at < lines.length; at++) {
            var last = at == lines.length - 1 ? gaps : "";
            xml.inline("p", XmlText.escape(lines[at].strip()) + last);
        }
    }

    private void conclusions() {
        if (instrument.signatures().isEmpty() && instrument.notes().isEmpty()) {
            return;
        }
        xml.open("conclusions");
        for (var signature : instrument.signatures()) {
            signature(signature);
        }
        meta.footnotes();
        xml.close();
    }

    private void signature(Signature signature) {
        var id = ids.once("sign_1");
        xml.open("container", "eId", id, "name", "signature");
        var lines = signature.lines().stream().map(XmlText::escape).toList();
        var tag =
                signature.party() == null
                        ? "<signature>"
                        : XmlText.tag("signature", "refersTo", meta.reference(signature.party()))
                                + ">";
        xml.inline("p", tag + String.join("<eol/>", lines) + "</signature>");
        xml.close();
    }
}
