// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.samband.act.Circle;
import org.samband.parties.Bilingual;
import org.samband.parties.Officer;
import org.samband.parties.Power;
import org.samband.parties.Role;

/// A step that a party can take. Source: spec/procedure/README.md, "Acts".
///
/// @param title imperative, for the button: `Propose dates`
/// @param done past tense with the party as subject, for the timeline: `proposed dates`
/// @param table what its lines are called where they stand as a table: `Overlaps and gaps`; empty
///   where they do not
/// @param by the role of the party that may take it, see {@link Roles}
/// @param officers the roles of the officers who may take it for their party
/// @param to the state that it leads to; empty where it does not move the dossier
/// @param floor canonical text of the marking that the act's marking must dominate; empty for none
/// @param confirms fields that the act agrees over the same bytes; empty for none
/// @param clears fields whose values no longer stand after it
/// @param opens the procedure that it proposes to open next, by either party
/// @param fills which of its fields fill in the act that opens that dossier at once, by the name of
///   the field there; empty where it is proposed and not opened
/// @param invites the procedure that it invites the other party to open
/// @param answeredBy how the dossier that is opened names this one
/// @param waitsFor procedures of which dossiers that come from this one must be closed first
/// @param reads the form of documents that fills its fields, see {@link
///   org.samband.document.DocumentForm}
public record ActForm(
        String name,
        Bilingual title,
        Bilingual done,
        Optional<Bilingual> table,
        String by,
        Set<Role> officers,
        List<String> from,
        Optional<String> to,
        Circle circle,
        String floor,
        List<String> confirms,
        List<String> clears,
        Optional<String> opens,
        Map<String, String> fills,
        Optional<String> invites,
        Link.Kind answeredBy,
        List<String> waitsFor,
        Optional<String> reads,
        String source,
        Optional<Evidencing> evidence,
        List<Field> fields) {

    /// What the act is evidence of.
    ///
    /// @param type kind of event, for instance `dialogue-held`
    /// @param date the field that gives the date of the event; empty: the day of the act
    public record Evidencing(String type, Optional<String> date) {}

    public ActForm {
        officers = Set.copyOf(officers);
        from = List.copyOf(from);
        confirms = List.copyOf(confirms);
        clears = List.copyOf(clears);
        fills = Map.copyOf(fills);
        waitsFor = List.copyOf(waitsFor);
        fields = List.copyOf(fields);
    }

    public boolean moves() {
        return to.isPresent();
    }

    /// The role in which an officer may take it for the own party; empty if the officer may not.
    /// What both parties agree needs the power to agree.
    public Optional<Role> roleOf(Officer officer) {
        var power = confirms.isEmpty() ? Power.ACT : Power.AGREE;
        return officer.roles().stream()
                .filter(role -> officer.enabled() && officers.contains(role))
                .filter(role -> role.may(power))
                .findFirst();
    }

    public Optional<Field> field(String named) {
        return fields.stream().filter(field -> field.name().equals(named)).findFirst();
    }
}
