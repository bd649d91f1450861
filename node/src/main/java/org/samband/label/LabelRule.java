// SPDX-License-Identifier: EUPL-1.2
package org.samband.label;

import org.samband.act.Rule;

/// By which rules reading, holding and release are refused.
public enum LabelRule implements Rule {
    NO_MARKING(
            "LAB-01",
            "Design section 6",
            "This has no marking; what has none is neither shown nor released. Choose a marking."),
    UNKNOWN_WORD(
            "LAB-02",
            "spec/label",
            "\"{word}\" is not a word of the marking policies of this node."),
    ABOVE_CLEARANCE(
            "LAB-03",
            "Council Decision 2013/488/EU, Article 7; design section 6",
            "The level is above the clearance of the reader."),
    NOT_ADMITTED(
            "LAB-04",
            "Council Decision 2013/488/EU, Article 7; design section 6",
            "The category \"{category}\" needs an admission that the reader does not have."),
    ABOVE_CEILING(
            "LAB-05",
            "Design section 6; Decision (EU, Euratom) 2019/1961, Article 15",
            "{level} is above what this node is accredited for. Send the document by its own channel and"
                    + " register a stub here."),
    NOT_RELEASABLE(
            "LAB-06",
            "Council Decision 2013/488/EU, Article 13",
            "{level} is released only where it is marked releasable to {party}."),
    ORIGINATOR_CONTROL(
            "LAB-07",
            "Third-party rule: only the originator releases",
            "{level} belongs to another originator; this node never releases it to {party}."),
    FOR_PERSONS_ONLY(
            "LAB-08",
            "FIRST, Traffic Light Protocol 2.0",
            "{level} is for the persons to whom it was given and does not go over the line."),
    NO_GRAMMAR("LAB-09", "LABEL-01", "\"{text}\" is not a marking: {reason}."),
    POLICY_FILE(
            "LAB-10",
            "LABEL-30",
            "The policy file {file} cannot be used, line {line}: {reason}. Correct the file."),
    EQUIVALENCE(
            "LAB-11",
            "LABEL-34",
            "The policy files do not agree that {one} and {other} correspond. Correct both files.");

    private final String id;
    private final String source;
    private final String sentence;

    LabelRule(String id, String source, String sentence) {
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
