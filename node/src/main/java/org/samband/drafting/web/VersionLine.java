// SPDX-License-Identifier: EUPL-1.2
package org.samband.drafting.web;

import java.util.ArrayList;
import java.util.List;
import org.samband.drafting.JointText;
import org.samband.drafting.TextEntry;
import org.samband.drafting.TextMove;
import org.samband.procedure.ActRef;
import org.samband.web.Words;

/// A version of a text in a list: the text as it stood for who made an entry, after it.
///
/// @param what was done, as a sentence
/// @param crossed whether it met the seal on its way and had no effect
public record VersionLine(ActRef ref, String what, String by, String when, boolean crossed) {

    /// The latest first.
    static List<VersionLine> all(JointText text, TextNames names) {
        var versions = new ArrayList<VersionLine>();
        var opening = text.opening();
        versions.add(
                new VersionLine(
                        text.ref(),
                        names.words().of("drafting.did.open"),
                        names.party(opening.opener())
                                + ", "
                                + opening.by().authority()
                                + ", "
                                + opening.by().officer(),
                        names.words().moment(opening.at()),
                        false));
        text.entries().stream()
                .filter(entry -> !(entry.move() instanceof TextMove.Comment))
                .map(entry -> version(entry, text, names))
                .forEach(versions::addFirst);
        return versions;
    }

    private static VersionLine version(TextEntry entry, JointText text, TextNames names) {
        return new VersionLine(
                entry.ref(),
                did(entry.move(), names.words()),
                names.party(entry.party())
                        + ", "
                        + entry.by().authority()
                        + ", "
                        + entry.by().officer(),
                names.words().moment(entry.at()),
                text.crossed().contains(entry.ref()));
    }

    private static String did(TextMove move, Words words) {
        return switch (move) {
            case TextMove.Propose(var changes, var remark) ->
                    words.count("drafting.did.propose", changes.size())
                            + (remark.isEmpty() ? "" : " – " + remark);
            case TextMove.Accept(var of, var adReferendum) ->
                    words.count(
                            adReferendum ? "drafting.did.reserve" : "drafting.did.accept",
                            of.size());
            case TextMove.Reopen(var points, var reason) ->
                    words.count("drafting.did.reopen", points.size()) + " – " + reason;
            case TextMove.Comment _ -> words.of("drafting.did.comment");
            case TextMove.Agree _ -> words.of("drafting.did.agree");
            case TextMove.Publish _ -> words.of("drafting.did.publish");
            case TextMove.Copy _ -> words.of("drafting.did.copy");
            case TextMove.Countersign _ -> words.of("drafting.did.countersign");
        };
    }
}
