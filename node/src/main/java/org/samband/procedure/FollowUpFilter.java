// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Which follow-ups a list shows.
///
/// @param owner code of the party that is to do them; empty for both
/// @param area short name of the area that they serve; empty for all
public record FollowUpFilter(Optional<String> owner, Optional<String> area, State state) {

    /// Those that wait for something.
    public static final FollowUpFilter OPEN =
            new FollowUpFilter(Optional.empty(), Optional.empty(), State.OPEN);

    /// Those that wait for something in an area.
    public static FollowUpFilter openIn(Optional<String> area) {
        return new FollowUpFilter(Optional.empty(), area, State.OPEN);
    }

    /// How far they are.
    public enum State {
        OPEN,
        DONE,
        ALL;

        /// @param typed word of an address; anything else is what is open
        public static State of(String typed) {
            return Arrays.stream(values())
                    .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(typed))
                    .findFirst()
                    .orElse(OPEN);
        }
    }
}
