// SPDX-License-Identifier: EUPL-1.2
package org.samband.instrument.source;

/// A line of a source, or a whole paragraph where the format tells where paragraphs begin.
///
/// @param text as it stands, without the label
/// @param label number, letter or bullet that the format itself gives; empty where it stands in the
///   text or nowhere
/// @param role what the format says that it is
/// @param level depth of a heading or a list item that the format tells, from 1; 0 where it does
///   not
/// @param look how it is set
/// @param place where it stands
/// @param closed true where the format says that a paragraph begins here
/// @param afterBlank true after an empty line or a wider space
public record Line(
        String text,
        String label,
        Role role,
        int level,
        Look look,
        Place place,
        boolean closed,
        boolean afterBlank) {

    /// What the format says that a line is.
    public enum Role {
        PLAIN,
        TITLE,
        HEADING,
        NUMBERED,
        ITEM,
        PREAMBLE,
        NOTE,
        SIGNATURE,
        DELETED
    }

    /// How a line is set.
    ///
    /// @param indent columns or points from the left edge of its column
    /// @param reach share of the width of its column at which the line ends, 0 to 1; 0 where
    ///   unknown
    /// @param size of the letters, in points; 0 where unknown
    /// @param bold true where all of it is bold or underlined
    public record Look(int indent, double reach, double size, boolean bold) {
        /// Of a line about which nothing is known.
        public static final Look PLAIN = new Look(0, 0, 0, false);
    }

    /// Where a line stands.
    ///
    /// @param page from 1; 0 where the source has no pages
    /// @param row number of the line in the source, from 1
    /// @param column from 1 where the layout has columns side by side, else 0
    public record Place(int page, int row, int column) {
        /// In words for a gap.
        public String words() {
            return page > 0 ? "page " + page + ", line " + row : "line " + row;
        }
    }

    /// A line of which only the text is known.
    public static Line plain(String text, Look look, Place place, boolean afterBlank) {
        return new Line(text, "", Role.PLAIN, 0, look, place, false, afterBlank);
    }

    /// The same line with other text.
    public Line withText(String other) {
        return new Line(other, label, role, level, look, place, closed, afterBlank);
    }

    /// The same line after an empty one, or not.
    public Line after(boolean blank) {
        return new Line(text, label, role, level, look, place, closed, blank);
    }

    /// The same line in another role.
    public Line as(Role other) {
        return new Line(text, label, other, level, look, place, closed, afterBlank);
    }
}
