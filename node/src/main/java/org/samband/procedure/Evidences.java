// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.samband.label.Labels;
import org.samband.parties.Bilingual;
import org.samband.parties.PartnershipId;
import org.samband.parties.Sight;
import org.samband.parties.Sights;
import org.springframework.stereotype.Component;

/// The door to what dossiers add up to: evidence about commitments, follow-ups and days to come, as
/// far as an officer may see the dossiers.
@Component
public class Evidences {
    private final EvidenceRows rows;
    private final FollowUpRows followUps;
    private final ComingRows days;
    private final Procedures procedures;
    private final DossierFolds folds;
    private final Labels labels;
    private final Sights sights;

    Evidences(
            EvidenceRows rows,
            FollowUpRows followUps,
            ComingRows days,
            Procedures procedures,
            DossierFolds folds,
            Labels labels,
            Sights sights) {
        this.rows = rows;
        this.followUps = followUps;
        this.days = days;
        this.procedures = procedures;
        this.folds = folds;
        this.labels = labels;
        this.sights = sights;
    }

    /// Of each commitment and kind of event so many are read: what decides a standing is among the
    /// latest.
    public static final int MOST = 30;

    /// A kind of event that can be evidence for a commitment.
    private record Kind(String commitment, String type) {}

    /// What effective acts prove, in no order, the latest {@link #MOST} of each kind. An act that
    /// loses its effect loses its evidence.
    ///
    /// @param later identities of the commitments that later versions of the text added
    public List<Evidence> of(Sight sight, PartnershipId partnership, Collection<String> later) {
        var kinds = kinds(partnership, later);
        return sights.within(
                sight,
                () ->
                        rows.evidence(
                                partnership,
                                kinds.stream().map(Kind::commitment).toList(),
                                kinds.stream().map(Kind::type).toList(),
                                MOST));
    }

    /// Lines of one page of all evidence.
    public static final int PAGE = 50;

    /// All that effective acts prove of one commitment, the latest first, one page and the first
    /// line of the next, if there is one.
    ///
    /// @param page counted from 1
    public List<Evidence> page(
            Sight sight, PartnershipId partnership, String commitment, int page) {
        return sights.within(
                sight, () -> rows.evidence(partnership, commitment, (page - 1) * PAGE, PAGE + 1));
    }

    /// As the profile and the procedures say.
    private List<Kind> kinds(PartnershipId partnership, Collection<String> later) {
        return procedures.all().stream()
                .flatMap(procedure ->
                        folds.binding(partnership, procedure.id()).stream()
                                .flatMap(binding ->
                                        procedure.acts().stream()
                                                .flatMap(act -> kinds(act, binding, later))))
                .distinct()
                .toList();
    }

    private static Stream<Kind> kinds(ActForm act, Binding binding, Collection<String> later) {
        return act.evidence().stream()
                .flatMap(evidence ->
                        binding.all(act.name(), later).stream()
                                .map(commitment -> new Kind(commitment, evidence.type())));
    }

    /// Follow-ups of one party that are agreed, not done and due until a day, by that day.
    ///
    /// @param owner code of the party
    /// @param most so many, the earliest
    public List<FollowUpLine> due(
            Sight sight, PartnershipId partnership, String owner, LocalDate until, int most) {
        return sights.within(sight, () -> followUps.due(partnership, owner, until, most)).stream()
                .map(this::line)
                .toList();
    }

    /// The next agreed day of each of these procedures.
    ///
    /// @param wanted short names
    public List<Coming> next(
            Sight sight, PartnershipId partnership, LocalDate from, List<String> wanted) {
        return sights.within(sight, () -> days.next(partnership, from, wanted)).stream()
                .map(row -> coming(partnership, row))
                .toList();
    }

    /// Follow-ups of all dossiers, one page and the first line of the next, if there is one: those
    /// that are not done by the day until which they are due, those without a day after them, then
    /// those not yet agreed; all and those done by the day, the latest first.
    ///
    /// @param page counted from 1
    public List<FollowUpLine> followUps(
            Sight sight, PartnershipId partnership, FollowUpFilter filter, int page) {
        return sights
                .within(
                        sight,
                        () -> followUps.followUps(partnership, filter, (page - 1) * PAGE, PAGE + 1))
                .stream()
                .map(this::line)
                .toList();
    }

    private FollowUpLine line(FollowUpRows.Found row) {
        var followUp = row.followUp();
        return new FollowUpLine(
                row.dossier(),
                row.title(),
                title(row.procedure()),
                row.area(),
                followUp,
                procedures
                        .newest(row.procedure())
                        .map(procedure -> FollowUpLine.Way.of(procedure, row.dossier(), followUp))
                        .orElse(List.of()),
                labels.marking(row.label()));
    }

    /// So many days of a period are read where nobody asks for fewer.
    public static final int DAYS = 500;

    /// Days that dossiers name, in order, at most {@link #DAYS}.
    ///
    /// @param from the first day
    /// @param to the last day
    public List<Coming> coming(
            Sight sight, PartnershipId partnership, LocalDate from, LocalDate to) {
        return coming(sight, partnership, from, to, "", DAYS);
    }

    /// The earliest of those of the dossiers of one area.
    ///
    /// @param area short name; empty for all
    /// @param most so many
    public List<Coming> coming(
            Sight sight,
            PartnershipId partnership,
            LocalDate from,
            LocalDate to,
            String area,
            int most) {
        return sights.within(sight, () -> days.coming(partnership, from, to, area, most)).stream()
                .map(row -> coming(partnership, row))
                .toList();
    }

    private Coming coming(PartnershipId partnership, ComingRows.ComingRow row) {
        return new Coming(
                partnership,
                row.dossier(),
                title(row.procedure()),
                row.title(),
                row.on(),
                row.kind(),
                row.party(),
                row.text(),
                row.moment(),
                row.origin(),
                row.source(),
                labels.marking(row.label()));
    }

    private Bilingual title(String procedure) {
        return procedures
                .newest(procedure)
                .map(Procedure::title)
                .orElse(new Bilingual(procedure, procedure));
    }
}
