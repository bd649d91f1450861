// SPDX-License-Identifier: EUPL-1.2
package org.samband.commitment.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.samband.commitment.Commitments;
import org.samband.commitment.Desk;
import org.samband.commitment.Desks;
import org.samband.commitment.Editions;
import org.samband.commitment.LivingText;
import org.samband.parties.Officer;
import org.samband.parties.Partnerships;
import org.samband.parties.Power;
import org.samband.parties.Profile;
import org.samband.parties.Sight;
import org.samband.parties.Sights;
import org.samband.procedure.FormDrafts;
import org.samband.procedure.Links;
import org.samband.procedure.Openings;
import org.samband.web.NavigationEntry;
import org.samband.web.Page;
import org.samband.web.Words;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// The start page: what needs me, what is coming, what changed, and the partnership at a glance.
@Controller
class StartPages {
    private static final String AT = "commitment.navigation.start";

    /// So many of each kind; the dossiers show all.
    private static final int ASKED = 8;

    private final Commitments commitments;
    private final Desks desks;
    private final Editions editions;
    private final Links links;
    private final Openings openings;
    private final FormDrafts drafts;
    private final Partnerships partnerships;
    private final Sights sights;

    StartPages(
            Commitments commitments,
            Desks desks,
            Editions editions,
            Links links,
            Openings openings,
            FormDrafts drafts,
            Partnerships partnerships,
            Sights sights) {
        this.commitments = commitments;
        this.desks = desks;
        this.editions = editions;
        this.links = links;
        this.openings = openings;
        this.drafts = drafts;
        this.partnerships = partnerships;
        this.sights = sights;
    }

    @Bean
    static NavigationEntry startEntry() {
        return new NavigationEntry(AT, "/", 10, Optional.empty());
    }

    @GetMapping("/")
    Page start(Officer officer, Words words) {
        var sight = sights.of(officer);
        var mine =
                partnerships.profiles().stream()
                        .filter(one -> sight.needToKnow().covers(one.id(), ""))
                        .toList();
        if (mine.isEmpty()) {
            return Page.of("commitment/administration.jte")
                    .titled(words.of("commitment.start.title"))
                    .at(AT)
                    .with("administers", officer.may(Power.ADMINISTER))
                    .with("reads", officer.may(Power.READ_SECURITY_LOG));
        }
        var desk = mine.stream().map(one -> start(officer, sight, one)).toList();
        return Page.of("commitment/start.jte")
                .titled(words.of("commitment.start.title"))
                .at(AT)
                .with("partnerships", desk);
    }

    private PartnershipStart start(Officer officer, Sight sight, Profile profile) {
        return sights.within(
                sight,
                () -> {
                    var text = commitments.text(sight, profile.id());
                    var today = commitments.today(profile);
                    return new PartnershipStart(
                            profile,
                            desk(officer, sight, profile, text, today),
                            text.stream()
                                    .flatMap(one -> editions.wanted(officer, sight, one).stream())
                                    .toList(),
                            Asked.of(
                                    links.waiting(sight, profile.id(), ASKED),
                                    openings,
                                    profile.id(),
                                    partnerships.own(),
                                    officer),
                            drafts.standing(officer, profile.id()),
                            text.map(Matrix::of),
                            today);
                });
    }

    private Desk desk(
            Officer officer,
            Sight sight,
            Profile profile,
            Optional<LivingText> text,
            LocalDate today) {
        return desks.of(
                officer,
                sight,
                profile.id(),
                text.map(LivingText::commitments).orElse(List.of()),
                today);
    }
}
