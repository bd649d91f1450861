// SPDX-License-Identifier: EUPL-1.2
package org.samband.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.samband.label.Marking;
import org.samband.parties.Bilingual;
import org.samband.parties.PartyCode;
import org.samband.procedure.ActRef;
import org.samband.procedure.Coming;
import org.samband.procedure.Deadline;
import org.samband.procedure.DossierNodes;
import org.samband.procedure.Procedure;
import org.samband.procedure.Procedures;

/// Days are proposed past weekends, holidays of either party and other meetings.
class YearPlanTest {
    private static final Holidays HOLIDAYS = new Holidays();
    private static final PartyCode EU = new PartyCode("EU");
    private static final PartyCode NO = new PartyCode("NO");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);

    private static LocalDate day(String iso) {
        return LocalDate.parse(iso);
    }

    private static String name(PartyCode party, String iso) {
        return HOLIDAYS.on(party, day(iso)).map(Bilingual::en).orElse("");
    }

    private static YearPlan plan(Coming... meetings) {
        return new YearPlan(DossierNodes.profile(), HOLIDAYS, List.of(meetings), TODAY);
    }

    private static Coming meeting(String on) {
        return new Coming(
                DossierNodes.EU_NORWAY,
                new ActRef(EU, 7),
                new Bilingual("Consultation", "Konsultasjon"),
                "EXERCISE meeting",
                day(on),
                Coming.Kind.AGREED,
                "",
                "",
                Optional.empty(),
                Deadline.Origin.AGREED,
                "",
                Marking.parse("TLP:GREEN"));
    }

    @Test
    void easterIsWhereTheChurchHasIt() {
        for (var easter : List.of("2024-03-31", "2026-04-05", "2027-03-28", "2038-04-25")) {
            assertThat(Holiday.easter(day(easter).getYear())).isEqualTo(easter);
        }
    }

    @Test
    void eachPartyHasItsOwnHolidays() {
        assertThat(name(EU, "2026-04-02")).isEqualTo("Maundy Thursday");
        assertThat(name(EU, "2027-05-07")).isEqualTo("Day after Ascension");
        assertThat(name(NO, "2027-05-07")).isEmpty();
        assertThat(name(NO, "2027-05-17")).isEqualTo("Constitution Day");
        assertThat(name(EU, "2027-05-17")).isEqualTo("Whit Monday");
        assertThat(name(EU, "2026-12-28")).isEqualTo("End of the year");
        assertThat(name(NO, "2026-12-28")).isEmpty();
        assertThat(name(EU, "2026-07-21")).isEqualTo("Belgian National Day");
        assertThat(name(new PartyCode("XX"), "2026-01-01")).isEmpty();
        assertThat(HOLIDAYS.source(EU)).isPresent();
        assertThat(HOLIDAYS.source(NO)).isPresent();
    }

    @Test
    void onlyWherePeopleMeetIsADayTaken() {
        var meeting =
                new Procedures().all().stream().filter(YearPlan::meets).map(Procedure::id).toList();
        assertThat(meeting)
                .contains(
                        "dialogue",
                        "consultation",
                        "forum-invitation",
                        "exchange-series",
                        "multilateral-coordination")
                .doesNotContain(
                        "support-contribution",
                        "sanctions-alignment",
                        "civilian-mission",
                        "statement-alignment",
                        "follow-up",
                        "programme-access");
    }

    @Test
    void aDayIsFreeOnlyIfBothWorkAndNobodyMeets() {
        // Maundy Thursday to Easter Monday 2027, then another meeting.
        var free = plan(meeting("2027-03-30")).free(day("2027-03-25")).orElseThrow();
        assertThat(free.on()).isEqualTo("2027-03-31");
        assertThat(free.passed()).hasSize(6);
        assertThat(free.passed().getLast().why())
                .extracting(Conflict::kind)
                .containsExactly(Conflict.Kind.MEETING);
        assertThat(free.beside())
                .extracting(Conflict::kind)
                .containsExactly(Conflict.Kind.NEIGHBOUR);
        assertThat(plan().free(day("2027-03-30")).orElseThrow().passed()).isEmpty();
    }

    @Test
    void aYearLaterIsTheSameDayOfTheWeekAndNeverTooSoon() {
        assertThat(plan().wanted(Optional.of(day("2025-10-14")), 2027)).isEqualTo("2027-10-12");
        assertThat(plan().wanted(Optional.of(day("2026-01-05")), 2027)).isEqualTo("2027-01-21");
        assertThat(plan().wanted(Optional.empty(), 2027)).isEqualTo("2027-01-21");
    }

    @Test
    void aDayThatADossierNamesDoesNotSpeakAgainstItself() {
        assertThat(plan(meeting("2027-05-17")).against(meeting("2027-05-17")))
                .extracting(Conflict::kind)
                .containsOnly(Conflict.Kind.HOLIDAY)
                .hasSize(2);
    }
}
