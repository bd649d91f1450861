// SPDX-License-Identifier: EUPL-1.2
package org.samband.commitment.web;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.samband.commitment.Commitments;
import org.samband.commitment.LivingCommitment;
import org.samband.commitment.LivingText;
import org.samband.commitment.Served;
import org.samband.parties.Area;
import org.samband.parties.Officer;
import org.samband.parties.PartnershipId;
import org.samband.parties.Partnerships;
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
import org.samband.procedure.RegisterCount;
import org.samband.procedure.Registers;
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

    /// Lines of each list; registers and lists of dossiers show all.
    private static final int MOST = 15;

    private final Commitments commitments;
    private final Dossiers dossiers;
    private final Evidences evidences;
    private final Openings openings;
    private final Registers registers;
    private final Partnerships partnerships;
    private final Sights sights;

    AreaPages(
            Commitments commitments,
            Dossiers dossiers,
            Evidences evidences,
            Openings openings,
            Registers registers,
            Partnerships partnerships,
            Sights sights) {
        this.commitments = commitments;
        this.dossiers = dossiers;
        this.evidences = evidences;
        this.openings = openings;
        this.registers = registers;
        this.partnerships = partnerships;
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
        var ours = Optional.of(partnerships.own().value());
        var lines =
                seen
                        ? lines(sight, partnership, area, Optional.empty(), Optional.empty())
                        : List.<DossierLine>of();
        var due =
                seen
                        ? lines(sight, partnership, area, Optional.of(false), ours)
                        : List.<DossierLine>of();
        var evidence = evidence(text.in(area));
        var usable = openings.of(partnership);
        var serving = serving(text, area, usable);
        return page.with("text", text)
                .with("area", area)
                .with("seen", seen)
                .with("view", TextView.of(text, filter, true))
                .with("dossiers", lines)
                .with("due", due)
                .with(
                        "registers",
                        seen
                                ? registers(sight, text, area, usable, serving)
                                : List.<AreaRegister>of())
                .with("evidence", evidence.stream().limit(MOST).toList())
                .with("timeline", Timeline.svg(evidence, text.today(), words))
                .with("coming", coming(sight, text, area))
                .with("openings", seen ? openings(usable, serving, officer) : List.<Opening>of());
    }

    private List<DossierLine> lines(
            Sight sight,
            PartnershipId partnership,
            Area area,
            Optional<Boolean> finished,
            Optional<String> turn) {
        var filter =
                new DossierFilter(
                        Optional.empty(),
                        Optional.of(area.shortName()),
                        finished,
                        Optional.empty(),
                        turn,
                        List.of(),
                        1);
        return dossiers.latest(sight, partnership, filter).stream().limit(MOST).toList();
    }

    /// Of all commitments of the area, each act once, latest first.
    private static List<Evidence> evidence(List<LivingCommitment> of) {
        var acts = new HashSet<ActRef>();
        var all = new ArrayList<Evidence>();
        for (var one : of) {
            one.shown().ifPresent(shown -> all.addAll(shown.evidence()));
        }
        return all.stream()
                .sorted(Evidence.EARLIEST_FIRST.reversed())
                .filter(one -> acts.add(one.act()))
                .toList();
    }

    private List<Coming> coming(Sight sight, LivingText text, Area area) {
        return evidences.coming(
                sight,
                text.profile().id(),
                text.today(),
                text.today().plusMonths(MONTHS_AHEAD),
                area.shortName(),
                MOST);
    }

    /// The registers of the area's procedures, and of others of which the area has dossiers.
    private List<AreaRegister> registers(
            Sight sight, LivingText text, Area area, List<Opening> usable, Set<String> serving) {
        var counts =
                registers.counts(sight, text.profile().id(), area.shortName()).stream()
                        .collect(Collectors.toMap(RegisterCount::procedure, one -> one));
        return usable.stream()
                .map(one -> one.procedure())
                .filter(one -> serving.contains(one.id()) || counts.containsKey(one.id()))
                .map(one ->
                        new AreaRegister(
                                one,
                                counts.getOrDefault(one.id(), new RegisterCount(one.id(), 0, 0))))
                .toList();
    }

    /// Short names of the procedures that serve a commitment of the area, or are the area's own.
    private static Set<String> serving(LivingText text, Area area, List<Opening> usable) {
        var served = Served.of(text.profile());
        var serving = new HashSet<String>();
        text.in(area).forEach(one -> serving.addAll(served.by(one)));
        usable.stream()
                .filter(one -> one.area().equals(area.shortName()))
                .forEach(one -> serving.add(one.procedure().id()));
        return serving;
    }

    /// What this officer can open for the area: procedures that serve its commitments, and those
    /// that the profile gives it.
    private static List<Opening> openings(
            List<Opening> usable, Set<String> serving, Officer officer) {
        return usable.stream()
                .filter(one -> serving.contains(one.procedure().id()))
                .filter(one -> one.act().filter(act -> act.roleOf(officer).isPresent()).isPresent())
                .toList();
    }
}
