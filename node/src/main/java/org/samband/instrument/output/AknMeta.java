// SPDX-License-Identifier: EUPL-1.2
package org.samband.instrument.output;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.samband.instrument.Gap;
import org.samband.instrument.Instrument;
import org.samband.instrument.Item;
import org.samband.instrument.Paragraph;

/// What an Akoma Ntoso document says about itself: identification, parties, gaps and footnotes.
final class AknMeta {
    /// Akoma Ntoso wants a date; where the text gives none, this one says so.
    private static final String NO_DATE = "9999-12-31";

    /// ISO 3166 reserves `xx` for users: no single country.
    private static final String NO_COUNTRY = "xx";

    private static final int HASH_DIGITS = 12;
    private static final String SOURCE = "#samband";

    private final Instrument instrument;
    private final XmlText xml;
    private final AknIds ids;
    private final Map<String, String> parties = new LinkedHashMap<>();
    private final Map<Gap, String> gaps = new LinkedHashMap<>();

    AknMeta(Instrument instrument, XmlText xml, AknIds ids) {
        this.instrument = instrument;
        this.xml = xml;
        this.ids = ids;
        for (var party : instrument.parties()) {
            parties.put(party.name(), ids.once("party_" + AknIds.slug(party.name())));
        }
        for (var gap : instrument.gaps()) {
            gaps.put(gap, ids.once("gap_1"));
        }
    }

    void print() {
        xml.open("meta");
        xml.open("identification", "source", SOURCE);
        var hash = instrument.version().replaceFirst("^sha256:", "");
        var work = "/akn/" + NO_COUNTRY + "/statement/" + AknIds.slug(instrument.title());
        var expression = work + "/eng@" + hash.substring(0, Math.min(HASH_DIGITS, hash.length()));
        level("FRBRWork", work);
        xml.empty("FRBRcountry", "value", NO_COUNTRY);
        xml.empty("FRBRname", "value", instrument.title());
        xml.close();
        level("FRBRExpression", expression);
        xml.empty("FRBRversionNumber", "value", instrument.version());
        xml.empty("FRBRlanguage", "language", "eng");
        xml.close();
        level("FRBRManifestation", expression + "/instrument.akn.xml");
        xml.empty("FRBRformat", "value", "application/akn+xml");
        xml.close();
        xml.close();
        references();
        notes();
        xml.close();
    }

    private void level(String element, String address) {
        xml.open(element);
        xml.empty(
                "FRBRthis",
                "value",
                address + (element.equals("FRBRManifestation") ? "" : "/!main"));
        xml.empty("FRBRuri", "value", address);
        xml.empty("FRBRdate", "date", NO_DATE, "name", "unknown");
        if (parties.isEmpty()) {
            xml.empty("FRBRauthor", "href", SOURCE);
        }
        parties.values().forEach(id -> xml.empty("FRBRauthor", "href", "#" + id));
    }

    private void references() {
        xml.open("references", "source", SOURCE);
        for (var party : instrument.parties()) {
            xml.empty(
                    "TLCOrganization",
                    "eId",
                    parties.getOrDefault(party.name(), ""),
                    "href",
                    "/akn/ontology/organization/" + AknIds.slug(party.fullName()),
                    "showAs",
                    party.name());
        }
        xml.empty(
                "TLCOrganization",
                "eId",
                ids.once("samband"),
                "href",
                "/akn/ontology/organization/samband",
                "showAs",
                "Samband");
        xml.close();
    }

    private void notes() {
        if (gaps.isEmpty()) {
            return;
        }
        xml.open("notes", "source", SOURCE);
        gaps.forEach((gap, id) -> {
            xml.open("note", "eId", id);
            var remark = gap.kind() + " (" + gap.where() + "): " + gap.words();
            xml.inline("p", "<remark>" + XmlText.escape(remark) + "</remark>");
            xml.close();
        });
        xml.close();
    }

    /// Address of a party's entry among the references; empty for a name that is none.
    String reference(String party) {
        return parties.containsKey(party) ? "#" + parties.get(party) : SOURCE;
    }

    String gapsAt(Paragraph paragraph) {
        return gapsAt(List.of(paragraph.id(), paragraph.reference()));
    }

    String gapsAt(Item item) {
        return gapsAt(List.of(item.id(), item.id().replaceFirst("^p-?", "")));
    }

    private String gapsAt(List<String> places) {
        var marks = new StringBuilder();
        gaps.forEach((gap, id) -> {
            if (places.contains(gap.where())) {
                marks.append(XmlText.tag("noteRef", "href", "#" + id)).append("/>");
            }
        });
        return marks.toString();
    }

    /// Footnotes stand together: the healed text does not tell where each was called.
    void footnotes() {
        var notes = new ArrayList<>(instrument.notes());
        if (notes.isEmpty()) {
            return;
        }
        xml.open("container", "eId", ids.once("footnotes"), "name", "footnotes");
        for (var note : notes) {
            int space = note.indexOf(' ');
            var marker = space > 0 ? note.substring(0, space) : "";
            var tag =
                    XmlText.tag(
                            "authorialNote",
                            "eId",
                            ids.once("fn_1"),
                            "marker",
                            marker,
                            "placement",
                            "bottom");
            var text = XmlText.escape(note.substring(space + 1));
            xml.inline("p", tag + "><p>" + text + "</p></authorialNote>");
        }
        xml.close();
    }
}
