// SPDX-License-Identifier: EUPL-1.2
package org.samband.drafting;

import org.samband.act.Rule;

/// Why something cannot be done with a joint text.
public enum DraftingRule implements Rule {
    NOT_FOR_DRAFTING(
            "TXT-01",
            "DRAFT-31",
            "texts are drafted by desk officers, area leads and heads of delegation: ask one of"
                    + " them."),
    NOT_FOR_AGREEING(
            "TXT-02",
            "DRAFT-31",
            "a text is agreed and made public by heads of delegation: ask one of them."),
    UNKNOWN_TEXT("TXT-03", "DRAFT-02", "there is no text {text} that you can see."),
    UNKNOWN_POINT("TXT-04", "DRAFT-05", "the text has no point {point}."),
    CLOSED(
            "TXT-05",
            "DRAFT-14",
            "point {number} is closed: both parties agreed it. It can be changed once both have"
                    + " asked to reopen it."),
    CHANGED_MEANWHILE(
            "TXT-06",
            "DRAFT-11",
            "point {number} has changed while you were writing, by {by}. What you typed is kept;"
                    + " look again and send it if it still holds."),
    WORDING(
            "TXT-07",
            "DRAFT-08",
            "write a wording of at most {most} characters that can be shown, without blank lines"
                    + " around it."),
    HEADING(
            "TXT-08",
            "DRAFT-08",
            "a heading is one line of at most {most} characters that can be shown."),
    NOTHING_NEW(
            "TXT-09",
            "DRAFT-12",
            "your party stands there already: this changes nothing at point {number}."),
    NOT_STANDING(
            "TXT-10",
            "DRAFT-12",
            "the wording of {of} no longer stands at point {number}: look at what stands there"
                    + " now."),
    NOT_CLOSED(
            "TXT-11",
            "DRAFT-14",
            "point {number} is not closed, so there is nothing to reopen: propose a wording"
                    + " instead."),
    REOPENING_ALREADY(
            "TXT-12",
            "DRAFT-14",
            "your party has asked already to reopen point {number}; it waits for the other party."),
    BRACKETS_LEFT(
            "TXT-13",
            "DRAFT-16",
            "points still in square brackets or ad referendum: {open}. A text is agreed when none"
                    + " is left."),
    OTHER_BYTES(
            "TXT-14",
            "DRAFT-16",
            "the text has changed since: what you saw has the hash {hash}, what stands now {now}."
                    + " Read it again before you agree."),
    AGREED_ALREADY(
            "TXT-15",
            "DRAFT-16",
            "your party has agreed these bytes already; it waits for the other party."),
    SEALED(
            "TXT-16",
            "DRAFT-17",
            "the text is sealed: both parties agreed it, and nothing in it changes any more."),
    NOT_SEALED("TXT-17", "DRAFT-19", "a text is made public after both parties have agreed it."),
    NOT_FOR_THE_PUBLIC(
            "TXT-18", "DRAFT-19", "only a readout is made public; this text is of another kind."),
    PUBLISHED_ALREADY(
            "TXT-19",
            "DRAFT-19",
            "your party has made the text public already; it waits for the other party."),
    MALFORMED(
            "TXT-20",
            "DRAFT-03",
            "an entry of the kind {kind} is not in its form (member {member}): the sender's node"
                    + " must be put right."),
    TITLE("TXT-21", "DRAFT-03", "write a title of one line and at most {most} characters."),
    KIND("TXT-22", "DRAFT-03", "choose what the text is to be and its language."),
    NO_POINTS("TXT-23", "DRAFT-16", "the text has no points yet: there is nothing to agree."),
    TOO_MANY_POINTS("TXT-24", "DRAFT-08", "a text has at most {most} points."),
    PLACE(
            "TXT-25",
            "DRAFT-09",
            "a point stands at the beginning or behind another point of the text, not behind"
                    + " {after}."),
    COMMENT(
            "TXT-26",
            "DRAFT-15",
            "write a comment or reason of at most {most} characters that can be shown."),
    MARKING("TXT-27", "DRAFT-04", "choose a marking for the text."),
    NO_SEALED_TEXT(
            "TXT-28",
            "DRAFT-24",
            "{text} is no sealed text of this dossier with that hash: take number and hash from the"
                    + " page of the text."),
    NO_AGENDA(
            "TXT-29",
            "DRAFT-25",
            "only items of an agenda have paragraphs, time and speaker; this text is of another"
                    + " kind."),
    ITEM_TITLE("TXT-30", "DRAFT-25", "an item of an agenda has a title."),
    ITEM(
            "TXT-31",
            "DRAFT-25",
            "“{typed}” cannot be read: paragraphs are numbers such as 23 or 11.3, a time is written"
                    + " 09:30, an item takes 1 to {most} minutes, a speaker is one line of at most"
                    + " {longest} characters."),
    NOT_SEALED_YET(
            "TXT-36", "DRAFT-40", "a text is copied for signature after both parties agreed it."),
    COPY_SIGNED("TXT-37", "DRAFT-40", "both nodes have signed this copy already."),
    NOT_RECEIPTED(
            "TXT-38",
            "DRAFT-40",
            "the other party's node has not confirmed yet that it has your party's agreement: wait"
                    + " until the line has carried it, and try again."),
    NO_COPY("TXT-39", "DRAFT-41", "there is no such copy of the other party to sign ({copy})."),
    COPY_UNSIGNED(
            "TXT-40",
            "DRAFT-41",
            "the copy does not bear one signature over all of it: ask the other party to send its"
                    + " copy again."),
    COPY_OTHER_KEY(
            "TXT-41",
            "DRAFT-41",
            "the copy is not signed with the key that is pinned for the other party's node: compare"
                    + " the keys of both nodes before you go on."),
    COPY_OTHER_BYTES(
            "TXT-42",
            "DRAFT-41",
            "the copy is not, byte by byte, the one that this node writes of the sealed text: it is"
                    + " not signed. See that both nodes run the same version, and ask for the copy"
                    + " again.");

    private final String id;
    private final String source;
    private final String sentence;

    DraftingRule(String id, String requirement, String sentence) {
        this.id = id;
        this.source = "spec/drafting " + requirement;
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
