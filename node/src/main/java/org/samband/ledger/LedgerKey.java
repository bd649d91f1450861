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
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.samband.proof.Checkpoint;
import org.samband.proof.VerifierKey;

/// The node's private key for checkpoints and cosignatures: Ed25519 (RFC 8032), algorithm 1 and 4
/// of C2SP signed-note.
public final class LedgerKey {
    private final byte[] secret;
    private final byte[] open = new byte[Ed25519.PUBLIC_KEY_SIZE];

    private LedgerKey(byte[] secret) {
        this.secret = secret;
        Ed25519.generatePublicKey(secret, 0, open, 0);
    }

    /// Reads the key file, and makes it where there is none; only the node's own account can read
    /// it.
    ///
    /// @throws UncheckedIOException if the file cannot be read or holds no key
    public static LedgerKey in(Path file) {
        try {
            if (!Files.exists(file)) {
                var secret = new byte[Ed25519.SECRET_KEY_SIZE];
                new SecureRandom().nextBytes(secret);
                var mode =
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------"));
                var fresh =
                        Files.createTempFile(
                                file.toAbsolutePath().getParent(), "key", ".new", mode);
                Files.writeString(
                        fresh, HexFormat.of().formatHex(secret) + "\n", StandardOpenOption.SYNC);
                Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
            }
            var secret = HexFormat.of().parseHex(Files.readString(file).strip());
            if (secret.length != Ed25519.SECRET_KEY_SIZE) {
                throw new IOException("the file " + file + " holds no ledger key");
            }
            return new LedgerKey(secret);
        } catch (IOException broken) {
            throw new UncheckedIOException("the ledger key " + file + " cannot be read", broken);
        }
    }

    /// The public key, named after a ledger's origin, as it is given to the counterpart.
    public VerifierKey verifier(String name) {
        return VerifierKey.of(name, VerifierKey.SIGNATURE, open);
    }

    Checkpoint signed(Checkpoint checkpoint, String name) {
        return checkpoint.with(Checkpoint.signatureLine(verifier(name), sign(checkpoint.body())));
    }

    /// @param time seconds since 1970
    Checkpoint cosigned(Checkpoint checkpoint, String name, long time) {
        return checkpoint.with(
                Checkpoint.cosignatureLine(
                        verifier(name).forCosignatures(), time, sign(checkpoint.cosigned(time))));
    }

    private byte[] sign(byte[] message) {
        var signature = new byte[Ed25519.SIGNATURE_SIZE];
        Ed25519.sign(secret, 0, open, 0, message, 0, message.length, signature, 0);
        return signature;
    }
}
