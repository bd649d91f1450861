// SPDX-License-Identifier: EUPL-1.2
package org.samband.attachment;

import org.samband.act.Rule;

/// Why a file is not kept, not taken or not given.
public enum AttachmentRule implements Rule {
    NOT_HERE(
            "ATT-01",
            "spec/federation FEDERATION-80",
            "entry {number} carries a file that the receiving node does not have yet: the sender's"
                    + " node brings it first."),
    MALFORMED(
            "ATT-02",
            "spec/ledger LEDGER-16",
            "entry {number} refers to a file in a form that is not known: the sender's node must be"
                    + " repaired."),
    ALTERED(
            "ATT-03",
            "spec/federation FEDERATION-82",
            "the file that came is not the one that the entry names (SHA-256): at least one byte"
                    + " was changed on the way; it is brought again."),
    NOT_ASKED_FOR(
            "ATT-04",
            "spec/federation FEDERATION-81",
            "no entry that was offered carries this file, so it is not taken."),
    NOT_GIVEN(
            "ATT-05",
            "spec/federation FEDERATION-83",
            "no released entry of this partnership carries this file, so it is not given."),
    NO_ROOM(
            "ATT-06",
            "spec/federation FEDERATION-84",
            "there is no room for {bytes} bytes on the node's disk: tell the operator; what waits"
                    + " is taken up again when there is room."),
    TOO_LARGE(
            "ATT-07",
            "spec/ledger LEDGER-16",
            "a file has at most {most} bytes: send it in parts, or by another channel."),
    EMPTY("ATT-08", "spec/ledger LEDGER-16", "the file “{name}” is empty: choose another one."),
    NAME(
            "ATT-09",
            "spec/ledger LEDGER-16",
            "a file's name has 1 to 200 characters and none that cannot be shown: rename it and"
                    + " choose it again."),
    NOT_UPLOADED(
            "ATT-10",
            "design section 6, need-to-know",
            "you have not put the file “{name}” on this form, or too long ago: choose it again.");

    private final String id;
    private final String source;
    private final String sentence;

    AttachmentRule(String id, String source, String sentence) {
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
