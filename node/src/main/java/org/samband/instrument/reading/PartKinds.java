// SPDX-License-Identifier: EUPL-1.2
package org.samband.instrument.reading;

import java.util.ArrayList;
import java.util.List;
import org.samband.instrument.Part;

/// Tells what each part is for: preamble, frame, area, annex. By structure first, by generic words
/// of headings second.
final class PartKinds {
    private PartKinds() {}

    /// The parts, the opening one cut where its preamble ends.
    static List<Draft.OfPart> of(List<Draft.OfPart> parts) {
        var all = new ArrayList<Draft.OfPart>();
        boolean operative = false;
        boolean annex = false;
        for (var part : parts) {
            annex |= operative && isAnnex(part);
            if (annex) {
                part.kind = Part.Kind.ANNEX;
                all.add(part);
            } else if (!operative) {
                operative = opening(part, parts, all);
            } else {
                part.kind = kind(part);
                all.add(part);
            }
        }
        return all;
    }

    /// Adds a part before which nothing operative stands; true where it is or ends operative.
    private static boolean opening(
            Draft.OfPart part, List<Draft.OfPart> parts, List<Draft.OfPart> all) {
        int cut = cut(part, parts.getLast() == part);
        boolean whole = cut == part.paragraphs.size();
        if (whole && (cut > 0 || StructureWords.get().is("preamble-headings", part.heading))) {
            part.kind = Part.Kind.PREAMBLE;
            all.add(part);
            return turns(part);
        }
        if (cut == 0) {
            part.kind = kind(part);
            all.add(part);
            return true;
        }
        var rest = new Draft.OfPart("", "", part.where);
        rest.depth = part.depth;
        rest.kind = Part.Kind.FRAME;
        rest.paragraphs.addAll(part.paragraphs.subList(cut, part.paragraphs.size()));
        part.paragraphs.subList(cut, part.paragraphs.size()).clear();
        part.kind = Part.Kind.PREAMBLE;
        all.add(part);
        all.add(rest);
        return true;
    }

    private static boolean turns(Draft.OfPart part) {
        return !part.paragraphs.isEmpty()
                && StructureWords.get().has("turning", part.paragraphs.getLast().before.toString());
    }

    /// How many paragraphs of the part are preamble.
    private static int cut(Draft.OfPart part, boolean alone) {
        var words = StructureWords.get();
        int recitals = 0;
        for (int at = 0; at < part.paragraphs.size(); at++) {
            var text = part.paragraphs.get(at).before.toString();
            if (words.has("turning", text) && part.paragraphs.get(at).number.isEmpty()) {
                return at + 1;
            }
            if (words.begins("recitals", text) && recitals >= at - 1) {
                recitals = at + 1;
            }
        }
        if (words.is("preamble-headings", part.heading)) {
            return part.paragraphs.size();
        }
        if (!part.heading.isEmpty()) {
            return recitals == part.paragraphs.size() ? recitals : 0;
        }
        if (recitals > 0 && alone) {
            return recitals;
        }
        return alone ? beforeBinding(part) : part.paragraphs.size();
    }

    /// In a text without headings, what stands before the first paragraph that binds.
    private static int beforeBinding(Draft.OfPart part) {
        int at = 0;
        while (at < part.paragraphs.size()
                && !StructureWords.get()
                        .has("binding", part.paragraphs.get(at).before.toString())) {
            at++;
        }
        return at == part.paragraphs.size() ? 0 : at;
    }

    /// All that the heading names are words of frames, "Purpose and scope" for instance.
    private static boolean framing(String heading) {
        var words = StructureWords.get();
        return words.is("frame-headings", heading)
                || words.has("frame-anywhere", heading)
                || List.of(heading.split(",\\s*|\\s+and\\s+|\\s+AND\\s+", -1)).stream()
                        .allMatch(each -> words.is("frame-headings", each));
    }

    private static boolean isAnnex(Draft.OfPart part) {
        return StructureWords.get()
                .begins("annex-words", part.number.isEmpty() ? part.heading : part.number);
    }

    private static Part.Kind kind(Draft.OfPart part) {
        var words = StructureWords.get();
        boolean frame =
                framing(part.heading)
                        || (part.heading.isEmpty() && part.number.isEmpty())
                        || words.is("area-openers", part.heading);
        return frame ? Part.Kind.FRAME : Part.Kind.AREA;
    }
}
