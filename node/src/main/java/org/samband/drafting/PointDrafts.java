// SPDX-License-Identifier: EUPL-1.2
package org.samband.drafting;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.samband.act.Outcome;
import org.samband.act.Refusal;
import org.samband.parties.Officer;
import org.samband.parties.PartnershipId;
import org.samband.parties.Sight;
import org.samband.parties.Sights;
import org.samband.procedure.ActRef;
import org.samband.procedure.FormDraftRule;
import org.samband.proof.CanonicalJson;
import org.springframework.stereotype.Component;

/// The door to an officer's drafts of points: keeps what was typed into the form of a point, gives
/// it back to that officer alone, and lets it go when it is proposed.
@Component
public class PointDrafts {
    private static final int MOST = 80_000;

    private final PointDraftRows rows;
    private final TextRows texts;
    private final Sights sights;
    private final InstantSource clock;

    PointDrafts(PointDraftRows rows, TextRows texts, Sights sights, InstantSource clock) {
        this.rows = rows;
        this.texts = texts;
        this.sights = sights;
        this.clock = clock;
    }

    /// Keeps what stands in the form of a point in place of what was kept of it before.
    ///
    /// @param text that the officer sees
    /// @param point its identity, or `new`
    /// @return when it was kept
    public Outcome<Instant> keep(
            Officer officer,
            PartnershipId partnership,
            ActRef text,
            String point,
            Map<String, String> typed) {
        var json = CanonicalJson.text(typed);
        if (json.length() > MOST) {
            return Outcome.refused(
                    Refusal.of(FormDraftRule.TOO_LONG)
                            .with("most", MOST)
                            .with("length", json.length()));
        }
        var line = sights.within(sights.of(officer), () -> texts.find(partnership, text));
        if (line.isEmpty()) {
            return Outcome.refused(Refusal.of(DraftingRule.UNKNOWN_TEXT).with("text", text));
        }
        var now = clock.instant();
        sights.run(
                Sight.NODE,
                () -> rows.put(officer.id(), partnership, line.get(), point, json, now));
        return Outcome.accepted(now);
    }

    /// An officer's drafts in a text, the latest first.
    public List<PointDraft> of(Officer officer, PartnershipId partnership, ActRef text) {
        return sights.within(sights.of(officer), () -> rows.of(officer.id(), partnership, text));
    }

    public Optional<PointDraft> of(
            Officer officer, PartnershipId partnership, ActRef text, String point) {
        return of(officer, partnership, text).stream()
                .filter(one -> one.point().equals(point))
                .findFirst();
    }

    /// It was proposed, or thrown away.
    public void gone(Officer officer, PartnershipId partnership, ActRef text, String point) {
        sights.run(Sight.NODE, () -> rows.delete(officer.id(), partnership, text, point));
    }
}
