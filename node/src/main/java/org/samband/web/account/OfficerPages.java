// SPDX-License-Identifier: EUPL-1.2
package org.samband.web.account;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.samband.act.Outcome;
import org.samband.act.Refusal;
import org.samband.parties.Officer;
import org.samband.parties.Officers;
import org.samband.parties.PartyRule;
import org.samband.parties.Power;
import org.samband.web.NavigationEntry;
import org.samband.web.NotFound;
import org.samband.web.Page;
import org.samband.web.Refusals;
import org.samband.web.Words;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.view.RedirectView;

/// The officers of this node, for administrators.
@Controller
class OfficerPages {
    private static final String AT = "account.officers";
    private static final int ORDER = 800;

    private final Officers officers;
    private final Accounts accounts;
    private final Access access;
    private final OfficerOffers offers;

    OfficerPages(Officers officers, Accounts accounts, Access access, OfficerOffers offers) {
        this.officers = officers;
        this.accounts = accounts;
        this.access = access;
        this.offers = offers;
    }

    @Bean
    static NavigationEntry officersEntry() {
        return new NavigationEntry(AT, "/officers", ORDER, Optional.of(Power.ADMINISTER));
    }

    @GetMapping("/officers")
    Page list(Officer by, Words words, HttpServletRequest request) {
        access.need(by, Power.ADMINISTER, request);
        return Page.of("account/officers.jte")
                .titled(words.of(AT))
                .at(AT)
                .with("officers", officers.all());
    }

    @GetMapping("/officers/new")
    Page form(Officer by, Words words, HttpServletRequest request) {
        access.need(by, Power.ADMINISTER, request);
        return form(words, OfficerForm.EMPTY, Optional.empty(), Refusals.NONE);
    }

    @PostMapping("/officers/new")
    Page add(
            Officer by,
            Words words,
            HttpServletRequest request,
            @RequestParam MultiValueMap<String, String> fields) {
        access.need(by, Power.ADMINISTER, request);
        var form = OfficerForm.typed(fields);
        return switch (form.appointment()
                .map(wanted -> officers.add(by, wanted))
                .orElseGet(OfficerPages::notOffered)) {
            case Outcome.Accepted<Officer>(var added) -> newPassword(by, words, added);
            case Outcome.Refused<Officer>(var refusal) ->
                    form(words, form, Optional.empty(), Refusals.of(refusal)).status(Page.REFUSED);
        };
    }

    @GetMapping("/officers/account/{account}")
    Page officer(
            Officer by, Words words, HttpServletRequest request, @PathVariable String account) {
        access.need(by, Power.ADMINISTER, request);
        var officer = named(account);
        return form(words, OfficerForm.of(officer), Optional.of(officer), Refusals.NONE);
    }

    @PostMapping("/officers/account/{account}")
    Object change(
            Officer by,
            Words words,
            HttpServletRequest request,
            @PathVariable String account,
            @RequestParam MultiValueMap<String, String> fields) {
        access.need(by, Power.ADMINISTER, request);
        var officer = named(account);
        var form = OfficerForm.typed(fields);
        return switch (form.appointment()
                .map(wanted -> officers.change(by, officer.id(), wanted))
                .orElseGet(OfficerPages::notOffered)) {
            case Outcome.Accepted<Officer> _ -> new RedirectView("/officers");
            case Outcome.Refused<Officer>(var refusal) ->
                    form(words, form, Optional.of(officer), Refusals.of(refusal))
                            .status(Page.REFUSED);
        };
    }

    @PostMapping("/officers/account/{account}/disable")
    Object disable(
            Officer by, Words words, HttpServletRequest request, @PathVariable String account) {
        access.need(by, Power.ADMINISTER, request);
        var officer = named(account);
        var outcome = officers.disable(by, officer.id());
        if (outcome.isAccepted()) {
            accounts.endSessions(officer.id());
        }
        return done(words, officer, outcome);
    }

    @PostMapping("/officers/account/{account}/enable")
    Object enable(
            Officer by, Words words, HttpServletRequest request, @PathVariable String account) {
        access.need(by, Power.ADMINISTER, request);
        var officer = named(account);
        return done(words, officer, officers.enable(by, officer.id()));
    }

    @PostMapping("/officers/account/{account}/password")
    Page password(
            Officer by, Words words, HttpServletRequest request, @PathVariable String account) {
        access.need(by, Power.ADMINISTER, request);
        return newPassword(by, words, named(account));
    }

    private Object done(Words words, Officer officer, Outcome<Officer> outcome) {
        return switch (outcome) {
            case Outcome.Accepted<Officer> _ -> new RedirectView("/officers");
            case Outcome.Refused<Officer>(var refusal) ->
                    form(words, OfficerForm.of(officer), Optional.of(officer), Refusals.of(refusal))
                            .status(Page.REFUSED);
        };
    }

    private Page newPassword(Officer by, Words words, Officer officer) {
        return switch (accounts.renew(by, officer.id())) {
            case Outcome.Accepted<String>(var password) ->
                    Page.of("account/one-time.jte")
                            .titled(words.of("account.one-time.title"))
                            .at(AT)
                            .with("about", officer)
                            .with("password", password);
            case Outcome.Refused<String>(var refusal) ->
                    form(words, OfficerForm.of(officer), Optional.of(officer), Refusals.of(refusal))
                            .status(Page.REFUSED);
        };
    }

    private Page form(Words words, OfficerForm form, Optional<Officer> officer, Refusals refusals) {
        return Page.of("account/officer.jte")
                .titled(officer.map(Officer::name).orElse(words.of("account.officer.add")))
                .at(AT)
                .with("form", form)
                .with("known", officer.map(List::of).orElse(List.of()))
                .with("offers", offers)
                .with("refusals", refusals);
    }

    private Officer named(String account) {
        return officers.find(account).orElseThrow(NotFound::new);
    }

    private static Outcome<Officer> notOffered() {
        return Outcome.refused(Refusal.of(PartyRule.UNKNOWN_CHOICE).with("value", "-"));
    }
}
