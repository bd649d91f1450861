// SPDX-License-Identifier: EUPL-1.2
package org.samband.drafting.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.samband.drafting.JointText;
import org.samband.drafting.OwnComment;
import org.samband.drafting.Point;
import org.samband.drafting.PointId;
import org.samband.drafting.Position;
import org.samband.drafting.Wording;
import org.samband.parties.PartyCode;

/// A point as it stands on the page of a text.
///
/// @param heading the agreed one; empty while there is none
/// @param text the agreed wording; empty while the point is in brackets
/// @param slot what an agreed item of an agenda says beside its words
/// @param time when an item of an agenda is; empty where that is not known
/// @param brackets the wordings that stand beside each other, our party's first
/// @param before what both had agreed before they reopened it
/// @param accepts entry whose wording our party could take; empty if there is none
/// @param firm entry by which our party lifts its ad referendum; empty if it has none
/// @param reopening the parties that want it reopened, as a sentence; empty for none
/// @param asked whether our party is one of them
/// @param comments shared and own, oldest first
public record PointView(
        Point point,
        String heading,
        String text,
        String slot,
        String time,
        List<Bracket> brackets,
        Optional<String> before,
        String accepts,
        String firm,
        String reopening,
        boolean asked,
        List<CommentView> comments) {

    /// @param by who put it and when
    /// @param removes whether the party wants the point removed
    /// @param place where the party wants it to stand, if not where it stands
    public record Bracket(
            String party,
            boolean ours,
            String heading,
            String text,
            String slot,
            boolean removes,
            boolean adReferendum,
            String place,
            String by) {}

    public PointView {
        brackets = List.copyOf(brackets);
        comments = List.copyOf(comments);
    }

    /// @param times of the items of an agenda
    static PointView of(
            Point point,
            JointText text,
            List<OwnComment> own,
            TextNames names,
            Map<PointId, String> times) {
        var agreed = point.agreed();
        var ours = point.of(names.own());
        return new PointView(
                point,
                agreed.map(one -> names.copy(one.heading(), text)).orElse(""),
                agreed.map(one -> names.copy(one.text(), text)).orElse(""),
                agreed.map(one -> TextNames.slot(one.slot())).orElse(""),
                times.getOrDefault(point.id(), ""),
                agreed.isPresent() && point.state() == Point.State.CLOSED
                        ? List.of()
                        : brackets(point, text, names),
                point.positions().isEmpty()
                        ? point.before()
                                .flatMap(Position::wording)
                                .map(one -> names.copy(one.text(), text))
                        : Optional.empty(),
                accepts(point, names),
                ours.filter(Position::adReferendum).map(one -> one.from().toString()).orElse(""),
                names.words()
                        .list(
                                names.ownFirst().stream()
                                        .filter(point.reopening()::contains)
                                        .map(names::party)
                                        .toList()),
                point.reopening().contains(names.own()),
                CommentView.of(text, own, Optional.of(point.id()), names));
    }

    private static String accepts(Point point, TextNames names) {
        var ours = point.of(names.own());
        return point.of(names.counterpart())
                .filter(theirs -> ours.isEmpty() || !ours.get().wording().equals(theirs.wording()))
                .or(() -> point.before().filter(_ -> ours.isEmpty()))
                .map(one -> one.from().toString())
                .filter(_ -> point.isOpen())
                .orElse("");
    }

    private static List<Bracket> brackets(Point point, JointText text, TextNames names) {
        var brackets = new ArrayList<Bracket>();
        for (var party : names.ownFirst()) {
            point.of(party).ifPresent(one -> brackets.add(bracket(point, party, one, text, names)));
        }
        return brackets;
    }

    private static Bracket bracket(
            Point point, PartyCode party, Position position, JointText text, TextNames names) {
        return new Bracket(
                names.party(party),
                party.equals(names.own()),
                position.wording().map(one -> names.copy(one.heading(), text)).orElse(""),
                position.wording().map(one -> names.copy(one.text(), text)).orElse(""),
                position.wording().map(one -> TextNames.slot(one.slot())).orElse(""),
                position.wording().isEmpty(),
                position.adReferendum(),
                position.wording()
                        .filter(one -> !one.after().equals(point.after()))
                        .map(one -> place(one, text, names))
                        .orElse(""),
                text.entry(position.from()).map(names::made).orElse(""));
    }

    private static String place(Wording wording, JointText text, TextNames names) {
        return wording.after()
                .flatMap(text::point)
                .filter(point -> point.number() > 0)
                .map(point -> names.choice(point, text))
                .orElseGet(() -> names.words().of("drafting.place.beginning"));
    }
}
