// SPDX-License-Identifier: EUPL-1.2
package org.samband.drafting;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.samband.label.Marking;
import org.samband.parties.PartyCode;
import org.samband.procedure.ActRef;

/// A text that both parties draft together, as the entries of both ledgers leave it. Both nodes
/// come to the same once each has all entries.
///
/// @param marking the most restrictive of all its entries
/// @param points in the order of the text, removed ones among them
/// @param agreements the latest of each party; they count while their hash is that of the text
/// @param seal once both agreed over the same bytes; then nothing changes any more
/// @param published parties that made the sealed text public, and by which entry
/// @param copies of the sealed text, by the party whose copy it is
/// @param comments shared ones, oldest first
/// @param entries all, in order, without the opening
/// @param crossed entries that met the seal on their way and have no effect
public record JointText(
        TextOpening opening,
        Marking marking,
        List<Point> points,
        Map<PartyCode, Agreement> agreements,
        Optional<Seal> seal,
        Map<PartyCode, ActRef> published,
        Map<PartyCode, SignedCopy> copies,
        List<Comment> comments,
        List<TextEntry> entries,
        Set<ActRef> crossed) {

    /// Where a text stands.
    public enum State {
        /// There are points in brackets or ad referendum, or no points yet.
        NEGOTIATED,
        /// No bracket is left; the heads of delegation can agree.
        CLEAN,
        SEALED,
        PUBLIC;

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        /// Tone of the pill that shows it.
        public String tone() {
            return switch (this) {
                case NEGOTIATED -> "warning";
                case CLEAN -> "info";
                case SEALED, PUBLIC -> "success";
            };
        }
    }

    /// A party agreed the text.
    ///
    /// @param hash SHA-256 of the canonical text that it agreed
    public record Agreement(ActRef ref, Instant at, org.samband.ledger.Entry.By by, String hash) {}

    /// Both parties agreed over the same bytes.
    ///
    /// @param by the entry that completed it
    /// @param agreements of both parties over these bytes
    public record Seal(ActRef by, String hash, Map<PartyCode, Agreement> agreements) {
        public Seal {
            agreements = Map.copyOf(agreements);
        }
    }

    /// @param point empty where it is about the whole text
    public record Comment(
            ActRef ref,
            Instant at,
            org.samband.ledger.Entry.By by,
            Optional<PointId> point,
            String text) {}

    public JointText {
        points = List.copyOf(points);
        agreements = Map.copyOf(agreements);
        published = Map.copyOf(published);
        copies = Map.copyOf(copies);
        comments = List.copyOf(comments);
        entries = List.copyOf(entries);
        crossed = Set.copyOf(crossed);
    }

    public ActRef ref() {
        return opening.ref();
    }

    public State state() {
        if (seal.isPresent()) {
            return published.size() == 2 ? State.PUBLIC : State.SEALED;
        }
        return standing().isEmpty() || open() > 0 ? State.NEGOTIATED : State.CLEAN;
    }

    /// The points that are not removed.
    public List<Point> standing() {
        return points.stream().filter(point -> point.state() != Point.State.REMOVED).toList();
    }

    /// How many points are in brackets or ad referendum.
    public int open() {
        return (int) points.stream().filter(Point::isOpen).count();
    }

    public Optional<Point> point(PointId id) {
        return points.stream().filter(point -> point.id().equals(id)).findFirst();
    }

    /// Empty for the opening, and where the text has no such entry.
    public Optional<TextEntry> entry(ActRef ref) {
        return entries.stream().filter(entry -> entry.ref().equals(ref)).findFirst();
    }

    /// The agreement of a party, while it is over the text as it stands.
    public Optional<Agreement> agreement(PartyCode party) {
        return Optional.ofNullable(agreements.get(party))
                .filter(_ -> open() == 0)
                .filter(one -> one.hash().equals(CanonicalText.hash(this)));
    }

    /// Grows with each entry.
    public int version() {
        return entries.size() + 1;
    }

    public Instant changed() {
        return entries.stream()
                .map(TextEntry::at)
                .max(Comparator.naturalOrder())
                .filter(at -> at.isAfter(opening.at()))
                .orElse(opening.at());
    }
}
