// SPDX-License-Identifier: EUPL-1.2
package org.samband.calendar;

import org.samband.act.Rule;

/// Why a choice about reminders is refused.
public enum ReminderRule implements Rule {
    NO_ADDRESS(
            "CAL-01",
            "RFC 5321, section 4.1.2",
            "“{typed}” is no e-mail address; write it as name@example.org, with at most 254"
                    + " characters."),
    NO_HOUR("CAL-02", "design section 1", "The hour is a whole number from 0 to 23."),
    NOT_TO_BE_SHOWN(
            "CAL-03",
            "design section 6",
            "What is marked so does not leave this node for calendars; choose one of the values"
                    + " offered.");

    private final String id;
    private final String source;
    private final String sentence;

    ReminderRule(String id, String source, String sentence) {
        this.id = id;
        this.source = source;
        this.sentence = sentence;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String source() {
        return source;
    }

    @Override
    public String sentence() {
        return sentence;
    }
}
