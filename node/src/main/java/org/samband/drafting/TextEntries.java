// SPDX-License-Identifier: EUPL-1.2
package org.samband.drafting;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.samband.attachment.Attachment;
import org.samband.ledger.Entry;
import org.samband.ledger.LedgerId;
import org.samband.procedure.ActRef;

/// The entries of joint texts, as they are written and as they are read. Source: spec/drafting,
/// "Entries".
final class TextEntries {
    static final String OPEN = "text.open";
    static final String PROPOSE = "text.propose";
    static final String ACCEPT = "text.accept";
    static final String REOPEN = "text.reopen";
    static final String COMMENT = "text.comment";
    static final String AGREE = "text.agree";
    static final String PUBLISH = "text.publish";
    static final String COPY = "text.copy";
    static final String COUNTERSIGN = "text.countersign";

    /// All but the opening.
    static final List<String> MOVES =
            List.of(PROPOSE, ACCEPT, REOPEN, COMMENT, AGREE, PUBLISH, COPY, COUNTERSIGN);

    private TextEntries() {}

    static boolean opens(Entry entry) {
        return isShared(entry) && entry.kind().equals(OPEN);
    }

    static boolean isMove(Entry entry) {
        return isShared(entry) && MOVES.contains(entry.kind());
    }

    /// A comment that never leaves this node.
    static boolean isOwnComment(Entry entry) {
        return !isShared(entry) && entry.kind().equals(COMMENT);
    }

    private static boolean isShared(Entry entry) {
        return entry.ledger().line() == LedgerId.Line.SHARED;
    }

    static ActRef ref(Entry entry) {
        return new ActRef(entry.ledger().party(), entry.number().value());
    }

    static Map<String, Object> opening(
            ActRef dossier, TextKind kind, String language, String title) {
        return Map.of(
                "dossier",
                dossier.toString(),
                "kind",
                kind.word(),
                "language",
                language,
                "title",
                title);
    }

    static TextOpening opening(Entry entry) {
        var content = entry.content();
        return new TextOpening(
                entry.ledger().partnership(),
                ref(entry),
                ActRef.of(text(content, "dossier")).orElseThrow(),
                TextKind.of(text(content, "kind")).orElseThrow(),
                text(content, "language"),
                text(content, "title"),
                entry.area(),
                entry.marking(),
                entry.at(),
                entry.by());
    }

    /// The kind of entry that says a move.
    static String kind(TextMove move) {
        return switch (move) {
            case TextMove.Propose _ -> PROPOSE;
            case TextMove.Accept _ -> ACCEPT;
            case TextMove.Reopen _ -> REOPEN;
            case TextMove.Comment _ -> COMMENT;
            case TextMove.Agree _ -> AGREE;
            case TextMove.Publish _ -> PUBLISH;
            case TextMove.Copy _ -> COPY;
            case TextMove.Countersign _ -> COUNTERSIGN;
        };
    }

    static Map<String, Object> content(TextMove move) {
        var content = new TreeMap<String, Object>();
        switch (move) {
            case TextMove.Propose(var changes, var remark) -> {
                content.put("points", changes.stream().map(TextEntries::change).toList());
                if (!remark.isEmpty()) {
                    content.put("remark", remark);
                }
            }
            case TextMove.Accept(var of, var adReferendum) -> {
                var points = new ArrayList<Object>();
                new TreeMap<>(of)
                        .forEach((point, by) ->
                                points.add(Map.of("point", point.toString(), "of", by.toString())));
                content.put("points", points);
                if (adReferendum) {
                    content.put("ad-referendum", true);
                }
            }
            case TextMove.Reopen(var points, var reason) -> {
                content.put("points", points.stream().map(PointId::toString).toList());
                content.put("reason", reason);
            }
            case TextMove.Comment(var point, var text) -> {
                point.ifPresent(id -> content.put("point", id.toString()));
                content.put("text", text);
            }
            case TextMove.Agree(var hash) -> content.put("hash", hash);
            case TextMove.Publish(var hash, var text) -> {
                content.put("hash", hash);
                content.put("text", text);
            }
            case TextMove.Copy(var hash, var notes, var file) -> {
                content.put("hash", hash);
                content.put("notes", notes);
                content.put("file", file.reference());
            }
            case TextMove.Countersign(var copy, var file) -> {
                content.put("copy", copy.toString());
                content.put("file", file.reference());
            }
        }
        return content;
    }

    private static Map<String, Object> change(TextMove.Change change) {
        var said = new TreeMap<String, Object>();
        change.point()
                .ifPresent(point -> {
                    said.put("point", point.toString());
                    said.put("upon", change.upon().stream().map(ActRef::toString).toList());
                });
        change.wording()
                .ifPresentOrElse(
                        wording -> {
                            said.put("wording", wording.text());
                            if (!wording.heading().isEmpty()) {
                                said.put("heading", wording.heading());
                            }
                            wording.after().ifPresent(after -> said.put("after", after(after)));
                            if (!wording.slot().isNone()) {
                                said.put("item", wording.slot().entry());
                            }
                        },
                        () -> said.put("remove", true));
        return said;
    }

    /// A new point may stand behind another one of the same entry, whose number is not known before
    /// the entry is made: then its place there is written alone.
    private static String after(PointId after) {
        return after.entry().equals(TextMove.SAME)
                ? String.valueOf(after.place())
                : after.toString();
    }

    /// Whether the acting party of an entry knew of another one.
    static boolean knew(Entry entry, ActRef other) {
        return entry.ledger().party().equals(other.party())
                ? other.number() < entry.number().value()
                : other.number() <= entry.seen();
    }

    /// The move that a well-formed entry says.
    static TextEntry read(Entry entry) {
        return new TextEntry(
                ref(entry), entry.seen(), entry.at(), entry.by(), entry.marking(), move(entry));
    }

    private static TextMove move(Entry entry) {
        var content = entry.content();
        return switch (entry.kind()) {
            case PROPOSE ->
                    new TextMove.Propose(
                            list(content, "points").stream()
                                    .map(one -> change(entry, map(one)))
                                    .toList(),
                            text(content, "remark"));
            case ACCEPT -> {
                var of = new TreeMap<PointId, ActRef>();
                for (var one : list(content, "points")) {
                    of.put(
                            PointId.of(text(map(one), "point")).orElseThrow(),
                            ActRef.of(text(map(one), "of")).orElseThrow());
                }
                yield new TextMove.Accept(of, content.containsKey("ad-referendum"));
            }
            case REOPEN ->
                    new TextMove.Reopen(
                            list(content, "points").stream()
                                    .map(one -> PointId.of(String.valueOf(one)).orElseThrow())
                                    .toList(),
                            text(content, "reason"));
            case COMMENT ->
                    new TextMove.Comment(PointId.of(text(content, "point")), text(content, "text"));
            case AGREE -> new TextMove.Agree(text(content, "hash"));
            case PUBLISH ->
                    new TextMove.Publish(
                            text(content, "hash"), map(content.getOrDefault("text", Map.of())));
            case COPY ->
                    new TextMove.Copy(
                            text(content, "hash"),
                            list(content, "notes").stream().map(String::valueOf).toList(),
                            file(content));
            case COUNTERSIGN ->
                    new TextMove.Countersign(
                            ActRef.of(text(content, "copy")).orElseThrow(), file(content));
            default -> throw new IllegalArgumentException("no move of a text: " + entry.kind());
        };
    }

    private static Attachment file(Map<String, Object> content) {
        return Attachment.of(content.get("file")).orElseThrow();
    }

    private static TextMove.Change change(Entry entry, Map<String, Object> said) {
        var point = PointId.of(text(said, "point"));
        var upon =
                list(said, "upon").stream()
                        .flatMap(one -> ActRef.of(String.valueOf(one)).stream())
                        .toList();
        if (said.containsKey("remove")) {
            return new TextMove.Change(point, upon, Optional.empty());
        }
        return new TextMove.Change(
                point,
                upon,
                Optional.of(
                        new Wording(
                                text(said, "heading"),
                                text(said, "wording"),
                                after(entry, text(said, "after")),
                                Slot.of(said.get("item")).orElse(Slot.NONE))));
    }

    static Optional<PointId> after(Entry entry, String written) {
        return PointId.of(written.contains(".") ? written : ref(entry) + "." + written);
    }

    static String text(Map<String, Object> content, String member) {
        return content.get(member) instanceof String text ? text : "";
    }

    static List<?> list(Map<String, Object> content, String member) {
        return content.get(member) instanceof List<?> list ? list : List.of();
    }

    /// A JSON object with its names; empty for what is none.
    static Map<String, Object> map(Object value) {
        var copy = new TreeMap<String, Object>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, one) -> copy.put(String.valueOf(name), one));
        }
        return copy;
    }
}
