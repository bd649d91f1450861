// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

import java.util.List;

/// One page of a register.
///
/// @param count how many dossiers fit, as far as the officer may see them
/// @param page counted from 1
public record RegisterList(List<RegisterLine> lines, int count, int page) {

    public RegisterList {
        lines = List.copyOf(lines);
    }

    /// Whether there may be more than were counted, see {@link DossierFilter#COUNTED}.
    public boolean full() {
        return count >= DossierFilter.COUNTED;
    }

    public int pages() {
        return Math.max(1, (count + DossierFilter.PAGE - 1) / DossierFilter.PAGE);
    }
}
