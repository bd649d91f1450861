// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.samband.label.Marking;
import org.samband.parties.Bilingual;
import org.samband.parties.PartnershipId;
import org.samband.parties.PartyCode;

/// A day that a dossier names and that may still lie ahead: it stands in the calendar.
///
/// @param on the day as the parties wrote it, in no particular zone
/// @param procedure title of the dossier's procedure
/// @param party code of the party that is expected to act by that day; empty for a common day
/// @param text what is due, of a follow-up; else empty
/// @param marking of the dossier
public record Coming(
        PartnershipId partnership,
        ActRef dossier,
        Bilingual procedure,
        String title,
        LocalDate on,
        Kind kind,
        String party,
        String text,
        Marking marking) {

    /// What the day is.
    public enum Kind {
        /// The matter takes place, as announced or agreed.
        AGREED,
        /// It was proposed and not agreed.
        PROPOSED,
        /// An answer is wanted until then.
        ANSWER,
        /// A follow-up is due.
        FOLLOW_UP
    }

    /// @param turn the parties whose turn it is
    static List<Coming> of(
            PartnershipId partnership,
            ActRef dossier,
            String title,
            DossierState state,
            List<PartyCode> turn,
            Marking marking) {
        var procedure = state.procedure();
        var named =
                new Coming(
                        partnership,
                        dossier,
                        procedure.title(),
                        title,
                        LocalDate.EPOCH,
                        Kind.AGREED,
                        "",
                        "",
                        marking);
        var days = new ArrayList<Coming>();
        state.state()
                .day()
                .flatMap(procedure::field)
                .ifPresent(field -> {
                    var kind = field.type() == Field.Type.DATES ? Kind.PROPOSED : Kind.AGREED;
                    for (var day : state.dates(field.name())) {
                        FieldForm.date(day).ifPresent(on -> days.add(named.on(on, kind, "", "")));
                    }
                });
        var asked = turn.size() == 1 ? turn.getFirst().value() : "";
        state.answerBy().ifPresent(on -> days.add(named.on(on, Kind.ANSWER, asked, "")));
        for (var followUp : state.followUps()) {
            followUp.due()
                    .filter(due -> followUp.open())
                    .ifPresent(due ->
                            days.add(
                                    named.on(
                                            due,
                                            Kind.FOLLOW_UP,
                                            followUp.owner(),
                                            followUp.text())));
        }
        return days;
    }

    private Coming on(LocalDate day, Kind of, String by, String what) {
        return new Coming(partnership, dossier, procedure, title, day, of, by, what, marking);
    }
}
