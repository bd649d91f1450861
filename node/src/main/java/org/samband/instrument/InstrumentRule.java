// SPDX-License-Identifier: EUPL-1.2
package org.samband.instrument;

import org.samband.act.Rule;

/// Why a file is not imported. Source of all: design sections 5 and 10.
public enum InstrumentRule implements Rule {
    /// No text at all.
    EMPTY("INS-01", "The file {file} is empty; give the file with the agreed text."),
    /// More bytes, pages, lines or depth than an instrument can have.
    TOO_LARGE("INS-02", "The file {file} is too large for an instrument: {what}."),
    /// None of the five formats.
    UNKNOWN_FORMAT(
            "INS-03",
            "The file {file} is none of plain text, DOCX, PDF, HTML and Akoma Ntoso ({what})."),
    /// A file of a known format that cannot be read.
    DAMAGED("INS-04", "The file {file} cannot be read as {format}: {what}."),
    /// Encrypted or protected by a password.
    ENCRYPTED("INS-05", "The file {file} is encrypted; save it without a password and try again."),
    /// A scan: pages without letters.
    NO_TEXT("INS-06", "The file {file} holds no text that can be read, only {what}."),
    /// External entities, archive bombs and their like.
    UNSAFE("INS-07", "The file {file} is refused because it is unsafe: {what}."),
    /// No two parties can be told from title, definitions or signatures.
    NO_PARTIES(
            "INS-08",
            "The file {file} is no instrument: it names no two parties in a title, a definition or a signature block."),
    /// Parties but nothing that binds them.
    NO_COMMITMENTS(
            "INS-09",
            "The file {file} is no instrument: it holds no operative paragraphs that bind its parties."),
    /// The import took longer than any instrument needs.
    TOO_SLOW("INS-10", "Reading the file {file} took longer than {what}, and was stopped.");

    private final String id;
    private final String sentence;

    InstrumentRule(String id, String sentence) {
        this.id = id;
        this.sentence = sentence;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String source() {
        return "Design, sections 5 and 10";
    }

    @Override
    public String sentence() {
        return sentence;
    }
}
