// SPDX-License-Identifier: EUPL-1.2
package org.samband.commitment.web;

import java.util.List;
import java.util.stream.Stream;
import org.samband.commitment.Commitments;
import org.samband.commitment.Edition;
import org.samband.commitment.Editions;
import org.samband.commitment.LivingText;
import org.samband.commitment.RunningSeries;
import org.samband.label.Policies;
import org.samband.parties.Officer;
import org.samband.parties.PartnershipId;
import org.samband.parties.Sights;
import org.samband.procedure.DossierLine;
import org.samband.web.NotFound;
import org.samband.web.Page;
import org.samband.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// What takes place again and again: by the text, and because both parties established it.
@Controller
class SeriesPages {
    private final Commitments commitments;
    private final Editions editions;
    private final Policies policies;
    private final Sights sights;

    SeriesPages(Commitments commitments, Editions editions, Policies policies, Sights sights) {
        this.commitments = commitments;
        this.editions = editions;
        this.policies = policies;
        this.sights = sights;
    }

    @GetMapping("/{partnership}/series")
    Page series(
            @PathVariable("partnership") PartnershipId partnership, Officer officer, Words words) {
        var sight = sights.of(officer);
        var text = commitments.text(sight, partnership).orElseThrow(NotFound::new);
        return sights.within(
                sight,
                () ->
                        page(
                                text,
                                editions.of(officer, sight, text),
                                editions.running(officer, sight, partnership, text.today()),
                                words));
    }

    private Page page(
            LivingText text, List<Edition> next, List<RunningSeries> running, Words words) {
        var page =
                Page.of("commitment/series.jte")
                        .titled(words.of("commitment.series.title"))
                        .in(text.profile().id())
                        .at("procedure.navigation.calendar")
                        .with("text", text)
                        .with("editions", next)
                        .with("running", running);
        return lines(next, running)
                .map(DossierLine::marking)
                .distinct()
                .reduce(policies::merge)
                .map(page::marked)
                .orElse(page);
    }

    /// The dossiers that the page names.
    private static Stream<DossierLine> lines(List<Edition> next, List<RunningSeries> running) {
        return Stream.of(
                        next.stream().flatMap(one -> one.open().stream()),
                        running.stream().map(RunningSeries::dossier),
                        running.stream().flatMap(one -> one.editions().stream()))
                .flatMap(lines -> lines);
    }
}
