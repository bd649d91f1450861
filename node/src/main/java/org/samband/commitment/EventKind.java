// SPDX-License-Identifier: EUPL-1.2
package org.samband.commitment;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What an event says about a commitment, read from the last word of its type, which stands in the
/// procedure file. A new procedure chooses its types by this table.
enum EventKind {
    /// Calls for the commitment: an edition is announced, an intention is indicated.
    CALLS("announced", "indicated"),
    /// The thing itself: a meeting held, an invitation sent, something exchanged.
    TOOK_PLACE("held", "attended", "sent", "exchanged", "shared", "carried-out", "reported"),
    ESTABLISHED("established"),
    /// An exploration is taken up.
    OPENED("opened", "started"),
    /// An exploration has a result.
    RESULT("explored"),
    /// Belongs to the thing and is not the thing: agreed afterwards, followed up, accepted.
    BELONGS("concluded", "done", "accepted"),
    SUSPENDED("suspended"),
    RESUMED("resumed"),
    /// About the record and not about the matter.
    OF_RECORD("corrected", "adopted"),
    /// A type of a procedure that came later than this table: shows activity, keeps nothing.
    UNKNOWN;

    /// Parted by spaces.
    private final String words;

    EventKind(String... words) {
        this.words = String.join(" ", words);
    }

    List<String> words() {
        return words.isEmpty() ? List.of() : List.of(words.split(" "));
    }

    private static final Map<String, EventKind> BY_WORD =
            Arrays.stream(values())
                    .flatMap(kind -> kind.words().stream().map(word -> Map.entry(word, kind)))
                    .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    /// @param type for instance `dialogue-held`
    static EventKind of(String type) {
        int last = type.lastIndexOf('-');
        var found = BY_WORD.get(type.substring(last + 1));
        if (found != null || last < 0) {
            return found == null ? UNKNOWN : found;
        }
        // A word of the table can itself have two parts: `carried-out`.
        var two = type.substring(type.lastIndexOf('-', last - 1) + 1);
        return BY_WORD.getOrDefault(two, UNKNOWN);
    }

    /// Whether it shows that something is done about the commitment.
    boolean showsActivity() {
        return switch (this) {
            case TOOK_PLACE, ESTABLISHED, OPENED, RESULT, BELONGS, UNKNOWN -> true;
            case CALLS, SUSPENDED, RESUMED, OF_RECORD -> false;
        };
    }
}
