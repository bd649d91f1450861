// SPDX-License-Identifier: EUPL-1.2
package org.samband.drafting;

import java.util.List;
import java.util.Optional;
import org.samband.attachment.Attachment;
import org.samband.procedure.ActRef;

/// A party's copy of the sealed text as a PDF that its node signed, and the other one once it has
/// looked at it. Source: spec/drafting, DRAFT-40 to DRAFT-42.
///
/// @param ref entry that brought it
/// @param notes checkpoints of both ledgers, as they stand on its last page
/// @param file with the signature of the party whose copy it is
/// @param both the same with both signatures, once it is there
public record SignedCopy(
        ActRef ref, List<String> notes, Attachment file, Optional<Countersigned> both) {
    public SignedCopy {
        notes = List.copyOf(notes);
    }

    /// @param ref entry that brought it
    public record Countersigned(ActRef ref, Attachment file) {}

    /// The file with the most signatures.
    public Attachment newest() {
        return both.map(Countersigned::file).orElse(file);
    }
}
