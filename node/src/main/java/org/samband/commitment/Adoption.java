// SPDX-License-Identifier: EUPL-1.2
package org.samband.commitment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.samband.ledger.Entry;
import org.samband.parties.PartyCode;
import org.samband.parties.Profile;
import org.samband.procedure.ActRef;
import org.samband.procedure.Dossier;

/// Which version of the instrument and of its commitments the parties adopted, by acts of both over
/// the same hashes. Source: design sections 3 and 5.
///
/// @param instrumentHash of the version that this node holds
/// @param commitmentsHash of the commitments that this node holds
/// @param dossier in which it is or was proposed
/// @param by who put the party's name to it, the proposing party first
/// @param on the day of the second party's act, in that party's zone
public record Adoption(
        State state,
        String instrumentHash,
        String commitmentsHash,
        Optional<ActRef> dossier,
        List<Name> by,
        Optional<LocalDate> on) {

    static final String PROCEDURE = "instrument-adoption";

    /// How far it has come.
    public enum State {
        NOT_PROPOSED,
        PROPOSED,
        ADOPTED,
        /// Both parties adopted other bytes than this node holds.
        OTHER_ADOPTED;

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /// A party's name under it.
    public record Name(PartyCode party, Entry.By by, Instant at) {}

    public Adoption {
        by = List.copyOf(by);
    }

    /// The day from which the commitments are followed; empty until they are adopted.
    Optional<LocalDate> effect() {
        return state == State.ADOPTED ? on : Optional.empty();
    }

    /// @param dossiers of the procedure that the reader may see
    static Adoption of(Profile profile, InstrumentHeld held, List<Dossier> dossiers) {
        var none =
                new Adoption(
                        State.NOT_PROPOSED,
                        held.instrumentHash(),
                        held.commitmentsHash(),
                        Optional.empty(),
                        List.of(),
                        Optional.empty());
        var ours =
                dossiers.stream()
                        .filter(one -> isOf(profile, one))
                        .sorted(
                                Comparator.comparing(Dossier::opened)
                                        .thenComparing(Dossier::ref)
                                        .reversed())
                        .toList();
        return in(ours, "agreed", held, true)
                .map(one -> none.as(State.ADOPTED, one, profile))
                .or(() ->
                        in(ours, "proposed", held, true)
                                .map(one -> none.as(State.PROPOSED, one, profile)))
                .or(() ->
                        in(ours, "agreed", held, false)
                                .map(one -> none.as(State.OTHER_ADOPTED, one, profile)))
                .orElse(none);
    }

    private static Optional<Dossier> in(
            List<Dossier> dossiers, String state, InstrumentHeld held, boolean same) {
        return dossiers.stream()
                .filter(one -> one.state().state().name().equals(state))
                .filter(one ->
                        same
                                == (says(one, "instrument-hash", held.instrumentHash())
                                        && says(one, "commitments-hash", held.commitmentsHash())))
                .findFirst();
    }

    static boolean isOf(Profile profile, Dossier dossier) {
        return says(dossier, "instrument", profile.instrument());
    }

    /// A further version that one party proposed in place of this one and the other has not
    /// answered.
    static Optional<ActRef> further(Profile profile, int number, List<Dossier> dossiers) {
        return dossiers.stream()
                .filter(one -> isOf(profile, one))
                .filter(one -> one.state().state().name().equals("proposed"))
                .filter(one -> says(one, Succession.REPLACES, String.valueOf(number)))
                .map(Dossier::ref)
                .findFirst();
    }

    private static boolean says(Dossier dossier, String field, String value) {
        return dossier.state().value(field).map(String::valueOf).filter(value::equals).isPresent();
    }

    private Adoption as(State reached, Dossier in, Profile profile) {
        var names =
                in.state().acts().stream()
                        .filter(act ->
                                act.effective()
                                        && List.of("propose", "agree").contains(act.act().act()))
                        .map(act ->
                                new Name(act.act().ref().party(), act.act().by(), act.act().at()))
                        .toList();
        var day =
                reached == State.PROPOSED
                        ? Optional.<LocalDate>empty()
                        : profile.party(names.getLast().party())
                                .map(party ->
                                        LocalDate.ofInstant(names.getLast().at(), party.zone()));
        return new Adoption(
                reached, instrumentHash, commitmentsHash, Optional.of(in.ref()), names, day);
    }
}
