// SPDX-License-Identifier: EUPL-1.2
package org.samband.drafting.web;

import java.util.List;
import org.samband.drafting.CanonicalText;
import org.samband.drafting.JointText;
import org.samband.drafting.Point;
import org.samband.drafting.Position;
import org.samband.parties.PartyCode;
import org.samband.parties.Profile;
import org.samband.web.Words;

/// How pages name the parties of a text and read a point. Each party's pages name itself first.
public record TextNames(Profile profile, PartyCode own, Words words) {

    public PartyCode counterpart() {
        return profile.counterpart(own).code();
    }

    List<PartyCode> ownFirst() {
        return List.of(own, counterpart());
    }

    public String party(PartyCode code) {
        return profile.said(code, words.language());
    }

    /// Words of a text as they read in our party's copy.
    String copy(String words, JointText text) {
        return CanonicalText.copy(words, profile, own, text.opening().language());
    }

    /// A point as it reads with its brackets: `[EU: ...] [NO: ...]`.
    String reads(Point point, JointText text) {
        return copy(reads(point), text);
    }

    private String reads(Point point) {
        if (point.agreed().isPresent()) {
            var wording = point.agreed().get();
            return wording.heading().isEmpty()
                    ? wording.text()
                    : wording.heading() + "\n" + wording.text();
        }
        var brackets = new StringBuilder();
        for (var party : ownFirst()) {
            point.of(party)
                    .ifPresent(position ->
                            brackets.append(brackets.isEmpty() ? "" : "\n")
                                    .append("[" + party + ": " + reads(position) + "]"));
        }
        return brackets.isEmpty()
                ? "[" + point.before().map(this::reads).orElse("") + "]"
                : brackets.toString();
    }

    private String reads(Position position) {
        return position.wording()
                .map(wording ->
                        wording.heading().isEmpty()
                                ? wording.text()
                                : wording.heading() + ": " + wording.text())
                .orElse(words.of("drafting.point.delete"));
    }

    /// A point in a list of choices.
    String choice(Point point, JointText text) {
        var line = point.any().map(one -> one.heading().isEmpty() ? one.text() : one.heading());
        return words.of("drafting.place.after", point.number(), cut(copy(line.orElse(""), text)));
    }

    private static final int SHORT = 60;

    private static String cut(String text) {
        var line = text.lines().findFirst().orElse("");
        return line.length() <= SHORT ? line : line.substring(0, SHORT).strip() + "…";
    }
}
