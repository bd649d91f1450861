// SPDX-License-Identifier: EUPL-1.2
package org.samband.ledger;

/// Number of an entry in a ledger, counted from 1. The leaf index of RFC 6962 is this minus 1.
public record EntryNumber(long value) implements Comparable<EntryNumber> {

    public EntryNumber {
        if (value < 1) {
            throw new IllegalArgumentException("an entry number starts at 1, not " + value);
        }
    }

    @Override
    public int compareTo(EntryNumber other) {
        return Long.compare(value, other.value);
    }
}
