// SPDX-License-Identifier: EUPL-1.2
package org.samband.paper;

/// What a drawing is made of. One ink; what differs is how strong it is, so that it can be read in
/// print and in the dark.
sealed interface Mark {

    /// @param strength above 0, at most 1
    record Box(double x, double y, double width, double height, double strength) implements Mark {}

    /// @param y of the line on which the letters stand
    record Label(double x, double y, Anchor anchor, String text, boolean light) implements Mark {}

    enum Anchor {
        START,
        MIDDLE,
        END
    }
}
