// SPDX-License-Identifier: EUPL-1.2
package org.samband.web.account;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.samband.parties.Officer;
import org.springframework.web.filter.OncePerRequestFilter;

/// Before security looks at a request: does its session still stand? Who has a one-time password
/// reaches nothing but the page to change it.
final class SessionCheck extends OncePerRequestFilter {
    static final String PASSWORD = "/account/password";

    private static final String OFFICER = SessionCheck.class.getName() + ".officer";
    private static final Set<String> BEFORE_CHANGE = Set.of(PASSWORD, "/sign-out", "/error");

    private final Sessions sessions;

    SessionCheck(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/static/");
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var standing = sessions.standing(request, used(request));
        standing.ifPresent(one -> request.setAttribute(OFFICER, one.officer()));
        if (standing.filter(Accounts.Standing::mustChange).isPresent()
                && !BEFORE_CHANGE.contains(request.getRequestURI())) {
            response.sendRedirect(PASSWORD);
            return;
        }
        chain.doFilter(request, response);
    }

    /// What a page fetches by itself does not keep a session open. Source: W3C Fetch Metadata.
    private static boolean used(HttpServletRequest request) {
        var mode = request.getHeader("Sec-Fetch-Mode");
        return mode == null
                || mode.equals("navigate")
                || "POST".equals(request.getMethod())
                || request.getHeader("HX-Request") != null;
    }

    static Optional<Officer> officer(HttpServletRequest request) {
        return request.getAttribute(OFFICER) instanceof Officer officer
                ? Optional.of(officer)
                : Optional.empty();
    }
}
