// SPDX-License-Identifier: EUPL-1.2
package org.samband.web;

import java.util.Optional;
import org.samband.parties.Power;

/// One entry of the navigation. Each room's pages contribute theirs as beans.
///
/// @param key of the words, for instance `procedure.navigation.dossiers`; {@link Page#at} names it
/// @param path with `{partnership}` where the entry belongs to one, for instance
///   `/{partnership}/dossiers`
/// @param order lower stands first
/// @param power without which the entry is not shown; the page itself checks again
public record NavigationEntry(String key, String path, int order, Optional<Power> power) {
    static final String PARTNERSHIP = "{partnership}";

    boolean inPartnership() {
        return path.contains(PARTNERSHIP);
    }
}
