// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.samband.act.Outcome;
import org.samband.federation.Pairings;
import org.samband.parties.Officer;
import org.samband.parties.PartnershipId;
import org.samband.parties.Partnerships;
import org.samband.parties.Power;
import org.samband.parties.Profile;
import org.samband.parties.SecurityEvent;
import org.samband.parties.SecurityLog;
import org.samband.parties.SecurityNote;
import org.samband.web.NavigationEntry;
import org.samband.web.NotFound;
import org.samband.web.Page;
import org.samband.web.Refusals;
import org.samband.web.Words;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/// Setting up a pair, step by step, for administrators: they need no need-to-know for it.
@Controller
class PairingPages {
    static final String AT = "federation.navigation.pairs";
    private static final int ORDER = 790;
    private static final int LARGEST = 65_536;

    private final Pairings pairings;
    private final Partnerships partnerships;
    private final SecurityLog log;

    PairingPages(Pairings pairings, Partnerships partnerships, SecurityLog log) {
        this.pairings = pairings;
        this.partnerships = partnerships;
        this.log = log;
    }

    @Bean
    static NavigationEntry pairsEntry() {
        return new NavigationEntry(AT, "/pairs", ORDER, Optional.of(Power.ADMINISTER));
    }

    @GetMapping("/pairs")
    Page list(Officer by, Words words, HttpServletRequest request) {
        need(by, request);
        return Page.of("federation/pairs.jte")
                .titled(words.of(AT))
                .at(AT)
                .with(
                        "pairs",
                        partnerships.profiles().stream()
                                .map(profile -> view(profile, words))
                                .toList());
    }

    @GetMapping("/pairs/{name}")
    Page pair(Officer by, Words words, HttpServletRequest request, @PathVariable String name) {
        need(by, request);
        return steps(profile(name), words, "", Refusals.NONE);
    }

    @GetMapping("/pairs/{name}/invitation")
    ResponseEntity<byte[]> invitation(
            Officer by, HttpServletRequest request, @PathVariable String name) {
        need(by, request);
        var file = pairings.invitation(profile(name).id()).orElseThrow(NotFound::new);
        return ResponseEntity.ok()
                .contentType(MediaType.TEXT_PLAIN)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.partnership() + "." + file.party() + ".pair")
                                .build()
                                .toString())
                .body(file.text().getBytes(StandardCharsets.UTF_8));
    }

    /// Takes the counterpart's invitation and shows the fingerprints to be compared.
    @PostMapping("/pairs/{name}/read")
    Page read(
            Officer by,
            Words words,
            HttpServletRequest request,
            @PathVariable String name,
            @RequestParam(defaultValue = "") String text,
            @RequestParam("file") Optional<MultipartFile> file)
            throws IOException {
        need(by, request);
        var profile = profile(name);
        var brought = file.filter(one -> !one.isEmpty()).isPresent() ? text(file.get()) : text;
        return switch (pairings.read(profile.id(), brought)) {
            case Outcome.Accepted<Pairings.Proposal>(var proposal) ->
                    confirm(
                            profile,
                            words,
                            proposal,
                            new Pairings.Confirmation(brought, "", false, "", ""),
                            Refusals.NONE);
            case Outcome.Refused<Pairings.Proposal>(var refusal) ->
                    steps(profile, words, text, Refusals.of(refusal)).status(Page.REFUSED);
        };
    }

    private static String text(MultipartFile file) throws IOException {
        try (var in = file.getInputStream()) {
            return new String(in.readNBytes(LARGEST), StandardCharsets.UTF_8);
        }
    }

    /// Pins the counterpart's keys.
    @PostMapping("/pairs/{name}")
    Object pin(
            Officer by,
            Words words,
            HttpServletRequest request,
            @PathVariable String name,
            @RequestParam String text,
            @RequestParam String fingerprint,
            @RequestParam(defaultValue = "") String compared,
            @RequestParam(defaultValue = "") String with,
            @RequestParam(defaultValue = "") String reason) {
        need(by, request);
        var profile = profile(name);
        var said =
                new Pairings.Confirmation(text, fingerprint, compared.equals("true"), with, reason);
        return switch (pairings.confirm(by, profile.id(), said)) {
            case Outcome.Accepted<Pairings.Proposal>(var pinned) -> {
                note(by, pinned, said, request);
                yield "redirect:/pairs/" + name;
            }
            case Outcome.Refused<Pairings.Proposal>(var refusal) ->
                    again(profile, words, said, Refusals.of(refusal)).status(Page.REFUSED);
        };
    }

    private void note(
            Officer by,
            Pairings.Proposal pinned,
            Pairings.Confirmation said,
            HttpServletRequest request) {
        var changed = pinned.before().isPresent();
        var note =
                SecurityNote.of(changed ? SecurityEvent.PAIR_CHANGED : SecurityEvent.PAIR_SET_UP)
                        .by(by.id())
                        .in(pinned.file().partnership())
                        .from(request.getRemoteAddr())
                        .with("fingerprint", pinned.file().fingerprint().digits())
                        .with("with", said.with().strip());
        log.note(changed ? note.with("reason", said.reason().strip()) : note);
    }

    private Page again(
            Profile profile, Words words, Pairings.Confirmation said, Refusals refusals) {
        return switch (pairings.read(profile.id(), said.text())) {
            case Outcome.Accepted<Pairings.Proposal>(var proposal) ->
                    confirm(profile, words, proposal, said, refusals);
            case Outcome.Refused<Pairings.Proposal> _ ->
                    steps(profile, words, said.text(), refusals);
        };
    }

    private Page confirm(
            Profile profile,
            Words words,
            Pairings.Proposal proposal,
            Pairings.Confirmation said,
            Refusals refusals) {
        return Page.of("federation/pair-confirm.jte")
                .titled(words.of("federation.pairing.title", view(profile, words).counterpart()))
                .at(AT)
                .with("pair", view(profile, words))
                .with("proposal", proposal)
                .with("said", said)
                .with("refusals", refusals);
    }

    private Page steps(Profile profile, Words words, String text, Refusals refusals) {
        return Page.of("federation/pair.jte")
                .titled(words.of("federation.pairing.title", view(profile, words).counterpart()))
                .at(AT)
                .with("pair", view(profile, words))
                .with("text", text)
                .with("refusals", refusals);
    }

    private PairView view(Profile profile, Words words) {
        return new PairView(
                profile.id(),
                words.in(profile.counterpart(partnerships.own()).fullName()),
                pairings.invitation(profile.id()).orElseThrow(NotFound::new),
                pairings.pinned(profile.id()));
    }

    /// Without the power there is no such page, and the attempt is noted.
    private void need(Officer officer, HttpServletRequest request) {
        if (!officer.may(Power.ADMINISTER)) {
            log.note(
                    SecurityNote.of(SecurityEvent.REFUSED_ACCESS)
                            .by(officer.id())
                            .from(request.getRemoteAddr())
                            .with("power", "administer"));
            throw new NotFound();
        }
    }

    private Profile profile(String name) {
        return partnerships.profiles().stream()
                .filter(held -> held.id().equals(id(name)))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private static PartnershipId id(String name) {
        try {
            return new PartnershipId(name);
        } catch (IllegalArgumentException _) {
            throw new NotFound();
        }
    }
}
