// SPDX-License-Identifier: EUPL-1.2
package org.samband.proof;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;

/// Re-derives every root and signature of an export from its bytes alone. Source: `spec/ledger/`.
public final class ExportVerification {
    /// The format that this program reads.
    public static final String FORMAT = "samband-export/1";

    private final ExportLines lines;
    private final LongConsumer progress;
    private final Map<String, Long> sizes = new LinkedHashMap<>();
    private final Map<String, EntrySequence> checked = new HashMap<>();
    private String partnership = "";
    private long read;

    private ExportVerification(InputStream in, LongConsumer progress) {
        lines = new ExportLines(in);
        this.progress = progress;
    }

    /// Verifies one export.
    ///
    /// @param in buffered; read to its end, not closed
    /// @param progress told the number of entries read so far, every 10,000 entries
    /// @throws IOException if the bytes cannot be read
    public static Verification of(InputStream in, LongConsumer progress) throws IOException {
        try {
            return new ExportVerification(in, progress).verify();
        } catch (ExportBroken wrong) {
            return wrong.broken();
        } catch (NotAnExport not) {
            return new Verification.Unreadable(not.sentence);
        }
    }

    private Verification verify() throws IOException, ExportBroken, NotAnExport {
        var headers = header();
        var proved = new ArrayList<Verification.LedgerProved>();
        for (var header : headers) {
            proved.add(ledger(header, headers));
        }
        if (lines.next() != null) {
            throw new ExportBroken(
                    "", 0, "LEDGER-21", "more lines follow than the first line announces");
        }
        return new Verification.Holds(partnership, List.copyOf(proved));
    }

    private List<LedgerHeader> header() throws IOException, NotAnExport {
        try {
            var first = lines.next();
            if (first == null) {
                throw new NotAnExport("the file is empty");
            }
            var json = CanonicalJson.readCanonicalObject(first);
            if (!FORMAT.equals(json.get("format"))) {
                throw new NotAnExport("the first line does not say \"format\":\"" + FORMAT + "\"");
            }
            partnership = (String) LedgerHeader.required(json, "partnership");
            var headers = new ArrayList<LedgerHeader>();
            for (var ledger : (List<?>) LedgerHeader.required(json, "ledgers")) {
                headers.add(LedgerHeader.of(CanonicalJson.object(ledger)));
            }
            headers.forEach(header -> sizes.put(header.party(), header.size()));
            if (headers.isEmpty() || headers.size() > 2 || sizes.size() != headers.size()) {
                throw new NotAnExport("an export holds one ledger or both of a partnership");
            }
            return headers;
        } catch (JsonRefused | IllegalArgumentException | ClassCastException | ExportBroken wrong) {
            throw new NotAnExport(
                    "the first line is no header of an export: " + wrong.getMessage());
        }
    }

    private Verification.LedgerProved ledger(LedgerHeader header, List<LedgerHeader> all)
            throws IOException, ExportBroken {
        var tree = MerkleTree.EMPTY;
        var due = new ArrayList<>(header.checkpoints());
        long cosigned = takeDue(header, all, due, tree, 0);
        var sequence = sequence(header.party());
        for (long number = 1; number <= header.size(); number++) {
            var bytes = lines.next();
            if (bytes == null) {
                throw new ExportBroken(
                        header.party(), number, "LEDGER-21", "the export ends before this entry");
            }
            sequence.next(bytes);
            tree = tree.append(MerkleTree.leaf(bytes));
            cosigned = takeDue(header, all, due, tree, cosigned);
            if (++read % 10_000 == 0) {
                progress.accept(read);
            }
        }
        if (!due.isEmpty()) {
            throw new ExportBroken(
                    header.party(),
                    0,
                    "LEDGER-22",
                    "a checkpoint names more entries than the ledger has");
        }
        if (header.size() > 0
                && (header.checkpoints().isEmpty()
                        || header.checkpoints().getLast().size() != header.size())) {
            throw new ExportBroken(
                    header.party(), 0, "LEDGER-22", "no checkpoint is of the whole ledger");
        }
        return new Verification.LedgerProved(
                header.party(), header.size(), tree.root(), header.key(), cosigned);
    }

    private EntrySequence sequence(String party) {
        var counterpart = sizes.keySet().stream().filter(other -> !other.equals(party)).findFirst();
        var sequence =
                new EntrySequence(
                        partnership,
                        party,
                        counterpart.map(other -> sizes.getOrDefault(other, 0L)).orElse(-1L),
                        counterpart.map(checked::get).orElse(null));
        checked.put(party, sequence);
        return sequence;
    }

    private long takeDue(
            LedgerHeader header,
            List<LedgerHeader> all,
            List<Checkpoint> due,
            MerkleTree tree,
            long cosignedBefore)
            throws ExportBroken {
        long cosigned = cosignedBefore;
        while (!due.isEmpty() && due.getFirst().size() == tree.size()) {
            if (checkpoint(header, all, due.removeFirst(), tree)) {
                cosigned = tree.size();
            }
        }
        return cosigned;
    }

    /// Checks a checkpoint and says whether the counterpart cosigned it.
    private boolean checkpoint(
            LedgerHeader header, List<LedgerHeader> all, Checkpoint checkpoint, MerkleTree tree)
            throws ExportBroken {
        var party = header.party();
        if (!checkpoint.origin().equals("samband/" + partnership + "/" + party)) {
            throw new ExportBroken(
                    party,
                    0,
                    "LEDGER-10",
                    "the checkpoint of size " + tree.size() + " is of another ledger");
        }
        if (!checkpoint.root().equals(tree.root())) {
            throw new ExportBroken(
                    party,
                    tree.size(),
                    "LEDGER-11",
                    "the entries up to this one do not give the root that the party signed:"
                            + " one of them was changed, or the checkpoint was");
        }
        if (!checkpoint.isSignedBy(header.key())) {
            throw new ExportBroken(
                    party,
                    tree.size(),
                    "LEDGER-12",
                    "the party's signature on the checkpoint of this size does not hold");
        }
        boolean cosigned = false;
        for (var line : checkpoint.signatures()) {
            if (line.name().equals(header.key().name())) {
                continue;
            }
            var counterpart =
                    all.stream()
                            .map(LedgerHeader::key)
                            .filter(key -> key.name().equals(line.name()))
                            .findFirst();
            if (counterpart.isEmpty()
                    || checkpoint.cosignedAt(counterpart.get().forCosignatures()).isEmpty()) {
                throw new ExportBroken(
                        party,
                        tree.size(),
                        "LEDGER-13",
                        "the cosignature of " + line.name() + " does not hold");
            }
            cosigned = true;
        }
        return cosigned;
    }

    private static final class NotAnExport extends Exception {
        private static final long serialVersionUID = 1;

        private final String sentence;

        NotAnExport(String sentence) {
            super(sentence);
            this.sentence = sentence;
        }
    }
}
