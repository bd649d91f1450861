// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.samband.act.Outcome;
import org.samband.act.Refusal;
import org.samband.label.Ceiling;
import org.samband.label.Labels;
import org.samband.label.Marking;
import org.samband.label.Policies;
import org.samband.parties.Bilingual;
import org.samband.parties.Officer;
import org.samband.parties.PartnershipId;
import org.samband.parties.Partnerships;
import org.samband.parties.Sight;
import org.samband.parties.Sights;
import org.samband.proof.CanonicalJson;
import org.springframework.stereotype.Component;

/// The door to an officer's drafts: keeps what was typed into the form of an act, gives it back to
/// that officer alone, and lets it go when the act is made.
@Component
public class FormDrafts {
    /// So long a draft that was thrown away can be brought back.
    static final Duration BACK = Duration.ofDays(7);

    private static final int MOST = 400_000;

    private final FormDraftRows rows;
    private final Procedures procedures;
    private final Labels labels;
    private final Policies policies;
    private final Ceiling ceiling;
    private final Partnerships partnerships;
    private final Sights sights;
    private final InstantSource clock;

    FormDrafts(
            FormDraftRows rows,
            Procedures procedures,
            Labels labels,
            Policies policies,
            Ceiling ceiling,
            Partnerships partnerships,
            Sights sights,
            InstantSource clock) {
        this.rows = rows;
        this.procedures = procedures;
        this.labels = labels;
        this.policies = policies;
        this.ceiling = ceiling;
        this.partnerships = partnerships;
        this.sights = sights;
        this.clock = clock;
    }

    /// What is to be kept.
    ///
    /// @param act whose form it is
    /// @param dossier that the officer sees; empty for the form that opens one
    /// @param title as typed, of a dossier that is to be opened
    /// @param area short name, of a dossier that is to be opened
    /// @param chosen marking; missing where none was chosen
    /// @param typed what stands in the form, by name of the control
    public record Typed(
            ActForm act,
            Optional<Dossier> dossier,
            String title,
            String area,
            Marking chosen,
            Map<String, List<String>> typed) {}

    /// Keeps what stands in a form in place of what was kept of it before.
    ///
    /// @return when it was kept
    public Outcome<Instant> keep(Officer officer, FormDraft.Place place, Typed typed) {
        if (typed.act().roleOf(officer).isEmpty()
                || !officer.needToKnow().areas().containsKey(place.partnership())) {
            return Outcome.refused(ActCheck.notYourRole(typed.act()));
        }
        var marking = marking(place.partnership(), typed);
        var wrong = markings(place.partnership()).ofNote(officer, marking);
        if (wrong.isPresent()) {
            return Outcome.refused(wrong.get());
        }
        var json = CanonicalJson.text(typed.typed());
        if (json.length() > MOST) {
            return Outcome.refused(
                    Refusal.of(FormDraftRule.TOO_LONG)
                            .with("most", MOST)
                            .with("length", json.length()));
        }
        var now = clock.instant();
        sights.run(
                Sight.NODE,
                () -> {
                    rows.forget(now.minus(BACK));
                    rows.put(
                            officer.id(),
                            place,
                            area(officer, place.partnership(), typed),
                            labels.intern(marking),
                            title(typed),
                            json,
                            now);
                });
        return Outcome.accepted(now);
    }

    /// That of the dossier and of what was chosen; before anything is chosen, what our party
    /// proposes for what it writes.
    private Marking marking(PartnershipId partnership, Typed typed) {
        var dossier = typed.dossier().map(Dossier::marking);
        if (typed.chosen().isMissing()) {
            return dossier.orElseGet(() -> partnerships.us(partnership).marking());
        }
        return dossier.map(of -> policies.merge(of, typed.chosen())).orElse(typed.chosen());
    }

    private ActMarking markings(PartnershipId partnership) {
        var profile = partnerships.profile(partnership).orElseThrow();
        return new ActMarking(policies, ceiling, profile.counterpart(partnerships.own()).code());
    }

    private static String area(Officer officer, PartnershipId partnership, Typed typed) {
        var area = typed.dossier().map(Dossier::area).orElse(typed.area());
        return officer.needToKnow().covers(partnership, area) ? area : "";
    }

    private static String title(Typed typed) {
        var title = typed.title().strip();
        return DossierEntries.isTitle(title) ? title : "";
    }

    /// The draft of a form; empty where there is none to see.
    public Optional<FormDraft> of(Officer officer, FormDraft.Place place) {
        return sights.within(sights.of(officer), () -> rows.find(officer.id(), place))
                .map(this::draft);
    }

    /// All drafts of an officer in a partnership, latest first; also what was thrown away and can
    /// still be brought back.
    public List<FormDraft> all(Officer officer, PartnershipId partnership) {
        var since = clock.instant().minus(BACK);
        return sights.within(sights.of(officer), () -> rows.all(officer.id(), partnership)).stream()
                .filter(row -> row.thrownAt().filter(at -> at.isBefore(since)).isEmpty())
                .map(this::draft)
                .toList();
    }

    /// Those that stand.
    public List<FormDraft> standing(Officer officer, PartnershipId partnership) {
        return all(officer, partnership).stream()
                .filter(draft -> draft.thrownAt().isEmpty())
                .toList();
    }

    /// Throws a draft away; it can be brought back for {@link #BACK}.
    public Outcome<FormDraft> throwAway(Officer officer, PartnershipId partnership, long id) {
        return sights.within(
                sights.of(officer),
                () -> {
                    var row = rows.find(officer.id(), partnership, id);
                    if (row.isEmpty()) {
                        return gone();
                    }
                    if (row.get().thrownAt().isEmpty()) {
                        rows.thrown(officer.id(), id, Optional.of(clock.instant()));
                    }
                    return Outcome.accepted(draft(row.get()));
                });
    }

    public Outcome<FormDraft> bringBack(Officer officer, PartnershipId partnership, long id) {
        return sights.within(
                sights.of(officer),
                () -> {
                    var row = rows.find(officer.id(), partnership, id);
                    if (row.isEmpty()) {
                        return gone();
                    }
                    var newer = rows.find(officer.id(), row.get().place());
                    if (newer.filter(one -> one.id() != id).isPresent()) {
                        return Outcome.refused(
                                Refusal.of(FormDraftRule.NEWER_STANDS).with("days", BACK.toDays()));
                    }
                    rows.thrown(officer.id(), id, Optional.empty());
                    return Outcome.accepted(draft(row.get()));
                });
    }

    private static Outcome<FormDraft> gone() {
        return Outcome.refused(Refusal.of(FormDraftRule.GONE).with("days", BACK.toDays()));
    }

    /// The act was made: the draft of its form is no longer needed.
    public void sent(Officer officer, FormDraft.Place place) {
        sights.run(Sight.NODE, () -> rows.delete(officer.id(), place));
    }

    private FormDraft draft(FormDraftRows.Row row) {
        return new FormDraft(
                row.id(),
                row.place(),
                what(row),
                row.title(),
                labels.marking(row.label()),
                row.typed(),
                row.keptAt(),
                row.thrownAt());
    }

    private Bilingual what(FormDraftRows.Row row) {
        var step = row.place().step();
        var title =
                row.under().isEmpty()
                        ? procedures.newest(step).map(Procedure::title)
                        : row.under()
                                .flatMap(one ->
                                        procedures.exactly(
                                                one.procedure(), one.version(), one.hash()))
                                .flatMap(procedure -> procedure.act(step))
                                .map(ActForm::title);
        return title.orElse(new Bilingual(step, step));
    }
}
