// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure.web;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.samband.parties.Area;
import org.samband.parties.Officer;
import org.samband.parties.Power;
import org.samband.parties.Sights;
import org.samband.procedure.Dossier;
import org.samband.procedure.Evidences;
import org.samband.procedure.FollowUpFilter;
import org.samband.procedure.FollowUpLine;
import org.samband.procedure.ParagraphAreas;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Follow-ups as pages show them, and those that a meeting is handed by the ones before it.
@Component
class FollowUpViews {
    private final Evidences evidences;
    private final ObjectProvider<ParagraphAreas> areas;
    private final Sights sights;
    private final InstantSource clock;

    FollowUpViews(
            Evidences evidences,
            ObjectProvider<ParagraphAreas> areas,
            Sights sights,
            InstantSource clock) {
        this.evidences = evidences;
        this.areas = areas;
        this.sights = sights;
        this.clock = clock;
    }

    List<FollowUpView> of(List<FollowUpLine> lines, Officer officer, PartyWords parties) {
        var today = parties.words().dayOf(clock.instant());
        return lines.stream()
                .map(line ->
                        FollowUpView.of(
                                line,
                                ofParagraph(line, parties)
                                        .map(area -> parties.words().in(area.name())),
                                parties,
                                officer.may(Power.ACT),
                                today))
                .toList();
    }

    /// Those of a dossier.
    List<FollowUpView> of(Dossier dossier, Officer officer, PartyWords parties) {
        return of(
                dossier.state().followUps().stream()
                        .map(one -> FollowUpLine.of(dossier, one))
                        .toList(),
                officer,
                parties);
    }

    /// Open ones from other dossiers that a meeting takes up, the first page of them: all where it
    /// is about the whole of the cooperation, else those of its area. Source: SDP paragraph 11,
    /// fourth item.
    List<FollowUpLine> carried(Dossier dossier, Officer officer, PartyWords parties) {
        if (!dossier.procedure().agreesFollowUps() || dossier.state().state().last()) {
            return List.of();
        }
        var within =
                parties.profile()
                        .area(dossier.area())
                        .filter(Area::cooperation)
                        .map(Area::shortName);
        var filter = FollowUpFilter.openIn(within);
        return evidences.followUps(sights.of(officer), dossier.partnership(), filter, 1).stream()
                .filter(line -> line.followUp().open())
                .filter(line -> !line.dossier().equals(dossier.ref()))
                .toList();
    }

    private Optional<Area> ofParagraph(FollowUpLine line, PartyWords parties) {
        return line.followUp()
                .paragraph()
                .flatMap(number ->
                        areas.stream()
                                .flatMap(one -> one.of(parties.profile().id(), number).stream())
                                .findFirst());
    }
}
