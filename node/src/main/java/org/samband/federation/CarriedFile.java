// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation;

import java.time.Instant;
import java.util.Locale;
import org.samband.proof.Digest;

/// A segment file that this node made, or of which it took something.
///
/// @param name under which it was made, or came
/// @param sha256 of the whole file, to compare on the way
/// @param first number of its first entry, counted from 1; where it has none, of the next
/// @param last number of its last entry; one less than `first` where it has none
/// @param by account of the officer; `operator` for a command
public record CarriedFile(
        Direction direction,
        String name,
        Digest sha256,
        long first,
        long last,
        Instant at,
        String by) {

    public enum Direction {
        OUT,
        IN;

        /// As in rows and in keys of words: `out`, `in`.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Direction of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /// How many entries are in it; 0 for a file that carries a receipt alone.
    public long entries() {
        return last - first + 1;
    }
}
