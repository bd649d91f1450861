// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

import org.samband.act.Rule;

/// Why something cannot be recalled, or a recall not be receipted.
public enum RecallRule implements Rule {
    NOT_FOR_RECALLS(
            "REC-01",
            "PROC-52",
            "what was sent is recalled by releasing officers and heads of delegation: ask one of"
                    + " them."),
    NOT_OWN(
            "REC-02",
            "PROC-50",
            "{act} is no act of the own party in this dossier: only who sent something can recall"
                    + " it."),
    REASON(
            "REC-03",
            "PROC-51",
            "write a reason of at most {most} characters: the other party reads it."),
    RECALLED_ALREADY("REC-04", "PROC-50", "{act} has been recalled already, by {recall}."),
    NOT_FOR_RECEIPTS(
            "REC-05",
            "PROC-52",
            "what became of recalled content is said by registry officers and heads of delegation:"
                    + " ask one of them."),
    NOT_THEIRS(
            "REC-06",
            "PROC-53",
            "{recall} is no recall of the other party in this dossier, so there is nothing to"
                    + " receipt."),
    RECEIPTED_ALREADY("REC-07", "PROC-53", "{recall} has been receipted already, by {receipt}."),
    NO_OUTCOME(
            "REC-08",
            "PROC-53",
            "say what became of the content: destroyed, returned, or cannot be returned."),
    MALFORMED(
            "REC-09",
            "PROC-54",
            "an entry of the kind {kind} is not in its form (member {member}): the sender's node"
                    + " must be put right.");

    private final String id;
    private final String source;
    private final String sentence;

    RecallRule(String id, String requirement, String sentence) {
        this.id = id;
        this.source = "spec/procedure " + requirement;
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
