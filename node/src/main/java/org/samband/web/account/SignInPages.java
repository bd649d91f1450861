// SPDX-License-Identifier: EUPL-1.2
package org.samband.web.account;

import jakarta.servlet.http.HttpServletRequest;
import org.samband.act.Refusal;
import org.samband.web.Page;
import org.samband.web.Refusals;
import org.samband.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// The page to sign in.
@Controller
class SignInPages {

    @GetMapping(SignInSetup.SIGN_IN)
    Object signIn(HttpServletRequest request, Words words) {
        if (SessionCheck.officer(request).isPresent()) {
            return new org.springframework.web.servlet.view.RedirectView("/");
        }
        var refusals =
                request.getParameter("refused") != null
                        ? Refusals.of(Refusal.of(AccountRule.REFUSED))
                        : request.getParameter("often") != null
                                ? Refusals.of(Refusal.of(AccountRule.TOO_OFTEN))
                                : Refusals.NONE;
        return Page.of("account/sign-in.jte")
                .titled(words.of("account.sign-in"))
                .with("refusals", refusals)
                .with("out", request.getParameter("out") != null)
                .with("then", SignInSetup.then(request));
    }
}
