// SPDX-License-Identifier: EUPL-1.2
package org.samband.commitment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.samband.instrument.Commitment;
import org.samband.procedure.ActRef;

/// Two versions of the instrument side by side, commitment by commitment, with no word about how
/// well they were kept. Source: SDP §48.
///
/// @param replaced number of the old version
/// @param from the day from which the new one has effect; empty while nobody has named one
/// @param rows in the order of the new text, then what was dropped
public record VersionComparison(
        ActRef dossier, int replaced, Optional<LocalDate> from, List<Row> rows) {

    public VersionComparison {
        rows = List.copyOf(rows);
    }

    /// What became of a commitment.
    public enum Kind {
        UNCHANGED,
        /// The same words at another place.
        MOVED,
        REWORDED,
        ADDED,
        /// New, and split off from others.
        SPLIT,
        /// Goes on together with another one.
        JOINED,
        DROPPED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// @param identity under which its evidence stands
    /// @param old as it read; empty where it is new
    /// @param next as it reads; empty where it was dropped
    /// @param word why it was dropped
    /// @param others identities from which it was split off, or the one that it joined
    public record Row(
            String identity,
            Kind kind,
            Optional<Commitment> old,
            Optional<Commitment> next,
            String word,
            List<String> others) {
        public Row {
            others = List.copyOf(others);
        }
    }

    public long count(Kind kind) {
        return rows.stream().filter(row -> row.kind() == kind).count();
    }

    static VersionComparison of(
            ActRef dossier, InstrumentVersion old, InstrumentVersion next, Optional<LocalDate> on) {
        var before = new HashMap<String, Commitment>();
        old.commitments().forEach(one -> before.put(old.identity(one), one));
        var rows = new ArrayList<Row>();
        for (var one : next.commitments()) {
            var identity = next.identity(one);
            var was = Optional.ofNullable(before.get(identity));
            var from = next.split().getOrDefault(identity, Set.of()).stream().sorted().toList();
            var kind = from.isEmpty() ? kind(was, one) : Kind.SPLIT;
            rows.add(new Row(identity, kind, was, Optional.of(one), "", from));
        }
        old.commitments().stream()
                .map(old::identity)
                .flatMap(identity -> gone(identity, before, next))
                .forEach(rows::add);
        return new VersionComparison(dossier, old.number(), on, rows);
    }

    private static Stream<Row> gone(
            String identity, Map<String, Commitment> before, InstrumentVersion next) {
        var to = next.joined().get(identity);
        var word = next.dropped().get(identity);
        return to == null && word == null
                ? Stream.empty()
                : Stream.of(
                        new Row(
                                identity,
                                to == null ? Kind.DROPPED : Kind.JOINED,
                                Optional.ofNullable(before.get(identity)),
                                Optional.empty(),
                                word == null ? "" : word,
                                to == null ? List.of() : List.of(to)));
    }

    private static Kind kind(Optional<Commitment> was, Commitment now) {
        if (was.isEmpty()) {
            return Kind.ADDED;
        }
        if (!was.get().words().equals(now.words())) {
            return Kind.REWORDED;
        }
        return was.get().id().equals(now.id()) ? Kind.UNCHANGED : Kind.MOVED;
    }
}
