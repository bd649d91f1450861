// SPDX-License-Identifier: EUPL-1.2
package org.samband.commitment;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What the standing makes of the instrument's word for how often. A number is made of "annual"
/// alone. Source: design section 5; practice of the Dialogue and the Forum.
enum Cadence {
    /// The text sets no time.
    NONE,
    /// Once per calendar year.
    ANNUAL,
    /// With each edition that is announced. "Biannual" was announced as "every two years" and held
    /// after 14 months, so it is no clock.
    EACH_EDITION,
    /// "Regular", "systematic": no number until the parties agree one.
    REGULAR,
    /// Another word; shown as it stands, and no number is made of it.
    OTHER;

    static Cadence of(@Nullable String word) {
        if (word == null || word.isBlank()) {
            return NONE;
        }
        var said = word.strip().toLowerCase(Locale.ROOT).replace('-', ' ');
        return switch (said) {
            case "annual", "annually", "yearly", "every year", "each year", "once a year" -> ANNUAL;
            case "biannual", "biannually", "biennial", "biennially", "every two years", "edition" ->
                    EACH_EDITION;
            case "each edition", "every edition", "every second year" -> EACH_EDITION;
            case "regular", "regularly", "systematic", "systematically", "periodic" -> REGULAR;
            case "periodically", "continuous", "continuously", "frequent", "ongoing" -> REGULAR;
            default -> OTHER;
        };
    }
}
