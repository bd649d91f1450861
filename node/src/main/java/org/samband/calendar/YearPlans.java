// SPDX-License-Identifier: EUPL-1.2
package org.samband.calendar;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.samband.commitment.Commitments;
import org.samband.commitment.Editions;
import org.samband.commitment.LivingText;
import org.samband.parties.Officer;
import org.samband.parties.PartnershipId;
import org.samband.parties.Sights;
import org.samband.procedure.Coming;
import org.samband.procedure.Evidences;
import org.samband.procedure.Procedure;
import org.samband.procedure.Procedures;
import org.springframework.stereotype.Component;

/// The door to the plan of a year. Nothing is stored: it follows from what the officer may see.
@Component
public class YearPlans {
    private final Commitments commitments;
    private final Editions editions;
    private final Evidences evidences;
    private final Procedures procedures;
    private final Holidays holidays;
    private final Sights sights;

    YearPlans(
            Commitments commitments,
            Editions editions,
            Evidences evidences,
            Procedures procedures,
            Holidays holidays,
            Sights sights) {
        this.commitments = commitments;
        this.editions = editions;
        this.evidences = evidences;
        this.procedures = procedures;
        this.holidays = holidays;
        this.sights = sights;
    }

    /// @param fixed days that dossiers name, with what speaks against each
    /// @param planned meetings for which a day is proposed
    public record Year(List<Fixed> fixed, List<PlannedMeeting> planned) {
        public Year {
            fixed = List.copyOf(fixed);
            planned = List.copyOf(planned);
        }
    }

    public record Fixed(Coming day, List<Conflict> against) {
        public Fixed {
            against = List.copyOf(against);
        }
    }

    /// Empty where the partnership has no text.
    public Optional<Year> of(Officer officer, PartnershipId partnership, int year) {
        var sight = sights.of(officer);
        return commitments
                .text(sight, partnership)
                .map(text -> sights.within(sight, () -> year(officer, text, year)));
    }

    private Year year(Officer officer, LivingText text, int year) {
        var sight = sights.of(officer);
        var partnership = text.profile().id();
        var meetingKinds =
                procedures.all().stream()
                        .filter(YearPlan::meets)
                        .map(Procedure::title)
                        .collect(Collectors.toSet());
        // Meetings at the turn of the year are near it too.
        var meetings =
                evidences
                        .coming(
                                sight,
                                partnership,
                                LocalDate.of(year, 1, 1).minusDays(7),
                                LocalDate.of(year, 12, 31).plusDays(7))
                        .stream()
                        .filter(one ->
                                one.kind() == Coming.Kind.AGREED
                                        || one.kind() == Coming.Kind.PROPOSED)
                        .filter(one -> meetingKinds.contains(one.procedure()))
                        .sorted(Comparator.comparing(Coming::on))
                        .toList();
        var plan = new YearPlan(text.profile(), holidays, meetings, text.today());
        return new Year(
                meetings.stream()
                        .filter(one -> one.on().getYear() == year)
                        .map(one -> new Fixed(one, plan.against(one)))
                        .toList(),
                plan.of(editions.of(officer, sight, text), year));
    }
}
