// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.samband.label.Marking;
import org.samband.parties.PartnershipId;
import org.samband.parties.PartyCode;

/// One matter under one procedure, as an officer may see it.
///
/// @param ref its number: that of the act that opened it
/// @param title short and unclassified
/// @param area short name of the area; empty where it is general
/// @param marking the most restrictive of all its acts
/// @param turn the parties that are expected to act next
/// @param notes own notes that this officer may read, oldest first; they stand at this node alone
/// @param opened by the clock of the node that opened it
/// @param changed latest time of any of its acts
/// @param recalls of its acts, by both parties
public record Dossier(
        PartnershipId partnership,
        ActRef ref,
        String title,
        String area,
        Marking marking,
        DossierState state,
        List<PartyCode> turn,
        List<Note> notes,
        Instant opened,
        Instant changed,
        List<Recall> recalls) {

    public Dossier {
        turn = List.copyOf(turn);
        notes = List.copyOf(notes);
        recalls = List.copyOf(recalls);
    }

    public Procedure procedure() {
        return state.procedure();
    }

    /// Grows with each act; an officer's form says which one it was made for.
    public int version() {
        return state.version();
    }

    /// The recall of this act, if it was recalled.
    public Optional<Recall> recall(ActRef of) {
        return recalls.stream().filter(recall -> recall.act().equals(of)).findFirst();
    }

    /// The act of this entry.
    public Optional<DossierState.Folded> act(ActRef ref) {
        return state.acts().stream().filter(act -> act.act().ref().equals(ref)).findFirst();
    }

    /// An own note about the dossier.
    ///
    /// @param number in our own ledger, counted from 1
    /// @param officer who wrote it
    /// @param holders whether it says who else holds what was sent: the audience
    /// @param target day that our party sets itself; empty for none
    public record Note(
            long number,
            Instant at,
            String officer,
            String text,
            Marking marking,
            boolean holders,
            Optional<LocalDate> target) {}
}
