// SPDX-License-Identifier: EUPL-1.2
package org.samband.drafting;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import org.samband.attachment.Attachment;
import org.samband.label.Marking;
import org.samband.parties.PartyCode;
import org.samband.procedure.ActRef;

/// The one place where a joint text moves: a pure function of its opening and a set of entries.
/// Entries come here after {@link TextJudge} found that their party was allowed to make them, so
/// what is left to decide is how letters that crossed meet. Source: spec/drafting, "Fold".
final class TextFold {
    private final Map<PointId, PointFold> points = new HashMap<>();
    private final List<PointFold> order = new ArrayList<>();
    private final Map<PartyCode, JointText.Agreement> agreements = new HashMap<>();
    private final Map<PartyCode, ActRef> published = new LinkedHashMap<>();
    private final Map<PartyCode, SignedCopy> copies = new LinkedHashMap<>();
    private final List<JointText.Comment> comments = new ArrayList<>();

    private TextFold() {}

    /// The text after these entries, in whatever order they are given.
    ///
    /// @param merge the more restrictive of two markings
    static JointText of(
            TextOpening opening, List<TextEntry> entries, BinaryOperator<Marking> merge) {
        var ordered = TextOrder.of(opening.opener(), entries);
        var seal = seal(ordered);
        var crossed = seal.map(one -> crossed(one, ordered)).orElse(Set.of());
        var fold = new TextFold();
        // The sealed text is what its agreement was over; whatever else came is no longer of it.
        seal.map(one -> TextOrder.until(one.completed(), ordered))
                .orElse(ordered)
                .forEach(fold::take);
        if (seal.isPresent()) {
            ordered.stream()
                    .filter(entry -> !seal.get().completed().knew(entry.ref()))
                    .filter(entry -> !crossed.contains(entry.ref()))
                    .forEach(fold::takeBesideText);
        }
        return new JointText(
                opening,
                entries.stream()
                        .filter(entry -> !(entry.move() instanceof TextMove.Publish))
                        .map(TextEntry::marking)
                        .reduce(opening.marking(), merge),
                fold.numbered(),
                fold.agreements,
                seal.map(TextFold::shown),
                fold.published,
                fold.copies,
                fold.comments,
                ordered,
                crossed);
    }

    /// @param earlier the agreement of the other party over the same bytes
    private record Sealing(TextEntry earlier, TextEntry completed) {}

    /// The first agreement that stands over the same bytes as one of the other party.
    private static Optional<Sealing> seal(List<TextEntry> ordered) {
        var agreed = new ArrayList<TextEntry>();
        for (var entry : ordered) {
            if (entry.move() instanceof TextMove.Agree(var hash)) {
                for (var other : agreed) {
                    if (!other.party().equals(entry.party())
                            && other.move().equals(new TextMove.Agree(hash))) {
                        return Optional.of(new Sealing(other, entry));
                    }
                }
                agreed.add(entry);
            }
        }
        return Optional.empty();
    }

    /// Moves of the text that neither agreement knew: they met the seal on their way.
    private static Set<ActRef> crossed(Sealing seal, List<TextEntry> ordered) {
        return ordered.stream()
                .filter(entry -> isOfText(entry.move()))
                .filter(entry -> !entry.ref().equals(seal.earlier().ref()))
                .filter(entry -> !entry.ref().equals(seal.completed().ref()))
                .filter(entry -> !seal.completed().knew(entry.ref()))
                .map(TextEntry::ref)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean isOfText(TextMove move) {
        return switch (move) {
            case TextMove.Propose _, TextMove.Accept _, TextMove.Reopen _, TextMove.Agree _ -> true;
            case TextMove.Comment _, TextMove.Publish _, TextMove.Copy _, TextMove.Countersign _ ->
                    false;
        };
    }

    private static JointText.Seal shown(Sealing seal) {
        var hash = ((TextMove.Agree) seal.completed().move()).hash();
        return new JointText.Seal(
                seal.completed().ref(),
                hash,
                Map.of(
                        seal.earlier().party(), agreement(seal.earlier(), hash),
                        seal.completed().party(), agreement(seal.completed(), hash)));
    }

    private static JointText.Agreement agreement(TextEntry entry, String hash) {
        return new JointText.Agreement(entry.ref(), entry.at(), entry.by(), hash);
    }

    private void take(TextEntry entry) {
        switch (entry.move()) {
            case TextMove.Propose(var changes, _) -> {
                for (int i = 0; i < changes.size(); i++) {
                    propose(entry, i + 1, changes.get(i));
                }
            }
            case TextMove.Accept(var of, var adReferendum) ->
                    of.forEach((point, by) -> accept(entry, point, by, adReferendum));
            case TextMove.Reopen(var ids, _) ->
                    ids.stream()
                            .map(points::get)
                            .filter(java.util.Objects::nonNull)
                            .forEach(point -> point.reopen(entry.party()));
            case TextMove.Agree(var hash) -> agreements.put(entry.party(), agreement(entry, hash));
            case TextMove.Comment _, TextMove.Publish _, TextMove.Copy _, TextMove.Countersign _ ->
                    takeBesideText(entry);
        }
    }

    /// What changes no word of the text and so goes on beside a sealed one.
    private void takeBesideText(TextEntry entry) {
        switch (entry.move()) {
            case TextMove.Comment(var point, var text) ->
                    comments.add(
                            new JointText.Comment(
                                    entry.ref(), entry.at(), entry.by(), point, text));
            case TextMove.Publish _ -> published.put(entry.party(), entry.ref());
            case TextMove.Copy(_, var notes, var file) ->
                    copies.merge(
                            entry.party(),
                            new SignedCopy(entry.ref(), notes, file, Optional.empty()),
                            // One that both signed stays, whatever crossed it.
                            (before, after) -> before.both().isPresent() ? before : after);
            case TextMove.Countersign(var copy, var file) ->
                    copies.computeIfPresent(
                            copy.party(), (_, one) -> countersigned(one, copy, file, entry));
            case TextMove.Propose _, TextMove.Accept _, TextMove.Reopen _, TextMove.Agree _ -> {}
        }
    }

    /// A copy that was sent anew while the one before was being signed stays unsigned.
    private static SignedCopy countersigned(
            SignedCopy one, ActRef copy, Attachment file, TextEntry entry) {
        return one.ref().equals(copy) && one.both().isEmpty()
                ? new SignedCopy(
                        one.ref(),
                        one.notes(),
                        one.file(),
                        Optional.of(new SignedCopy.Countersigned(entry.ref(), file)))
                : one;
    }

    private void propose(TextEntry entry, int place, TextMove.Change change) {
        var id = change.point().orElseGet(() -> new PointId(entry.ref(), place));
        var point = points.get(id);
        if (point == null) {
            var after = change.wording().flatMap(Wording::after);
            point = new PointFold(id, after);
            points.put(id, point);
            put(point);
        }
        point.take(entry.party(), new Position(entry.ref(), change.wording(), false));
        move(point);
    }

    private void accept(TextEntry entry, PointId id, ActRef by, boolean adReferendum) {
        var point = points.get(id);
        if (point == null) {
            return;
        }
        point.said(by)
                .ifPresent(said ->
                        point.take(
                                entry.party(),
                                new Position(entry.ref(), said.wording(), adReferendum)));
        move(point);
    }

    /// A point goes to another place once both want it there.
    private void move(PointFold point) {
        if (point.state() != Point.State.CLOSED && point.state() != Point.State.AD_REFERENDUM) {
            return;
        }
        var wanted = point.positions().values().iterator().next().wording();
        if (wanted.isPresent() && !wanted.get().after().equals(point.after)) {
            order.remove(point);
            point.after = wanted.get().after();
            put(point);
        }
    }

    /// Directly behind the point that is named; removed points keep their places for that.
    private void put(PointFold point) {
        var place = point.after.map(points::get).map(order::indexOf).map(index -> index + 1);
        order.add(place.orElse(0), point);
    }

    private List<Point> numbered() {
        var all = new ArrayList<Point>();
        int number = 0;
        for (var point : order) {
            var removed = point.state() == Point.State.REMOVED;
            all.add(point.point(removed ? 0 : ++number));
        }
        return all;
    }
}
