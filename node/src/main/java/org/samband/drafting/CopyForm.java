// SPDX-License-Identifier: EUPL-1.2
package org.samband.drafting;

import java.util.List;
import java.util.Optional;
import org.samband.attachment.Attachment;
import org.samband.ledger.Entry;
import org.samband.ledger.LedgerId;
import org.samband.ledger.Ledgers;
import org.samband.procedure.ActRef;
import org.samband.proof.Checkpoint;

/// What is wrong with the members of an entry that brings a signed copy. Source: spec/drafting,
/// DRAFT-40 and DRAFT-41.
final class CopyForm {
    static final String PDF = "application/pdf";

    private CopyForm() {}

    /// Name of the member that is wrong.
    static Optional<String> wrongInCopy(Entry entry) {
        return areNotes(entry) ? wrongFile(entry) : Optional.of("notes");
    }

    static Optional<String> wrongInCountersign(Entry entry) {
        return ActRef.of(TextEntries.text(entry.content(), "copy")).isPresent()
                ? wrongFile(entry)
                : Optional.of("copy");
    }

    private static Optional<String> wrongFile(Entry entry) {
        return Attachment.of(entry.content().get("file"))
                        .filter(file -> file.mediaType().equals(PDF))
                        .isPresent()
                ? Optional.empty()
                : Optional.of("file");
    }

    /// Of the ledger of the entry's party first, then of the other one.
    private static boolean areNotes(Entry entry) {
        var notes = TextEntries.list(entry.content(), "notes");
        return notes.size() == 2
                && origin(notes.getFirst()).equals(Ledgers.origin(entry.ledger()))
                && origin(notes.getLast()).startsWith(shared(entry.ledger()))
                && !origin(notes.getLast()).equals(origin(notes.getFirst()));
    }

    private static String shared(LedgerId ledger) {
        var origin = Ledgers.origin(ledger);
        return origin.substring(0, origin.lastIndexOf('/') + 1);
    }

    private static String origin(Object note) {
        try {
            return Checkpoint.parse(String.valueOf(note)).origin();
        } catch (IllegalArgumentException noNote) {
            return "";
        }
    }

    /// As they stand in an entry and on a page: the signatures that everyone can check, without
    /// those of keys that few programs know yet.
    static List<String> shown(List<Checkpoint> checkpoints) {
        return checkpoints.stream()
                .map(one ->
                        new Checkpoint(
                                        one.origin(),
                                        one.size(),
                                        one.root(),
                                        one.signatures().stream()
                                                .filter(line -> line.blob().length() <= LONGEST)
                                                .toList())
                                .note())
                .toList();
    }

    /// Characters of an Ed25519 signature or cosignature in Base64, with what stands before it.
    private static final int LONGEST = 120;
}
