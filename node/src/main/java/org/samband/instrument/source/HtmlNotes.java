// SPDX-License-Identifier: EUPL-1.2
package org.samband.instrument.source;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/// Takes footnotes out of HTML: marks that link to a note, and the notes that they link to.
final class HtmlNotes {
    private static final Set<String> HOLDERS =
            Set.of("li", "p", "div", "aside", "dd", "td", "section");

    private HtmlNotes() {}

    /// Moves the notes from under the root into the flow, and takes their marks away.
    static void taken(Element root, Flow flow) {
        var taken = new LinkedHashSet<Element>();
        for (var mark : root.select("a[href^=#]")) {
            var label = mark.text().replaceAll("[\\[\\]()\\s]", "");
            if (!isMark(mark, label)) {
                continue;
            }
            var note = note(root, mark.attr("href").substring(1));
            if (note == null || mark.parents().contains(note)) {
                continue;
            }
            if (taken.add(note)) {
                note.select("a[href^=#]").remove();
                flow.note(
                        label,
                        note.text()
                                .replaceFirst(
                                        "^[\\[(]?"
                                                + java.util.regex.Pattern.quote(label)
                                                + "(?:[\\])]|[.]?\\s)\\s*",
                                        ""));
            }
            remove(mark);
        }
        taken.forEach(Element::remove);
        root.select("section.footnotes,[role=doc-endnotes],ol.footnotes")
                .forEach(rest -> {
                    if (!taken.isEmpty()) {
                        rest.remove();
                    }
                });
        root.select("sup").forEach(HtmlNotes::raised);
    }

    private static boolean isMark(Element mark, String label) {
        boolean raised =
                mark.closest("sup") != null
                        || !mark.select("sup").isEmpty()
                        || mark.className().matches("(?i).*(?:footnote|noteref|fnref).*")
                        || mark.attr("role").equals("doc-noteref")
                        || mark.text().strip().matches("\\[\\d+]");
        return raised && label.matches("\\d{1,3}|\\*{1,3}|[a-z]");
    }

    private static @org.jspecify.annotations.Nullable Element note(Element root, String id) {
        var target = id.isEmpty() ? null : root.getElementById(id);
        while (target != null && !HOLDERS.contains(target.normalName())) {
            target = target.parent();
        }
        return target;
    }

    private static void remove(Element mark) {
        var parent = mark.parent();
        mark.remove();
        if (parent != null && parent.normalName().equals("sup") && parent.text().isBlank()) {
            parent.remove();
        }
    }

    /// A raised number without a link is written as a raised number.
    private static void raised(Element sup) {
        if (sup.text().strip().matches("\\d{1,3}")) {
            var out = new StringBuilder();
            sup.text()
                    .strip()
                    .chars()
                    .forEach(digit -> out.append("⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(digit - '0')));
            sup.replaceWith(new TextNode(out.toString()));
        }
    }
}
