// SPDX-License-Identifier: EUPL-1.2
package org.samband.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.samband.commitment.Edition;
import org.samband.parties.Bilingual;
import org.samband.parties.Party;
import org.samband.parties.Profile;
import org.samband.procedure.Coming;
import org.samband.procedure.Opening;
import org.samband.procedure.Procedure;

/// Proposes days for the meetings of a year: from when each last took place, passing over weekends,
/// holidays of either party and days on which the officer sees another meeting. A proposal and
/// nothing else: the text says "annually", and a calendar year is all it asks. Source: SDP
/// paragraph 11; practice of the Dialogues of 2021 to 2024.
///
/// @param meetings days that dossiers name, as the officer sees them
/// @param today nothing is proposed before it
record YearPlan(Profile profile, Holidays holidays, List<Coming> meetings, LocalDate today) {
    /// So long before a meeting invitations go out, as the parties have done.
    static final int WEEKS_AHEAD = 8;

    /// The same day of the week a year later.
    private static final int WEEKS_OF_A_YEAR = 52;

    private static final int NEAR = 2;

    /// So far the plan looks for a free day.
    private static final int LOOKS = 60;

    private static final Bilingual NOTHING = new Bilingual("", "");

    /// Whether people of both parties meet in what moves under a procedure: it says on which day a
    /// meeting was held or attended. The day of a payment or of a deployment keeps nobody from
    /// meeting.
    static boolean meets(Procedure procedure) {
        return procedure.acts().stream()
                .flatMap(act -> act.evidence().stream())
                .filter(one -> one.date().isPresent())
                .anyMatch(one ->
                        one.type().matches(".*-(held|attended)")
                                || one.date().equals(Optional.of("held-on")));
    }

    /// Of several ways to begin an edition, one by which people meet.
    private static Opening opening(Edition edition) {
        return edition.offers().stream()
                .filter(one -> meets(one.procedure()))
                .findFirst()
                .orElse(edition.offers().getFirst());
    }

    /// What can be planned of the editions of a year, in the order of the proposed days.
    List<PlannedMeeting> of(List<Edition> editions, int year) {
        var planned = new ArrayList<PlannedMeeting>();
        for (var edition : editions) {
            if (edition.datable() && !edition.offers().isEmpty()) {
                plan(edition, year).ifPresent(planned::add);
            }
        }
        planned.sort(Comparator.comparing(PlannedMeeting::on));
        return planned;
    }

    private Optional<PlannedMeeting> plan(Edition edition, int year) {
        var wanted = wanted(edition.last(), year);
        return wanted.getYear() == year
                ? free(wanted)
                        .map(found ->
                                new PlannedMeeting(
                                        edition.commitment(),
                                        edition.last(),
                                        opening(edition),
                                        wanted,
                                        found.passed(),
                                        found.on(),
                                        found.beside()))
                : Optional.empty();
    }

    /// @param passed the days before it, with what speaks against them
    /// @param beside what is near it
    record Free(List<PlannedMeeting.Passed> passed, LocalDate on, List<Conflict> beside) {}

    /// The first day from this one on that nothing bars.
    Optional<Free> free(LocalDate wanted) {
        var passed = new ArrayList<PlannedMeeting.Passed>();
        for (int i = 0; i < LOOKS; i++) {
            var day = wanted.plusDays(i);
            var against = against(day);
            if (against.stream().noneMatch(Conflict::bars)) {
                return Optional.of(new Free(List.copyOf(passed), day, against));
            }
            passed.add(new PlannedMeeting.Passed(day, against));
        }
        return Optional.empty();
    }

    /// A year after it last took place; where that is not known or too near, as soon as invitations
    /// can go out.
    LocalDate wanted(Optional<LocalDate> last, int year) {
        var soonest = today.plusWeeks(WEEKS_AHEAD);
        var from = last.orElse(soonest);
        while (from.getYear() < year) {
            from = from.plusWeeks(WEEKS_OF_A_YEAR);
        }
        return from.isBefore(soonest) ? soonest : from;
    }

    /// What speaks against a day.
    List<Conflict> against(LocalDate day) {
        var all = new ArrayList<Conflict>();
        if (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
            all.add(new Conflict(Conflict.Kind.WEEKEND, "", NOTHING, day, Optional.empty()));
        }
        for (Party party : profile.parties()) {
            holidays.on(party.code(), day)
                    .ifPresent(name ->
                            all.add(
                                    new Conflict(
                                            Conflict.Kind.HOLIDAY,
                                            party.code().value(),
                                            name,
                                            day,
                                            Optional.empty())));
        }
        for (var one : meetings) {
            var away = Math.abs(one.on().toEpochDay() - day.toEpochDay());
            if (away <= NEAR) {
                all.add(
                        new Conflict(
                                away == 0 ? Conflict.Kind.MEETING : Conflict.Kind.NEIGHBOUR,
                                "",
                                new Bilingual(one.title(), one.title()),
                                one.on(),
                                Optional.of(one.dossier())));
            }
        }
        return all;
    }

    /// What speaks against a day that a dossier names, but for itself.
    List<Conflict> against(Coming meeting) {
        return against(meeting.on()).stream()
                .filter(one -> !one.dossier().equals(Optional.of(meeting.dossier())))
                .toList();
    }
}
