// SPDX-License-Identifier: EUPL-1.2
package org.samband.document;

import org.samband.act.Outcome;
import org.samband.parties.Bilingual;

/// A public form of document that can be read. A procedure names it in the member `reads` of an
/// act. Source: `spec/document/`.
public sealed interface DocumentForm permits AlignmentDeclarations, CiseMessages {
    /// The largest document in bytes.
    int LARGEST = 1 << 20;

    /// As procedures name it, for instance `alignment-declaration`.
    String name();

    /// What an officer calls it.
    Bilingual title();

    /// Reads a document; nothing of it is kept.
    ///
    /// @param document at most {@link #LARGEST} bytes
    Outcome<DocumentReading> read(byte[] document);
}
