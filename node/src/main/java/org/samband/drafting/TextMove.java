// SPDX-License-Identifier: EUPL-1.2
package org.samband.drafting;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.samband.attachment.Attachment;
import org.samband.parties.PartyCode;
import org.samband.procedure.ActRef;

/// What one entry says about a joint text. Source: spec/drafting, "Entries".
public sealed interface TextMove {
    /// Stands for the entry that is about to be made, whose number nobody knows yet: a new point
    /// may stand behind another one of the same entry.
    ActRef SAME = new ActRef(new PartyCode("SAME"), 1);

    /// Wordings for points, new points, points moved or removed.
    ///
    /// @param remark why; empty for none
    record Propose(List<Change> changes, String remark) implements TextMove {
        public Propose {
            changes = List.copyOf(changes);
        }
    }

    /// @param point empty for a new point
    /// @param upon the positions that stood on the point, by their entries in order
    /// @param wording empty to remove the point
    record Change(Optional<PointId> point, List<ActRef> upon, Optional<Wording> wording) {
        public Change {
            upon = List.copyOf(upon);
        }
    }

    /// Takes wordings that stand as the party's own.
    ///
    /// @param of for each point the entry whose wording is taken
    record Accept(Map<PointId, ActRef> of, boolean adReferendum) implements TextMove {
        public Accept {
            of = Map.copyOf(of);
        }
    }

    /// Wants closed points reopened; they are once both want it.
    record Reopen(List<PointId> points, String reason) implements TextMove {
        public Reopen {
            points = List.copyOf(points);
        }
    }

    /// @param point empty where it is about the whole text
    record Comment(Optional<PointId> point, String text) implements TextMove {}

    /// @param hash SHA-256 of the canonical text, 64 hexadecimal digits
    record Agree(String hash) implements TextMove {}

    /// Makes the sealed text public once both do.
    ///
    /// @param text the canonical text as a JSON object
    record Publish(String hash, Map<String, Object> text) implements TextMove {
        public Publish {
            text = Map.copyOf(text);
        }
    }

    /// Sends the party's own copy of the sealed text, signed by its node.
    ///
    /// @param notes checkpoints of both ledgers, as they stand on its last page
    /// @param file a PDF
    record Copy(String hash, List<String> notes, Attachment file) implements TextMove {
        public Copy {
            notes = List.copyOf(notes);
        }
    }

    /// Sends the other party's copy back with the signature of this one behind its own.
    ///
    /// @param copy the entry that brought it
    record Countersign(ActRef copy, Attachment file) implements TextMove {}
}
