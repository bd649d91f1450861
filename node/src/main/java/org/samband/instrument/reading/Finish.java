// SPDX-License-Identifier: EUPL-1.2
package org.samband.instrument.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.samband.instrument.Item;
import org.samband.instrument.Paragraph;
import org.samband.instrument.Part;

/// Makes records of drafts and gives them their ids.
final class Finish {
    private final Set<String> used = new HashSet<>();
    private final Map<String, Integer> times = new HashMap<>();
    private int unnumbered;

    private Finish() {}

    static List<Part> of(List<Draft.OfPart> drafts) {
        return new Finish().parts(drafts);
    }

    private List<Part> parts(List<Draft.OfPart> drafts) {
        drafts.stream()
                .filter(part -> part.kind != Part.Kind.ANNEX)
                .flatMap(part -> part.paragraphs.stream())
                .forEach(paragraph -> times.merge(paragraph.number, 1, Integer::sum));
        times.remove("");
        boolean restarts = times.values().stream().anyMatch(often -> often > 1);
        var parts = new ArrayList<Part>();
        var above = new ArrayList<Draft.OfPart>();
        for (var draft : drafts) {
            above.removeIf(part -> part.depth >= draft.depth);
            above.add(draft);
            var id = "part" + (parts.size() + 1);
            var prefix = restarts || draft.kind == Part.Kind.ANNEX ? prefix(above, id) : "";
            var paragraphs =
                    draft.paragraphs.stream()
                            .map(paragraph -> paragraph(paragraph, prefix, id))
                            .toList();
            var kind = draft.kind == null ? Part.Kind.AREA : draft.kind;
            parts.add(new Part(id, kind, draft.number, draft.heading, draft.depth, paragraphs));
        }
        return parts;
    }

    /// `-II.` or `-II.A.`: the numbers of the parts above, as far as they have any.
    private static String prefix(List<Draft.OfPart> above, String id) {
        var prefix = new StringBuilder("-");
        above.stream()
                .map(part ->
                        part.number.replaceAll("^.*\\s", "").replaceAll("[^\\p{L}\\p{N}.]", ""))
                .filter(number -> !number.isEmpty())
                .forEach(number -> prefix.append(number).append('.'));
        if (above.getFirst().kind == Part.Kind.ANNEX) {
            return "-annex" + (prefix.length() > 1 ? prefix.substring(1) : ".");
        }
        return prefix.length() > 1
                ? prefix.toString()
                : above.getLast().kind == Part.Kind.PREAMBLE ? "" : "-" + id + ".";
    }

    private Paragraph paragraph(Draft.OfParagraph draft, String prefix, String part) {
        var id = draft.number.isEmpty() ? "u" + ++unnumbered : "p" + prefix + draft.number;
        if (!used.add(id)) {
            id = "p-" + part + "." + draft.number;
            for (int again = 2; !used.add(id); again++) {
                id = "p-" + part + "." + draft.number + "_" + again;
            }
        }
        var text = text(draft);
        return new Paragraph(
                id,
                draft.number,
                text,
                draft.before.length(),
                items(draft.items, id),
                draft.deleted ? List.of() : Sentences.of(text),
                draft.page);
    }

    private static List<Item> items(List<Draft.OfItem> drafts, String above) {
        var used = new HashSet<String>();
        var items = new ArrayList<Item>();
        for (var draft : drafts) {
            var id = above + "." + draft.key;
            for (int again = 2; !used.add(id); again++) {
                id = above + "." + draft.key + "_" + again;
            }
            var text = text(draft);
            items.add(
                    new Item(
                            id,
                            draft.label,
                            draft.key,
                            text,
                            draft.before.length(),
                            items(draft.items, id),
                            Deletions.whole(text) ? List.of() : Sentences.of(text)));
        }
        return items;
    }

    private static String text(Draft.Text draft) {
        return draft.after.isEmpty() ? draft.before.toString() : draft.before + "\n" + draft.after;
    }
}
