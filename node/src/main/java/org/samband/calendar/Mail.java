// SPDX-License-Identifier: EUPL-1.2
package org.samband.calendar;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// An e-mail: a reminder to one officer, or an invitation to those who meet.
///
/// @param to addresses, at least one
/// @param text lines parted by line feeds
/// @param invitation what a calendar takes from it; empty for a reminder
public record Mail(
        List<String> to, String subject, String text, Instant at, Optional<Invitation> invitation) {

    /// A meeting for calendars. Source: RFC 6047, section 2.
    ///
    /// @param answers address of the officer who invites, to whom answers go
    /// @param method REQUEST or CANCEL
    /// @param calendar as {@link MeetingFile} writes it
    public record Invitation(String answers, String method, String calendar) {}

    public Mail {
        to = List.copyOf(to);
        if (to.isEmpty()) {
            throw new IllegalArgumentException("an e-mail goes to somebody");
        }
    }

    /// A reminder.
    public Mail(String to, String subject, String text, Instant at) {
        this(List.of(to), subject, text, at, Optional.empty());
    }
}
