// SPDX-License-Identifier: EUPL-1.2
package org.samband.drafting;

import java.util.Optional;
import org.samband.procedure.ActRef;

/// Which point of a joint text: the entry that first proposed it and its place there, counted from
/// 1, written `EU-17.2`. It stays when the point is moved or numbered anew.
public record PointId(ActRef entry, int place) implements Comparable<PointId> {
    private static final int MOST_DIGITS = 4;

    public PointId {
        if (place < 1) {
            throw new IllegalArgumentException("a place is counted from 1, not " + place);
        }
    }

    public static Optional<PointId> of(String text) {
        var dot = text.indexOf('.');
        var digits = dot < 0 ? "" : text.substring(dot + 1);
        if (digits.isEmpty()
                || digits.length() > MOST_DIGITS
                || digits.startsWith("0")
                || !digits.chars().allMatch(digit -> digit >= '0' && digit <= '9')) {
            return Optional.empty();
        }
        return ActRef.of(text.substring(0, dot))
                .map(entry -> new PointId(entry, Integer.parseInt(digits)));
    }

    @Override
    public int compareTo(PointId other) {
        var byEntry = entry.compareTo(other.entry);
        return byEntry != 0 ? byEntry : Integer.compare(place, other.place);
    }

    @Override
    public String toString() {
        return entry + "." + place;
    }
}
