// SPDX-License-Identifier: EUPL-1.2
package org.samband.parties;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Which partnerships and areas an officer works with.
///
/// @param areas by partnership: short names of areas, or {@link Area#ALL}. What has no area is seen
///   by everyone who has a need-to-know in the partnership
public record NeedToKnow(SortedMap<PartnershipId, SortedSet<String>> areas) {

    public static final NeedToKnow NOTHING = new NeedToKnow(new TreeMap<>());

    private static final Pattern AREA = Pattern.compile("\\*|[a-z][a-z0-9-]{1,39}");

    public NeedToKnow {
        for (var names : areas.values()) {
            for (var name : names) {
                if (!AREA.matcher(name).matches()) {
                    throw new IllegalArgumentException("\"" + name + "\" is no area's short name");
                }
            }
        }
        var copy = new TreeMap<PartnershipId, SortedSet<String>>();
        areas.forEach((partnership, names) ->
                copy.put(partnership, Collections.unmodifiableSortedSet(new TreeSet<>(names))));
        areas = Collections.unmodifiableSortedMap(copy);
    }

    /// All areas of one partnership.
    public static NeedToKnow allOf(PartnershipId partnership) {
        return new NeedToKnow(new TreeMap<>(Map.of(partnership, new TreeSet<>(List.of(Area.ALL)))));
    }

    public boolean covers(PartnershipId partnership, String area) {
        var names = areas.get(partnership);
        return names != null
                && (area.isEmpty() || names.contains(Area.ALL) || names.contains(area));
    }
}
