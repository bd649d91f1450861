// SPDX-License-Identifier: EUPL-1.2
package org.samband.calendar;

import java.util.Optional;
import org.samband.label.Marking;

/// What an operator decides about reminders, which leave the node for officers' calendars and
/// mailboxes.
///
/// @param address of the node's pages, for links, without a stroke at the end
/// @param shows the highest marking of matters of which a feed may say more than that something is
///   due; empty for none
public record ReminderSettings(String address, Optional<Marking> shows) {}
