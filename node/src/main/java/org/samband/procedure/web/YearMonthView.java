// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure.web;

import java.util.List;
import java.util.Map;
import org.samband.procedure.YearLine;

/// One month of the timeline of a year.
///
/// @param id for instance `2027-03`
/// @param areas name of the area and what stands there, in the order of the days
public record YearMonthView(
        String title, String id, List<Map.Entry<String, List<YearLine>>> areas) {

    public YearMonthView {
        areas = List.copyOf(areas);
    }
}
