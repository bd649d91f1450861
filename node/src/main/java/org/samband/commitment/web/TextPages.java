// SPDX-License-Identifier: EUPL-1.2
package org.samband.commitment.web;

import java.util.Optional;
import org.samband.commitment.Commitments;
import org.samband.commitment.TextVersions;
import org.samband.parties.Officer;
import org.samband.parties.PartnershipId;
import org.samband.parties.Partnerships;
import org.samband.parties.Sights;
import org.samband.procedure.TypedFields;
import org.samband.web.NavigationEntry;
import org.samband.web.NotFound;
import org.samband.web.Page;
import org.samband.web.Words;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// The living text: the agreed words with their commitments and where they stand.
@Controller
class TextPages {
    static final String AT = "commitment.navigation.text";

    private final Commitments commitments;
    private final Partnerships partnerships;
    private final TextVersions versions;
    private final Sights sights;

    TextPages(
            Commitments commitments,
            Partnerships partnerships,
            TextVersions versions,
            Sights sights) {
        this.commitments = commitments;
        this.partnerships = partnerships;
        this.versions = versions;
        this.sights = sights;
    }

    @Bean
    static NavigationEntry textEntry() {
        return new NavigationEntry(AT, "/{partnership}/text", 20, Optional.empty());
    }

    @GetMapping("/{partnership}/text")
    Page text(
            @PathVariable("partnership") PartnershipId partnership,
            @RequestParam(name = "party", defaultValue = "") String party,
            @RequestParam(name = "standing", defaultValue = "") String standing,
            @RequestParam(name = "area", defaultValue = "") String area,
            @RequestParam(name = "undertaking", defaultValue = "") String undertaking,
            @RequestParam(name = "on", defaultValue = "") String on,
            Officer officer,
            Words words) {
        var profile = partnerships.profile(partnership).orElseThrow(NotFound::new);
        var text = commitments.text(sights.of(officer), partnership, TypedFields.day(on));
        if (text.isEmpty()) {
            return Page.of("commitment/none.jte")
                    .titled(words.in(profile.name()))
                    .in(partnership)
                    .at(AT);
        }
        var filter = new TextFilter(party, standing, area, undertaking);
        return Page.of("commitment/text.jte")
                .titled(words.of("commitment.text.title"))
                .in(partnership)
                .at(AT)
                .with("text", text.get())
                .with("view", TextView.of(text.get(), filter, filter.set()))
                .with("filter", filter)
                .with("now", commitments.today(profile))
                .with("mayPropose", versions.mayPropose(officer, partnership))
                .with("choices", FilterChoices.of(text.get(), words));
    }
}
