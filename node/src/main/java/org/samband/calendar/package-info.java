// SPDX-License-Identifier: EUPL-1.2
/// Days: reminders by feed and e-mail, the plan of a year, invitations for calendars. Start at
/// {@link org.samband.calendar.Reminders}.
@NullMarked
@ApplicationModule(
        allowedDependencies = {"act", "label", "parties", "procedure", "commitment", "web"})
package org.samband.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
