// SPDX-License-Identifier: EUPL-1.2
package org.samband.commitment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.samband.act.Outcome;
import org.samband.act.Refusal;
import org.samband.instrument.Commitment;

/// The commitments of an old version and where each has gone in a new one. What did not change maps
/// by itself: a line for a commitment goes first, then the same words, then a line for its
/// paragraph. Source: spec/instrument/README.md, INS-V3.
///
/// @param targets place in the new version by place in the old one
/// @param dropped word by place in the old version
/// @param split places in the old version by the place in the new one that was split off from them
/// @param joined place in the new version by place in the old one that goes on there together with
///   another
record Mapped(
        Map<String, String> targets,
        Map<String, String> dropped,
        Map<String, Set<String>> split,
        Map<String, String> joined) {
    /// So large a share of words is proposed as the same commitment; an officer decides.
    private static final double ALIKE = 0.5;

    Mapped {
        targets = Map.copyOf(targets);
        dropped = Map.copyOf(dropped);
        split = Map.copyOf(split);
        joined = Map.copyOf(joined);
    }

    static Outcome<Mapped> of(List<Commitment> old, List<Commitment> next, Mapping mapping) {
        var work = new Work(old, next);
        return work.commitments(mapping)
                .or(() -> work.unchanged())
                .or(() -> work.paragraphs(mapping))
                .or(() -> work.apart(mapping))
                .or(work::unanswered)
                .<Outcome<Mapped>>map(Outcome::refused)
                .orElseGet(work::mapped);
    }

    /// What the mapping says of the old version alone, before there is a new one.
    static Optional<Refusal> unknown(List<Commitment> old, Mapping mapping) {
        return mapping.lines().stream()
                .filter(line -> !isPlaceIn(old, line.from(), line.isOfCommitment()))
                .findFirst()
                .map(line -> unknown(line.from(), CommitmentRule.UNKNOWN_OLD_PLACE));
    }

    /// What an officer is asked: a line for each commitment that does not map by itself nor by what
    /// was said already, with the free place whose words are most alike, or to be dropped where
    /// there is none.
    ///
    /// @param said what does not fit the new version does not count
    static String asked(List<Commitment> old, List<Commitment> next, Mapping said) {
        var work = new Work(old, next);
        var _ =
                work.commitments(said)
                        .or(work::unchanged)
                        .or(() -> work.paragraphs(said))
                        .or(() -> work.apart(said));
        var open = work.open();
        open.stream()
                .flatMap(one -> next.stream().map(to -> new Alike(one, to)))
                .filter(pair -> pair.share() >= ALIKE)
                .sorted(Comparator.comparingDouble(Alike::share).reversed())
                .filter(pair -> work.free(pair.to().id()))
                .forEach(pair -> work.targets.putIfAbsent(pair.one().id(), pair.to().id()));
        return open.stream()
                .map(one -> one.id() + " -> " + work.targets.getOrDefault(one.id(), "dropped: "))
                .collect(Collectors.joining("\n"));
    }

    /// @param share of the words of both that stand in both, from 0 to 1
    private record Alike(Commitment one, Commitment to, double share) {
        Alike(Commitment one, Commitment to) {
            this(one, to, common(words(one), words(to)));
        }

        private static Set<String> words(Commitment one) {
            return Set.copyOf(
                    Arrays.asList(one.words().toLowerCase(Locale.ROOT).split("\\W+", -1)));
        }

        private static double common(Set<String> some, Set<String> others) {
            var both = some.stream().filter(others::contains).count();
            return (double) both / (some.size() + others.size() - both);
        }
    }

    private static Refusal unknown(String place, CommitmentRule rule) {
        return Refusal.at(rule, Mapping.FIELD).with("place", place);
    }

    private static boolean isPlaceIn(List<Commitment> all, String place, boolean ofCommitment) {
        return all.stream()
                .anyMatch(one ->
                        ofCommitment
                                ? one.id().equals(place)
                                : isIn(paragraph(one.id()), paragraphId(place)));
    }

    /// `p11.3` of `p11.3.s2`.
    static String paragraph(String commitment) {
        return commitment.substring(0, commitment.lastIndexOf(".s"));
    }

    /// The id of a paragraph that is written as printed.
    private static String paragraphId(String place) {
        return Character.isDigit(place.charAt(0)) ? "p" + place : place;
    }

    private static boolean isIn(String paragraph, String outer) {
        return paragraph.equals(outer) || paragraph.startsWith(outer + ".");
    }

    private static final class Work {
        private final List<Commitment> old;
        private final List<Commitment> next;
        private final Map<String, String> targets = new LinkedHashMap<>();
        private final Map<String, String> dropped = new LinkedHashMap<>();
        private final Map<String, Set<String>> split = new LinkedHashMap<>();
        private final Map<String, String> joined = new LinkedHashMap<>();

        Work(List<Commitment> old, List<Commitment> next) {
            this.old = old;
            this.next = next;
        }

        List<Commitment> open() {
            return old.stream()
                    .filter(one -> !targets.containsKey(one.id()))
                    .filter(one -> !dropped.containsKey(one.id()))
                    .filter(one -> !joined.containsKey(one.id()))
                    .toList();
        }

        boolean free(String place) {
            return next.stream().anyMatch(one -> one.id().equals(place))
                    && !targets.containsValue(place)
                    && !split.containsKey(place);
        }

        /// What joins a place to which nothing else goes is what goes there.
        Outcome<Mapped> mapped() {
            joined.forEach((from, to) -> {
                if (free(to)) {
                    targets.put(from, to);
                }
            });
            joined.keySet().removeAll(targets.keySet());
            return Outcome.accepted(new Mapped(targets, dropped, split, joined));
        }

        Optional<Refusal> commitments(Mapping mapping) {
            for (var line : mapping.lines()) {
                var wrong = places(line).or(() -> line.isOfCommitment() ? one(line) : none());
                if (wrong.isPresent()) {
                    return wrong;
                }
            }
            return none();
        }

        private static Optional<Refusal> none() {
            return Optional.empty();
        }

        private Optional<Refusal> places(Mapping.Line line) {
            if (!isPlaceIn(old, line.from(), line.isOfCommitment())) {
                return Optional.of(unknown(line.from(), CommitmentRule.UNKNOWN_OLD_PLACE));
            }
            return line.to().stream()
                    .filter(to -> !isPlaceIn(next, to, line.isOfCommitment()))
                    .findFirst()
                    .map(to -> unknown(to, CommitmentRule.UNKNOWN_NEW_PLACE));
        }

        private Optional<Refusal> one(Mapping.Line line) {
            if (line.drops()) {
                dropped.put(line.from(), line.word());
                return none();
            }
            if (line.joins()) {
                joined.put(line.from(), line.to().getFirst());
                return none();
            }
            for (var to : line.to()) {
                if (!free(to)) {
                    return Optional.of(unknown(to, CommitmentRule.MAPPED_TWICE));
                }
                if (targets.putIfAbsent(line.from(), to) != null) {
                    split.put(to, Set.of(line.from()));
                }
            }
            return none();
        }

        /// Where one paragraph became several, what is new in them was split off from what stood in
        /// it.
        Optional<Refusal> apart(Mapping mapping) {
            for (var line : mapping.lines()) {
                if (!line.isOfCommitment() && line.to().size() > 1) {
                    var from = in(old, line.from());
                    line.to().stream()
                            .flatMap(to -> in(next, to).stream())
                            .filter(this::free)
                            .forEach(to -> split.put(to, from));
                }
            }
            return none();
        }

        private static Set<String> in(List<Commitment> all, String place) {
            return all.stream()
                    .map(Commitment::id)
                    .filter(id -> isIn(Mapped.paragraph(id), paragraphId(place)))
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        /// The same words at the same place, or once in both versions.
        Optional<Refusal> unchanged() {
            var words = new HashMap<String, List<Commitment>>();
            next.stream()
                    .filter(one -> free(one.id()))
                    .forEach(one ->
                            words.computeIfAbsent(one.words(), _ -> new ArrayList<>()).add(one));
            var counts =
                    open().stream()
                            .collect(
                                    Collectors.groupingBy(
                                            Commitment::words, Collectors.counting()));
            for (var one : open()) {
                var same = words.getOrDefault(one.words(), List.of());
                var here = same.stream().filter(each -> each.id().equals(one.id())).findFirst();
                var once =
                        same.stream()
                                .filter(_ ->
                                        same.size() == 1
                                                && counts.getOrDefault(one.words(), 0L) == 1)
                                .findFirst();
                here.or(() -> once).ifPresent(found -> targets.put(one.id(), found.id()));
            }
            return Optional.empty();
        }

        /// The innermost paragraph that is named goes first.
        Optional<Refusal> paragraphs(Mapping mapping) {
            mapping.lines().stream()
                    .filter(line -> !line.isOfCommitment())
                    .sorted(
                            Comparator.comparingInt((Mapping.Line line) -> line.from().length())
                                    .reversed())
                    .forEach(this::paragraph);
            return Optional.empty();
        }

        private void paragraph(Mapping.Line line) {
            var from = paragraphId(line.from());
            for (var one : open()) {
                if (isIn(Mapped.paragraph(one.id()), from)) {
                    if (line.drops()) {
                        dropped.put(one.id(), line.word());
                    } else {
                        line.to().stream()
                                .map(to -> paragraphId(to) + one.id().substring(from.length()))
                                .filter(this::free)
                                .findFirst()
                                .ifPresent(to -> targets.put(one.id(), to));
                    }
                }
            }
        }

        Optional<Refusal> unanswered() {
            var left = new TreeSet<String>();
            open().forEach(one -> left.add(one.id()));
            return left.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            Refusal.at(CommitmentRule.UNANSWERED, Mapping.FIELD)
                                    .with("places", String.join(", ", left)));
        }
    }
}
