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
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.samband.proof.Checkpoint;
import org.samband.proof.VerifierKey;

/// The node's private keys for checkpoints and cosignatures: Ed25519 (RFC 8032), algorithm 1 and 4
/// of C2SP signed-note. One is the newest; those before it are kept beside it for what they are
/// still needed: cosignatures and deliveries until the counterpart has receipted the change.
public final class LedgerKey {
    private static final String BEFORE = "ledger-before-";
    private static final String NEXT = "ledger-next.key";

    private final Path file;
    private volatile Held held;

    /// Secrets by their public key.
    private record Held(VerifierKey.Bytes newest, Map<VerifierKey.Bytes, byte[]> secrets) {}

    private LedgerKey(Path file) throws IOException {
        this.file = file;
        held = read();
    }

    /// Reads the key file, and makes it where there is none; only the node's own account can read
    /// it.
    ///
    /// @throws UncheckedIOException if the file cannot be read or holds no key
    public static LedgerKey in(Path file) {
        try {
            if (!Files.exists(file)) {
                make(file);
            }
            return new LedgerKey(file);
        } catch (IOException | IllegalArgumentException broken) {
            throw new UncheckedIOException(
                    new IOException("the ledger key " + file + " cannot be read", broken));
        }
    }

    private static void make(Path file) throws IOException {
        var secret = new byte[Ed25519.SECRET_KEY_SIZE];
        new SecureRandom().nextBytes(secret);
        var mode =
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var fresh = Files.createTempFile(folder(file), "key", ".new", mode);
        Files.writeString(fresh, HexFormat.of().formatHex(secret) + "\n", StandardOpenOption.SYNC);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static Path folder(Path file) {
        return Objects.requireNonNull(file.toAbsolutePath().getParent());
    }

    private Held read() throws IOException {
        var secrets = new LinkedHashMap<VerifierKey.Bytes, byte[]>();
        var newest = secret(file);
        secrets.put(open(newest), newest);
        var prefix = file.getFileName() + ".";
        try (var beside = Files.list(folder(file))) {
            for (var other : beside.toList()) {
                var name = String.valueOf(other.getFileName());
                if (name.startsWith(prefix + BEFORE) || name.equals(prefix + NEXT)) {
                    var secret = secret(other);
                    secrets.put(open(secret), secret);
                }
            }
        }
        return new Held(open(newest), secrets);
    }

    private static byte[] secret(Path file) throws IOException {
        var secret = HexFormat.of().parseHex(Files.readString(file).strip());
        if (secret.length != Ed25519.SECRET_KEY_SIZE) {
            throw new IOException("the file " + file + " holds no ledger key");
        }
        return secret;
    }

    private static VerifierKey.Bytes open(byte[] secret) {
        var open = new byte[Ed25519.PUBLIC_KEY_SIZE];
        Ed25519.generatePublicKey(secret, 0, open, 0);
        return VerifierKey.of("key", VerifierKey.SIGNATURE, open).key();
    }

    /// The newest public key, named after a ledger's origin, as it is given to the counterpart.
    public VerifierKey verifier(String name) {
        return new VerifierKey(name, VerifierKey.SIGNATURE, held.newest());
    }

    /// The public key that is to follow; made at first, and the same until {@link #follow}.
    VerifierKey next(String name) {
        try {
            var next = beside(NEXT);
            if (!Files.exists(next)) {
                make(next);
            }
            held = read();
            return new VerifierKey(name, VerifierKey.SIGNATURE, open(secret(next)));
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
        var signature = new byte[Ed25519.SIGNATURE_SIZE];
        Ed25519.sign(secret, 0, key.key().value(), 0, message, 0, message.length, signature, 0);
        return signature;
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
