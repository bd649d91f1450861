// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.samband.parties.PartyCode;

/// What an act of one dossier says about another one. It moves nothing there: each dossier is moved
/// by its own acts alone, so that both nodes come to the same state whatever reaches them first.
/// Source: spec/procedure/README.md, "Links".
///
/// @param act that names the other dossier
/// @param other the dossier that is named or names, as the officer may see it
public record Link(Way way, Kind kind, ActRef act, DossierLine other) {

    /// From where the link is looked at.
    public enum Way {
        /// This dossier names the other one.
        TO,
        /// The other one names this dossier.
        FROM
    }

    /// What is said about the dossier that is named.
    public enum Kind {
        /// This one comes from it: it answers what was proposed or invited there.
        FROM,
        /// This one prepares it: consultations before a Dialogue. Source: SDP paragraph 11.
        PREPARES,
        /// This one follows up its guidance: consultations after a Dialogue.
        FOLLOWS,
        /// It has to do with it.
        CONCERNS,
        /// It can be closed now.
        CLOSES;

        /// The word in procedure files.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /// A link as one dossier says it.
    record Said(ActRef act, String field, Kind kind, ActRef other) {}

    /// A dossier that an act proposes to open, or invites the other party to open.
    ///
    /// @param opens short name of a procedure
    /// @param party code of the invited party; empty for either
    /// @param by how the dossier that is opened is to name this one
    record Proposed(ActRef act, String opens, String party, Kind by, Instant at) {}

    /// The links of all acts that took effect.
    static List<Said> said(DossierState state) {
        var all = new ArrayList<Said>();
        for (var folded : state.acts()) {
            var act = folded.act();
            state.procedure().act(act.act()).filter(_ -> folded.effective()).stream()
                    .flatMap(form -> form.fields().stream())
                    .filter(field -> field.type() == Field.Type.DOSSIER)
                    .forEach(field ->
                            ActRef.of(String.valueOf(act.fields().get(field.name())))
                                    .ifPresent(other ->
                                            all.add(
                                                    new Said(
                                                            act.ref(),
                                                            field.name(),
                                                            field.link(),
                                                            other))));
        }
        return all;
    }

    /// What all acts that took effect propose to open.
    ///
    /// @param parties of the partnership
    static List<Proposed> proposed(DossierState state, List<PartyCode> parties) {
        var all = new ArrayList<Proposed>();
        for (var folded : state.acts()) {
            var act = folded.act();
            var form = state.procedure().act(act.act()).filter(_ -> folded.effective());
            form.flatMap(ActForm::opens)
                    .ifPresent(opens ->
                            all.add(
                                    new Proposed(
                                            act.ref(),
                                            opens,
                                            "",
                                            form.get().answeredBy(),
                                            act.at())));
            form.flatMap(ActForm::invites)
                    .ifPresent(opens ->
                            parties.stream()
                                    .filter(party -> !party.equals(act.ref().party()))
                                    .forEach(party ->
                                            all.add(
                                                    new Proposed(
                                                            act.ref(),
                                                            opens,
                                                            party.value(),
                                                            form.get().answeredBy(),
                                                            act.at()))));
        }
        return all;
    }
}
