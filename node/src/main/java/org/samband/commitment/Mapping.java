// SPDX-License-Identifier: EUPL-1.2
package org.samband.commitment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.samband.act.Outcome;
import org.samband.act.Refusal;

/// What the parties say of the paragraphs and commitments of one version of the instrument when the
/// next one takes its place. Source: SDP §48; spec/instrument/README.md, INS-V2.
///
/// @param lines in the order in which they were written
record Mapping(List<Line> lines) {
    /// Name of the field in which it stands.
    static final String FIELD = "mapping";

    /// Where nothing was written: what did not change maps by itself.
    static final Mapping NONE = new Mapping(List.of());

    private static final String DROPPED = "dropped";
    private static final Pattern JOINS = Pattern.compile("(?i)joins\\s+(\\S+)");
    private static final Pattern ARROW = Pattern.compile("->|→");
    private static final Pattern PLACE = Pattern.compile("[0-9A-Za-z][0-9A-Za-z.-]{0,39}");
    private static final Pattern COMMITMENT = Pattern.compile(".*\\.s[0-9]+");

    /// One line.
    ///
    /// @param from paragraph as printed, `13`, or commitment, `p13.s2`, of the old version
    /// @param to the same in the new version, where it goes on, then what was split off from it;
    ///   none where it was dropped
    /// @param joins whether it goes on together with another one, as one commitment
    /// @param word why it was dropped; empty where it was not
    record Line(String from, List<String> to, boolean joins, String word) {
        Line {
            to = List.copyOf(to);
        }

        boolean isOfCommitment() {
            return COMMITMENT.matcher(from).matches();
        }

        boolean drops() {
            return to.isEmpty();
        }
    }

    Mapping {
        lines = List.copyOf(lines);
    }

    /// @param text one line for each: `13 -> 14`, `p13.s1 -> p13.s1, p14.s1` where it was split,
    ///   `p13.s2 -> joins p13.s1` where two became one, `p20.s1 -> dropped: taken into paragraph
    ///   19`
    static Outcome<Mapping> read(String text) {
        var lines = new ArrayList<Line>();
        var all = text.lines().toList();
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).isBlank()) {
                continue;
            }
            var line = line(all.get(i).strip());
            if (line.isEmpty()) {
                return Outcome.refused(
                        Refusal.at(CommitmentRule.MAPPING_LINE, FIELD).with("line", i + 1));
            }
            if (line.get().drops() && line.get().word().isEmpty()) {
                return Outcome.refused(
                        Refusal.at(CommitmentRule.DROPPED_WITHOUT_WORD, FIELD)
                                .with("place", line.get().from()));
            }
            var from = line.get().from();
            if (lines.stream().anyMatch(one -> one.from().equals(from))) {
                return Outcome.refused(
                        Refusal.at(CommitmentRule.MAPPED_TWICE, FIELD).with("place", from));
            }
            lines.add(line.get());
        }
        return Outcome.accepted(new Mapping(lines));
    }

    private static Optional<Line> line(String text) {
        var parts = ARROW.split(text, 2);
        if (parts.length < 2) {
            return Optional.empty();
        }
        var from = parts[0].strip();
        var to = parts[1].strip();
        var word = to.contains(":") ? to.substring(to.indexOf(':') + 1).strip() : "";
        var first = to.contains(":") ? to.substring(0, to.indexOf(':')).strip() : to;
        if (!PLACE.matcher(from).matches()) {
            return Optional.empty();
        }
        if (first.toLowerCase(Locale.ROOT).equals(DROPPED)) {
            return Optional.of(new Line(from, List.of(), false, word));
        }
        var joins = JOINS.matcher(to);
        if (joins.matches()) {
            return line(from, List.of(joins.group(1)), true).filter(Line::isOfCommitment);
        }
        return line(from, Arrays.stream(to.split(",", -1)).map(String::strip).toList(), false);
    }

    /// Both sides name commitments, or both paragraphs.
    private static Optional<Line> line(String from, List<String> to, boolean joins) {
        var ofCommitment = COMMITMENT.matcher(from).matches();
        return to.stream()
                        .allMatch(one ->
                                PLACE.matcher(one).matches()
                                        && COMMITMENT.matcher(one).matches() == ofCommitment)
                ? Optional.of(new Line(from, to, joins, ""))
                : Optional.empty();
    }
}
