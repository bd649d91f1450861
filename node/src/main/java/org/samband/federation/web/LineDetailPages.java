// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;
import org.samband.act.Outcome;
import org.samband.act.Refusal;
import org.samband.federation.FederationRule;
import org.samband.federation.LinkStates;
import org.samband.parties.Officer;
import org.samband.parties.PartnershipId;
import org.samband.parties.Partnerships;
import org.samband.parties.Power;
import org.samband.parties.Profile;
import org.samband.parties.SecurityEvent;
import org.samband.parties.SecurityLog;
import org.samband.parties.SecurityNote;
import org.samband.parties.Sight;
import org.samband.web.NotFound;
import org.samband.web.Page;
import org.samband.web.Refusals;
import org.samband.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The line in detail and without content, for administrators, who have no need-to-know: heads,
/// numbers, keys, rules and times. Titles, markings and what a refusal quotes are not on it. Here a
/// held line is let go on. Source: issue "Two ledgers", for administrators in detail.
@Controller
class LineDetailPages {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    private final LinkStates states;
    private final Partnerships partnerships;
    private final SecurityLog log;

    LineDetailPages(LinkStates states, Partnerships partnerships, SecurityLog log) {
        this.states = states;
        this.partnerships = partnerships;
        this.log = log;
    }

    @GetMapping("/pairs/{name}/line")
    Page line(Officer by, Words words, @PathVariable String name) {
        return page(profile(by, name), words, Refusals.NONE);
    }

    /// Lets admission go on after a fork.
    @PostMapping("/pairs/{name}/line/looked")
    Object looked(Officer by, Words words, HttpServletRequest request, @PathVariable String name) {
        var profile = profile(by, name);
        return ended(
                profile,
                words,
                name,
                states.looked(by, profile.id()),
                note(SecurityEvent.LINE_RELEASED, by, profile, request));
    }

    /// Takes an administrator's word for how many of our entries the counterpart holds.
    @PostMapping("/pairs/{name}/line/held")
    Object held(
            Officer by,
            Words words,
            HttpServletRequest request,
            @PathVariable String name,
            @RequestParam(defaultValue = "") String held) {
        var profile = profile(by, name);
        var typed = held.strip();
        var stated =
                NUMBER.matcher(typed).matches()
                        ? states.stated(by, profile.id(), Long.parseLong(typed))
                        : Outcome.<PartnershipId>refused(
                                Refusal.at(FederationRule.NO_NUMBER, "held"));
        return ended(
                profile,
                words,
                name,
                stated,
                note(SecurityEvent.LEDGER_STATED, by, profile, request).with("what", typed));
    }

    private Object ended(
            Profile profile,
            Words words,
            String name,
            Outcome<PartnershipId> outcome,
            SecurityNote note) {
        return switch (outcome) {
            case Outcome.Accepted<PartnershipId> _ -> {
                log.note(note);
                yield "redirect:/pairs/" + name + "/line";
            }
            case Outcome.Refused<PartnershipId>(var refusal) ->
                    page(profile, words, Refusals.of(refusal)).status(Page.REFUSED);
        };
    }

    private static SecurityNote note(
            SecurityEvent event, Officer by, Profile profile, HttpServletRequest request) {
        return SecurityNote.of(event).by(by.id()).in(profile.id()).from(request.getRemoteAddr());
    }

    private Page page(Profile profile, Words words, Refusals refusals) {
        var counterpart = words.in(profile.counterpart(partnerships.own()).fullName());
        var state = states.of(Sight.NODE, profile.id()).orElseThrow(NotFound::new);
        return Page.of("federation/detail.jte")
                .titled(words.of("federation.detail.title", counterpart))
                .at(PairingPages.AT)
                .with("name", profile.id().value())
                .with("line", new LineView(state, counterpart, words))
                .with("incomplete", states.isIncomplete(profile.id()))
                .with("refusals", refusals);
    }

    /// Without the power there is no such page.
    private Profile profile(Officer by, String name) {
        return partnerships.profiles().stream()
                .filter(_ -> by.may(Power.ADMINISTER))
                .filter(held -> held.id().value().equals(name))
                .findFirst()
                .orElseThrow(NotFound::new);
    }
}
