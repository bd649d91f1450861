// SPDX-License-Identifier: EUPL-1.2
/// Reminders: an iCalendar feed and a daily e-mail for each officer who wants them. Start at {@link
/// org.samband.calendar.Reminders}.
@NullMarked
@ApplicationModule(
        allowedDependencies = {"act", "label", "parties", "procedure", "commitment", "web"})
package org.samband.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
