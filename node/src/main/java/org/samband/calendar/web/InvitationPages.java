// SPDX-License-Identifier: EUPL-1.2
package org.samband.calendar.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.samband.act.Outcome;
import org.samband.act.Refusal;
import org.samband.calendar.Mail;
import org.samband.calendar.MeetingAnswer;
import org.samband.calendar.MeetingFile;
import org.samband.calendar.Post;
import org.samband.calendar.ReminderRule;
import org.samband.calendar.Reminders;
import org.samband.parties.Officer;
import org.samband.parties.PartnershipId;
import org.samband.parties.Partnerships;
import org.samband.parties.SecurityEvent;
import org.samband.parties.SecurityLog;
import org.samband.parties.SecurityNote;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/// The meeting of a dossier for calendars, as a file or by e-mail, and what somebody's calendar
/// answered: it fills in the form of an act, which the officer reads and sends or not.
@Controller
class InvitationPages {
    private static final Logger LOG = LoggerFactory.getLogger(InvitationPages.class);
    private static final int SEE_OTHER = 303;

    private final Dossiers dossiers;
    private final Reminders reminders;
    private final InvitationMails mails;
    private final Post post;
    private final SecurityLog log;
    private final Partnerships partnerships;
    private final Sights sights;

    InvitationPages(
            Dossiers dossiers,
            Reminders reminders,
            InvitationMails mails,
            Post post,
            SecurityLog log,
            Partnerships partnerships,
            Sights sights) {
        this.dossiers = dossiers;
        this.reminders = reminders;
        this.mails = mails;
        this.post = post;
        this.log = log;
        this.partnerships = partnerships;
        this.sights = sights;
    }

    /// @param sent to how many it was just sent
    @GetMapping("/{partnership}/dossier/{ref}/invitation")
    Page form(
            @PathVariable PartnershipId partnership,
            @PathVariable String ref,
            @RequestParam(defaultValue = "") String sent,
            Officer officer,
            Words words) {
        var to = sent.matches("[1-9][0-9]?") ? Integer.parseInt(sent) : 0;
        return page(
                        find(partnership, ref, officer),
                        InvitationTyped.NOTHING,
                        Optional.empty(),
                        words,
                        Refusals.NONE)
                .with("sent", to);
    }

    /// @param how `mail` to send it, else it is downloaded
    @PostMapping("/{partnership}/dossier/{ref}/invitation")
    Object make(
            @PathVariable PartnershipId partnership,
            @PathVariable String ref,
            @RequestParam(defaultValue = "") String attendees,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "file") String how,
            Officer officer,
            Words words,
            HttpServletRequest request) {
        var dossier = find(partnership, ref, officer);
        var meeting = MeetingFile.of(dossier).orElseThrow(NotFound::new);
        var typed = new InvitationTyped(attendees, from, to);
        return switch (typed.call(reminders.of(officer).mail(), FeedPages.zone(partnerships))) {
            case Outcome.Refused<MeetingFile.Call>(var why) -> again(dossier, typed, why, words);
            case Outcome.Accepted<MeetingFile.Call>(var call) -> {
                var made = mails.of(dossier, meeting, call, officer, words);
                yield how.equals("mail")
                        ? send(dossier, typed, made, officer, words, request)
                        : file(dossier, made);
            }
        };
    }

    private static ResponseEntity<byte[]> file(Dossier dossier, Mail made) {
        var text = made.invitation().orElseThrow().calendar();
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "calendar", StandardCharsets.UTF_8))
                .header("Content-Disposition", "attachment; filename=\"" + dossier.ref() + ".ics\"")
                .header("Cache-Control", "no-store")
                .body(text.getBytes(StandardCharsets.UTF_8));
    }

    private Object send(
            Dossier dossier,
            InvitationTyped typed,
            Mail made,
            Officer officer,
            Words words,
            HttpServletRequest request) {
        try {
            post.send(made);
        } catch (IOException undelivered) {
            LOG.warn("an invitation could not be handed over: {}", undelivered.getMessage());
            return again(dossier, typed, Refusal.of(ReminderRule.NOT_HANDED_OVER), words);
        }
        log.note(
                SecurityNote.of(SecurityEvent.INVITATION_SENT)
                        .by(officer.id())
                        .from(request.getRemoteAddr()));
        return ResponseEntity.status(SEE_OTHER)
                .header("Location", path(dossier) + "/invitation?sent=" + typed.invited().size())
                .build();
    }

    private static String path(Dossier dossier) {
        return "/" + dossier.partnership() + "/dossier/" + dossier.ref();
    }

    private Page again(Dossier dossier, InvitationTyped typed, Refusal why, Words words) {
        return page(dossier, typed, Optional.empty(), words, Refusals.of(why)).status(Page.REFUSED);
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
                    again(dossier, InvitationTyped.NOTHING, why, words);
            case Outcome.Accepted<MeetingAnswer>(var said) ->
                    form(dossier, said)
                            .<Object>map(path ->
                                    ResponseEntity.status(SEE_OTHER)
                                            .header("Location", path)
                                            .build())
                            .orElseGet(() ->
                                    page(
                                            dossier,
                                            InvitationTyped.NOTHING,
                                            Optional.of(said),
                                            words,
                                            Refusals.NONE));
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
        return path(dossier)
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
            InvitationTyped typed,
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
                .with("typed", typed)
                .with("zone", words.town(FeedPages.zone(partnerships)))
                .with("sent", 0)
                .with("said", said)
                .with("refusals", refusals);
    }
}
