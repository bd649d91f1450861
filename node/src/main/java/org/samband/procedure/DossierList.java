// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

import java.util.List;

/// One page of a list of dossiers.
///
/// @param count how many the whole list has, as far as the officer may see them
/// @param page counted from 1
public record DossierList(List<DossierLine> lines, int count, int page) {

    public DossierList {
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
