// SPDX-License-Identifier: EUPL-1.2
package org.samband.proof;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/// Re-derives every root and signature of an export from its bytes alone. Source: `spec/ledger/`.
public final class ExportVerification {
    /// The format that this program reads.
    public static final String FORMAT = "samband-export/1";

    private static final String ENTRY_FORMAT = "samband-entry/1";

    /// Longer lines are refused: no entry is longer. Source: `spec/ledger/`, LEDGER-04.
    private static final int LONGEST_LINE = 4 << 20;

    private final InputStream in;
    private final LongConsumer progress;
    private final Map<String, Long> sizes = new HashMap<>();
    private String partnership = "";
    private long read;

    private ExportVerification(InputStream in, LongConsumer progress) {
        this.in = in;
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
        } catch (Wrong wrong) {
            return wrong.broken;
        } catch (NotAnExport not) {
            return new Verification.Unreadable(not.sentence);
        }
    }

    private Verification verify() throws IOException, Wrong, NotAnExport {
        var headers = header();
        var proved = new ArrayList<Verification.LedgerProved>();
        for (var header : headers) {
            proved.add(ledger(header, headers));
        }
        if (line() != null) {
            throw new Wrong("", 0, "LEDGER-21", "more lines follow than the first line announces");
        }
        return new Verification.Holds(partnership, List.copyOf(proved));
    }

    private List<LedgerHeader> header() throws IOException, NotAnExport {
        try {
            var first = line();
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
            return headers;
        } catch (JsonRefused | IllegalArgumentException | ClassCastException | Wrong wrong) {
            throw new NotAnExport(
                    "the first line is no header of an export: " + wrong.getMessage());
        }
    }

    private Verification.LedgerProved ledger(LedgerHeader header, List<LedgerHeader> all)
            throws IOException, Wrong {
        var tree = MerkleTree.EMPTY;
        var due = new ArrayList<>(header.checkpoints());
        long cosigned = takeDue(header, all, due, tree, 0);
        long seen = 0;
        for (long number = 1; number <= header.size(); number++) {
            var bytes = line();
            if (bytes == null) {
                throw new Wrong(
                        header.party(), number, "LEDGER-21", "the export ends before this entry");
            }
            seen = entry(header.party(), number, seen, bytes);
            tree = tree.append(MerkleTree.leaf(bytes));
            cosigned = takeDue(header, all, due, tree, cosigned);
            if (++read % 10_000 == 0) {
                progress.accept(read);
            }
        }
        if (!due.isEmpty()) {
            throw new Wrong(
                    header.party(),
                    0,
                    "LEDGER-22",
                    "a checkpoint names more entries than the ledger has");
        }
        if (header.checkpoints().isEmpty()
                || header.checkpoints().getLast().size() != header.size()) {
            throw new Wrong(header.party(), 0, "LEDGER-22", "no checkpoint is of the whole ledger");
        }
        return new Verification.LedgerProved(header.party(), header.size(), tree.root(), cosigned);
    }

    private long takeDue(
            LedgerHeader header,
            List<LedgerHeader> all,
            List<Checkpoint> due,
            MerkleTree tree,
            long cosignedBefore)
            throws Wrong {
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
            throws Wrong {
        var party = header.party();
        if (!checkpoint.origin().equals("samband/" + partnership + "/" + party)) {
            throw new Wrong(
                    party,
                    0,
                    "LEDGER-10",
                    "the checkpoint of size " + tree.size() + " is of another ledger");
        }
        if (!checkpoint.root().equals(tree.root())) {
            throw new Wrong(
                    party,
                    tree.size(),
                    "LEDGER-11",
                    "the entries up to this one do not give the root that the party signed:"
                            + " one of them was changed, or the checkpoint was");
        }
        if (!checkpoint.isSignedBy(header.key())) {
            throw new Wrong(
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
                throw new Wrong(
                        party,
                        tree.size(),
                        "LEDGER-13",
                        "the cosignature of " + line.name() + " does not hold");
            }
            cosigned = true;
        }
        return cosigned;
    }

    /// Checks one entry and returns its `seen`.
    private long entry(String party, long number, long seenBefore, byte[] bytes) throws Wrong {
        try {
            var entry = CanonicalJson.readCanonicalObject(bytes);
            expect(party, number, "LEDGER-02", "format", ENTRY_FORMAT, entry);
            expect(party, number, "LEDGER-05", "partnership", partnership, entry);
            expect(party, number, "LEDGER-05", "party", party, entry);
            expect(party, number, "LEDGER-06", "number", number, entry);
            expect(party, number, "LEDGER-05", "line", "shared", entry);
            if ("own".equals(entry.get("circle"))) {
                throw new Wrong(
                        party, number, "LEDGER-08", "an own record stands in a shared ledger");
            }
            if (!(entry.get("marking") instanceof String marking) || marking.isEmpty()) {
                throw new Wrong(party, number, "LEDGER-09", "the entry has no marking");
            }
            if (!(entry.get("seen") instanceof Long seen) || seen < seenBefore) {
                throw new Wrong(
                        party,
                        number,
                        "LEDGER-07",
                        "the entry has seen less than the entry before it");
            }
            refuseSeenTooMuch(party, number, seen);
            return seen;
        } catch (JsonRefused refused) {
            throw new Wrong(party, number, "LEDGER-01", refused.sentence());
        }
    }

    private void refuseSeenTooMuch(String party, long number, long seen) throws Wrong {
        var counterpart = sizes.keySet().stream().filter(other -> !other.equals(party)).findFirst();
        if (counterpart.isPresent() && seen > sizes.getOrDefault(counterpart.get(), 0L)) {
            throw new Wrong(
                    party,
                    number,
                    "LEDGER-07",
                    "the entry has seen "
                            + seen
                            + " entries of "
                            + counterpart.get()
                            + ", which are not all here");
        }
    }

    private static void expect(
            String party,
            long number,
            String requirement,
            String member,
            Object value,
            Map<String, @Nullable Object> in)
            throws Wrong {
        if (!value.equals(in.get(member))) {
            throw new Wrong(
                    party,
                    number,
                    requirement,
                    "\"" + member + "\" is " + in.get(member) + " and not " + value);
        }
    }

    private byte @Nullable [] line() throws IOException, Wrong {
        var line = new ByteArrayOutputStream();
        int value = in.read();
        if (value < 0) {
            return null;
        }
        while (value >= 0 && value != '\n') {
            line.write(value);
            if (line.size() > LONGEST_LINE) {
                throw new Wrong("", 0, "LEDGER-04", "a line is longer than an entry may be");
            }
            value = in.read();
        }
        if (value < 0) {
            throw new Wrong("", 0, "LEDGER-21", "the last line has no end: the export was cut off");
        }
        return line.toByteArray();
    }

    private static final class Wrong extends Exception {
        private static final long serialVersionUID = 1;
        private final transient Verification.Broken broken;

        Wrong(String party, long entry, String requirement, String sentence) {
            super(sentence);
            broken = new Verification.Broken(party, entry, requirement, sentence);
        }
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
