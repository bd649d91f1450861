// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.samband.act.Refusal;
import org.samband.attachment.Attachment;
import org.samband.attachment.Attachments;
import org.samband.label.Marking;
import org.samband.parties.Officer;
import org.samband.parties.PartyCode;
import org.samband.parties.Profile;
import org.samband.parties.Role;

/// What is asked of an officer's act before it becomes an entry. A refusal that makes all others
/// idle stands alone; what is wrong on the form is said at once.
///
/// @param own the party that acts
/// @param markings what this node may send
/// @param attachments what officers put on forms
/// @param links which dossiers an officer may name
record ActCheck(
        Profile profile, PartyCode own, ActMarking markings, Attachments attachments, Links links) {

    /// Title and area of a dossier that is to be opened.
    List<Refusal> head(Officer officer, String title, String area) {
        var refusals = new ArrayList<Refusal>();
        if (!DossierEntries.isTitle(title)) {
            var unseen = FieldForm.cannotBeShown(title);
            var rule = unseen ? ProcedureRule.CONTROL_CHARACTER : ProcedureRule.TITLE_MISSING;
            refusals.add(
                    Refusal.at(rule, Dossiers.TITLE)
                            .with("field", "Title")
                            .with("field.nb", "Tittel"));
        }
        var known = area.isEmpty() || profile.area(area).isPresent();
        if (!known || !officer.needToKnow().covers(profile.id(), area)) {
            refusals.add(Refusal.at(ProcedureRule.NOT_YOUR_AREA, Dossiers.AREA));
        }
        return refusals;
    }

    List<Refusal> note(String text) {
        var length = text.codePointCount(0, text.length());
        if (length == 0 || length > DossierEntries.LONGEST_NOTE) {
            return List.of(Refusal.at(ProcedureRule.NOTE_EMPTY, Dossiers.NOTE));
        }
        return FieldForm.cannotBeShown(text)
                ? List.of(
                        Refusal.at(ProcedureRule.CONTROL_CHARACTER, Dossiers.NOTE)
                                .with("field", "Note")
                                .with("field.nb", "Notat"))
                : List.of();
    }

    /// What was typed as an own target is no day.
    static Refusal noDay(String where, String typed) {
        return Refusal.at(ProcedureRule.NOT_A_DATE, where)
                .with("field", "Own target")
                .with("field.nb", "Eget mål")
                .with("typed", TypedFields.cut(typed));
    }

    Optional<Refusal> role(Officer officer, ActForm act) {
        return act.roleOf(officer).isPresent() ? Optional.empty() : Optional.of(notYourRole(act));
    }

    static Refusal notYourRole(ActForm act) {
        var roles = act.officers().stream().sorted().map(Role::word);
        return ProcedureRule.named(Refusal.of(ProcedureRule.NOT_YOUR_ROLE), "act", act.title())
                .with("roles", roles.collect(Collectors.joining(", ")))
                .with("roles.nb", ProcedureRule.rolesInNorwegian(act.officers()));
    }

    /// Whether the dossier stands where the officer's form says, and whether the act is ours now. A
    /// line of a table says a fact of its own, such as a count of citizens in a crisis: others that
    /// came while it was typed do not hold it up. Source: SDP paragraph 16.
    Optional<Refusal> now(DossierState state, ActForm act, int version) {
        var line = !act.moves() && act.table().isPresent();
        if (state.version() != version && !line) {
            return Optional.of(movedOn(state));
        }
        if (!act.from().contains(state.state().name())) {
            return Optional.of(ProcedureRule.notFromState(act, state.state()));
        }
        return state.who().includes(act.by(), own)
                ? Optional.empty()
                : Optional.of(notYourParty(act));
    }

    static Refusal notYourParty(ActForm act) {
        return ProcedureRule.named(Refusal.of(ProcedureRule.NOT_YOUR_PARTY), "act", act.title());
    }

    /// Whether other dossiers have to be closed first, or follow-ups of this one be settled.
    Optional<Refusal> waits(Officer officer, DossierState state, ActForm act) {
        return state.leavesOpen(act)
                ? Optional.of(
                        ProcedureRule.named(
                                Refusal.of(ProcedureRule.FOLLOW_UPS_OPEN), "act", act.title()))
                : links.waits(officer, profile.id(), state.dossier(), act);
    }

    private Refusal movedOn(DossierState state) {
        var latest = state.acts().getLast().act();
        var done = state.procedure().act(latest.act()).map(ActForm::done);
        return Refusal.of(ProcedureRule.MOVED_ON)
                .with(
                        "changed",
                        profile.said(latest.ref().party(), "en")
                                + " "
                                + done.map(text -> text.en()).orElse(""))
                .with(
                        "changed.nb",
                        profile.said(latest.ref().party(), "nb")
                                + " "
                                + done.map(text -> text.nb()).orElse(""));
    }

    /// All that is wrong with what was typed and chosen.
    ///
    /// @param typed what the officer typed, read against the act's form
    List<Refusal> form(
            Officer officer,
            ActForm act,
            Optional<DossierState> standing,
            TypedFields typed,
            Marking marking,
            Map<String, String> raw) {
        var bytes =
                act.confirms().isEmpty()
                                || standing.map(state -> state.digest(act))
                                        .equals(Optional.ofNullable(raw.get(Dossiers.CONFIRMS)))
                        ? Stream.<Refusal>empty()
                        : Stream.of(Refusal.of(ProcedureRule.OTHER_BYTES));
        return Stream.of(
                        bytes,
                        typed.refusals().stream(),
                        asked(act, standing, typed),
                        carried(officer, act, typed),
                        links
                                .mayName(
                                        officer,
                                        profile.id(),
                                        act,
                                        standing.map(DossierState::dossier),
                                        typed.fields())
                                .stream(),
                        markings.ofAct(officer, act, marking).stream())
                .flatMap(one -> one)
                .toList();
    }

    /// Follow-ups that our party wants dropped already.
    private Stream<Refusal> asked(ActForm act, Optional<DossierState> standing, TypedFields typed) {
        return act.fields().stream()
                .filter(field -> field.says() == FollowUp.Step.DROP)
                .filter(field ->
                        standing.stream()
                                .flatMap(state -> state.followUps().stream())
                                .filter(one -> one.dropping().contains(own))
                                .anyMatch(one -> one.id().equals(typed.fields().get(field.name()))))
                .map(field ->
                        ProcedureRule.named(
                                Refusal.at(ProcedureRule.ASKED_ALREADY, field.name()),
                                "field",
                                field.title()));
    }

    /// Files that the officer has not put on the form.
    private Stream<Refusal> carried(Officer officer, ActForm act, TypedFields typed) {
        return act.fields().stream()
                .filter(field -> typed.fields().containsKey(field.name()))
                .flatMap(field ->
                        Attachment.wellFormed(
                                        Map.of(field.name(), typed.fields().get(field.name())))
                                .stream()
                                .flatMap(file ->
                                        attachments.mayCarry(officer, profile.id(), file).stream())
                                .map(why -> new Refusal(why.rule(), field.name(), why.facts())));
    }
}
