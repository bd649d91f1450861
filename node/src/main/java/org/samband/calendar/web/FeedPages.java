// SPDX-License-Identifier: EUPL-1.2
package org.samband.calendar.web;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import org.samband.calendar.Due;
import org.samband.calendar.ICalendar;
import org.samband.calendar.ReminderSettings;
import org.samband.calendar.Reminders;
import org.samband.parties.Partnerships;
import org.samband.proof.Digest;
import org.samband.web.NotFound;
import org.samband.web.WordFiles;
import org.samband.web.Words;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// The feed that an officer's calendar program fetches. Whoever knows its address reads it, so that
/// it says no more than the officer and the operator let out.
@Controller
class FeedPages {
    private static final int DAYS_BACK = 31;
    private static final int DAYS_AHEAD = 366;

    private final Reminders reminders;
    private final ReminderSettings settings;
    private final Partnerships partnerships;
    private final WordFiles files;
    private final InstantSource clock;

    FeedPages(
            Reminders reminders,
            ReminderSettings settings,
            Partnerships partnerships,
            WordFiles files,
            InstantSource clock) {
        this.reminders = reminders;
        this.settings = settings;
        this.partnerships = partnerships;
        this.files = files;
        this.clock = clock;
    }

    @GetMapping("/calendar/{secret}.ics")
    ResponseEntity<byte[]> feed(@PathVariable("secret") String secret) {
        var wanted = reminders.ofFeed(secret).orElseThrow(NotFound::new);
        var zone = zone(partnerships);
        var words = files.in(wanted.officer().language(), zone);
        var today = words.dayOf(clock.instant());
        var events =
                reminders
                        .due(
                                wanted.officer(),
                                today.minusDays(DAYS_BACK),
                                today.plusDays(DAYS_AHEAD))
                        .stream()
                        .map(due -> event(wanted, due, secret, words))
                        .distinct()
                        .toList();
        var text = ICalendar.of(words.of("calendar.feed.name"), clock.instant(), events);
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "calendar", StandardCharsets.UTF_8))
                .header("Content-Disposition", "inline; filename=\"samband.ics\"")
                .header("Cache-Control", "no-store")
                .body(text.getBytes(StandardCharsets.UTF_8));
    }

    /// The zone of this node's party.
    static java.time.ZoneId zone(Partnerships partnerships) {
        return partnerships.profiles().stream()
                .flatMap(profile -> profile.party(partnerships.own()).stream())
                .map(party -> party.zone())
                .findFirst()
                .orElse(java.time.ZoneOffset.UTC);
    }

    /// Where nothing may be said, all that is due on one day is one event.
    private ICalendar.Event event(Reminders.Wanted wanted, Due due, String secret, Words words) {
        var says = reminders.says(wanted.choice(), due.marking());
        var what = says ? due.path() + due.kind() + due.on() : due.on().toString();
        var uid = Digest.sha256((secret + what).getBytes(StandardCharsets.UTF_8)).hex();
        return new ICalendar.Event(
                uid + "@samband",
                due.on(),
                says ? due.moment() : java.util.Optional.empty(),
                says
                        ? words.of("calendar.kind." + due.kind()) + ": " + words.in(due.title())
                        : words.of("calendar.feed.due"),
                says ? words.of("calendar.origin." + due.origin().word()) : "",
                settings.address() + (says ? due.path() : "/"));
    }
}
