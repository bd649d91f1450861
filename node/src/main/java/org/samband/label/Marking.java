// SPDX-License-Identifier: EUPL-1.2
package org.samband.label;

import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// The marking of one record: its labels, one per policy at most, in the order of their policies.
/// Every label of a marking must be satisfied; policies are never one ladder. A marking without
/// labels is the missing marking, which is never releasable. Source: design section 6.
public record Marking(List<Label> labels) {

    /// The missing marking.
    public static final Marking NONE = new Marking(List.of());

    /// As wide as the column in which interned markings stand.
    private static final int LONGEST = 1000;

    public Marking {
        labels =
                labels.size() < 2
                        ? List.copyOf(labels)
                        : labels.stream().sorted(Comparator.comparing(Label::policy)).toList();
        for (int i = 1; i < labels.size(); i++) {
            if (labels.get(i).policy().equals(labels.get(i - 1).policy())) {
                throw new IllegalArgumentException("a marking holds at most one label per policy");
            }
        }
    }

    public boolean isMissing() {
        return labels.isEmpty();
    }

    /// The label under one policy.
    public Optional<Label> label(String policy) {
        return labels.stream().filter(label -> label.policy().equals(policy)).findFirst();
    }

    /// Reads the canonical text.
    ///
    /// @param text labels joined by `|`, each `POLICY:LEVEL` with its categories after `;`; empty
    ///   for none
    /// @throws IllegalArgumentException if the text is no marking
    public static Marking parse(String text) {
        if (text.isEmpty()) {
            return NONE;
        }
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException("a marking has at most " + LONGEST + " characters");
        }
        return text.indexOf('|') < 0
                ? new Marking(List.of(read(text)))
                : new Marking(Arrays.stream(text.split("\\|", -1)).map(Marking::read).toList());
    }

    private static Label read(String text) {
        var parts = text.split(";", -1);
        var head = parts[0].split(":", -1);
        if (head.length != 2) {
            throw new IllegalArgumentException("a label is POLICY:LEVEL, not \"" + text + "\"");
        }
        if (parts.length == 1) {
            return new Label(head[0], head[1], Collections.emptySortedSet());
        }
        var categories = List.of(parts).subList(1, parts.length);
        if (new TreeSet<>(categories).size() != categories.size()) {
            throw new IllegalArgumentException("a category stands once in \"" + text + "\"");
        }
        return new Label(head[0], head[1], new TreeSet<>(categories));
    }

    /// The canonical text, which stands in entries: `EU:LIMITE;REL NO|TLP:AMBER`.
    @Override
    public String toString() {
        return labels.size() == 1
                ? labels.getFirst().toString()
                : String.join("|", labels.stream().map(Label::toString).toList());
    }
}
