// SPDX-License-Identifier: EUPL-1.2
package org.samband.parties;

import java.util.regex.Pattern;

/// Short code of a party as its profile gives it, for instance `EU` or `NO`: 2 to 8 capital
/// letters. It stands in ledger identities and dossier numbers and is kept for good.
public record PartyCode(String value) implements Comparable<PartyCode> {
    private static final Pattern FORM = Pattern.compile("[A-Z]{2,8}");

    public PartyCode {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "a party code is 2 to 8 capital letters, not \"" + value + "\"");
        }
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
