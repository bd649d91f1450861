// SPDX-License-Identifier: EUPL-1.2
package org.samband.proof;

import java.io.IOException;
import java.io.InputStream;
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
    /// @param in not closed; read to the end of the entries by {@link #entries}
    /// @throws IOException if it is no export
    public static ExportContent of(InputStream in) throws IOException {
        try {
            var lines = new ExportLines(in);
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
                for (long number = 1; number <= ledger.size(); number++) {
                    var bytes = lines.next();
                    if (bytes == null) {
                        throw new IOException("the export ends too early");
                    }
                    taker.entry(ledger, bytes);
                }
            }
        } catch (ExportBroken broken) {
            throw new IOException(broken);
        }
    }
}
