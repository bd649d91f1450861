// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

import java.util.Set;
import java.util.stream.Collectors;
import org.samband.act.Refusal;
import org.samband.act.Rule;
import org.samband.parties.Bilingual;
import org.samband.parties.Role;

/// Rules by which an act in a dossier is refused.
public enum ProcedureRule implements Rule {
    UNKNOWN_PROCEDURE(
            "PRO-01",
            "design section 4",
            "This node has no procedure {procedure} in version {version} with that hash; both nodes"
                    + " must run the same files."),
    UNKNOWN_DOSSIER(
            "PRO-02", "design section 2", "There is no dossier {dossier} that you can see."),
    UNKNOWN_ACT("PRO-03", "design section 4", "The procedure has no act {act}."),
    NOT_FROM_STATE(
            "PRO-04",
            "design section 4",
            "“{act}” cannot be done now: the file stands at “{state}”."),
    NOT_YOUR_PARTY("PRO-05", "design section 4", "“{act}” is for the other party to do now."),
    NOT_YOUR_ROLE(
            "PRO-06", "design section 4", "“{act}” needs an officer with another role: {roles}."),
    MOVED_ON(
            "PRO-07",
            "design section 3",
            "The file has moved on while you were writing: {changed}. What you typed is kept; look"
                    + " again and send it if it still holds."),
    FIELD_MISSING("PRO-10", "spec/procedure", "“{field}” must be filled in."),
    FIELD_TOO_LONG(
            "PRO-11", "spec/procedure", "“{field}” may have {most} characters, not {length}."),
    NOT_A_DATE(
            "PRO-12",
            "spec/procedure",
            "“{field}”: “{typed}” is no date; write it as 31.12.2027 or 2027-12-31."),
    NOT_A_CHOICE("PRO-13", "spec/procedure", "“{field}”: choose one of the values offered."),
    NOT_A_NUMBER(
            "PRO-14",
            "spec/procedure",
            "“{field}”: “{typed}” is no whole number from 0 to {most}."),
    NOT_AN_ORDINAL(
            "PRO-40",
            "spec/procedure, section 5",
            "“{field}”: “{typed}” is no whole number from 1 to {most}."),
    NOT_A_YEAR(
            "PRO-41",
            "spec/procedure, section 5",
            "“{field}”: “{typed}” is no year from 1900 to 2199; write it with four digits."),
    NOT_A_HASH(
            "PRO-15",
            "spec/procedure",
            "“{field}”: a SHA-256 has 64 hexadecimal digits in lower case."),
    TOO_MANY("PRO-16", "spec/procedure", "“{field}” may have {most} lines, not {length}."),
    NOT_A_FOLLOW_UP_LINE(
            "PRO-17",
            "spec/procedure",
            "“{field}”, line {line}: write party/authority | what | paragraph | by when; the party"
                    + " is {parties}."),
    NO_SUCH_FOLLOW_UP(
            "PRO-18", "spec/procedure", "“{field}”: this file has no open follow-up {typed}."),
    NOT_AMONG("PRO-19", "spec/procedure", "“{field}”: {typed} is none of the dates that stand."),
    UNKNOWN_FIELD("PRO-20", "spec/procedure", "The act has no field {field}."),
    CONTROL_CHARACTER(
            "PRO-21", "spec/procedure", "“{field}” has a character that cannot be shown."),
    OTHER_BYTES(
            "PRO-22",
            "design section 3, both-party facts",
            "The text that you agree to is no longer the one that stands; read it again and agree"
                    + " anew."),
    MALFORMED(
            "PRO-23",
            "spec/procedure",
            "The entry is no well-formed act: its member {member} is missing or of the wrong"
                    + " kind."),
    NO_SUCH_DOSSIER(
            "PRO-33",
            "spec/procedure, PROC-61",
            "“{field}”: you see no dossier “{typed}” that can be named here; write its number, such"
                    + " as EU-17, or leave the field empty."),
    WAITS_FOR_OTHERS(
            "PRO-34",
            "spec/procedure, PROC-66",
            "“{act}” has to wait: {dossiers}, which came from this dossier, must be closed first."),
    STATED_WITHOUT(
            "PRO-35",
            "spec/procedure, section 5",
            "“{field}” must be filled in where “{stated}” is."),
    NO_SUCH_AUTHORITY(
            "PRO-36",
            "spec/procedure, section 5",
            "“{field}”, line {line}: that party has no authority {typed}; it has {authorities}."),
    NO_PARAGRAPH(
            "PRO-37",
            "spec/procedure, section 5",
            "“{field}”, line {line}: “{typed}” is no number of a paragraph, such as 23 or 11.3."),
    FOLLOW_UPS_OPEN(
            "PRO-38",
            "SDP paragraph 11, fourth item; spec/procedure, PROC-84",
            "“{act}” has to wait: a follow-up of this dossier is neither done nor dropped by both"
                    + " parties."),
    ASKED_ALREADY(
            "PRO-39",
            "spec/procedure, PROC-82",
            "“{field}”: your party wants this follow-up dropped already; the other party has to"
                    + " answer."),
    TITLE_MISSING("PRO-24", "design section 2", "A dossier needs a title of 1 to 200 characters."),
    NO_MARKING("PRO-25", "design section 6", "Choose a marking; without one nothing can be sent."),
    BELOW_FLOOR(
            "PRO-26",
            "design section 6",
            "“{act}” must be marked at least {floor}; choose a higher marking."),
    NOTE_EMPTY("PRO-27", "design section 3", "A note has 1 to 20000 characters."),
    NOT_USED(
            "PRO-28",
            "design section 4",
            "The partnership does not use the procedure {procedure}."),
    NOT_YOUR_AREA("PRO-29", "design section 6, need-to-know", "Choose an area that you work with."),
    NOT_FOR_NOTES("PRO-30", "design section 3", "Your role writes no notes in files."),
    NOT_MONEY(
            "PRO-31",
            "spec/procedure; ISO 4217",
            "“{field}”: “{typed}” is no amount with its currency; write it as 150 000 000 NOK or"
                    + " EUR 12.50, groups parted by spaces."),
    NOT_A_MOMENT(
            "PRO-42",
            "spec/procedure, section 5",
            "“{field}”: “{typed}” is no day, time and zone; write it as 2027-12-31 14:30 UTC,"
                    + " 31.12.2027 15:30 CET or 2027-12-31 15:30 +01:00."),
    NOT_A_COMMITMENT(
            "PRO-32",
            "spec/procedure",
            "“{field}”: “{typed}” is no identity of a commitment, such as p20.s1.");

    private final String id;
    private final String source;
    private final String sentence;

    ProcedureRule(String id, String source, String sentence) {
        this.id = id;
        this.source = source;
        this.sentence = sentence;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String source() {
        return source;
    }

    @Override
    public String sentence() {
        return sentence;
    }

    /// A fact in both languages: the Norwegian one stands under its name with `.nb`.
    static Refusal named(Refusal refusal, String fact, Bilingual text) {
        return refusal.with(fact, text.en()).with(fact + ".nb", text.nb());
    }

    /// Roles of officers in a Norwegian sentence.
    static String rolesInNorwegian(Set<Role> roles) {
        return roles.stream()
                .sorted()
                .map(role ->
                        switch (role) {
                            case DESK_OFFICER -> "saksbehandler";
                            case AREA_LEAD -> "områdeansvarlig";
                            case HEAD -> "delegasjonsleder";
                            case RELEASING_OFFICER -> "frigivelsesansvarlig";
                            case REGISTRY_OFFICER -> "arkivansvarlig";
                            case AUDITOR -> "revisor";
                            case ADMINISTRATOR -> "administrator";
                        })
                .collect(Collectors.joining(", "));
    }

    static Refusal notFromState(ActForm act, State state) {
        return named(named(Refusal.of(NOT_FROM_STATE), "act", act.title()), "state", state.title());
    }
}
