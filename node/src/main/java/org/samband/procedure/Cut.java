// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.samband.parties.PartyCode;

/// How much of both parties' shared ledgers counts, written `EU:312,NO:287`. Whoever holds so many
/// entries of both folds the same from them, at any later time. Source: design sections 2 and 3.
///
/// @param sizes number of entries, from 0, by party; both parties are there
public record Cut(SortedMap<PartyCode, Long> sizes) {
    private static final Pattern FORM =
            Pattern.compile("([A-Z]{2,8}):([0-9]{1,15}),([A-Z]{2,8}):([0-9]{1,15})");

    public Cut {
        if (sizes.size() != 2) {
            throw new IllegalArgumentException("a partnership has two parties, not " + sizes);
        }
        sizes = Collections.unmodifiableSortedMap(new TreeMap<>(sizes));
    }

    public static Cut of(Map<PartyCode, Long> sizes) {
        return new Cut(new TreeMap<>(sizes));
    }

    /// Empty if the text is none in the one form that stands for it.
    public static Optional<Cut> of(String text) {
        var form = FORM.matcher(text);
        if (!form.matches() || form.group(1).equals(form.group(3))) {
            return Optional.empty();
        }
        var cut =
                of(
                        Map.of(
                                new PartyCode(form.group(1)),
                                Long.parseLong(form.group(2)),
                                new PartyCode(form.group(3)),
                                Long.parseLong(form.group(4))));
        return cut.toString().equals(text) ? Optional.of(cut) : Optional.empty();
    }

    /// @throws IllegalArgumentException if the party is none of the two
    public long size(PartyCode party) {
        var size = sizes.get(party);
        if (size == null) {
            throw new IllegalArgumentException(party + " is no party of " + this);
        }
        return size;
    }

    @Override
    public String toString() {
        return sizes.entrySet().stream()
                .map(one -> one.getKey() + ":" + one.getValue())
                .collect(Collectors.joining(","));
    }
}
