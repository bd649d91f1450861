// SPDX-License-Identifier: EUPL-1.2
package org.samband.web.account;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.samband.act.Outcome;
import org.samband.parties.Officer;
import org.samband.parties.Officers;
import org.samband.web.Choice;
import org.samband.web.Page;
import org.samband.web.Refusals;
import org.samband.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.view.RedirectView;

/// One's own account: language, theme, password, sessions.
@Controller
class AccountPages {
    private final Accounts accounts;
    private final Officers officers;
    private final Sessions sessions;

    AccountPages(Accounts accounts, Officers officers, Sessions sessions) {
        this.accounts = accounts;
        this.officers = officers;
        this.sessions = sessions;
    }

    @GetMapping("/account")
    Page account(Officer officer, Words words) {
        return page(officer, words, Refusals.NONE);
    }

    private Page page(Officer officer, Words words, Refusals refusals) {
        return Page.of("account/account.jte")
                .titled(words.of("account.title"))
                .with("officer", officer)
                .with("refusals", refusals)
                .with(
                        "languages",
                        List.of(new Choice("en", "English"), new Choice("nb", "Norsk bokmål")))
                .with(
                        "themes",
                        List.of("auto", "light", "dark").stream()
                                .map(theme -> new Choice(theme, words.of("account.theme." + theme)))
                                .toList())
                .with("sessions", lines(officer, words));
    }

    private List<SessionLine> lines(Officer officer, Words words) {
        return sessions.of(officer).stream()
                .map(open ->
                        new SessionLine(
                                words.moment(open.since()),
                                words.moment(open.lastSeen()),
                                open.address()))
                .toList();
    }

    @PostMapping("/account")
    Object prefer(
            Officer officer,
            Words words,
            @RequestParam(defaultValue = "") String language,
            @RequestParam(defaultValue = "") String theme) {
        return switch (officers.prefer(officer.id(), language, theme)) {
            case Outcome.Accepted<Officer> _ -> new RedirectView("/account");
            case Outcome.Refused<Officer>(var refusal) ->
                    page(officer, words, Refusals.of(refusal)).status(Page.REFUSED);
        };
    }

    @GetMapping(SessionCheck.PASSWORD)
    Page password(Officer officer, Words words) {
        return passwordPage(officer, words, Refusals.NONE);
    }

    private Page passwordPage(Officer officer, Words words, Refusals refusals) {
        return Page.of("account/password.jte")
                .titled(words.of("account.password.title"))
                .with("refusals", refusals)
                .with("account", officer.account())
                .with("least", Passwords.LEAST)
                .with(
                        "must",
                        accounts.standing(officer.id())
                                .filter(Accounts.Standing::mustChange)
                                .isPresent());
    }

    @PostMapping(SessionCheck.PASSWORD)
    Object change(
            Officer officer,
            Words words,
            HttpServletRequest request,
            @RequestParam(defaultValue = "") char[] present,
            @RequestParam(defaultValue = "") char[] password,
            @RequestParam(defaultValue = "") char[] again) {
        return switch (accounts.change(
                officer, present, password, again, request.getRemoteAddr())) {
            case Outcome.Accepted<Accounts.Standing>(var standing) -> {
                sessions.renew(request, standing);
                yield new RedirectView("/");
            }
            case Outcome.Refused<Accounts.Standing>(var refusal) ->
                    passwordPage(officer, words, Refusals.of(refusal)).status(Page.REFUSED);
        };
    }

    @PostMapping("/account/sessions/end")
    RedirectView endSessions(Officer officer, HttpServletRequest request) {
        accounts.endSessions(officer, request.getRemoteAddr());
        return new RedirectView(SignInSetup.SIGN_IN + "?out");
    }
}
