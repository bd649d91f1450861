// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

import java.time.LocalDate;
import java.util.List;
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
    private final Procedures procedures;
    private final Labels labels;
    private final Sights sights;

    Evidences(EvidenceRows rows, Procedures procedures, Labels labels, Sights sights) {
        this.rows = rows;
        this.procedures = procedures;
        this.labels = labels;
        this.sights = sights;
    }

    /// What effective acts prove, by day. An act that loses its effect loses its evidence.
    public List<Evidence> of(Sight sight, PartnershipId partnership) {
        return sights.within(sight, () -> rows.evidence(partnership));
    }

    /// Follow-ups of all dossiers: open ones first, by the day until which they are due, those
    /// without a day after them; then those not yet agreed, then those done.
    public List<FollowUpLine> followUps(Sight sight, PartnershipId partnership) {
        return sights.within(sight, () -> rows.followUps(partnership)).stream()
                .map(row ->
                        new FollowUpLine(
                                row.dossier(),
                                row.title(),
                                title(row.procedure()),
                                row.followUp(),
                                labels.marking(row.label())))
                .toList();
    }

    /// Days that dossiers name, in order.
    ///
    /// @param from the first day
    /// @param to the last day
    public List<Coming> coming(
            Sight sight, PartnershipId partnership, LocalDate from, LocalDate to) {
        return coming(sight, partnership, from, to, "");
    }

    /// Those of the dossiers of one area.
    ///
    /// @param area short name; empty for all
    public List<Coming> coming(
            Sight sight, PartnershipId partnership, LocalDate from, LocalDate to, String area) {
        return sights.within(sight, () -> rows.coming(partnership, from, to, area)).stream()
                .map(row ->
                        new Coming(
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
                                labels.marking(row.label())))
                .toList();
    }

    private Bilingual title(String procedure) {
        return procedures
                .newest(procedure)
                .map(Procedure::title)
                .orElse(new Bilingual(procedure, procedure));
    }
}
