// SPDX-License-Identifier: EUPL-1.2
package org.samband.search;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.samband.parties.PartnershipId;
import org.samband.parties.Sight;
import org.samband.parties.Sights;
import org.springframework.stereotype.Component;

/// The door to the words by which things are found. What changed is read anew before the next
/// search, by the room that knows what it says. What an officer may not see is not found.
@Component
public class Searches {
    /// Hits that one search shows.
    public static final int MOST = 30;

    private static final int MOST_WORDS = 10;

    /// Subjects that are read together, and how often before one search.
    private static final int AT_ONCE = 100;

    private static final int ROUNDS = 10;

    private final SearchRows rows;
    private final Sights sights;

    Searches(SearchRows rows, Sights sights) {
        this.rows = rows;
        this.sights = sights;
    }

    /// Something that can be found.
    ///
    /// @param subject by which its room knows it
    /// @param label id of its marking
    /// @param changed the latest is found first
    public record Place(String subject, String area, int label, Instant changed) {}

    /// A piece of what a subject says.
    public record Piece(String subject, String area, int label, String said) {}

    public Sought sought(String typed) {
        var words = SearchWords.of(typed, MOST_WORDS);
        return new Sought(words.isEmpty() ? List.of() : rows.stems(words));
    }

    /// These changed: nothing of what they said is found any more until they are read again. To be
    /// called in the transaction of the change.
    public void changed(PartnershipId partnership, SearchKind kind, List<Place> places) {
        rows.put(partnership, kind, places);
    }

    public void clear(PartnershipId partnership, SearchKind kind) {
        rows.clear(partnership, kind);
    }

    /// Subjects of which the officer may see the words, each of which stands in them; latest first,
    /// at most {@link #MOST}.
    ///
    /// @param reading what subjects say, as the node itself sees them
    public List<String> find(
            Sight sight,
            PartnershipId partnership,
            SearchKind kind,
            Sought sought,
            Function<List<String>, List<Piece>> reading) {
        if (sought.words().isEmpty()) {
            return List.of();
        }
        for (int i = 0; i < ROUNDS && read(partnership, kind, reading); i++) {
            // Until all is read, or enough for one search.
        }
        return sights.within(sight, () -> rows.find(partnership, kind, sought.words(), MOST));
    }

    /// Reads the words of some subjects that changed.
    ///
    /// @return whether there may be more
    public boolean read(
            PartnershipId partnership,
            SearchKind kind,
            Function<List<String>, List<Piece>> reading) {
        return sights.within(
                Sight.NODE,
                () -> {
                    var some = rows.takeUnread(partnership, kind, AT_ONCE);
                    if (!some.isEmpty()) {
                        rows.add(partnership, kind, reading.apply(some));
                    }
                    return some.size() == AT_ONCE;
                });
    }
}
