// SPDX-License-Identifier: EUPL-1.2
package org.samband.web.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.samband.parties.Officer;
import org.samband.parties.OfficerId;
import org.springframework.stereotype.Component;

/// The sessions of this node: 30 minutes without use, 12 hours at most. They are kept in memory: a
/// restart ends them. Source: NIST SP 800-63B, section 4.2.3.
@Component
class Sessions implements HttpSessionListener {
    static final Duration IDLE = Duration.ofMinutes(30);
    static final Duration LONGEST = Duration.ofHours(12);

    private static final String OPEN = Sessions.class.getName() + ".open";

    private final Map<HttpSession, Open> all = new ConcurrentHashMap<>();
    private final Accounts accounts;
    private final InstantSource time;

    Sessions(Accounts accounts, InstantSource time) {
        this.accounts = accounts;
        this.time = time;
    }

    /// One session, for the page of one's own.
    ///
    /// @param lastSeen of the last page that was opened, not of what pages fetch by themselves
    record Open(
            OfficerId officer, int generation, String address, Instant since, Instant lastSeen) {

        Open seen(Instant now) {
            return new Open(officer, generation, address, since, now);
        }

        boolean over(Instant now) {
            return !now.isBefore(lastSeen.plus(IDLE)) || !now.isBefore(since.plus(LONGEST));
        }
    }

    /// Begins with a session whose id is new.
    void begin(HttpServletRequest request, Accounts.Standing standing) {
        var session = request.getSession();
        var now = time.instant();
        keep(
                session,
                new Open(
                        standing.officer().id(),
                        standing.generation(),
                        request.getRemoteAddr(),
                        now,
                        now));
        session.setMaxInactiveInterval((int) LONGEST.toSeconds());
    }

    /// After a change of the password: the same session goes on, under a new id.
    void renew(HttpServletRequest request, Accounts.Standing standing) {
        request.changeSessionId();
        begin(request, standing);
    }

    private void keep(HttpSession session, Open open) {
        session.setAttribute(OPEN, open);
        all.put(session, open);
    }

    /// The officer of this request as known now. A session that has run out, whose officer was
    /// disabled, or that was ended elsewhere ends here.
    ///
    /// @param used the officer opened or sent something
    Optional<Accounts.Standing> standing(HttpServletRequest request, boolean used) {
        var session = request.getSession(false);
        if (session == null || !(session.getAttribute(OPEN) instanceof Open open)) {
            return Optional.empty();
        }
        var now = time.instant();
        var standing =
                open.over(now)
                        ? Optional.<Accounts.Standing>empty()
                        : accounts.standing(open.officer())
                                .filter(one -> one.generation() == open.generation());
        if (standing.isEmpty()) {
            end(session);
        } else if (used) {
            keep(session, open.seen(now));
        }
        return standing;
    }

    private void end(HttpSession session) {
        all.remove(session);
        try {
            session.invalidate();
        } catch (IllegalStateException _) {
            // Another request of the same session ended it first.
        }
    }

    /// Newest first.
    List<Open> of(Officer officer) {
        var now = time.instant();
        return all.values().stream()
                .filter(open -> open.officer().equals(officer.id()) && !open.over(now))
                .sorted(Comparator.comparing(Open::since).reversed())
                .toList();
    }

    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
        all.remove(event.getSession());
    }
}
