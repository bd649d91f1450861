// SPDX-License-Identifier: EUPL-1.2
package org.samband.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.samband.proof.Checkpoint;
import org.samband.proof.KeyEntry;
import org.samband.proof.VerifierKey;

/// The node's private keys for checkpoints and cosignatures: Ed25519 (RFC 8032), and ML-DSA-65
/// (FIPS 204) beside it where the node signs twice. One pair is the newest; those before it are
/// kept beside it for what they are still needed: cosignatures and deliveries until the counterpart
/// has receipted the change. A file has one line for each of the two, its seed in hexadecimal.
public final class LedgerKey {
    private static final String BEFORE = "ledger-before-";
    private static final String NEXT = "ledger-next.key";

    private final Path file;
    private final boolean second;
    private volatile Held held;

    /// What the files hold.
    ///
    /// @param secrets of all files by their public key
    private record Held(Pair newest, Map<VerifierKey.Bytes, LedgerSecret> secrets) {}

    /// What one file holds.
    private record Pair(LedgerSecret first, Optional<LedgerSecret> second) {
        void into(Map<VerifierKey.Bytes, LedgerSecret> secrets) {
            secrets.put(first.open("key").key(), first);
            second.ifPresent(one -> secrets.put(one.open("key").key(), one));
        }
    }

    private LedgerKey(Path file, boolean second) throws IOException {
        this.file = file;
        this.second = second;
        held = read();
    }

    /// As {@link #in(Path, boolean)}, without second keys.
    public static LedgerKey in(Path file) {
        return in(file, false);
    }

    /// Reads the key file, and makes it where there is none; only the node's own account can read
    /// it.
    ///
    /// @param second whether what is made from now on has a key of ML-DSA-65 beside that of Ed25519
    /// @throws UncheckedIOException if the file cannot be read or holds no key
    public static LedgerKey in(Path file, boolean second) {
        try {
            if (!Files.exists(file)) {
                make(file, second);
            }
            return new LedgerKey(file, second);
        } catch (IOException | IllegalArgumentException broken) {
            throw new UncheckedIOException(
                    new IOException("the ledger key " + file + " cannot be read", broken));
        }
    }

    private static void make(Path file, boolean second) throws IOException {
        var mode =
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var fresh = Files.createTempFile(folder(file), "key", ".new", mode);
        Files.writeString(fresh, seed() + (second ? seed() : ""), StandardOpenOption.SYNC);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String seed() {
        var seed = new byte[LedgerSecret.SEED];
        new SecureRandom().nextBytes(seed);
        return HexFormat.of().formatHex(seed) + "\n";
    }

    private static Path folder(Path file) {
        return Objects.requireNonNull(file.toAbsolutePath().getParent());
    }

    private Held read() throws IOException {
        var secrets = new LinkedHashMap<VerifierKey.Bytes, LedgerSecret>();
        var newest = pair(file);
        newest.into(secrets);
        var prefix = file.getFileName() + ".";
        try (var beside = Files.list(folder(file))) {
            for (var other : beside.toList()) {
                var name = String.valueOf(other.getFileName());
                if (name.startsWith(prefix + BEFORE) || name.equals(prefix + NEXT)) {
                    pair(other).into(secrets);
                }
            }
        }
        return new Held(newest, secrets);
    }

    private static Pair pair(Path file) throws IOException {
        var lines = Files.readString(file).strip().lines().toList();
        if (lines.isEmpty() || lines.size() > 2) {
            throw new IOException("the file " + file + " holds no ledger key");
        }
        return new Pair(
                LedgerSecret.first(seed(lines.getFirst(), file)),
                lines.size() == 1
                        ? Optional.empty()
                        : Optional.of(LedgerSecret.second(seed(lines.getLast(), file))));
    }

    private static byte[] seed(String line, Path file) throws IOException {
        var seed = HexFormat.of().parseHex(line.strip());
        if (seed.length != LedgerSecret.SEED) {
            throw new IOException("the file " + file + " holds no ledger key");
        }
        return seed;
    }

    /// The newest public key, named after a ledger's origin, as it is given to the counterpart.
    public VerifierKey verifier(String name) {
        return held.newest().first().open(name);
    }

    /// The newest public key of ML-DSA-65; empty where this node does not sign twice.
    public Optional<VerifierKey> second(String name) {
        return held.newest().second().map(secret -> secret.open(name));
    }

    /// The public keys that are to follow; made at first, and the same until {@link #follow}.
    KeyEntry next(String name, Optional<LocalDate> until, OptionalLong revokes) {
        try {
            var next = beside(NEXT);
            if (!Files.exists(next)) {
                make(next, second);
            }
            held = read();
            var pair = pair(next);
            return new KeyEntry(
                    pair.first().open(name),
                    pair.second().map(one -> one.open(name)),
                    until,
                    revokes);
        } catch (IOException broken) {
            throw new UncheckedIOException("the next ledger key cannot be made", broken);
        }
    }

    /// Puts the key that is to follow in the place of the newest one, which stays beside it.
    void follow() {
        try {
            var id = HexFormat.of().toHexDigits(verifier("key").id());
            Files.copy(file, beside(BEFORE + id), StandardCopyOption.REPLACE_EXISTING);
            Files.move(beside(NEXT), file, StandardCopyOption.ATOMIC_MOVE);
            held = read();
        } catch (IOException broken) {
            throw new UncheckedIOException("the ledger key cannot be changed", broken);
        }
    }

    private Path beside(String name) {
        return folder(file).resolve(file.getFileName() + "." + name);
    }

    /// Whether the node holds the secret of a key.
    boolean holds(VerifierKey key) {
        return held.secrets().containsKey(key.key())
                || readAgain().secrets().containsKey(key.key());
    }

    /// Signs with one of the node's keys.
    Checkpoint signed(Checkpoint checkpoint, VerifierKey key) {
        return checkpoint.with(Checkpoint.signatureLine(key, sign(key, checkpoint.body())));
    }

    Checkpoint signed(Checkpoint checkpoint, String name) {
        return signed(checkpoint, verifier(name));
    }

    /// Cosigns with one of the node's keys.
    ///
    /// @param time seconds since 1970
    Checkpoint cosigned(Checkpoint checkpoint, VerifierKey key, long time) {
        return checkpoint.with(
                Checkpoint.cosignatureLine(
                        key.forCosignatures(), time, sign(key, checkpoint.cosigned(time))));
    }

    /// Signs a statement of the node that is no checkpoint, for instance why it refuses what came.
    ///
    /// @param statement a canonical JSON object that names its own format, so that it can never be
    ///   taken for a checkpoint
    /// @param by one of the node's keys
    public Checkpoint.SignatureLine attested(byte[] statement, VerifierKey by) {
        if (statement.length == 0 || statement[0] != '{') {
            throw new IllegalArgumentException("a statement is a JSON object");
        }
        return Checkpoint.signatureLine(by, sign(by, statement));
    }

    /// @throws IllegalStateException if the node does not hold the key's secret
    private byte[] sign(VerifierKey key, byte[] message) {
        var secret = held.secrets().get(key.key());
        if (secret == null) {
            secret = readAgain().secrets().get(key.key());
        }
        if (secret == null) {
            throw new IllegalStateException("the node does not hold the secret of " + key);
        }
        return secret.sign(message);
    }

    /// A command may have changed the key while the node runs.
    private Held readAgain() {
        try {
            held = read();
            return held;
        } catch (IOException broken) {
            throw new UncheckedIOException("the ledger keys cannot be read", broken);
        }
    }
}
