// SPDX-License-Identifier: EUPL-1.2
package org.samband.parties;

import java.util.regex.Pattern;

/// Short name of a partnership, the same on both nodes, for instance `eu-norway`: 3 to 40
/// lower-case letters, digits and hyphens. Nothing of one partnership shows in another.
public record PartnershipId(String value) implements Comparable<PartnershipId> {
    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{2,39}");

    public PartnershipId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "a partnership's short name is 3 to 40 lower-case letters, digits and hyphens, not \""
                            + value
                            + "\"");
        }
    }

    @Override
    public int compareTo(PartnershipId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
