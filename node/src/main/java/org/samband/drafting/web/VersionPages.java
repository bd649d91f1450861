// SPDX-License-Identifier: EUPL-1.2
package org.samband.drafting.web;

import java.util.List;
import org.samband.drafting.JointText;
import org.samband.drafting.JointTexts;
import org.samband.drafting.TextComparison;
import org.samband.parties.Officer;
import org.samband.parties.PartnershipId;
import org.samband.procedure.ActRef;
import org.samband.web.NotFound;
import org.samband.web.Page;
import org.samband.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// The versions of a text, and any two of them compared word by word.
@Controller
class VersionPages {
    private final JointTexts texts;
    private final TextParts parts;

    VersionPages(JointTexts texts, TextParts parts) {
        this.texts = texts;
        this.parts = parts;
    }

    @GetMapping("/{partnership}/joint-text/{ref}/versions")
    Page versions(
            @PathVariable PartnershipId partnership,
            @PathVariable String ref,
            Officer officer,
            Words words) {
        var text = parts.find(partnership, ref, officer);
        var names = parts.names(partnership, words);
        return parts.page(
                        "drafting/versions.jte",
                        text,
                        words.of("drafting.versions.title"),
                        officer,
                        names)
                .with("versions", VersionLine.all(text, names));
    }

    /// @param from number of an entry; empty for the one before the later
    /// @param to number of an entry; empty for the latest
    @GetMapping("/{partnership}/joint-text/{ref}/compare")
    Page compare(
            @PathVariable PartnershipId partnership,
            @PathVariable String ref,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            Officer officer,
            Words words) {
        var text = parts.find(partnership, ref, officer);
        var names = parts.names(partnership, words);
        var versions = VersionLine.all(text, names);
        var later = to.isEmpty() ? versions.getFirst().ref() : ref(to);
        var earlier = from.isEmpty() ? before(later, versions) : ref(from);
        var comparison =
                TextComparison.of(
                        version(text, earlier),
                        version(text, later),
                        point -> names.reads(point, text));
        return parts.page(
                        "drafting/compare.jte",
                        text,
                        words.of("drafting.compare.title"),
                        officer,
                        names)
                .with("versions", versions)
                .with("from", earlier.toString())
                .with("to", later.toString())
                .with("comparison", comparison);
    }

    /// The version below it in the list; of the first one itself.
    private static ActRef before(ActRef later, List<VersionLine> versions) {
        var refs = versions.stream().map(VersionLine::ref).toList();
        return refs.get(Math.min(refs.indexOf(later) + 1, refs.size() - 1));
    }

    private JointText version(JointText text, ActRef version) {
        return texts.version(text, version).orElseThrow(NotFound::new);
    }

    private static ActRef ref(String text) {
        return ActRef.of(text).orElseThrow(NotFound::new);
    }
}
