// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation;

import org.samband.act.Rule;

/// Why a segment file is not made or not taken. Of a file that is refused nothing is kept, save the
/// files in it for entries of which others are still missing ({@link #FILES_MISSING}).
public enum SegmentFileRule implements Rule {
    NOT_A_CONTAINER(
            "FIL-01",
            "FEDERATION-61",
            "the file is not a segment file ({reason}): ask the counterpart for it again."),
    TOO_LARGE(
            "FIL-02",
            "FEDERATION-62",
            "the file is larger than the {bytes} bytes that a segment file may have: nothing of it"
                    + " was read; ask the counterpart for it again."),
    UNSAFE(
            "FIL-03",
            "FEDERATION-62",
            "the file holds \"{name}\", which does not belong in a segment file: nothing was"
                    + " unpacked; find out where the file comes from."),
    SWELLS(
            "FIL-04",
            "FEDERATION-62",
            "\"{name}\" in the file swells to more than {bytes} bytes when it is unpacked: it was"
                    + " stopped; find out where the file comes from."),
    CHANGED(
            "FIL-05",
            "FEDERATION-63",
            "\"{name}\" in the file is not what the manifest was made for: it was changed on the"
                    + " way; take the file from the counterpart again, or another copy of it."),
    NOT_SIGNED(
            "FIL-06",
            "FEDERATION-64",
            "the file is not signed with the counterpart's key ({reason}): nothing was taken; find"
                    + " out where it comes from, and compare the fingerprints aloud."),
    OWN_FILE(
            "FIL-07",
            "FEDERATION-64",
            "this node made the file itself: take it to the counterpart, and bring back what the"
                    + " counterpart's node makes."),
    OTHER_PARTNERSHIP(
            "FIL-08",
            "FEDERATION-64",
            "the file is not of this partnership: nothing was taken; bring it where it belongs."),
    PREDECESSOR_MISSING(
            "FIL-09",
            "FEDERATION-66",
            "the file begins with entry {from}, and this node holds {have}: nothing of it was"
                    + " taken; bring the file with entries {first} to {last} as well, and then this"
                    + " one again."),
    NOT_ALL_SEEN(
            "FIL-10",
            "FEDERATION-68",
            "a segment file holds records that are outside your need-to-know or clearance: ask an"
                    + " officer who sees all of the partnership."),
    NO_PAIR(
            "FIL-11",
            "FEDERATION-60",
            "the pair is not set up, so there is nobody whom a file could be for: set it up"
                    + " first."),
    TOO_MANY(
            "FIL-12",
            "FEDERATION-62",
            "at most {most} files are taken at a time: bring the rest afterwards."),
    NO_FILE("FIL-13", "FEDERATION-66", "choose one or more segment files first."),
    FILES_MISSING(
            "FIL-14",
            "FEDERATION-69",
            "{missing} of the files that entry {number} and those after it carry are not here yet:"
                    + " what came with this one is kept; bring the other segment files of the same"
                    + " entries, in any order."),
    FILE_LOST(
            "FIL-15",
            "FEDERATION-70",
            "entry {number} carries a file that is no longer whole on this node's disk: the"
                    + " operator must restore the folder with the files from the backup."),
    NOTHING_TO_GIVE_BACK(
            "FIL-16",
            "FEDERATION-71",
            "write the number of the first entry that the counterpart has lost, as its"
                    + " administrator reads it: this node holds {have} of its entries."),
    PARTS_MISSING(
            "FIL-17",
            "FEDERATION-71",
            "the file gives back entries of our own, and entries {first} to {last} are missing:"
                    + " nothing was taken, because they prove themselves only together; bring all"
                    + " files of what was given back at once.");

    private final String id;
    private final String source;
    private final String sentence;

    SegmentFileRule(String id, String requirement, String sentence) {
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
