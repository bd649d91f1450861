// SPDX-License-Identifier: EUPL-1.2
package org.samband.document;

import org.samband.act.Rule;

/// Why a document is not read. Source of all: `spec/document/`.
public enum DocumentRule implements Rule {
    EMPTY("DOC-01", "No document was given; paste its text or choose a file."),
    TOO_LARGE("DOC-02", "The document is larger than {kibibytes} KiB; paste the part that counts."),
    /// The formula of an alignment declaration was not found.
    NO_DECLARATION(
            "DOC-03",
            "This is no declaration on alignment: {missing} was not found. Paste the whole text, or"
                    + " fill the fields in by hand."),
    /// XML that is not well-formed, has a document type, or is too deep.
    NO_XML("DOC-04", "The message cannot be read: line {line} is not the XML of a message."),
    /// XML, but no message of the CISE service model.
    NO_MESSAGE(
            "DOC-05",
            "This is no CISE message: {found} stands where a message begins. Choose the message as"
                    + " it was received."),
    /// A header field with a word that the service model does not have.
    UNKNOWN_WORD(
            "DOC-06",
            "The message says \"{word}\" for {field}, which the CISE service model does not have;"
                    + " fill the fields in by hand."),
    NOT_TEXT("DOC-07", "The document is no text in UTF-8; paste its text instead.");

    private final String id;
    private final String sentence;

    DocumentRule(String id, String sentence) {
        this.id = id;
        this.sentence = sentence;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String source() {
        return "spec/document";
    }

    @Override
    public String sentence() {
        return sentence;
    }
}
