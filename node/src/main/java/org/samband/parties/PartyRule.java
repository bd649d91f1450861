// SPDX-License-Identifier: EUPL-1.2
package org.samband.parties;

import org.samband.act.Rule;

/// By which rules profiles and changes of officers are refused.
public enum PartyRule implements Rule {
    PROFILE_FILE(
            "PAR-01",
            "PROF-01",
            "The profile {file} cannot be used, line {line}: {reason}. Correct the file."),
    ACCOUNT_FORM(
            "PAR-02",
            "Design section 10",
            "An account is 2 to 40 lower-case letters, digits, dots and hyphens and begins with a"
                    + " letter."),
    ACCOUNT_TAKEN(
            "PAR-03",
            "Design section 10: records name the officer for good",
            "The account {account} is taken; that of an officer who left is not given again. Choose"
                    + " another."),
    NAME_FORM(
            "PAR-04",
            "Design section 10",
            "An officer's name has 2 to 100 characters on one line."),
    UNKNOWN_AUTHORITY(
            "PAR-05",
            "PROF-03",
            "The authority {authority} is none of our party's. Choose one of the list."),
    NO_ROLE("PAR-06", "Design section 1", "An officer has at least one role. Choose a role."),
    UNKNOWN_PARTNERSHIP("PAR-07", "PROF-03", "This node holds no partnership {partnership}."),
    UNKNOWN_AREA("PAR-08", "PROF-03", "The partnership {partnership} has no area {area}."),
    UNKNOWN_LEVEL(
            "PAR-09",
            "LABEL-15",
            "The clearance names {word}, which is no word of the marking policies."),
    LAST_ADMINISTRATOR(
            "PAR-10",
            "Design section 1",
            "This is the last administrator who can sign in. Give another officer the role first."),
    NOT_ADMINISTRATOR(
            "PAR-11", "Design section 1", "Only an administrator adds and changes officers."),
    UNKNOWN_OFFICER("PAR-12", "Design section 1", "There is no such officer."),
    OWN_RIGHTS(
            "PAR-13",
            "Separation of duties: ISO/IEC 27002:2022, control 5.3",
            "Nobody changes their own roles, need-to-know or clearance. Ask another"
                    + " administrator."),
    UNKNOWN_CHOICE(
            "PAR-14",
            "Design section 9",
            "{value} is none of the choices. Choose one of the list."),
    ADMINISTRATOR_THERE(
            "PAR-15",
            "Design section 1",
            "There is an administrator already, who adds further officers on the page Officers.");

    private final String id;
    private final String source;
    private final String sentence;

    PartyRule(String id, String source, String sentence) {
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
}
