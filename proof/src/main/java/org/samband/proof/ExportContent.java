// SPDX-License-Identifier: EUPL-1.2
package org.samband.proof;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What an export holds, read line by line for whoever takes it in. It checks nothing: {@link
/// ExportVerification} does, before.
public final class ExportContent {
    private final ExportLines lines;
    private final String partnership;
    private final List<Ledger> ledgers = new ArrayList<>();

    /// One ledger of the export.
    ///
    /// @param size number of its entries
    /// @param key the first one of the ledger
    /// @param second beside it; empty where there was none
    /// @param checkpoints smallest first
    public record Ledger(
            String party,
            long size,
            VerifierKey key,
            Optional<VerifierKey> second,
            List<Checkpoint> checkpoints) {}

    /// Takes what is read.
    public interface Taker {
        /// @param bytes of the next entry of the ledger
        void entry(Ledger ledger, byte[] bytes);
    }

    private ExportContent(ExportLines lines, String partnership) {
        this.lines = lines;
        this.partnership = partnership;
    }

    /// Reads the first line.
    ///
    /// @param export stays open until {@link #entries} has read it
    /// @throws IOException if it is no export
    public static ExportContent of(ExportFile export) throws IOException {
        try {
            var lines = new ExportLines(export);
            var first = lines.next();
            var json = CanonicalJson.readCanonicalObject(first == null ? new byte[0] : first);
            var content =
                    new ExportContent(lines, (String) LedgerHeader.required(json, "partnership"));
            for (var ledger : (List<?>) LedgerHeader.required(json, "ledgers")) {
                var header = LedgerHeader.of(CanonicalJson.object(ledger));
                content.ledgers.add(
                        new Ledger(
                                header.party(),
                                header.size(),
                                header.key(),
                                header.second(),
                                header.checkpoints()));
            }
            return content;
        } catch (JsonRefused | ExportBroken | IllegalArgumentException | ClassCastException not) {
            throw new IOException("the file is no export", not);
        }
    }

    public String partnership() {
        return partnership;
    }

    public List<Ledger> ledgers() {
        return List.copyOf(ledgers);
    }

    /// Reads all entries in their order.
    public void entries(Taker taker) throws IOException {
        try {
            for (var ledger : ledgers) {
                for (long left = ledger.size(); left > 0; ) {
                    var next = lines.next((int) Math.min(EntryBatch.WHOLE, left));
                    if (next == null) {
                        throw new IOException("the export ends too early");
                    }
                    for (int i = 0; i < next.count(); i++) {
                        taker.entry(ledger, next.line(i));
                    }
                    lines.release(next);
                    left -= next.count();
                }
            }
        } catch (ExportBroken broken) {
            throw new IOException(broken);
        }
    }
}
