// SPDX-License-Identifier: EUPL-1.2
package org.samband.drafting.web;

import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.samband.drafting.CanonicalText;
import org.samband.drafting.JointText;
import org.samband.drafting.Point;
import org.samband.drafting.Position;
import org.samband.drafting.Programme;
import org.samband.drafting.Slot;
import org.samband.drafting.TextEntry;
import org.samband.drafting.Wording;
import org.samband.ledger.Entry;
import org.samband.parties.PartyCode;
import org.samband.parties.Profile;
import org.samband.procedure.ActRef;
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

    /// Who made an entry, when, and which: `EEAS, Deputy Secretary General, 12 March 2027, 14:05
    /// CET · EU-7`.
    String made(Entry.By by, Instant at, ActRef entry) {
        return "%s, %s, %s · %s".formatted(by.authority(), by.officer(), words.moment(at), entry);
    }

    String made(TextEntry entry) {
        return made(entry.by(), entry.at(), entry.ref());
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
                    : wording.heading() + "\n" + withSlot(wording);
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

    /// The wording for which our party stands, else the other's, else the one before the point was
    /// reopened.
    Optional<Wording> held(Point point) {
        return point.of(own)
                .or(() -> point.of(counterpart()))
                .flatMap(Position::wording)
                .or(point::any);
    }

    /// A point as one party wants it.
    String reads(Position position) {
        return position.wording()
                .map(wording ->
                        wording.heading().isEmpty()
                                ? wording.text()
                                : wording.heading() + ": " + withSlot(wording))
                .orElse(words.of("drafting.point.delete"));
    }

    /// A wording with what an item of an agenda says beside it.
    static String withSlot(Wording wording) {
        var slot = slot(wording.slot());
        return slot.isEmpty() ? wording.text() : slot + "\n" + wording.text();
    }

    /// What an item of an agenda says beside its words, in signs that need no language: `09:30 · §
    /// 23 · 15 min · EEAS, Deputy Secretary General`.
    static String slot(Slot slot) {
        return Stream.of(
                        slot.at().map(LocalTime::toString).stream(),
                        slot.paragraphs().isEmpty()
                                ? Stream.<String>empty()
                                : Stream.of("§ " + String.join(", ", slot.paragraphs())),
                        slot.minutes() == 0
                                ? Stream.<String>empty()
                                : Stream.of(slot.minutes() + " min"),
                        Stream.of(slot.speaker()).filter(speaker -> !speaker.isEmpty()))
                .flatMap(one -> one)
                .collect(Collectors.joining(" · "));
    }

    /// When an item is, on the clocks of both parties: `09:30–09:45 (Brussels and Oslo)`.
    String when(Programme.Span span) {
        return words.byTown(
                profile.zones(),
                zone ->
                        span.from().withZoneSameInstant(zone).toLocalTime()
                                + span.to()
                                        .map(end ->
                                                "–" + end.withZoneSameInstant(zone).toLocalTime())
                                        .orElse(""));
    }

    /// A point in a list of choices.
    String choice(Point point, JointText text) {
        return words.of("drafting.place.after", point.number(), brief(point, text));
    }

    /// A point in a list, by its number and beginning.
    String line(Point point, JointText text) {
        return point.number() + ". " + brief(point, text);
    }

    private String brief(Point point, JointText text) {
        var line = point.any().map(one -> one.heading().isEmpty() ? one.text() : one.heading());
        return cut(copy(line.orElse(""), text));
    }

    private static final int SHORT = 60;

    private static String cut(String text) {
        var line = text.lines().findFirst().orElse("");
        return line.length() <= SHORT ? line : line.substring(0, SHORT).strip() + "…";
    }
}
