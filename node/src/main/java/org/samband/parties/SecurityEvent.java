// SPDX-License-Identifier: EUPL-1.2
package org.samband.parties;

import java.util.Locale;

/// What the security log keeps. The words are promises: rows hold them for good.
public enum SecurityEvent {
    SIGNED_IN,
    SIGNED_OUT,
    /// A sign-in that was refused; the account is named only if there is one.
    REFUSED,
    /// From here further attempts have to wait.
    LOCKED,
    PASSWORD_CHANGED,
    /// An administrator gave a one-time password.
    PASSWORD_GIVEN,
    /// All sessions of an officer were ended on request.
    SESSIONS_ENDED,
    OFFICER_ADDED,
    OFFICER_CHANGED,
    OFFICER_DISABLED,
    OFFICER_ENABLED,
    EXPORT_MADE,
    /// A segment file was made for the counterpart.
    FILE_TAKEN_OUT,
    /// A segment file of the counterpart was taken.
    FILE_BROUGHT_IN,
    /// The counterpart's keys were pinned for the first time, or again with the same keys.
    PAIR_SET_UP,
    /// The counterpart's keys were pinned in place of others.
    PAIR_CHANGED,
    /// An officer made a secret address for the calendar feed; one before it ended.
    FEED_MADE,
    FEED_ENDED,
    /// An officer sent an invitation by e-mail from the node.
    INVITATION_SENT,
    /// An administrator let admission go on after a fork.
    LINE_RELEASED,
    /// An administrator stated how many of our entries the counterpart holds.
    LEDGER_STATED,
    /// An auditor read what the counterpart had recalled.
    RECALLED_READ,
    /// A page or act that the officer's roles do not include was asked for.
    REFUSED_ACCESS;

    /// As in rows: `signed-in`.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// @throws IllegalArgumentException if the word names no event
    public static SecurityEvent of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
