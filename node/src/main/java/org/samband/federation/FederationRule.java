// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation;

import org.samband.act.Rule;

/// Why something does not leave, is not taken from the counterpart, or did not get through.
public enum FederationRule implements Rule {
    OWN_RECORD(
            "FED-01",
            "FEDERATION-20",
            "an own record never leaves this node: write what the counterpart may read as an act of"
                    + " the dossier."),
    OTHER_PARTNERSHIP(
            "FED-02",
            "FEDERATION-20",
            "entry {number} belongs to another partnership and does not leave on this line: tell"
                    + " the operator."),
    ABOVE_CEILING(
            "FED-03",
            "FEDERATION-21",
            "entry {number} is marked {level}, above what the receiving node is accredited for:"
                    + " nothing of the delivery was taken; send the document by its own channel and"
                    + " speak with the counterpart."),
    UNKNOWN_MARKING(
            "FED-04",
            "FEDERATION-21",
            "entry {number} is marked with \"{word}\", which the receiving node does not know:"
                    + " nothing of the delivery was taken; both nodes need the same marking policies."),
    NOT_A_SEGMENT(
            "FED-05",
            "FEDERATION-01",
            "what came is not a segment ({reason}): the sender's node must send it again."),
    TOO_LARGE(
            "FED-06",
            "FEDERATION-03",
            "a segment has at most {bytes} bytes and {entries} entries: the sender's node must send"
                    + " less at a time."),
    NO_SUCH_LINE(
            "FED-07",
            "FEDERATION-14",
            "there is no such line between these two nodes: check the set-up of the pair on both"
                    + " sides."),
    BUSY(
            "FED-08",
            "FEDERATION-16",
            "the receiving node has enough to do at the moment: the delivery is tried again."),
    HELD(
            "FED-09",
            "FEDERATION-24",
            "the receiving node has stopped taking entries because it found a fork: its"
                    + " administrator must look at it first."),
    NOT_A_PAIR_FILE(
            "FED-10",
            "FEDERATION-31",
            "line {line} of the pair file is wrong: {reason}. Ask the counterpart for the file"
                    + " again."),
    OTHER_PAIR(
            "FED-11",
            "FEDERATION-31",
            "the pair file is of {found} and not of {expected}: take the file that the counterpart"
                    + " made for this partnership."),
    WRONG_KEY(
            "FED-12",
            "FEDERATION-12",
            "who answers at {address} does not hold the counterpart's key: nothing was sent. Check"
                    + " the address, and compare the fingerprint aloud."),
    NOT_KNOWN_THERE(
            "FED-13",
            "FEDERATION-12",
            "the counterpart's node does not know our key: give it our pair file again and compare"
                    + " the fingerprint aloud."),
    NOT_REACHED(
            "FED-14",
            "FEDERATION-41",
            "the counterpart's node at {address} cannot be reached ({reason}): what waits is sent"
                    + " when it is back."),
    NOT_A_RECEIPT(
            "FED-15",
            "FEDERATION-05",
            "what came back is not a receipt ({reason}), so nothing counts as delivered: it is sent"
                    + " again."),
    MORE_THERE_THAN_HERE(
            "FED-16",
            "FEDERATION-43",
            "the counterpart holds {have} of our entries and this node only {size}: this node's"
                    + " database is older than what it sent. No act can be made until they are here"
                    + " again: over the line they are taken back from the counterpart by themselves."
                    + " Else tell its officers that they are missing from the entry after {size} on:"
                    + " they give them back as files; or restore the newest copy."),
    NOT_ALL_SEEN(
            "FED-17",
            "FEDERATION-51",
            "an export holds every record of the partnership, also such as are outside your"
                    + " need-to-know or clearance: ask an officer who sees all of it."),
    LOOKED_BY_ADMINISTRATOR(
            "FED-18",
            "FEDERATION-24",
            "only an administrator can let admission go on after a fork."),
    ENTRIES_LOST(
            "FED-19",
            "FEDERATION-43",
            "this node has lost entries of its own that have left it, so no act can be made: over"
                    + " the line they come back by themselves; else the counterpart gives them back as"
                    + " files, or the operator restores the newest copy of the database."),
    MORE_SENT_THAN_HELD(
            "FED-20",
            "FEDERATION-44",
            "entries up to {sent} have left this node, and its database holds only {size}: it is an"
                    + " older copy. No act can be made until they are here again: over the line they"
                    + " are taken back from the counterpart by themselves. Else tell its officers that"
                    + " they are missing from the entry after {size} on: they give them back as files;"
                    + " or restore the newest copy."),
    NOT_COMPARED(
            "FED-21",
            "FEDERATION-44",
            "this node has started and does not know yet whether its database is the newest: try"
                    + " again in a moment. If the counterpart cannot be reached, an administrator says"
                    + " on the page of the line how many of our entries it holds."),
    NOWHERE(
            "FED-22",
            "FEDERATION-45",
            "entries {first} to {last} of this node were lost with its database before they came to"
                    + " the counterpart: they are nowhere, and whoever made these acts makes them"
                    + " anew."),
    NO_NUMBER(
            "FED-23",
            "FEDERATION-44",
            "write how many of our entries the counterpart holds, as a whole number: its"
                    + " administrator reads it on the same page there."),
    STORE_FAILED(
            "FED-24",
            "FEDERATION-25",
            "this node could not read or write its database for a while (it was away, or its disk"
                    + " was full): nothing was lost, and what waited was tried again."),
    LINK_KEY_MALFORMED(
            "FED-25",
            "FEDERATION-35",
            "entry {number} announces a key of the line and is not of its form ({reason}): nothing"
                    + " of the delivery was taken; the sender's operator must announce it again."),
    NOTHING_HELD(
            "FED-26",
            "FEDERATION-45",
            "this node holds nothing of the ledger of who asks, so there is nothing to give back:"
                    + " an administrator there states 0 on the page of the line.");

    private final String id;
    private final String source;
    private final String sentence;

    FederationRule(String id, String requirement, String sentence) {
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
