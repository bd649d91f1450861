// SPDX-License-Identifier: EUPL-1.2
package org.samband.drafting.web;

import java.util.List;
import org.samband.drafting.CanonicalText;
import org.samband.drafting.JointText;

/// The text as it reads in our party's copy: our party first, in the text and in the signature
/// block. The agreed bytes are the same for both. Source: spec/drafting, "Alternat".
///
/// @param points that both parties stand on
/// @param signatures our party first
public record TextCopy(String title, List<Line> points, List<Signature> signatures) {

    public record Line(int number, String heading, String text) {}

    /// @param by who agreed it for the party and when; empty while nobody has
    public record Signature(String party, String by) {}

    public TextCopy {
        points = List.copyOf(points);
        signatures = List.copyOf(signatures);
    }

    static TextCopy of(JointText text, TextNames names) {
        var language = text.opening().language();
        return new TextCopy(
                names.copy(text.opening().title(), text),
                text.standing().stream()
                        .flatMap(point ->
                                point.agreed().stream()
                                        .map(wording ->
                                                new Line(
                                                        point.number(),
                                                        names.copy(wording.heading(), text),
                                                        names.copy(
                                                                TextNames.withSlot(wording),
                                                                text))))
                        .toList(),
                names.ownFirst().stream()
                        .map(party ->
                                new Signature(
                                        CanonicalText.name(
                                                names.profile().party(party).orElseThrow(),
                                                language),
                                        text.seal()
                                                .map(seal -> seal.agreements().get(party))
                                                .map(one ->
                                                        "%s, %s"
                                                                .formatted(
                                                                        one.by().authority(),
                                                                        names.words()
                                                                                .moment(one.at())))
                                                .orElse("")))
                        .toList());
    }
}
