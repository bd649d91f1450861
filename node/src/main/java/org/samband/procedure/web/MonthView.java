// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure.web;

import java.util.List;
import org.samband.procedure.Coming;

/// One month of the calendar.
///
/// @param id `2027-03`
/// @param title in the officer's language
public record MonthView(String id, String title, List<Coming> days) {

    public MonthView {
        days = List.copyOf(days);
    }
}
