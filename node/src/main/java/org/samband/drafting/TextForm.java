// SPDX-License-Identifier: EUPL-1.2
package org.samband.drafting;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.samband.act.Circle;
import org.samband.act.Refusal;
import org.samband.ledger.Entry;
import org.samband.procedure.ActRef;

/// What is wrong with the members of an entry of a text, whatever stands in the text. The same is
/// asked of what our officers type, which comes here as the entry that it would be.
final class TextForm {
    /// Most characters. Source: spec/drafting, DRAFT-03, DRAFT-15.
    static final int LONGEST_TITLE = 200;

    static final int LONGEST_COMMENT = 4_000;

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final List<String> LANGUAGES = List.of("en", "nb");

    private TextForm() {}

    static Optional<Refusal> malformed(Entry entry) {
        var circle =
                TextEntries.isOwnComment(entry)
                        ? Circle.OWN
                        : entry.kind().equals(TextEntries.PUBLISH) ? Circle.PUBLIC : Circle.SHARED;
        return entry.circle() == circle ? members(entry) : wrong(entry, "circle");
    }

    private static Optional<Refusal> members(Entry entry) {
        return switch (entry.kind()) {
            case TextEntries.OPEN ->
                    members(entry, Set.of("dossier", "kind", "language", "title"), Set.of())
                            .or(() -> opening(entry));
            case TextEntries.PROPOSE ->
                    members(entry, Set.of("points"), Set.of("remark")).or(() -> proposal(entry));
            case TextEntries.ACCEPT ->
                    members(entry, Set.of("points"), Set.of("ad-referendum"))
                            .or(() -> acceptance(entry));
            case TextEntries.REOPEN ->
                    members(entry, Set.of("points", "reason"), Set.of()).or(() -> reopening(entry));
            case TextEntries.COMMENT ->
                    members(entry, Set.of("text"), Set.of("point"))
                            .or(() -> pointIfAny(entry))
                            .or(() -> said(entry, "text"));
            case TextEntries.AGREE ->
                    members(entry, Set.of("hash"), Set.of()).or(() -> hash(entry));
            case TextEntries.PUBLISH ->
                    members(entry, Set.of("hash", "text"), Set.of())
                            .or(() -> hash(entry))
                            .or(() ->
                                    entry.content().get("text") instanceof Map
                                            ? Optional.empty()
                                            : wrong(entry, "text"));
            case TextEntries.COPY ->
                    members(entry, Set.of("hash", "notes", "file"), Set.of())
                            .or(() -> hash(entry))
                            .or(() ->
                                    CopyForm.wrongInCopy(entry)
                                            .flatMap(member -> wrong(entry, member)));
            case TextEntries.COUNTERSIGN ->
                    members(entry, Set.of("copy", "file"), Set.of())
                            .or(() ->
                                    CopyForm.wrongInCountersign(entry)
                                            .flatMap(member -> wrong(entry, member)));
            default -> Optional.empty();
        };
    }

    private static Optional<Refusal> members(Entry entry, Set<String> needed, Set<String> allowed) {
        return members(entry, entry.content().keySet(), needed, allowed);
    }

    private static Optional<Refusal> members(
            Entry entry, Set<String> there, Set<String> needed, Set<String> allowed) {
        for (var member : needed) {
            if (!there.contains(member)) {
                return wrong(entry, member);
            }
        }
        return there.stream()
                .filter(member -> !needed.contains(member) && !allowed.contains(member))
                .findFirst()
                .flatMap(member -> wrong(entry, member));
    }

    private static Optional<Refusal> wrong(Entry entry, String member) {
        return Optional.of(
                Refusal.of(DraftingRule.MALFORMED)
                        .with("kind", entry.kind())
                        .with("member", member));
    }

    private static Optional<Refusal> opening(Entry entry) {
        var content = entry.content();
        if (!entry.subject().equals(Entry.ownSubject(entry.ledger(), entry.number()))) {
            return wrong(entry, "subject");
        }
        if (ActRef.of(TextEntries.text(content, "dossier")).isEmpty()) {
            return wrong(entry, "dossier");
        }
        var title = TextEntries.text(content, "title");
        if (!Wording.fits(title, LONGEST_TITLE) || title.lines().count() != 1) {
            return Optional.of(Refusal.at(DraftingRule.TITLE, "title").with("most", LONGEST_TITLE));
        }
        return TextKind.of(TextEntries.text(content, "kind")).isPresent()
                        && LANGUAGES.contains(TextEntries.text(content, "language"))
                ? Optional.empty()
                : Optional.of(Refusal.at(DraftingRule.KIND, "kind"));
    }

    private static Optional<Refusal> proposal(Entry entry) {
        var changes = TextEntries.list(entry.content(), "points");
        if (changes.isEmpty() || changes.size() > TextJudge.MOST_POINTS) {
            return wrong(entry, "points");
        }
        var named = new HashSet<String>();
        for (int i = 0; i < changes.size(); i++) {
            var wrong = change(entry, i, TextEntries.map(changes.get(i)));
            var point = TextEntries.text(TextEntries.map(changes.get(i)), "point");
            if (wrong.isPresent()) {
                return wrong;
            }
            if (!point.isEmpty() && !named.add(point)) {
                return wrong(entry, "point");
            }
        }
        return entry.content().containsKey("remark") ? said(entry, "remark") : Optional.empty();
    }

    private static Optional<Refusal> change(Entry entry, int index, Map<String, Object> said) {
        var known = said.containsKey("point");
        var removes = said.containsKey("remove");
        var needed = new HashSet<>(known ? Set.of("point", "upon") : Set.of("wording"));
        needed.add(removes ? "remove" : "wording");
        var wrong =
                members(
                        entry,
                        said.keySet(),
                        needed,
                        removes ? Set.of() : Set.of("heading", "after", "item"));
        if (wrong.isPresent()) {
            return wrong;
        }
        if (known && (PointId.of(TextEntries.text(said, "point")).isEmpty() || !upon(said))) {
            return wrong(entry, "point");
        }
        if (removes) {
            return Boolean.TRUE.equals(said.get("remove"))
                    ? Optional.empty()
                    : wrong(entry, "remove");
        }
        return wording(entry, index, said);
    }

    /// Entries in order, each once.
    private static boolean upon(Map<String, Object> said) {
        var refs =
                TextEntries.list(said, "upon").stream()
                        .map(one -> ActRef.of(String.valueOf(one)))
                        .toList();
        return said.get("upon") instanceof List
                && refs.stream().allMatch(Optional::isPresent)
                && List.copyOf(
                                refs.stream()
                                        .flatMap(Optional::stream)
                                        .collect(Collectors.toCollection(TreeSet::new)))
                        .equals(refs.stream().flatMap(Optional::stream).toList());
    }

    private static Optional<Refusal> wording(Entry entry, int index, Map<String, Object> said) {
        var heading = said.getOrDefault("heading", "");
        if (!(heading instanceof String line)
                || (said.containsKey("heading") && line.isEmpty())
                || !new Wording(line, "", Optional.empty()).hasHeading()) {
            return Optional.of(
                    Refusal.at(DraftingRule.HEADING, "heading")
                            .with("most", Wording.LONGEST_HEADING));
        }
        if (!Wording.fits(TextEntries.text(said, "wording"), Wording.LONGEST_TEXT)) {
            return Optional.of(
                    Refusal.at(DraftingRule.WORDING, "wording").with("most", Wording.LONGEST_TEXT));
        }
        if (Slot.of(said.get("item")).isEmpty()) {
            return wrong(entry, "item");
        }
        if (!said.containsKey("after")) {
            return Optional.empty();
        }
        var written = TextEntries.text(said, "after");
        var after = TextEntries.after(entry, written);
        var ahead =
                after.filter(one -> one.entry().equals(TextEntries.ref(entry)))
                        .filter(one -> one.place() > index)
                        .isPresent();
        return after.isEmpty() || ahead ? wrong(entry, "after") : Optional.empty();
    }

    private static Optional<Refusal> acceptance(Entry entry) {
        var points = TextEntries.list(entry.content(), "points");
        var named = new HashSet<String>();
        for (var one : points) {
            var said = TextEntries.map(one);
            var wrong = members(entry, said.keySet(), Set.of("point", "of"), Set.of());
            if (wrong.isPresent()) {
                return wrong;
            }
            if (PointId.of(TextEntries.text(said, "point")).isEmpty()
                    || ActRef.of(TextEntries.text(said, "of")).isEmpty()
                    || !named.add(TextEntries.text(said, "point"))) {
                return wrong(entry, "points");
            }
        }
        if (points.isEmpty() || points.size() > TextJudge.MOST_POINTS) {
            return wrong(entry, "points");
        }
        return Boolean.TRUE.equals(entry.content().getOrDefault("ad-referendum", true))
                ? Optional.empty()
                : wrong(entry, "ad-referendum");
    }

    private static Optional<Refusal> reopening(Entry entry) {
        var points = TextEntries.list(entry.content(), "points");
        var ids = points.stream().map(one -> PointId.of(String.valueOf(one))).toList();
        return ids.isEmpty()
                        || ids.stream().anyMatch(Optional::isEmpty)
                        || ids.stream().distinct().count() != ids.size()
                ? wrong(entry, "points")
                : said(entry, "reason");
    }

    private static Optional<Refusal> pointIfAny(Entry entry) {
        return entry.content().containsKey("point")
                        && PointId.of(TextEntries.text(entry.content(), "point")).isEmpty()
                ? wrong(entry, "point")
                : Optional.empty();
    }

    private static Optional<Refusal> said(Entry entry, String member) {
        return Wording.fits(TextEntries.text(entry.content(), member), LONGEST_COMMENT)
                ? Optional.empty()
                : Optional.of(
                        Refusal.at(DraftingRule.COMMENT, member).with("most", LONGEST_COMMENT));
    }

    private static Optional<Refusal> hash(Entry entry) {
        return HASH.matcher(TextEntries.text(entry.content(), "hash")).matches()
                ? Optional.empty()
                : wrong(entry, "hash");
    }
}
