// SPDX-License-Identifier: EUPL-1.2
package org.samband.web.account;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.samband.parties.Partnerships;
import org.samband.parties.SecurityEvent;
import org.samband.parties.SecurityLog;
import org.samband.parties.SecurityNote;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.boot.web.servlet.ServletListenerRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.WebAttributes;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.savedrequest.NullRequestCache;

/// What stands before the pages: everything asks for a sign-in but a short list; every form bears a
/// token; a session gets a new id at sign-in.
@Configuration(proxyBeanMethods = false)
class SignInSetup {
    static final String SIGN_IN = "/sign-in";

    private final Sessions sessions;
    private final Accounts accounts;
    private final SecurityLog log;

    SignInSetup(Sessions sessions, Accounts accounts, SecurityLog log) {
        this.sessions = sessions;
        this.accounts = accounts;
        this.log = log;
    }

    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    SecurityFilterChain pages(HttpSecurity http, SignIns signIns) {
        return http.authorizeHttpRequests(asked ->
                        asked.dispatcherTypeMatchers(
                                        DispatcherType.ERROR,
                                        DispatcherType.ASYNC,
                                        DispatcherType.FORWARD)
                                .permitAll()
                                .requestMatchers(
                                        SIGN_IN,
                                        "/health",
                                        "/version",
                                        "/calendar/*.ics",
                                        "/public/**",
                                        "/static/**",
                                        "/favicon.ico")
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                .authenticationManager(new ProviderManager(signIns))
                .formLogin(form ->
                        form.loginPage(SIGN_IN)
                                .usernameParameter("account")
                                .passwordParameter("password")
                                .successHandler(this::signedIn)
                                .failureHandler(this::refused))
                .logout(out ->
                        out.logoutUrl("/sign-out")
                                .logoutSuccessUrl(SIGN_IN + "?out")
                                .addLogoutHandler(this::signedOut))
                .exceptionHandling(refused ->
                        refused.authenticationEntryPoint(this::askForSignIn)
                                .accessDeniedHandler((request, response, denied) -> {
                                    request.setAttribute(WebAttributes.ACCESS_DENIED_403, denied);
                                    new AccessDeniedHandlerImpl().handle(request, response, denied);
                                }))
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .anonymous(org.springframework.security.config.Customizer.withDefaults())
                .httpBasic(AbstractHttpConfigurer::disable)
                .addFilterBefore(new SessionCheck(sessions), SecurityContextHolderFilter.class)
                .headers(headers ->
                        headers.defaultsDisabled()
                                .cacheControl(
                                        org.springframework.security.config.Customizer
                                                .withDefaults())
                                .httpStrictTransportSecurity(
                                        org.springframework.security.config.Customizer
                                                .withDefaults()))
                .build();
    }

    private void signedIn(
            HttpServletRequest request, HttpServletResponse response, Authentication who)
            throws IOException {
        var officer = (SignedInOfficer) who.getPrincipal();
        var standing = officer == null ? null : accounts.standing(officer.id()).orElse(null);
        if (standing == null) {
            response.sendRedirect(SIGN_IN + "?refused");
            return;
        }
        sessions.begin(request, standing);
        response.sendRedirect(then(request));
    }

    private void refused(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        var reason = why instanceof LockedException ? "often" : "refused";
        response.sendRedirect(SIGN_IN + "?" + reason + "&then=" + encoded(then(request)));
    }

    private void signedOut(
            HttpServletRequest request,
            HttpServletResponse response,
            @Nullable Authentication who) {
        SessionCheck.officer(request)
                .ifPresent(officer ->
                        log.note(
                                SecurityNote.of(SecurityEvent.SIGNED_OUT)
                                        .by(officer.id())
                                        .from(request.getRemoteAddr())));
    }

    /// A page is answered with the way to sign in and back; what a page fetches by itself, with a
    /// bare refusal.
    private void askForSignIn(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Redirect", SIGN_IN);
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else if ("/live".equals(request.getRequestURI())) {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else if ("GET".equals(request.getMethod()) && !"/".equals(request.getRequestURI())) {
            response.sendRedirect(SIGN_IN + "?then=" + encoded(request.getRequestURI()));
        } else {
            response.sendRedirect(SIGN_IN);
        }
    }

    /// Only a place on this node.
    static String then(HttpServletRequest request) {
        var then = request.getParameter("then");
        return then != null
                        && then.startsWith("/")
                        && !then.startsWith("//")
                        && !then.startsWith(SIGN_IN)
                        && then.chars().allMatch(c -> c > ' ' && c < 127 && c != '\\')
                ? then
                : "/";
    }

    private static String encoded(String path) {
        return URLEncoder.encode(path, StandardCharsets.UTF_8);
    }

    @Bean
    ServletListenerRegistrationBean<Sessions> endedSessions() {
        return new ServletListenerRegistrationBean<>(sessions);
    }

    /// Browsers do not keep the cookies of two ports of one host apart, so that the name says whose
    /// node it is.
    @Bean
    ServletContextInitializer sessionCookie(Partnerships partnerships) {
        return context -> {
            var cookie = context.getSessionCookieConfig();
            cookie.setName("SAMBAND-" + partnerships.own());
            cookie.setHttpOnly(true);
            cookie.setPath("/");
            cookie.setAttribute("SameSite", "Strict");
        };
    }
}
