// SPDX-License-Identifier: EUPL-1.2
package org.samband.commitment.web;

import org.samband.commitment.Commitments;
import org.samband.commitment.Editions;
import org.samband.parties.Officer;
import org.samband.parties.PartnershipId;
import org.samband.parties.Sights;
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
    private final Sights sights;

    SeriesPages(Commitments commitments, Editions editions, Sights sights) {
        this.commitments = commitments;
        this.editions = editions;
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
                        Page.of("commitment/series.jte")
                                .titled(words.of("commitment.series.title"))
                                .in(partnership)
                                .at("procedure.navigation.calendar")
                                .with("text", text)
                                .with("editions", editions.of(officer, sight, text))
                                .with(
                                        "running",
                                        editions.running(
                                                officer, sight, partnership, text.today())));
    }
}
