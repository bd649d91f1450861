// SPDX-License-Identifier: EUPL-1.2
package org.samband.calendar.web;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.samband.act.Outcome;
import org.samband.act.Refusal;
import org.samband.calendar.MeetingAnswer;
import org.samband.calendar.MeetingFile;
import org.samband.calendar.ReminderRule;
import org.samband.calendar.ReminderSettings;
import org.samband.calendar.Reminders;
import org.samband.parties.Officer;
import org.samband.parties.PartnershipId;
import org.samband.parties.Partnerships;
import org.samband.parties.Sights;
import org.samband.procedure.ActForm;
import org.samband.procedure.ActRef;
import org.samband.procedure.Dossier;
import org.samband.procedure.Dossiers;
import org.samband.procedure.Field;
import org.samband.web.NotFound;
import org.samband.web.Page;
import org.samband.web.Refusals;
import org.samband.web.Words;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/// The meeting of a dossier as a file for calendars, and what somebody's calendar answered: it
/// fills in the form of an act, which the officer reads and sends or not.
@Controller
class InvitationPages {
    private static final int NOT_MADE = 422;
    private static final int MOST_ATTENDEES = 20;

    private final Dossiers dossiers;
    private final Reminders reminders;
    private final ReminderSettings settings;
    private final Partnerships partnerships;
    private final Sights sights;
    private final InstantSource clock;

    InvitationPages(
            Dossiers dossiers,
            Reminders reminders,
            ReminderSettings settings,
            Partnerships partnerships,
            Sights sights,
            InstantSource clock) {
        this.dossiers = dossiers;
        this.reminders = reminders;
        this.settings = settings;
        this.partnerships = partnerships;
        this.sights = sights;
        this.clock = clock;
    }

    @GetMapping("/{partnership}/dossier/{ref}/invitation")
    Page form(
            @PathVariable PartnershipId partnership,
            @PathVariable String ref,
            Officer officer,
            Words words) {
        return page(find(partnership, ref, officer), "", Optional.empty(), words, Refusals.NONE);
    }

    /// @param attendees addresses, parted by lines, commas or blanks
    @PostMapping("/{partnership}/dossier/{ref}/invitation")
    Object file(
            @PathVariable PartnershipId partnership,
            @PathVariable String ref,
            @RequestParam(defaultValue = "") String attendees,
            Officer officer,
            Words words) {
        var dossier = find(partnership, ref, officer);
        var meeting = MeetingFile.of(dossier).orElseThrow(NotFound::new);
        var organizer = reminders.of(officer).mail();
        var invited =
                Arrays.stream(attendees.split("[\\s,;]+", -1))
                        .filter(one -> !one.isEmpty())
                        .toList();
        var wrong = wrong(organizer, invited);
        if (wrong.isPresent()) {
            return page(dossier, attendees, Optional.empty(), words, Refusals.of(wrong.get()))
                    .status(NOT_MADE);
        }
        var text =
                meeting.text(
                        clock.instant(),
                        organizer,
                        invited,
                        summary(dossier, officer, words),
                        settings.address() + "/" + partnership + "/dossier/" + dossier.ref());
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "calendar", StandardCharsets.UTF_8))
                .header("Content-Disposition", "attachment; filename=\"" + dossier.ref() + ".ics\"")
                .header("Cache-Control", "no-store")
                .body(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<Refusal> wrong(String organizer, List<String> invited) {
        if (organizer.isEmpty()) {
            return Optional.of(Refusal.of(ReminderRule.NO_ORGANIZER));
        }
        if (invited.isEmpty() || invited.size() > MOST_ATTENDEES) {
            return Optional.of(
                    Refusal.at(ReminderRule.ATTENDEES, "attendees").with("most", MOST_ATTENDEES));
        }
        return invited.stream()
                .filter(one -> !Reminders.isAddress(one))
                .findFirst()
                .map(one ->
                        Refusal.at(ReminderRule.NO_ADDRESS, "attendees")
                                .with("typed", one.substring(0, Math.min(40, one.length()))));
    }

    /// A calendar outside of the node reads the title only where the operator and the officer let
    /// feeds say it.
    private String summary(Dossier dossier, Officer officer, Words words) {
        return reminders.says(reminders.of(officer), dossier.marking())
                ? dossier.title()
                : words.of("calendar.invitation.neutral", dossier.ref());
    }

    @PostMapping("/{partnership}/dossier/{ref}/invitation/answer")
    Object answer(
            @PathVariable PartnershipId partnership,
            @PathVariable String ref,
            @RequestParam MultipartFile answer,
            Officer officer,
            Words words)
            throws IOException {
        var dossier = find(partnership, ref, officer);
        var zone = FeedPages.zone(partnerships);
        var read =
                answer.getSize() > MeetingAnswer.LARGEST
                        ? Outcome.<MeetingAnswer>refused(ReminderRule.NO_ANSWER)
                        : MeetingAnswer.read(answer.getBytes(), MeetingFile.uid(dossier), zone);
        return switch (read) {
            case Outcome.Refused<MeetingAnswer>(var why) ->
                    page(dossier, "", Optional.empty(), words, Refusals.of(why)).status(NOT_MADE);
            case Outcome.Accepted<MeetingAnswer>(var said) ->
                    form(dossier, said)
                            .<Object>map(path ->
                                    ResponseEntity.status(303).header("Location", path).build())
                            .orElseGet(() ->
                                    page(dossier, "", Optional.of(said), words, Refusals.NONE));
        };
    }

    /// The form of the act by which our party could answer so, filled in; empty where there is none
    /// now.
    private Optional<String> form(Dossier dossier, MeetingAnswer said) {
        var accepts = said.kind() == MeetingAnswer.Kind.ACCEPTED;
        if (said.kind() == MeetingAnswer.Kind.TENTATIVE) {
            return Optional.empty();
        }
        return dossier.state().possible(partnerships.own()).stream()
                .flatMap(act ->
                        act.fields().stream()
                                .filter(field ->
                                        accepts
                                                ? field.among().isPresent()
                                                : field.type() == Field.Type.DATES)
                                .map(field -> form(dossier, act, field, said)))
                .findFirst();
    }

    private static String form(Dossier dossier, ActForm act, Field field, MeetingAnswer said) {
        var offered = field.among().map(name -> dossier.state().dates(name)).orElse(List.of());
        var day =
                said.day()
                        .map(Object::toString)
                        .or(() ->
                                offered.size() == 1
                                        ? Optional.of(offered.getFirst())
                                        : Optional.empty());
        return "/"
                + dossier.partnership()
                + "/dossier/"
                + dossier.ref()
                + "/act/"
                + act.name()
                + "?"
                + day.map(on -> field.name() + "=" + on + "&").orElse("")
                + "message="
                + URLEncoder.encode(said.comment(), StandardCharsets.UTF_8);
    }

    private Dossier find(PartnershipId partnership, String ref, Officer officer) {
        return ActRef.of(ref)
                .flatMap(known -> dossiers.dossier(sights.of(officer), partnership, known))
                .orElseThrow(NotFound::new);
    }

    private Page page(
            Dossier dossier,
            String attendees,
            Optional<MeetingAnswer> said,
            Words words,
            Refusals refusals) {
        return Page.of("calendar/invitation.jte")
                .titled(words.of("calendar.invitation.title"))
                .in(dossier.partnership())
                .at("procedure.navigation.dossiers")
                .marked(dossier.marking())
                .with("dossier", dossier)
                .with("meeting", MeetingFile.of(dossier))
                .with("attendees", attendees)
                .with("said", said)
                .with("refusals", refusals);
    }
}
