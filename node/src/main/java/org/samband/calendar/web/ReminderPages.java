// SPDX-License-Identifier: EUPL-1.2
package org.samband.calendar.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.samband.act.Refusal;
import org.samband.calendar.ReminderChoice;
import org.samband.calendar.ReminderSettings;
import org.samband.calendar.Reminders;
import org.samband.label.Marking;
import org.samband.label.Policies;
import org.samband.parties.Officer;
import org.samband.parties.SecurityEvent;
import org.samband.parties.SecurityLog;
import org.samband.parties.SecurityNote;
import org.samband.web.Choice;
import org.samband.web.Page;
import org.samband.web.Refusals;
import org.samband.web.Words;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// One's own reminders: the address of the calendar feed, what it says, and the e-mail.
@Controller
class ReminderPages {
    private static final String PATH = "/account/reminders";
    private static final String DAILY = "daily";
    private static final String WEEKLY = "weekly";

    private final Reminders reminders;
    private final ReminderSettings settings;
    private final Policies policies;
    private final SecurityLog log;

    ReminderPages(
            Reminders reminders, ReminderSettings settings, Policies policies, SecurityLog log) {
        this.reminders = reminders;
        this.settings = settings;
        this.policies = policies;
        this.log = log;
    }

    @GetMapping(PATH)
    Page reminders(Officer officer, Words words) {
        var choice = reminders.of(officer);
        return page(choice, choice.mail(), String.valueOf(choice.hour()), words, Refusals.NONE);
    }

    /// The address is shown this once.
    @PostMapping(PATH + "/feed")
    Page makeFeed(Officer officer, Words words, HttpServletRequest request) {
        var secret = reminders.makeFeed(officer);
        log.note(
                SecurityNote.of(SecurityEvent.FEED_MADE)
                        .by(officer.id())
                        .from(request.getRemoteAddr()));
        return reminders(officer, words)
                .with("address", settings.address() + "/calendar/" + secret + ".ics");
    }

    @PostMapping(PATH + "/feed/end")
    ResponseEntity<Void> endFeed(Officer officer, HttpServletRequest request) {
        reminders.endFeed(officer);
        log.note(
                SecurityNote.of(SecurityEvent.FEED_ENDED)
                        .by(officer.id())
                        .from(request.getRemoteAddr()));
        return back();
    }

    @PostMapping(PATH + "/shows")
    Object shows(
            Officer officer,
            Words words,
            @RequestParam(name = "shows", defaultValue = "") String typed) {
        return answer(reminders.show(officer, typed), officer, words);
    }

    private Object answer(Optional<Refusal> wrong, Officer officer, Words words) {
        var choice = reminders.of(officer);
        return wrong.isEmpty()
                ? back()
                : page(
                                choice,
                                choice.mail(),
                                String.valueOf(choice.hour()),
                                words,
                                Refusals.of(wrong.get()))
                        .status(Page.REFUSED);
    }

    @PostMapping(PATH + "/mail")
    Object mail(
            Officer officer,
            Words words,
            @RequestParam(name = "mail", defaultValue = "") String mail,
            @RequestParam(name = "often", defaultValue = "") String often,
            @RequestParam(name = "hour", defaultValue = "") String hour) {
        var wrong = reminders.mail(officer, mail, often.equals(WEEKLY), hour);
        return wrong.isEmpty()
                ? back()
                : page(reminders.of(officer), mail, hour, words, Refusals.of(wrong.get()))
                        .status(Page.REFUSED);
    }

    private static ResponseEntity<Void> back() {
        return ResponseEntity.status(303).header("Location", PATH).build();
    }

    private Page page(
            ReminderChoice choice, String mail, String hour, Words words, Refusals refusals) {
        return Page.of("calendar/reminders.jte")
                .titled(words.of("calendar.reminders.title"))
                .with("choice", choice)
                .with("address", "")
                .with("mail", mail)
                .with("hour", hour)
                .with("often", choice.weekly() ? WEEKLY : DAILY)
                .with(
                        "oftens",
                        List.of(
                                new Choice(DAILY, words.of("calendar.mail.daily")),
                                new Choice(WEEKLY, words.of("calendar.mail.weekly"))))
                .with("markings", markings(words))
                .with("shows", choice.shows().map(Marking::toString).orElse(""))
                .with("refusals", refusals);
    }

    private List<Choice> markings(Words words) {
        var all = new ArrayList<Choice>();
        all.add(new Choice("", words.of("calendar.shows.nothing")));
        reminders
                .offered()
                .forEach(one ->
                        all.add(
                                new Choice(
                                        one.toString(),
                                        policies.banner(one, words.language()).text())));
        return all;
    }
}
