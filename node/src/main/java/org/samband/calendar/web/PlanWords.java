// SPDX-License-Identifier: EUPL-1.2
package org.samband.calendar.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.stream.Collectors;
import org.samband.calendar.Conflict;
import org.samband.calendar.PlannedMeeting;
import org.samband.parties.Bilingual;
import org.samband.parties.PartyCode;
import org.samband.parties.Profile;
import org.samband.procedure.Subject;
import org.samband.web.Words;

/// How the plan of a year says its days and what speaks against them.
public record PlanWords(Profile profile, Words words) {

    /// A day with that of the week.
    public String day(LocalDate day) {
        var locale = words.language().equals("nb") ? Locale.of("nb", "NO") : Locale.UK;
        return day.getDayOfWeek().getDisplayName(TextStyle.FULL, locale) + " " + words.day(day);
    }

    public String says(Conflict one) {
        var what = words.in(one.what());
        return switch (one.kind()) {
            case WEEKEND -> words.of("calendar.plan.weekend");
            case HOLIDAY ->
                    words.of(
                            "calendar.plan.holiday",
                            profile.said(new PartyCode(one.party()), words.language()),
                            what);
            case MEETING -> words.of("calendar.plan.meeting", what);
            case NEIGHBOUR -> words.of("calendar.plan.neighbour", what, words.day(one.on()));
        };
    }

    /// Why a day was passed over.
    public String bars(PlannedMeeting.Passed passed) {
        return passed.why().stream()
                .filter(Conflict::bars)
                .map(this::says)
                .collect(Collectors.joining("; "));
    }

    public String title(PlannedMeeting meeting) {
        var id = meeting.commitment().id();
        var title = profile.commitments().getOrDefault(id, new Bilingual(id, id));
        return Subject.paragraph(id) + ": " + words.in(title);
    }

    /// The form that opens it, filled in, below the path of the partnership.
    public String path(PlannedMeeting meeting) {
        var opening = meeting.opening();
        var title = words.in(opening.procedure().title()) + " " + meeting.on().getYear();
        return "/open/"
                + opening.procedure().id()
                + "?on="
                + meeting.on()
                + "&title="
                + URLEncoder.encode(title, StandardCharsets.UTF_8);
    }
}
