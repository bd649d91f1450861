// SPDX-License-Identifier: EUPL-1.2
package org.samband.commitment;

import org.samband.act.Rule;

/// By which rules a commitment stands where it stands, and by which a correction cannot be read.
/// The Norwegian sentences stand in the words file of the room; `docs/standings.md` prints all of
/// them.
public enum CommitmentRule implements Rule {
    ANNUAL_KEPT(
            "COM-01",
            "SDP paragraph 11, third item; practice of the Dialogues 2021 to 2024",
            "It took place in this calendar year. \"Annually\" means once in each calendar year."),
    ANNUAL_DUE(
            "COM-02",
            "SDP paragraph 11, third item; practice of the Dialogues 2021 to 2024",
            "It has not yet taken place in this calendar year, which runs until 31 December."),
    ANNUAL_OVERDUE(
            "COM-03",
            "SDP paragraph 11, third item; practice of the Dialogues 2021 to 2024",
            "A whole calendar year has passed without a record of it. The year in which the text"
                    + " took effect is not whole and is never counted as missing."),
    EDITION_KEPT(
            "COM-04",
            "SDP paragraph 11, first item; announcements of the Forum 2023 and 2024",
            "Every edition that is on record has its invitation. The text calls for one with each"
                    + " edition and sets no date."),
    EDITION_OPEN(
            "COM-05",
            "SDP paragraph 11, first item; announcements of the Forum 2023 and 2024",
            "An edition is announced and its invitation is not on record. The text sets no date."),
    NO_EDITION(
            "COM-06",
            "SDP paragraph 11, first item; announcements of the Forum 2023 and 2024",
            "No edition is announced. The commitment is called for by an announcement, not by a"
                    + " clock."),
    REGULAR_ACTIVE(
            "COM-07",
            "SDP paragraphs 16, 17, 26, 42 and 47; design section 5",
            "There is activity in this calendar year or the last. \"Regular\" has no number until"
                    + " the parties agree one."),
    REGULAR_QUIET(
            "COM-08",
            "SDP paragraphs 16, 17, 26, 42 and 47; design section 5",
            "No activity is on record in this calendar year or the last. \"Regular\" has no number"
                    + " until the parties agree one, so nothing is late."),
    ACTIVE(
            "COM-09",
            "Design section 5",
            "There is activity in this calendar year or the last. The text sets no time."),
    QUIET(
            "COM-10",
            "Design section 5",
            "No activity is on record in this calendar year or the last. The text sets no time, so"
                    + " nothing is late."),
    AIM_ACTIVE(
            "COM-11",
            "SDP paragraph 12; design section 5",
            "There is activity in this calendar year or the last. The text states an aim."),
    AIM_QUIET(
            "COM-12",
            "SDP paragraph 12; design section 5",
            "No activity is on record in this calendar year or the last. The text states an aim,"
                    + " which is never late."),
    COMMITTED_ACTIVE(
            "COM-13",
            "SDP paragraph 45",
            "There is activity in this calendar year or the last. The parties are committed"
                    + " throughout; the text sets no time."),
    COMMITTED_QUIET(
            "COM-14",
            "SDP paragraph 45",
            "No activity is on record in this calendar year or the last. The parties are committed"
                    + " throughout; the text sets no time, so nothing is late."),
    NOT_TAKEN_UP(
            "COM-15",
            "SDP paragraphs 18, 20, 22, 28, 32, 36, 38 and 44",
            "It has not been taken up. What the parties will explore or consider is never late."),
    TAKEN_UP(
            "COM-16",
            "SDP paragraphs 18, 20, 22, 28, 32, 36, 38 and 44",
            "It is being explored. What the parties will explore or consider is never late."),
    RESULT_FOUND(
            "COM-17",
            "SDP paragraphs 18, 20, 22, 28, 32, 36, 38 and 44",
            "The exploration has a result, whether it was taken up or not."),
    MAY_UNUSED(
            "COM-18",
            "SDP paragraph 11, second item",
            "The party may do so and has not made use of it. Nothing is owed."),
    MAY_USED(
            "COM-19",
            "SDP paragraph 11, second item",
            "The party may do so and has made use of it. Nothing more is owed."),
    WELCOME_UNUSED(
            "COM-20",
            "SDP paragraph 37",
            "The invitation stands open and has not been used. Nothing is owed."),
    WELCOME_USED("COM-21", "SDP paragraph 37", "The invitation stands open and has been used."),
    CONDITION_OPEN(
            "COM-22", "SDP paragraph 15", "What the text makes it depend on has not come about."),
    CONDITION_CAME_ABOUT(
            "COM-23",
            "SDP paragraph 15",
            "What the text makes it depend on has come about and nothing further is on record. The"
                    + " text sets no date."),
    CONDITION_ANSWERED(
            "COM-24",
            "SDP paragraph 15",
            "What the text makes it depend on has come about and was answered."),
    TO_BE_ESTABLISHED(
            "COM-25",
            "SDP paragraphs 26 and 39",
            "It has not been established. The text sets no time, so nothing is late."),
    ESTABLISHED(
            "COM-26",
            "SDP paragraphs 26 and 39",
            "It was established; the commitment has its one event."),
    DECIDED(
            "COM-27",
            "SDP paragraph 10",
            "The parties decided it in the text itself; it stands since the text took effect."),
    FRAME(
            "COM-28",
            "SDP paragraphs 11 and 12",
            "The sentence opens a list and asks nothing of its own; what follows it fills it."),
    ABSTAINING(
            "COM-29",
            "Design section 5",
            "The parties will not do something: there is nothing to record, and that is how it is"
                    + " kept."),
    AS_APPROPRIATE_UNUSED(
            "COM-30",
            "SDP paragraph 48",
            "It is done as appropriate, and no occasion is on record. Nothing is owed."),
    AS_APPROPRIATE_USED("COM-31", "SDP paragraph 48", "It is done as appropriate, and was done."),
    OTHER_CADENCE_ACTIVE(
            "COM-32",
            "Design section 5",
            "There is activity in this calendar year or the last. No number is made of the text's"
                    + " word for how often."),
    OTHER_CADENCE_QUIET(
            "COM-33",
            "Design section 5",
            "No activity is on record in this calendar year or the last. No number is made of the"
                    + " text's word for how often, so nothing is late."),
    SUSPENDED("COM-34", "Design section 5", "Both parties have set it aside for the time being."),
    DISPUTED(
            "COM-35",
            "Design section 5; SDP paragraph 11, third item: monitoring of the implementation",
            "One party proposed another reading and the other declined it. Both views are shown."),
    CORRECTION_UNREADABLE(
            "COM-36",
            "Design section 5",
            "The parties agreed \"{value}\", which is no word for the {member} of a commitment; the"
                    + " reading before it stands. Propose a correction with a word of the list."),
    EVIDENCE_DISPUTED(
            "COM-37",
            "Design section 5; SDP paragraph 11, third item: monitoring of the implementation",
            "The parties do not count the same evidence. Both views are shown."),
    MAPPING_LINE(
            "COM-38",
            "spec/instrument, INS-V2",
            "Line {line} of the mapping cannot be read: write an old paragraph or commitment, ->,"
                    + " and the new one, several with commas where it was split, “joins” and a"
                    + " commitment where two became one, or “dropped: ” with a word, such as"
                    + " 13 -> 14 or p20.s1 -> dropped: taken into paragraph 19."),
    UNKNOWN_OLD_PLACE(
            "COM-39",
            "spec/instrument, INS-V2",
            "The mapping names {place}, which the version in force does not have."),
    UNKNOWN_NEW_PLACE(
            "COM-40",
            "spec/instrument, INS-V2",
            "The mapping names {place}, which the new version does not have."),
    MAPPED_TWICE(
            "COM-41",
            "spec/instrument, INS-V2",
            "The mapping maps {place} two ways; leave one line for it. Where two commitments became"
                    + " one, the second line says “joins” before the place."),
    DROPPED_WITHOUT_WORD(
            "COM-42",
            "spec/instrument, INS-V2",
            "The mapping drops {place} without a word; write why after “dropped: ”."),
    UNANSWERED(
            "COM-43",
            "spec/instrument, INS-V3",
            "The mapping does not say where {places} went; write a line for each: its new place,"
                    + " “joins” with the place of the one it goes on with, or “dropped: ” with a"
                    + " word."),
    VERSION_NOT_HELD(
            "COM-44",
            "spec/instrument, INS-V4",
            "This node holds no version of the instrument with these two hashes; put the files that"
                    + " its import wrote, instrument.json and commitments.json, on the form."),
    OTHER_IN_FORCE(
            "COM-45",
            "spec/instrument, INS-V4",
            "The latest version that both adopted is number {number}; a new one replaces that one"
                    + " and no other."),
    EFFECT_TOO_EARLY(
            "COM-46",
            "spec/instrument, INS-V4",
            "A version has effect no earlier than the one that it replaces: {day}."),
    OTHER_PARTIES(
            "COM-47",
            "spec/instrument, INS-V4",
            "The new version binds {named}; the parties of this partnership are {parties}."),
    NO_NEW_TEXT("COM-48", "SDP paragraph 48", "Choose the file of the new text; none was sent.");

    private final String id;
    private final String source;
    private final String sentence;

    CommitmentRule(String id, String source, String sentence) {
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
