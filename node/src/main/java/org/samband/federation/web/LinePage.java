// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation.web;

import java.util.List;
import java.util.Optional;
import org.samband.federation.LineChecks;
import org.samband.federation.LinkState;
import org.samband.federation.LinkStates;
import org.samband.federation.SegmentFiles;
import org.samband.parties.Officer;
import org.samband.parties.PartnershipId;
import org.samband.parties.Partnerships;
import org.samband.parties.Power;
import org.samband.parties.Sights;
import org.samband.web.NotFound;
import org.samband.web.Page;
import org.samband.web.Refusals;
import org.samband.web.Words;
import org.springframework.stereotype.Component;

/// The page *The line*, as an officer may see it.
@Component
class LinePage {
    private final LinkStates states;
    private final SegmentFiles files;
    private final LineChecks checks;
    private final Sights sights;
    private final Partnerships partnerships;

    LinePage(
            LinkStates states,
            SegmentFiles files,
            LineChecks checks,
            Sights sights,
            Partnerships partnerships) {
        this.states = states;
        this.files = files;
        this.checks = checks;
        this.sights = sights;
        this.partnerships = partnerships;
    }

    /// How the line stands.
    ///
    /// @throws NotFound if the officer has no need-to-know there
    LinkState state(PartnershipId partnership, Officer officer) {
        return states.of(sights.of(officer), partnership).orElseThrow(NotFound::new);
    }

    /// @param taken what came of files that were just brought
    Page of(
            PartnershipId partnership,
            Officer officer,
            Words words,
            Refusals refusals,
            List<SegmentFiles.Taken> taken) {
        var state = state(partnership, officer);
        var counterpart = words.in(partnerships.counterpart(partnership).fullName());
        var seesAll = state.figures().isPresent();
        return Page.of("federation/line.jte")
                .titled(words.of("federation.line.title"))
                .in(partnership)
                .at(LinePages.AT)
                .with("line", new LineView(state, counterpart, words))
                .with(
                        "checks",
                        new ChecksView(
                                seesAll,
                                seesAll ? checks.progress(partnership) : Optional.empty(),
                                seesAll ? checks.made(partnership) : List.of(),
                                words))
                .with("files", files(partnership, officer, seesAll, taken, words))
                .with("incomplete", states.isIncomplete(partnership))
                .with("refusals", refusals)
                .with("exports", officer.may(Power.EXPORT) && seesAll)
                .with("administers", officer.may(Power.ADMINISTER));
    }

    private FilesView files(
            PartnershipId partnership,
            Officer officer,
            boolean seesAll,
            List<SegmentFiles.Taken> taken,
            Words words) {
        var carries = officer.may(Power.CARRY) && states.isSetUp(partnership);
        return new FilesView(
                carries,
                seesAll,
                carries && seesAll ? files.waiting(partnership) : List.of(),
                seesAll ? files.carried(partnership) : List.of(),
                taken,
                words);
    }
}
