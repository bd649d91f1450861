// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure.web;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.samband.parties.Party;
import org.samband.parties.PartyCode;
import org.samband.procedure.Deadline;
import org.samband.procedure.Dossier;

/// Until when something is expected in a dossier, as its page says it: how long that is from now,
/// and who or what says so.
///
/// @param origin who says so, with the source of a period
public record ClockLine(String text, String origin) {

    static List<ClockLine> of(Dossier dossier, PartyWords parties, Instant now) {
        var words = parties.words();
        var lines = new ArrayList<ClockLine>();
        var today = words.dayOf(now);
        dossier.state()
                .answerBy()
                .ifPresent(day ->
                        lines.add(
                                new ClockLine(
                                        left(day, ChronoUnit.DAYS.between(today, day), parties),
                                        asked(dossier, parties))));
        dossier.state()
                .clock(zones(parties))
                .ifPresent(end ->
                        lines.add(new ClockLine(left(end, now, parties), origin(end, parties))));
        dossier.notes().stream()
                .filter(note -> note.target().isPresent() && !dossier.state().state().last())
                .reduce((_, latest) -> latest)
                .flatMap(note -> note.target())
                .ifPresent(day ->
                        lines.add(
                                new ClockLine(
                                        words.of("procedure.target.by", words.day(day)),
                                        words.of("procedure.origin.own-target"))));
        return lines;
    }

    private static Map<PartyCode, ZoneId> zones(PartyWords parties) {
        return parties.profile().parties().stream()
                .collect(Collectors.toMap(Party::code, Party::zone));
    }

    private static String asked(Dossier dossier, PartyWords parties) {
        return parties.words()
                .of("procedure.origin.asked-by", parties.party(dossier.state().mover()));
    }

    private static String origin(Deadline end, PartyWords parties) {
        return parties.words().of("procedure.origin.clock-" + end.origin().word(), end.source());
    }

    private static String left(LocalDate day, long days, PartyWords parties) {
        var words = parties.words();
        if (days == 0) {
            return words.of("procedure.answer.today", words.day(day));
        }
        var key = days > 0 ? "procedure.answer.left" : "procedure.answer.past";
        return words.count(key, Math.abs(days), words.day(day));
    }

    private static String left(Deadline end, Instant now, PartyWords parties) {
        var words = parties.words();
        var when =
                end.toTheHour()
                        ? moment(end.until(), parties)
                        : words.of(
                                "procedure.clock.day",
                                words.day(end.on()),
                                parties.words().town(end.zone()));
        if (!now.isBefore(end.until())) {
            return words.of("procedure.clock.past", when);
        }
        var left = Duration.between(now, end.until());
        return left.compareTo(Duration.ofDays(2)) < 0
                ? words.count("procedure.clock.hours", Math.max(1, left.toHours()), when)
                : words.count("procedure.clock.days", left.toDays(), when);
    }

    /// The moment with the towns of both parties' zones; where their clocks differ, each by itself:
    /// `12 March 2027, 14:05 CET (Brussels and Oslo)`.
    static String moment(Instant moment, PartyWords parties) {
        var words = parties.words();
        return words.byTown(parties.profile().zones(), zone -> words.moment(moment, zone));
    }
}
