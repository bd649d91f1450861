// SPDX-License-Identifier: EUPL-1.2
package org.samband.web.account;

import java.util.Locale;
import java.util.Optional;
import org.samband.parties.Officers;
import org.samband.parties.SecurityEvent;
import org.samband.parties.SecurityLog;
import org.samband.parties.SecurityNote;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/// Decides a sign-in. An unknown account, a wrong password, an account that waits and one that is
/// disabled get one answer after the same work. Only an address that waits is told so at once: that
/// says nothing of any account.
@Component
class SignIns implements AuthenticationProvider {
    private static final int LONGEST_ACCOUNT = 60;

    private final Accounts accounts;
    private final Officers officers;
    private final Delays delays;
    private final SecurityLog log;

    SignIns(Accounts accounts, Officers officers, Delays delays, SecurityLog log) {
        this.accounts = accounts;
        this.officers = officers;
        this.delays = delays;
        this.log = log;
    }

    @Override
    public boolean supports(Class<?> kind) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        var address =
                asked.getDetails() instanceof WebAuthenticationDetails details
                        ? String.valueOf(details.getRemoteAddress())
                        : "";
        var password = String.valueOf(asked.getCredentials()).toCharArray();
        var standing = signIn(asked.getName(), password, address);
        var signedIn =
                UsernamePasswordAuthenticationToken.authenticated(
                        new SignedInOfficer(standing.officer().id(), standing.officer().account()),
                        null,
                        java.util.List.of());
        signedIn.setDetails(asked.getDetails());
        return signedIn;
    }

    private Accounts.Standing signIn(String typed, char[] password, String address) {
        var place = delays.address(address);
        if (!place.open()) {
            throw new LockedException("address");
        }
        if (place.begins()) {
            log.note(SecurityNote.of(SecurityEvent.LOCKED).from(address).with("what", "address"));
        }
        var account = name(typed);
        var attempt = delays.account(account);
        var standing = accounts.matching(account, password);
        java.util.Arrays.fill(password, ' ');
        if (attempt.open() && standing.isPresent()) {
            delays.good(account, address);
            log.note(
                    SecurityNote.of(SecurityEvent.SIGNED_IN)
                            .by(standing.get().officer().id())
                            .from(address));
            return standing.get();
        }
        refused(account, attempt, address);
        throw new BadCredentialsException("refused");
    }

    /// While an account waits its attempts are not written one by one, so that a stranger cannot
    /// fill the log. What was typed is kept only if it names an officer: it may be a password.
    private void refused(String account, Delays.Attempt attempt, String address) {
        if (!attempt.open()) {
            return;
        }
        var officer = officers.find(account);
        var note = SecurityNote.of(SecurityEvent.REFUSED).from(address);
        log.note(officer.map(one -> note.about(one.id())).orElse(note));
        if (attempt.begins()) {
            var locked =
                    SecurityNote.of(SecurityEvent.LOCKED).from(address).with("what", "account");
            log.note(officer.map(one -> locked.about(one.id())).orElse(locked));
        }
    }

    private static String name(String typed) {
        return Optional.of(typed.strip().toLowerCase(Locale.ROOT))
                .filter(name -> name.length() <= LONGEST_ACCOUNT)
                .filter(name -> name.indexOf('\0') < 0)
                .orElse("");
    }
}
