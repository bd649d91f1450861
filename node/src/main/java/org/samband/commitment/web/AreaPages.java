// SPDX-License-Identifier: EUPL-1.2
package org.samband.commitment.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.samband.commitment.Commitments;
import org.samband.commitment.LivingCommitment;
import org.samband.commitment.LivingText;
import org.samband.commitment.Served;
import org.samband.parties.Area;
import org.samband.parties.Officer;
import org.samband.parties.PartnershipId;
import org.samband.parties.Sight;
import org.samband.parties.Sights;
import org.samband.procedure.ActRef;
import org.samband.procedure.Coming;
import org.samband.procedure.DossierFilter;
import org.samband.procedure.DossierLine;
import org.samband.procedure.Dossiers;
import org.samband.procedure.Evidence;
import org.samband.procedure.Evidences;
import org.samband.procedure.Opening;
import org.samband.procedure.Openings;
import org.samband.web.NotFound;
import org.samband.web.Page;
import org.samband.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// One area of cooperation: its words, what is on record and what can be done.
@Controller
class AreaPages {
    private static final int MONTHS_AHEAD = 18;

    private final Commitments commitments;
    private final Dossiers dossiers;
    private final Evidences evidences;
    private final Openings openings;
    private final Sights sights;

    AreaPages(
            Commitments commitments,
            Dossiers dossiers,
            Evidences evidences,
            Openings openings,
            Sights sights) {
        this.commitments = commitments;
        this.dossiers = dossiers;
        this.evidences = evidences;
        this.openings = openings;
        this.sights = sights;
    }

    @GetMapping("/{partnership}/area/{area}")
    Page area(
            @PathVariable("partnership") PartnershipId partnership,
            @PathVariable("area") String name,
            Officer officer,
            Words words) {
        var sight = sights.of(officer);
        var text = commitments.text(sight, partnership).orElseThrow(NotFound::new);
        var area = text.profile().area(name).orElseThrow(NotFound::new);
        var page =
                Page.of("commitment/area.jte")
                        .titled(words.in(area.name()))
                        .in(partnership)
                        .at(TextPages.AT);
        return sights.within(sight, () -> filled(page, text, area, officer, sight, words));
    }

    private Page filled(
            Page page, LivingText text, Area area, Officer officer, Sight sight, Words words) {
        var partnership = text.profile().id();
        var seen = sight.needToKnow().covers(partnership, area.shortName());
        var filter = new TextFilter("", "", area.shortName(), "");
        var lines = seen ? lines(sight, partnership, area) : List.<DossierLine>of();
        var evidence = evidence(text.in(area));
        return page.with("text", text)
                .with("area", area)
                .with("seen", seen)
                .with("view", TextView.of(text, filter, true))
                .with("dossiers", lines)
                .with("evidence", evidence)
                .with("timeline", Timeline.svg(evidence, text.today(), words))
                .with("coming", coming(sight, text, lines))
                .with("openings", seen ? openings(text, area, officer) : List.<Opening>of());
    }

    private List<DossierLine> lines(Sight sight, PartnershipId partnership, Area area) {
        var filter =
                new DossierFilter(
                        Optional.empty(),
                        Optional.of(area.shortName()),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        1);
        return dossiers.list(sight, partnership, filter).lines();
    }

    /// Of all commitments of the area, each act once, latest first.
    private static List<Evidence> evidence(List<LivingCommitment> of) {
        var acts = new HashSet<ActRef>();
        var all = new ArrayList<Evidence>();
        for (var one : of) {
            one.shown().ifPresent(shown -> all.addAll(shown.evidence()));
        }
        return all.stream()
                .sorted(Comparator.comparing(Evidence::on).thenComparing(Evidence::act).reversed())
                .filter(one -> acts.add(one.act()))
                .toList();
    }

    private List<Coming> coming(Sight sight, LivingText text, List<DossierLine> lines) {
        var refs = new HashSet<>(lines.stream().map(DossierLine::ref).toList());
        return evidences
                .coming(
                        sight,
                        text.profile().id(),
                        text.today(),
                        text.today().plusMonths(MONTHS_AHEAD))
                .stream()
                .filter(day -> refs.contains(day.dossier()))
                .toList();
    }

    /// What this officer can open for the area: procedures that serve its commitments, and those
    /// that the profile gives it.
    private List<Opening> openings(LivingText text, Area area, Officer officer) {
        var served = Served.of(text.profile());
        var serving = new HashSet<String>();
        text.in(area).forEach(one -> serving.addAll(served.by(one.id())));
        return openings.of(text.profile().id()).stream()
                .filter(one ->
                        serving.contains(one.procedure().id())
                                || one.area().equals(area.shortName()))
                .filter(one -> one.act().filter(act -> act.roleOf(officer).isPresent()).isPresent())
                .toList();
    }
}
