// SPDX-License-Identifier: EUPL-1.2
package org.samband.label;

/// One category that can stand beside a level.
///
/// @param shortName in markings, for instance `REL NO`
/// @param en text for banners in English
/// @param nb text for banners in Norwegian
/// @param party for a releasability: the party code to which it opens; otherwise empty
public record Category(String shortName, Kind kind, String en, String nb, String party) {

    /// How a category acts.
    public enum Kind {
        /// Opens: releasable to one party. Fewer of them is more restrictive.
        RELEASABILITY,
        /// Closes: a reader must be admitted to it. More of them is more restrictive.
        RESTRICTIVE,
        /// Informs only, for instance `EXERCISE`. A merge keeps it only if all parts have it, so
        /// that nothing real is ever taken for an exercise.
        INFORMATIVE
    }
}
