// SPDX-License-Identifier: EUPL-1.2
package org.samband.parties;

/// Short code of a party as its profile gives it, for instance `EU` or `NO`: 2 to 8 capital
/// letters. It stands in ledger identities and dossier numbers and is kept for good.
public record PartyCode(String value) implements Comparable<PartyCode> {
    private static final int SHORTEST = 2;
    private static final int LONGEST = 8;

    public PartyCode {
        if (!isCode(value)) {
            throw new IllegalArgumentException(
                    "a party code is 2 to 8 capital letters, not \"" + value + "\"");
        }
    }

    /// Whether a text has the form of a code.
    public static boolean isCode(String text) {
        if (text.length() < SHORTEST || text.length() > LONGEST) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < 'A' || text.charAt(i) > 'Z') {
                return false;
            }
        }
        return true;
    }

    @Override
    public int compareTo(PartyCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
