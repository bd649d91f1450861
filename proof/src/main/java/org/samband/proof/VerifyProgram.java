// SPDX-License-Identifier: EUPL-1.2
package org.samband.proof;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The auditor's program: verifies exports with the JDK alone, without network and database. Exit
/// codes: 0 all hold, 1 something is wrong, 2 a file cannot be read.
public final class VerifyProgram {
    private static final String USAGE =
            """
            usage: verify [--key KEY]... EXPORT...
              EXPORT  the file that the page "The line" gives for a partnership, or the proof of one
                      act that its dossier gives, which needs the keys
              --key   the key of a party, as it gave it to you itself (name+hash+key), or the file
                      that it gave you with its keys; every ledger must then be signed with one of
                      the keys given, and with its second key where that is among them
            exit code: 0 all hold, 1 something is wrong, 2 a file cannot be read\
            """;

    /// An entry of 4 MiB in base64, the path and the checkpoint.
    private static final long LONGEST_PROOF = 6 << 20;

    private final List<VerifierKey> keys;
    private final PrintStream out;

    private VerifyProgram(List<VerifierKey> keys, PrintStream out) {
        this.keys = List.copyOf(keys);
        this.out = out;
    }

    public static void main(String[] arguments) {
        System.exit(run(arguments, new PrintStream(System.out, true, StandardCharsets.UTF_8)));
    }

    /// Verifies the files and prints a screen about each.
    ///
    /// @return the exit code
    public static int run(String[] arguments, PrintStream out) {
        var keys = new ArrayList<VerifierKey>();
        var files = new ArrayList<Path>();
        try {
            for (int i = 0; i < arguments.length; i++) {
                if (arguments[i].equals("--key") && i + 1 < arguments.length) {
                    keys.addAll(keys(arguments[++i]));
                } else if (arguments[i].startsWith("--")) {
                    throw new IllegalArgumentException(
                            "\"" + arguments[i] + "\" is not understood");
                } else {
                    files.add(Path.of(arguments[i]));
                }
            }
        } catch (IOException | IllegalArgumentException wrong) {
            out.println(wrong.getMessage());
            files.clear();
        }
        if (files.isEmpty()) {
            out.println(USAGE);
            return 2;
        }
        var program = new VerifyProgram(keys, out);
        return files.stream().mapToInt(program::verify).max().orElse(2);
    }

    /// A key, or the keys in a pair file (spec/federation, FEDERATION-30).
    private static List<VerifierKey> keys(String given) throws IOException {
        if (given.contains("+") || !Files.isRegularFile(Path.of(given))) {
            return List.of(VerifierKey.parse(given));
        }
        var keys = new ArrayList<VerifierKey>();
        for (var line : Files.readAllLines(Path.of(given))) {
            if (line.startsWith("ledger-key ") || line.startsWith("second-key ")) {
                keys.add(VerifierKey.parse(line.substring(line.indexOf(' ')).strip()));
            }
        }
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("there is no key in " + given);
        }
        return keys;
    }

    private int verify(Path file) {
        try {
            if (isProof(file)) {
                return proof(file);
            }
            var result = ExportVerification.of(file, new Progress(out)::read);
            return switch (result) {
                case Verification.Holds holds -> holds(file, holds);
                case Verification.Broken broken -> broken(file, broken);
                case Verification.Unreadable unreadable -> unreadable(file, unreadable.sentence());
            };
        } catch (IOException broken) {
            return unreadable(file, broken.toString());
        }
    }

    private static boolean isProof(Path file) throws IOException {
        var begin = EntryProof.FORM.getBytes(StandardCharsets.UTF_8);
        try (var in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(begin.length), begin);
        }
    }

    /// A proof bears no keys: without those of the parties it proves nothing.
    private int proof(Path file) throws IOException {
        if (Files.size(file) > LONGEST_PROOF) {
            return unreadable(file, "a proof has at most " + LONGEST_PROOF + " bytes");
        }
        EntryProof proof;
        Optional<Verification.Broken> fault;
        try {
            proof = EntryProof.parse(Files.readString(file));
            fault = proof.fault(keys);
        } catch (IllegalArgumentException | CharacterCodingException wrong) {
            return unreadable(file, String.valueOf(wrong.getMessage()));
        }
        if (fault.isPresent()) {
            return broken(file, fault.get());
        }
        if (keys.stream().noneMatch(key -> key.name().equals(proof.checkpoint().origin()))) {
            return unreadable(
                    file, "give the key of " + proof.checkpoint().origin() + " with --key");
        }
        out.println(file + ": HOLDS");
        out.println(
                "entry %d stands in %s, which had %d entries then"
                        .formatted(
                                proof.number(),
                                proof.checkpoint().origin(),
                                proof.checkpoint().size()));
        var receipts = proof.receipts(keys);
        receipts.forEach((key, time) ->
                out.println("  receipted by " + key.name() + " at " + Instant.ofEpochSecond(time)));
        if (receipts.isEmpty()) {
            out.println(
                    "  no receipt of a counterpart whose key was given: that it was received is"
                            + " not proved");
        }
        out.println("  it says " + proof.said());
        return 0;
    }

    private int unreadable(Path file, String sentence) {
        out.println(file + ": CANNOT BE READ: " + sentence);
        return 2;
    }

    private int holds(Path file, Verification.Holds holds) {
        if (!keys.isEmpty()) {
            for (var ledger : holds.ledgers()) {
                if (!isTrusted(ledger.keys())) {
                    return broken(
                            file,
                            new Verification.Broken(
                                    ledger.party(),
                                    0,
                                    "LEDGER-23",
                                    "the ledger is signed with a key that is none of those given"));
                }
            }
        }
        out.println(file + ": HOLDS (partnership " + holds.partnership() + ")");
        holds.ledgers().forEach(this::proved);
        if (holds.dossiers() > 0) {
            out.println(holds.dossiers() + " dossiers are in the state that their entries say");
        }
        if (keys.isEmpty()) {
            out.println(
                    "  compare these keys with those that each party gives you itself, or use"
                            + " --key");
        }
        out.println("  checked at " + Instant.now() + " with the JDK alone");
        return 0;
    }

    /// Whether a key that was given signed the ledger, or one that follows from it: a key that a
    /// given one handed over to. After a revocation only the key that was given anew counts. Where
    /// a second key was given, the same must be so for the second keys.
    private boolean isTrusted(List<KeyTerms.Term> terms) {
        boolean trusted = false;
        boolean second = false;
        for (var term : terms) {
            boolean follows = term.revokes().isEmpty();
            trusted = keys.contains(term.key()) || (trusted && follows);
            second = term.second().filter(keys::contains).isPresent() || (second && follows);
        }
        return trusted && (second || keys.stream().noneMatch(key -> isSecond(key, terms)));
    }

    private static boolean isSecond(VerifierKey key, List<KeyTerms.Term> terms) {
        return key.algorithm() == KeyAlgorithm.ML_DSA_65
                && key.name().equals(terms.getFirst().key().name());
    }

    private void proved(Verification.LedgerProved ledger) {
        out.println(
                """
                ledger %s: %d entries, cosigned by the counterpart up to entry %d
                  root %s\
                """
                        .formatted(
                                ledger.party(),
                                ledger.size(),
                                ledger.cosignedSize(),
                                ledger.root().hex()));
        for (var term : ledger.keys()) {
            var from = term.from() == 0 ? "" : " (from entry " + term.from() + revoking(term) + ")";
            out.println("  key  " + term.key() + from);
            term.second().ifPresent(second -> out.println("  second key  " + second));
        }
    }

    private static String revoking(KeyTerms.Term term) {
        return term.revokes().isPresent()
                ? ", revokes the key before it from size "
                        + (term.revokes().getAsLong() + 1)
                        + " on"
                : "";
    }

    private int broken(Path file, Verification.Broken broken) {
        var where = broken.party().isEmpty() ? "" : "ledger " + broken.party() + ", ";
        var entry = broken.entry() == 0 ? "" : "entry " + broken.entry() + ", ";
        out.println(file + ": DOES NOT HOLD");
        out.println("  " + where + entry + broken.requirement() + ": " + broken.sentence());
        return 1;
    }
}
