// SPDX-License-Identifier: EUPL-1.2
package org.samband.ledger;

import org.samband.act.Rule;

/// Why an entry is not appended or not admitted.
public enum LedgerRule implements Rule {
    NO_SUCH_LEDGER(
            "LED-01",
            "LEDGER-05",
            "this node holds no ledger {ledger}: check the set-up of the pair."),
    NOT_CANONICAL(
            "LED-02",
            "LEDGER-01",
            "entry {number} is not in its canonical form ({reason}): the sender's node must send it"
                    + " again as it was signed."),
    WRONG_MEMBER(
            "LED-03",
            "LEDGER-05",
            "entry {number} says {member} is {found} and not {expected}: the sender's node must be"
                    + " repaired."),
    GAP(
            "LED-04",
            "LEDGER-06",
            "entries are missing: {have} are here and the next that came is {from}; the sender"
                    + " sends again from {next}."),
    FORK(
            "LED-05",
            "LEDGER-06",
            "there are two different entries with number {number}: admission has stopped; both"
                    + " heads of registry must compare their exports."),
    SEEN_FALLS(
            "LED-06",
            "LEDGER-07",
            "entry {number} has seen {seen} of our entries, which cannot be: the sender's node must"
                    + " be repaired."),
    OWN_RECORD("LED-07", "LEDGER-08", "an own record may not stand in a shared ledger."),
    WRONG_ORIGIN(
            "LED-08",
            "LEDGER-10",
            "the checkpoint is of another ledger: check the set-up of the pair."),
    WRONG_ROOT(
            "LED-09",
            "LEDGER-11",
            "the entries do not give the root that was signed: at least one byte was changed on the"
                    + " way."),
    WRONG_SIGNATURE(
            "LED-10",
            "LEDGER-12",
            "the signature on the checkpoint is not the counterpart's: check its key aloud and set"
                    + " it anew."),
    WRONG_COSIGNATURE(
            "LED-11",
            "LEDGER-13",
            "the receipt is not signed with the counterpart's key, so it proves nothing: the"
                    + " entries are sent again."),
    TOO_LARGE(
            "LED-12",
            "LEDGER-04",
            "an entry has at most {most} bytes and this one has {size}: shorten the text or send it"
                    + " in two acts."),
    NO_CANONICAL_FORM(
            "LED-13",
            "LEDGER-01",
            "the act holds a value that cannot be signed ({reason}): correct it and try again."),
    NO_MARKING("LED-14", "LEDGER-09", "an entry of a shared ledger needs a marking: choose one."),
    EXPORT_DOES_NOT_HOLD(
            "LED-15",
            "LEDGER-24",
            "the export does not hold ({reason}), so nothing was taken from it: take another"
                    + " copy."),
    EXPORT_OF_OTHER_KEYS(
            "LED-16",
            "LEDGER-23",
            "the ledger of {party} in the export is signed with another key than this node has for"
                    + " it: restore the node's keys, or the pair file, of the same time first."),
    NOT_EMPTY(
            "LED-17",
            "LEDGER-06",
            "this node holds entries of {partnership} already: restore into a node with a new data"
                    + " folder or an empty database."),
    WRONG_KEY(
            "LED-18",
            "LEDGER-18",
            "the checkpoint is not signed as the ledger's keys ask for ({reason}): the sender's"
                    + " node must be repaired."),
    KEY_REVOKED(
            "LED-19",
            "LEDGER-19",
            "{party} has revoked its key, because it was lost or stolen: get its new pair file,"
                    + " compare the fingerprint aloud, and start the node with it."),
    KEY_EXPIRED(
            "LED-20",
            "LEDGER-18",
            "the key of {party} was for entries until {until}: that party's administrator must"
                    + " change it first."),
    KEY_CHANGE_NOT_LAST(
            "LED-21",
            "LEDGER-18",
            "entry {number} changes a key and is not the last of its delivery, so nobody can see"
                    + " that the new key follows the old one: the sender's node must be repaired."),
    KEY_MALFORMED(
            "LED-22",
            "LEDGER-17",
            "the change of a key is not of its form ({reason}): the sender's node must be"
                    + " repaired."),
    WRONG_SECOND_SIGNATURE(
            "LED-23",
            "LEDGER-28",
            "the second signature on the checkpoint is missing or is not the counterpart's: the"
                    + " sender's node must sign with both of its keys, or both sides must compare"
                    + " them aloud and set them anew."),
    NOT_SIGNED_HERE(
            "LED-24",
            "LEDGER-18",
            "what the counterpart gives back of our entries is not signed with a key of ours that"
                    + " this node knows ({reason}), so nothing of it was taken: restore a newer"
                    + " backup, or rebuild the node from an export."),
    SECRET_NOT_HERE(
            "LED-25",
            "LEDGER-18",
            "entry {number} of our own changed the ledger key, and this node does not hold the key"
                    + " that followed, so nothing was taken back: put the files ledger.key* of the"
                    + " newest backup, or of the data folder that was replaced, into the folder"
                    + " keys.");

    private final String id;
    private final String source;
    private final String sentence;

    LedgerRule(String id, String requirement, String sentence) {
        this.id = id;
        this.source = "spec/ledger " + requirement;
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
