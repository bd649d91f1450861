// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation;

import org.samband.act.Rule;

/// Why a counterpart's key is not pinned.
public enum PairingRule implements Rule {
    BY_ADMINISTRATOR("PAI-01", "FEDERATION-33", "only an administrator sets up the pair."),
    OWN_INVITATION(
            "PAI-02",
            "FEDERATION-31",
            "this is the invitation of this node itself: give it to the counterpart, and bring here"
                    + " the one that the counterpart's node shows."),
    CHANGED_MEANWHILE(
            "PAI-03",
            "FEDERATION-33",
            "the invitation is not the one whose fingerprint was shown: begin again, and compare"
                    + " the fingerprint that is shown then."),
    NOT_COMPARED(
            "PAI-04",
            "FEDERATION-33",
            "compare both fingerprints aloud first, by another way than the invitation came, and"
                    + " say that you did: else nobody knows whose key it is."),
    WITH_WHOM(
            "PAI-05",
            "FEDERATION-33",
            "write with whom the fingerprints were compared: name and office, at most {most}"
                    + " characters."),
    REASON(
            "PAI-06",
            "FEDERATION-34",
            "another key is pinned already: write why it is given up, at most {most} characters; it"
                    + " stands in the security log."),
    NOT_KEPT(
            "PAI-07",
            "FEDERATION-33",
            "the invitation cannot be kept at {file}: nothing was pinned; the operator must let the"
                    + " node's account write there."),
    NOTHING_BROUGHT(
            "PAI-08", "FEDERATION-33", "choose the counterpart's invitation, or paste its text.");

    private final String id;
    private final String source;
    private final String sentence;

    PairingRule(String id, String requirement, String sentence) {
        this.id = id;
        this.source = "spec/federation " + requirement;
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
