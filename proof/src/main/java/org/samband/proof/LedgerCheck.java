// SPDX-License-Identifier: EUPL-1.2
package org.samband.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Checks one ledger of an export: its order, roots, keys and signatures. Source: `spec/ledger/`.
final class LedgerCheck {
    private final String partnership;
    private final LedgerHeader header;
    private final EntrySequence sequence;
    private final KeyTerms keys;
    private final List<Checkpoint> due;
    private final List<Checkpoint> cosigned = new ArrayList<>();
    private MerkleTree tree = MerkleTree.EMPTY;
    private long cosignedSize;

    /// Number of the last entry that a checkpoint has proved.
    private long proved;

    LedgerCheck(String partnership, LedgerHeader header, EntrySequence sequence) {
        this.partnership = partnership;
        this.header = header;
        this.sequence = sequence;
        keys = new KeyTerms(header.key(), header.second());
        due = new ArrayList<>(header.checkpoints());
    }

    /// Where the content of acts goes.
    interface Reader {
        void take(String party, long number, long seen, EntrySequence.Content content)
                throws ExportBroken;
    }

    EntrySequence sequence() {
        return sequence;
    }

    /// Takes the next entries.
    void take(EntryBatch batch, Reader reader) throws ExportBroken {
        boolean atOnce =
                batch.isWhole()
                        && tree.size() % EntryBatch.WHOLE == 0
                        && (due.isEmpty()
                                || due.getFirst().size() >= tree.size() + EntryBatch.WHOLE);
        for (int i = 0; i < batch.count(); i++) {
            var content = sequence.next(batch, i);
            if (content != null) {
                if (content.kind() == EntryWalk.Kind.KEY) {
                    key(content);
                } else {
                    reader.take(header.party(), sequence.size(), sequence.seen(), content);
                }
            }
            if (!atOnce) {
                tree = tree.append(batch.leaf(i));
                checkpointsDue();
            }
        }
        if (atOnce) {
            tree = tree.append(batch.subtree(), EntryBatch.HEIGHT);
            checkpointsDue();
        }
    }

    private void key(EntrySequence.Content content) throws ExportBroken {
        KeyEntry entry;
        try {
            Map<String, @Nullable Object> members =
                    CanonicalJson.object(
                            CanonicalJson.read(
                                    Arrays.copyOfRange(
                                            content.bytes(), content.from(), content.to())));
            entry = KeyEntry.of(members, origin());
        } catch (JsonRefused | IllegalArgumentException wrong) {
            throw broken(sequence.size(), "LEDGER-17", String.valueOf(wrong.getMessage()));
        }
        var fault = keys.announce(sequence.size(), sequence.seen(), entry);
        if (fault.isPresent()) {
            throw broken(sequence.size(), fault.get());
        }
        if (entry.revokes().isPresent()
                && header.checkpoints().stream()
                        .mapToLong(Checkpoint::size)
                        .anyMatch(size ->
                                size > entry.revokes().getAsLong() && size < sequence.size())) {
            throw broken(
                    sequence.size(),
                    "LEDGER-19",
                    "a checkpoint before this entry is signed with the key that it revokes");
        }
        sequence.expires(entry.until().map(Object::toString).orElse(""));
        if (header.checkpoints().stream().noneMatch(held -> held.size() == sequence.size())) {
            throw broken(
                    sequence.size(),
                    "LEDGER-18",
                    "no checkpoint of this size shows that the new key follows the old one");
        }
    }

    private String origin() {
        return "samband/" + partnership + "/" + header.party();
    }

    /// Checks the checkpoints of the size that was reached.
    void checkpointsDue() throws ExportBroken {
        while (!due.isEmpty() && due.getFirst().size() == tree.size()) {
            checkpoint(due.removeFirst());
        }
    }

    private void checkpoint(Checkpoint checkpoint) throws ExportBroken {
        if (!checkpoint.root().equals(tree.root())) {
            throw broken(
                    tree.size(),
                    "LEDGER-11",
                    "one of the entries "
                            + (proved + 1)
                            + " to "
                            + tree.size()
                            + " was changed, or the checkpoint was: they do not give the root that"
                            + " the party signed");
        }
        var fault = keys.fault(checkpoint);
        if (fault.isPresent()) {
            throw broken(tree.size(), fault.get());
        }
        proved = tree.size();
        if (checkpoint.signatures().stream().anyMatch(line -> !line.name().equals(origin()))) {
            cosigned.add(checkpoint);
        }
    }

    /// Checks what the first line says of this ledger. Before the first entry of any.
    void header() throws ExportBroken {
        for (var checkpoint : due) {
            if (!checkpoint.origin().equals(origin())) {
                throw broken(
                        0,
                        "LEDGER-10",
                        "the checkpoint of size " + checkpoint.size() + " is of another ledger");
            }
        }
        long last = due.isEmpty() ? 0 : due.getLast().size();
        if (last > header.size()) {
            throw broken(0, "LEDGER-22", "a checkpoint names more entries than the ledger has");
        }
        if (last < header.size()) {
            throw broken(0, "LEDGER-22", "no checkpoint is of the whole ledger");
        }
    }

    /// Checks that all entries came.
    void complete() throws ExportBroken {
        if (tree.size() < header.size()) {
            throw broken(sequence.number(), "LEDGER-21", "the export ends before this entry");
        }
    }

    /// Checks every cosignature, when the keys of all ledgers are known.
    void cosignatures(Collection<LedgerCheck> all) throws ExportBroken {
        for (var checkpoint : cosigned) {
            for (var line : checkpoint.signatures()) {
                if (!line.name().equals(origin())) {
                    cosignature(checkpoint, line.name(), all);
                }
            }
            cosignedSize = checkpoint.size();
        }
    }

    private void cosignature(Checkpoint checkpoint, String name, Collection<LedgerCheck> all)
            throws ExportBroken {
        var counterpart = all.stream().filter(one -> one.keys.name().equals(name)).findFirst();
        if (counterpart.isEmpty()) {
            throw broken(
                    checkpoint.size(),
                    "LEDGER-13",
                    "the cosignature of " + name + " does not hold");
        }
        var fault = counterpart.get().keys.cosignatureFault(checkpoint);
        if (fault.isPresent()) {
            throw broken(checkpoint.size(), fault.get());
        }
    }

    Verification.LedgerProved proved() {
        return new Verification.LedgerProved(
                header.party(), header.size(), tree.root(), keys.all(), cosignedSize);
    }

    private ExportBroken broken(long entry, KeyTerms.Fault fault) {
        return broken(entry, fault.requirement(), fault.sentence());
    }

    private ExportBroken broken(long entry, String requirement, String sentence) {
        return new ExportBroken(header.party(), entry, requirement, sentence);
    }
}
