// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A period that a procedure declares for a state. It begins with an act, at the time that stands
/// in its entry, so that both nodes show the same end. Hours are real hours; days and months end
/// with the day, in the zone of the party whose act it is. Source: spec/procedure/README.md,
/// PROC-25; for the end of days and months compare Regulation (EEC, Euratom) No 1182/71, Article 3.
///
/// @param within ISO 8601: `PT24H`, `P10D` or `P1M`
/// @param from name of the act with which it begins; empty for the act that led to the state
/// @param wanted name of a choice field; the clock runs only while {@link #WANTED} stands there
public record AnswerClock(
        String within, Optional<String> from, Optional<String> wanted, String source) {
    /// The value by which a party asks for the clock.
    public static final String WANTED = "wanted";

    private boolean inHours() {
        return within.startsWith("PT");
    }

    /// Who says so: the text, or a party that asked for the clock.
    Deadline.Origin origin() {
        return wanted.isPresent() ? Deadline.Origin.ASKED : Deadline.Origin.TEXT;
    }

    /// @param begun when the act was made
    /// @param zone of its party
    Deadline deadline(Instant begun, ZoneId zone) {
        if (inHours()) {
            var until = begun.plus(Duration.parse(within));
            return new Deadline(
                    LocalDate.ofInstant(until, zone), until, true, zone, origin(), source);
        }
        var on = LocalDate.ofInstant(begun, zone).plus(Period.parse(within));
        var until = on.plusDays(1).atStartOfDay(zone).toInstant();
        return new Deadline(on, until, false, zone, origin(), source);
    }

    /// Number of the hours, days or months.
    public int number() {
        return Integer.parseInt(within.replaceAll("[^0-9]", ""));
    }

    /// `hours`, `days` or `months`.
    public String unit() {
        return inHours() ? "hours" : within.endsWith("D") ? "days" : "months";
    }

    /// What does not fit the procedure, each in one sentence.
    List<String> findings(Procedure procedure, State state) {
        var findings = new ArrayList<String>();
        if (state.initial() || state.last()) {
            findings.add("no clock runs in the state " + state.name());
        }
        from.filter(name -> procedure.act(name).isEmpty())
                .ifPresent(name ->
                        findings.add(
                                "the clock of " + state.name() + " names the unknown act " + name));
        wanted.filter(name -> procedure.field(name).filter(AnswerClock::asks).isEmpty())
                .ifPresent(name ->
                        findings.add(
                                "the clock of "
                                        + state.name()
                                        + " needs a choice field "
                                        + name
                                        + " with the value "
                                        + WANTED));
        return findings;
    }

    private static boolean asks(Field field) {
        return field.choices().stream().anyMatch(one -> one.value().equals(WANTED));
    }
}
