// SPDX-License-Identifier: EUPL-1.2
package org.samband.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.samband.label.Banner;
import org.samband.label.Marking;
import org.samband.label.Policies;
import org.samband.parties.Officer;
import org.samband.parties.Partnerships;
import org.samband.parties.Party;
import org.samband.parties.Profile;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/// Makes the frame of a page from the request and what the page says of itself.
@Component
class Frames {
    private static final String OFFICER = Frames.class.getName() + ".officer";

    private static final String BEGUN = Frames.class.getName() + ".begun";

    private final WordFiles wordFiles;
    private final Partnerships partnerships;
    private final Policies policies;
    private final SignedIn signedIn;
    private final List<NavigationEntry> navigation;
    private final ObjectProvider<ResourceUrlProvider> addresses;

    Frames(
            WordFiles wordFiles,
            Partnerships partnerships,
            Policies policies,
            SignedIn signedIn,
            List<NavigationEntry> navigation,
            ObjectProvider<ResourceUrlProvider> addresses) {
        this.wordFiles = wordFiles;
        this.partnerships = partnerships;
        this.policies = policies;
        this.signedIn = signedIn;
        this.navigation =
                navigation.stream()
                        .sorted(Comparator.comparingInt(NavigationEntry::order))
                        .toList();
        this.addresses = addresses;
    }

    Frame of(HttpServletRequest request, Page page) {
        var officer = officer(request);
        var words = words(request);
        var seen = officer.map(this::seenBy).orElse(List.of());
        var named = page.partnership().flatMap(partnerships::profile).filter(seen::contains);
        var profile = named.or(() -> seen.size() == 1 ? Optional.of(seen.get(0)) : named);
        return new Frame(
                words,
                page.title(),
                officer,
                profile,
                seen,
                officer.map(who -> navigation(who, profile, page.at(), words)).orElse(List.of()),
                banner(page.marking().orElseGet(this::workingPage), words),
                us().map(Party::fullName).map(words::in).orElse(""),
                request.getRequestURI(),
                officer.map(Officer::theme).orElse("auto"),
                officer.flatMap(who -> following(request, page)),
                csrf(request),
                file -> address(request, file));
    }

    /// Before anything is read for the page: changes from here on are told to it.
    void begin(HttpServletRequest request, String stamp) {
        request.setAttribute(BEGUN, stamp);
    }

    /// Found once per request.
    @SuppressWarnings("unchecked")
    Optional<Officer> officer(HttpServletRequest request) {
        if (request.getAttribute(OFFICER) instanceof Optional<?> known) {
            return (Optional<Officer>) known;
        }
        var officer = signedIn.officer(request);
        request.setAttribute(OFFICER, officer);
        return officer;
    }

    Words words(HttpServletRequest request) {
        return wordFiles.in(
                officer(request).map(Officer::language).orElseGet(() -> asked(request)),
                us().map(Party::zone).orElse((ZoneId) ZoneOffset.UTC));
    }

    /// The partnerships of this node in which the officer has any need-to-know.
    List<Profile> seenBy(Officer officer) {
        return partnerships.profiles().stream()
                .filter(profile -> officer.needToKnow().areas().containsKey(profile.id()))
                .toList();
    }

    private static String asked(HttpServletRequest request) {
        if (request.getHeader("Accept-Language") == null) {
            return "en";
        }
        for (var locale : java.util.Collections.list(request.getLocales())) {
            switch (locale.getLanguage().toLowerCase(Locale.ROOT)) {
                case "nb", "no", "nn" -> {
                    return "nb";
                }
                case "en" -> {
                    return "en";
                }
                default -> {
                    // the next language that the reader would like
                }
            }
        }
        return "en";
    }

    private List<Frame.Navigation> navigation(
            Officer officer, Optional<Profile> profile, String at, Words words) {
        return navigation.stream()
                .filter(entry -> entry.power().map(officer::may).orElse(true))
                .filter(entry -> !entry.inPartnership() || profile.isPresent())
                .map(entry ->
                        new Frame.Navigation(
                                words.of(entry.key()),
                                path(entry, profile),
                                entry.key().equals(at)))
                .toList();
    }

    private static String path(NavigationEntry entry, Optional<Profile> profile) {
        return profile.map(in -> entry.path().replace(NavigationEntry.PARTNERSHIP, in.id().value()))
                .orElse(entry.path());
    }

    private List<Banner> banner(Marking marking, Words words) {
        if (marking.isMissing()) {
            return List.of(policies.banner(marking, words.language()));
        }
        return marking.labels().stream()
                .map(label -> policies.banner(new Marking(List.of(label)), words.language()))
                .toList();
    }

    /// What a page without content bears: the marking that our side proposes for what it writes.
    private Marking workingPage() {
        return us().map(Party::marking).orElse(Marking.NONE);
    }

    private Optional<Party> us() {
        return partnerships.profiles().stream()
                .findFirst()
                .flatMap(profile -> profile.party(partnerships.own()));
    }

    /// Pages that were read, not the answer to a form: what was typed must stand.
    private static Optional<Frame.Following> following(HttpServletRequest request, Page page) {
        return page.status() == 200
                        && "GET".equals(request.getMethod())
                        && request.getAttribute(BEGUN) instanceof String since
                ? Optional.of(
                        new Frame.Following(
                                page.partnership().map(Object::toString).orElse("*"), since))
                : Optional.empty();
    }

    private static Frame.Csrf csrf(HttpServletRequest request) {
        return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
                ? new Frame.Csrf(token.getParameterName(), token.getToken())
                : new Frame.Csrf("", "");
    }

    private String address(HttpServletRequest request, String file) {
        var plain = request.getContextPath() + "/static/" + file;
        var found = addresses.getObject().getForLookupPath("/static/" + file);
        return found == null ? plain : request.getContextPath() + found;
    }
}
