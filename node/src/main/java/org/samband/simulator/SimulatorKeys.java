// SPDX-License-Identifier: EUPL-1.2
package org.samband.simulator;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.samband.proof.Checkpoint;
import org.samband.proof.KeyAlgorithm;
import org.samband.proof.VerifierKey;

/// The keys of the simulated counterpart, made at its first run and kept in its folder: they are
/// EXERCISE keys and sign nothing real.
final class SimulatorKeys {
    private final byte[] secret;
    private final LinkKey link;

    private SimulatorKeys(byte[] secret, LinkKey link) {
        this.secret = secret;
        this.link = link;
    }

    /// Reads the keys of a folder, and makes them where there are none.
    ///
    /// @param folder is there
    static SimulatorKeys in(Path folder, Instant now) {
        var file = folder.resolve("exercise.keys");
        try {
            if (!Files.exists(file)) {
                var made = fresh(now);
                var mode =
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------"));
                var part = Files.createTempFile(folder, "exercise", ".new", mode);
                Files.writeString(part, made.text(), StandardOpenOption.SYNC);
                Files.move(part, file);
            }
            var lines = Files.readAllLines(file).toArray(String[]::new);
            var certificate =
                    (X509Certificate)
                            CertificateFactory.getInstance("X.509")
                                    .generateCertificate(
                                            new ByteArrayInputStream(decoded(lines[2])));
            var key =
                    KeyFactory.getInstance("EC")
                            .generatePrivate(new PKCS8EncodedKeySpec(decoded(lines[1])));
            return new SimulatorKeys(
                    decoded(lines[0]),
                    LinkKey.of(new KeyPair(certificate.getPublicKey(), key), certificate));
        } catch (IOException | GeneralSecurityException broken) {
            throw new UncheckedIOException(
                    new IOException("the keys in " + file + " cannot be read", broken));
        }
    }

    /// Keys that nobody was given.
    static SimulatorKeys fresh(Instant now) {
        var secret = new byte[Ed25519.SECRET_KEY_SIZE];
        new SecureRandom().nextBytes(secret);
        return new SimulatorKeys(secret, LinkKey.made("EXERCISE", now));
    }

    private String text() throws GeneralSecurityException {
        var base64 = Base64.getEncoder();
        return String.join(
                "\n",
                base64.encodeToString(secret),
                base64.encodeToString(link.key().getPrivate().getEncoded()),
                base64.encodeToString(link.certificate().getEncoded()),
                "");
    }

    private static byte[] decoded(String base64) {
        return Base64.getDecoder().decode(base64);
    }

    LinkKey link() {
        return link;
    }

    PairText pair(String partnership, String party, URI address) {
        var name = "samband/" + partnership + "/" + party;
        return new PairText(
                partnership, party, address, verifier(name), Optional.empty(), link.certificate());
    }

    VerifierKey verifier(String name) {
        var open = new byte[Ed25519.PUBLIC_KEY_SIZE];
        Ed25519.generatePublicKey(secret, 0, open, 0);
        return VerifierKey.of(name, KeyAlgorithm.ED25519, open);
    }

    /// The checkpoint with our signature under a name. Source: LEDGER-12.
    Checkpoint signed(Checkpoint checkpoint, String name) {
        return checkpoint.with(
                Checkpoint.signatureLine(verifier(name), signature(checkpoint.body())));
    }

    /// The checkpoint with our cosignature under a name. Source: LEDGER-13.
    ///
    /// @param time seconds since 1970
    Checkpoint cosigned(Checkpoint checkpoint, String name, long time) {
        return checkpoint.with(
                Checkpoint.cosignatureLine(
                        verifier(name).forCosignatures(),
                        time,
                        signature(checkpoint.cosigned(time))));
    }

    private byte[] signature(byte[] message) {
        var signature = new byte[Ed25519.SIGNATURE_SIZE];
        Ed25519.sign(secret, 0, message, 0, message.length, signature, 0);
        return signature;
    }
}
