// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure.web;

import java.util.List;
import java.util.Map;
import org.samband.procedure.YearLine;

/// One month of the timeline of a year.
///
/// @param id for instance `2027-03`
/// @param areas name of the area and what stands there, in the order of the days
/// @param cut number of the month if it holds more than is shown; else 0
public record YearMonthView(
        String title, String id, List<Map.Entry<String, List<YearLine>>> areas, int cut) {

    public YearMonthView {
        areas = List.copyOf(areas);
    }
}
