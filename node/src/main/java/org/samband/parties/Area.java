// SPDX-License-Identifier: EUPL-1.2
package org.samband.parties;

import java.util.regex.Pattern;

/// One heading of the instrument under which the parties work together; need-to-know is given by
/// partnership and area.
///
/// @param shortName kept for good, stands in entries: lower-case letters, digits, hyphens
/// @param heading the heading exactly as the instrument prints it
/// @param name short name for pages
/// @param cooperation true for an area of cooperation; false for the parts that frame them (general
///   framework, way forward)
public record Area(String shortName, String heading, Bilingual name, boolean cooperation) {
    /// Stands for every area in a need-to-know.
    public static final String ALL = "*";

    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{1,39}");

    public Area {
        if (!FORM.matcher(shortName).matches()) {
            throw new IllegalArgumentException(
                    "an area's short name is 2 to 40 lower-case letters, digits and hyphens, not \""
                            + shortName
                            + "\"");
        }
    }
}
