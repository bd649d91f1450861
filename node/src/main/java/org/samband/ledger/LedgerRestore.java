// SPDX-License-Identifier: EUPL-1.2
package org.samband.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.samband.act.Outcome;
import org.samband.act.Refusal;
import org.samband.parties.Sight;
import org.samband.parties.Sights;
import org.samband.proof.Checkpoint;
import org.samband.proof.ExportContent;
import org.samband.proof.ExportFile;
import org.samband.proof.ExportVerification;
import org.samband.proof.KeyTerms;
import org.samband.proof.MerkleTree;
import org.samband.proof.Verification;
import org.springframework.stereotype.Component;

/// Takes a whole partnership back in from its export, on a node that holds nothing of it: both
/// shared ledgers as they were signed, and with them everything that follows from them. All or
/// nothing, in one transaction.
@Component
public class LedgerRestore {
    private final Ledgers ledgers;
    private final LedgerKey key;
    private final LedgerKeys keys;
    private final LedgerRows rows;
    private final Roots roots;
    private final Recording recording;
    private final Sights sights;

    LedgerRestore(
            Ledgers ledgers,
            LedgerKey key,
            LedgerKeys keys,
            LedgerRows rows,
            Roots roots,
            Recording recording,
            Sights sights) {
        this.ledgers = ledgers;
        this.key = key;
        this.keys = keys;
        this.rows = rows;
        this.roots = roots;
        this.recording = recording;
        this.sights = sights;
    }

    /// What was taken in.
    ///
    /// @param own entries of the own line
    public record Restored(String partnership, long entries, long own) {}

    /// Verifies an export and takes it in.
    ///
    /// @param own file with the own line of the same partnership, from {@link LedgerExport#own}
    public Outcome<Restored> restore(Path export, Optional<Path> own) throws IOException {
        var proved = ExportVerification.of(export, _ -> {});
        if (!(proved instanceof Verification.Holds holds)) {
            return Outcome.refused(
                    Refusal.of(LedgerRule.EXPORT_DOES_NOT_HOLD).with("reason", reason(proved)));
        }
        var pair =
                ledgers.pairs().stream()
                        .filter(held -> held.partnership().value().equals(holds.partnership()))
                        .findFirst();
        if (pair.isEmpty()) {
            return Outcome.refused(
                    Refusal.of(LedgerRule.NO_SUCH_LEDGER).with("ledger", holds.partnership()));
        }
        var stranger = stranger(pair.get(), holds);
        if (stranger.isPresent()) {
            return Outcome.refused(
                    Refusal.of(LedgerRule.EXPORT_OF_OTHER_KEYS).with("party", stranger.get()));
        }
        return sights.within(Sight.NODE, () -> taken(pair.get(), export, own));
    }

    private static String reason(Verification proved) {
        return switch (proved) {
            case Verification.Broken broken ->
                    "ledger %s, entry %d, %s: %s"
                            .formatted(
                                    broken.party(),
                                    broken.entry(),
                                    broken.requirement(),
                                    broken.sentence());
            case Verification.Unreadable unreadable -> unreadable.sentence();
            case Verification.Holds _ -> "";
        };
    }

    /// The party whose ledger is signed with another key than this node has for it.
    private Optional<String> stranger(LedgerPair pair, Verification.Holds holds) {
        for (var ledger : holds.ledgers()) {
            boolean known =
                    ledger.party().equals(pair.ours().value())
                            ? isOurs(pair, ledger.keys().getLast())
                            : pair.counterpartKey().isEmpty()
                                    || ledger.keys().stream()
                                            .anyMatch(term -> isCounterparts(pair, term));
            if (!known) {
                return Optional.of(ledger.party());
            }
        }
        return Optional.empty();
    }

    private boolean isOurs(LedgerPair pair, KeyTerms.Term newest) {
        var origin = Ledgers.origin(pair.shared());
        return key.verifier(origin).equals(newest.key())
                && key.second(origin).equals(newest.second());
    }

    private static boolean isCounterparts(LedgerPair pair, KeyTerms.Term term) {
        return pair.counterpartKey().filter(term.key()::equals).isPresent()
                && (pair.counterpartSecond().isEmpty()
                        || pair.counterpartSecond().equals(term.second()));
    }

    private Outcome<Restored> taken(LedgerPair pair, Path export, Optional<Path> own) {
        for (var ledger : List.of(pair.shared(), pair.counterparts(), pair.own())) {
            if (rows.lock(ledger).size() > 0) {
                return Outcome.refused(
                        Refusal.of(LedgerRule.NOT_EMPTY).with("partnership", pair.partnership()));
            }
        }
        try (var file = ExportFile.open(export)) {
            long shared = shared(pair, ExportContent.of(file));
            long notes = own.isPresent() ? own(pair, own.get()) : 0;
            return Outcome.accepted(new Restored(pair.partnership().value(), shared, notes));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private long shared(LedgerPair pair, ExportContent content) throws IOException {
        var growing = new ArrayList<Growing>();
        for (var ledger : content.ledgers()) {
            boolean ours = ledger.party().equals(pair.ours().value());
            growing.add(
                    new Growing(
                            ours,
                            ours ? pair.shared() : pair.counterparts(),
                            Ledgers.origin(ours ? pair.counterparts() : pair.shared()),
                            ledger.checkpoints()));
            keys.first(growing.getLast().ledger, ledger.key(), ledger.second());
        }
        content.entries(
                (ledger, bytes) -> growing.get(content.ledgers().indexOf(ledger)).take(bytes));
        growing.forEach(Growing::end);
        growing.forEach(Growing::told);
        return growing.stream().mapToLong(one -> one.tree.size()).sum();
    }

    private long own(LedgerPair pair, Path file) throws IOException {
        var growing = new Growing(true, pair.own(), "", List.of());
        for (var line : Files.readAllLines(file)) {
            growing.take(line.getBytes(StandardCharsets.UTF_8));
        }
        growing.end();
        growing.told();
        return growing.tree.size();
    }

    /// A ledger that grows by one entry after the other.
    private final class Growing {
        private final boolean ours;
        private final LedgerId ledger;
        private final String counterpart;
        private final List<Checkpoint> checkpoints;
        private final Set<String> subjects = new HashSet<>();
        private MerkleTree tree = MerkleTree.EMPTY;
        private long seen;

        /// @param counterpart the name with which the counterpart cosigns
        Growing(boolean ours, LedgerId ledger, String counterpart, List<Checkpoint> checkpoints) {
            this.ours = ours;
            this.ledger = ledger;
            this.counterpart = counterpart;
            this.checkpoints = checkpoints;
        }

        void take(byte[] bytes) {
            var entry = Ledgers.stored(bytes);
            if (!entry.ledger().equals(ledger) || entry.number().value() != tree.size() + 1) {
                throw new IllegalArgumentException("the file is not of the ledger " + ledger);
            }
            recording.record(List.of(new Recording.Recorded(entry, bytes)), ours);
            subjects.add(entry.subject());
            tree = tree.append(MerkleTree.leaf(bytes));
            seen = entry.seen();
            LedgerKeys.announced(entry)
                    .ifPresent(change -> keys.keep(entry, change, of(tree.size()).orElseThrow()));
        }

        private Optional<Checkpoint> of(long size) {
            return checkpoints.stream().filter(one -> one.size() == size).findFirst();
        }

        /// When all ledgers stand, what follows from them is worked out.
        void told() {
            recording.ended(ledger.partnership(), ours, subjects);
        }

        void end() {
            roots.keep(ledger, 0, tree.size());
            var whole = of(tree.size());
            var cosigned =
                    checkpoints.stream()
                            .filter(one ->
                                    one.signatures().stream()
                                            .anyMatch(line -> line.name().equals(counterpart)))
                            .reduce((_, last) -> last);
            rows.store(new Head(ledger, tree, seen, whole, cosigned));
        }
    }
}
