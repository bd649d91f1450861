// SPDX-License-Identifier: EUPL-1.2
package org.samband.drafting;

import java.util.Optional;
import org.samband.act.Refusal;

/// Whether a party may make a move in a text as it knew it then. Our own door asks before an entry
/// is made and the admission of the counterpart's asks the same of the same text, so both nodes
/// judge alike in whatever order entries arrive. Source: spec/drafting, DRAFT-21.
///
/// @param text of all entries that the party knew
/// @param entry that is judged
record TextJudge(JointText text, TextEntry entry) {
    /// Most points of one text. Source: DRAFT-08.
    static final int MOST_POINTS = 500;

    Optional<Refusal> whyNot() {
        var move = entry.move();
        return switch (move) {
            case TextMove.Comment(var point, _) -> point.flatMap(this::unknown);
            case TextMove.Publish publish -> whyNotPublish(publish);
            case TextMove.Copy copy -> whyNotCopy(copy);
            case TextMove.Countersign countersign -> whyNotCountersign(countersign);
            case TextMove.Propose _, TextMove.Accept _, TextMove.Reopen _, TextMove.Agree _ ->
                    text.seal().isPresent()
                            ? Optional.of(Refusal.of(DraftingRule.SEALED))
                            : whyNotMove(move);
        };
    }

    private Optional<Refusal> whyNotMove(TextMove move) {
        return switch (move) {
            case TextMove.Propose(var changes, _) -> {
                var fresh = changes.stream().filter(one -> one.point().isEmpty()).count();
                yield text.points().size() + fresh > MOST_POINTS
                        ? Optional.of(
                                Refusal.of(DraftingRule.TOO_MANY_POINTS).with("most", MOST_POINTS))
                        : changes.stream().flatMap(one -> whyNot(one).stream()).findFirst();
            }
            case TextMove.Accept accept ->
                    accept.of().keySet().stream()
                            .sorted()
                            .flatMap(point -> whyNotAccept(point, accept).stream())
                            .findFirst();
            case TextMove.Reopen(var points, _) ->
                    points.stream().flatMap(point -> whyNotReopen(point).stream()).findFirst();
            case TextMove.Agree(var hash) -> whyNotAgree(hash);
            case TextMove.Comment _, TextMove.Publish _, TextMove.Copy _, TextMove.Countersign _ ->
                    Optional.empty();
        };
    }

    /// Paragraphs, time and speaker belong to agendas, and there an item has a title.
    private Optional<Refusal> whyNotItem(TextMove.Change change) {
        var agenda = text.opening().kind() == TextKind.AGENDA;
        return change.wording()
                .filter(one -> agenda ? one.heading().isEmpty() : !one.slot().isNone())
                .map(_ ->
                        agenda
                                ? Refusal.at(DraftingRule.ITEM_TITLE, "heading")
                                : Refusal.of(DraftingRule.NO_AGENDA));
    }

    private Optional<Refusal> whyNot(TextMove.Change change) {
        var unfit = whyNotItem(change);
        if (unfit.isPresent()) {
            return unfit;
        }
        var place = change.wording().flatMap(Wording::after);
        if (place.isPresent() && (place.equals(change.point()) || !stands(place.get()))) {
            return Optional.of(Refusal.at(DraftingRule.PLACE, "after").with("after", place.get()));
        }
        return change.point().flatMap(id -> unknown(id).or(() -> whyNot(point(id), change)));
    }

    /// A point of the text, or one that the same entry brings.
    private boolean stands(PointId point) {
        return text.point(point).isPresent() || point.entry().equals(entry.ref());
    }

    private Optional<Refusal> whyNot(Point point, TextMove.Change change) {
        if (!point.upon().equals(change.upon())) {
            return Optional.of(
                    about(DraftingRule.CHANGED_MEANWHILE, point).with("by", newest(point, change)));
        }
        if (!point.isOpen()) {
            return Optional.of(about(DraftingRule.CLOSED, point));
        }
        return point.of(entry.party())
                        .filter(own -> own.wording().equals(change.wording()))
                        .isPresent()
                ? Optional.of(about(DraftingRule.NOTHING_NEW, point))
                : Optional.empty();
    }

    private static String newest(Point point, TextMove.Change change) {
        return point.upon().stream()
                .filter(one -> !change.upon().contains(one))
                .map(Object::toString)
                .reduce((one, other) -> one + ", " + other)
                .orElse("—");
    }

    private Optional<Refusal> whyNotAccept(PointId id, TextMove.Accept accept) {
        var unknown = unknown(id);
        if (unknown.isPresent()) {
            return unknown;
        }
        var point = point(id);
        if (!point.isOpen()) {
            return Optional.of(about(DraftingRule.CLOSED, point));
        }
        var by = accept.of().get(id);
        var taken =
                point.positions().values().stream()
                        .filter(one -> one.from().equals(by))
                        .findFirst()
                        .or(() -> point.before().filter(one -> one.from().equals(by)));
        if (taken.isEmpty()) {
            return Optional.of(
                    about(DraftingRule.NOT_STANDING, point).with("of", String.valueOf(by)));
        }
        var same =
                point.of(entry.party())
                        .filter(own -> own.agrees(taken.get()))
                        .filter(own -> own.adReferendum() == accept.adReferendum());
        return same.map(_ -> about(DraftingRule.NOTHING_NEW, point));
    }

    private Optional<Refusal> whyNotReopen(PointId id) {
        var unknown = unknown(id);
        if (unknown.isPresent()) {
            return unknown;
        }
        var point = point(id);
        if (point.state() != Point.State.CLOSED) {
            return Optional.of(about(DraftingRule.NOT_CLOSED, point));
        }
        return point.reopening().contains(entry.party())
                ? Optional.of(about(DraftingRule.REOPENING_ALREADY, point))
                : Optional.empty();
    }

    private Optional<Refusal> whyNotAgree(String hash) {
        if (text.standing().isEmpty()) {
            return Optional.of(Refusal.of(DraftingRule.NO_POINTS));
        }
        if (text.open() > 0) {
            return Optional.of(Refusal.of(DraftingRule.BRACKETS_LEFT).with("open", text.open()));
        }
        var now = CanonicalText.hash(text);
        if (!hash.equals(now)) {
            return Optional.of(
                    Refusal.of(DraftingRule.OTHER_BYTES)
                            .with("hash", brief(hash))
                            .with("now", brief(now)));
        }
        return text.agreement(entry.party()).map(_ -> Refusal.of(DraftingRule.AGREED_ALREADY));
    }

    private Optional<Refusal> whyNotPublish(TextMove.Publish publish) {
        if (text.opening().kind() != TextKind.READOUT) {
            return Optional.of(Refusal.of(DraftingRule.NOT_FOR_THE_PUBLIC));
        }
        if (text.seal().isEmpty()) {
            return Optional.of(Refusal.of(DraftingRule.NOT_SEALED));
        }
        var now = text.seal().get().hash();
        if (!publish.hash().equals(now) || !CanonicalText.hash(publish.text()).equals(now)) {
            return Optional.of(
                    Refusal.of(DraftingRule.OTHER_BYTES)
                            .with("hash", brief(publish.hash()))
                            .with("now", brief(now)));
        }
        return text.published().containsKey(entry.party())
                ? Optional.of(Refusal.of(DraftingRule.PUBLISHED_ALREADY))
                : Optional.empty();
    }

    private Optional<Refusal> whyNotCopy(TextMove.Copy copy) {
        if (text.seal().isEmpty()) {
            return Optional.of(Refusal.of(DraftingRule.NOT_SEALED_YET));
        }
        var now = text.seal().get().hash();
        if (!copy.hash().equals(now)) {
            return Optional.of(
                    Refusal.of(DraftingRule.OTHER_BYTES)
                            .with("hash", brief(copy.hash()))
                            .with("now", brief(now)));
        }
        return Optional.ofNullable(text.copies().get(entry.party()))
                .flatMap(SignedCopy::both)
                .map(_ -> Refusal.of(DraftingRule.COPY_SIGNED));
    }

    private Optional<Refusal> whyNotCountersign(TextMove.Countersign countersign) {
        var copy =
                text.copies().entrySet().stream()
                        .filter(one -> !one.getKey().equals(entry.party()))
                        .map(java.util.Map.Entry::getValue)
                        .filter(one -> one.ref().equals(countersign.copy()))
                        .findFirst();
        if (copy.isEmpty()) {
            return Optional.of(Refusal.of(DraftingRule.NO_COPY).with("copy", countersign.copy()));
        }
        return copy.flatMap(SignedCopy::both).map(_ -> Refusal.of(DraftingRule.COPY_SIGNED));
    }

    private static final int BRIEF = 16;

    private static String brief(String hash) {
        return hash.length() > BRIEF ? hash.substring(0, BRIEF) + "…" : hash;
    }

    private Optional<Refusal> unknown(PointId id) {
        return text.point(id).isPresent()
                ? Optional.empty()
                : Optional.of(Refusal.of(DraftingRule.UNKNOWN_POINT).with("point", id));
    }

    private Point point(PointId id) {
        return text.point(id).orElseThrow();
    }

    private static Refusal about(DraftingRule rule, Point point) {
        return Refusal.of(rule).with("number", point.number() > 0 ? point.number() : point.id());
    }
}
