// SPDX-License-Identifier: EUPL-1.2
package org.samband.commitment;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.samband.act.Outcome;
import org.samband.instrument.Commitment;
import org.samband.procedure.ActRef;

/// One version of the instrument with the identities of its commitments. A commitment keeps its
/// identity through all versions, wherever its words have gone: so evidence, series, links,
/// dossiers and the profile follow it. Source: SDP §48; spec/instrument/README.md, INS-V1.
///
/// @param number counted from 1
/// @param identities identity by place in this version
/// @param words the version in which the words of a commitment came to be as they are, by identity
/// @param added identities that stand in no version before
/// @param dropped word by identity that stood in the version before
/// @param split identities from which an added one was split off, by its identity
/// @param joined identity with which one of the version before goes on as one, by its identity
/// @param from the day from which it has effect; empty for a first one that nobody adopted
/// @param dossier in which both parties adopted it
record InstrumentVersion(
        int number,
        InstrumentHeld held,
        Map<String, String> identities,
        Map<String, Integer> words,
        Set<String> added,
        Map<String, String> dropped,
        Map<String, Set<String>> split,
        Map<String, String> joined,
        Optional<LocalDate> from,
        Optional<ActRef> dossier) {

    InstrumentVersion {
        identities = Map.copyOf(identities);
        words = Map.copyOf(words);
        added = Set.copyOf(added);
        dropped = Map.copyOf(dropped);
        split = Map.copyOf(split);
        joined = Map.copyOf(joined);
    }

    /// The first version: identities are places.
    static InstrumentVersion first(
            InstrumentHeld held, Optional<LocalDate> from, Optional<ActRef> dossier) {
        var identities = new HashMap<String, String>();
        var words = new HashMap<String, Integer>();
        for (var one : held.imported().commitments()) {
            identities.put(one.id(), one.id());
            words.put(one.id(), 1);
        }
        return new InstrumentVersion(
                1, held, identities, words, Set.of(), Map.of(), Map.of(), Map.of(), from, dossier);
    }

    List<Commitment> commitments() {
        return held.imported().commitments();
    }

    /// The commitment of that identity; empty where it does not stand in this version.
    Optional<Commitment> commitment(String identity) {
        return commitments().stream().filter(one -> identity(one).equals(identity)).findFirst();
    }

    String identity(Commitment one) {
        return identity(one.id());
    }

    /// @param used identities of all versions so far
    /// @param on the day from which the next version has effect
    Outcome<InstrumentVersion> next(
            InstrumentHeld next,
            Mapping mapping,
            Set<String> used,
            LocalDate on,
            Optional<ActRef> in) {
        return Mapped.of(commitments(), next.imported().commitments(), mapping)
                .map(mapped -> next(next, mapped, used, on, in));
    }

    private InstrumentVersion next(
            InstrumentHeld next,
            Mapped mapped,
            Set<String> used,
            LocalDate on,
            Optional<ActRef> in) {
        var from = new HashMap<String, Commitment>();
        for (var one : commitments()) {
            var target = mapped.targets().get(one.id());
            if (target != null) {
                from.put(target, one);
            }
        }
        var named = new HashMap<String, String>();
        var since = new HashMap<String, Integer>();
        var added = new HashSet<String>();
        for (var one : next.imported().commitments()) {
            var before = from.get(one.id());
            var identity = before == null ? fresh(one.id(), used) : identity(before);
            named.put(one.id(), identity);
            if (before == null) {
                added.add(identity);
            }
            var same = before != null && before.words().equals(one.words());
            since.put(identity, same ? words.getOrDefault(identity, number) : number + 1);
        }
        var dropped = new HashMap<String, String>();
        mapped.dropped().forEach((place, word) -> dropped.put(identity(place), word));
        var split = new HashMap<String, Set<String>>();
        mapped.split()
                .forEach((place, of) ->
                        split.put(
                                named.getOrDefault(place, place),
                                of.stream().map(this::identity).collect(Collectors.toSet())));
        var joined = new HashMap<String, String>();
        mapped.joined()
                .forEach((place, to) -> joined.put(identity(place), named.getOrDefault(to, to)));
        return new InstrumentVersion(
                number + 1, next, named, since, added, dropped, split, joined, Optional.of(on), in);
    }

    private String identity(String place) {
        return identities.getOrDefault(place, place);
    }

    /// From which commitments one took something over when this version came: those from which it
    /// was split off, and those that joined it.
    ///
    /// @return identities, sorted
    Set<String> takenOver(String identity) {
        var all = new TreeSet<>(split.getOrDefault(identity, Set.of()));
        joined.forEach((from, to) -> {
            if (to.equals(identity)) {
                all.add(from);
            }
        });
        return all;
    }

    private String fresh(String place, Set<String> used) {
        return used.contains(place) ? place + ".v" + (number + 1) : place;
    }
}
