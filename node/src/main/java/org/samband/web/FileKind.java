// SPDX-License-Identifier: EUPL-1.2
package org.samband.web;

/// Kinds of files that the node hands out.
public enum FileKind {
    /// OASIS LegalDocML.
    AKOMA_NTOSO("application/akn+xml", "akn.xml"),
    /// RFC 4180.
    CSV("text/csv;charset=UTF-8", "csv"),
    /// ECMA-376.
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    /// RFC 8785 where it is what parties agree over.
    JSON("application/json", "json"),
    /// ISO 32000.
    PDF("application/pdf", "pdf"),
    /// ECMA-376.
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx");

    private final String type;
    private final String end;

    FileKind(String type, String end) {
        this.type = type;
        this.end = end;
    }

    String type() {
        return type;
    }

    /// The end of the file's name, without a dot.
    String end() {
        return end;
    }
}
