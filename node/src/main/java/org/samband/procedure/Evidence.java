// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.samband.parties.PartnershipId;

/// What an effective act proves about a commitment. Derived from the ledgers.
///
/// @param commitment identity in the instrument, for instance `p11.4.s1`
/// @param type kind of event, for instance `consultation-held`
/// @param on day of the event
public record Evidence(
        PartnershipId partnership,
        String commitment,
        String type,
        LocalDate on,
        ActRef dossier,
        ActRef act,
        String procedure,
        String title) {
    /// By day, and acts of one day by their number.
    public static final Comparator<Evidence> EARLIEST_FIRST =
            Comparator.comparing(Evidence::on).thenComparing(Evidence::act);

    /// The evidence that a dossier gives as it stands: acts that crossed or had no effect give
    /// none.
    ///
    /// @param binding which commitments its acts serve
    static List<Evidence> of(
            PartnershipId partnership,
            ActRef dossier,
            String title,
            DossierState state,
            Binding binding) {
        var all = new ArrayList<Evidence>();
        for (var folded : state.acts()) {
            var act = folded.act();
            var form = state.procedure().act(act.act());
            var evidencing = form.flatMap(ActForm::evidence).filter(one -> folded.effective());
            if (evidencing.isPresent()) {
                for (var commitment : binding.served(act.act(), state.subjects())) {
                    all.add(
                            new Evidence(
                                    partnership,
                                    commitment,
                                    evidencing.get().type(),
                                    day(act, evidencing.get(), binding),
                                    dossier,
                                    act.ref(),
                                    state.procedure().id(),
                                    title));
                }
            }
        }
        return all;
    }

    private static LocalDate day(DossierAct act, ActForm.Evidencing evidencing, Binding binding) {
        return evidencing
                .date()
                .flatMap(field -> Optional.ofNullable(act.fields().get(field)))
                .flatMap(day -> FieldForm.date(String.valueOf(day)))
                .orElseGet(() ->
                        LocalDate.ofInstant(
                                act.at(),
                                binding.zones().getOrDefault(act.ref().party(), ZoneOffset.UTC)));
    }
}
