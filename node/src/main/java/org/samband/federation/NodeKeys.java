// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.samband.ledger.LedgerKey;
import org.samband.parties.PartnershipId;
import org.samband.parties.PartyCode;

/// The keys of a node, made at its first start: the ledger key, and the key and certificate for the
/// link. Only the node's own account can read the secret ones.
public final class NodeKeys {
    /// Source: `spec/federation/`, FEDERATION-11.
    private static final int YEARS = 10;

    private static final int SERIAL_BITS = 120;

    private final LedgerKey ledgerKey;
    private final PrivateKey linkKey;
    private final X509Certificate certificate;

    private NodeKeys(LedgerKey ledgerKey, PrivateKey linkKey, X509Certificate certificate) {
        this.ledgerKey = ledgerKey;
        this.linkKey = linkKey;
        this.certificate = certificate;
    }

    /// Reads `ledger.key`, `link.key` and `link.crt` in the folder, and makes what is not there. A
    /// lost certificate is made again with another key, so the counterpart must be told.
    ///
    /// @param folder is there, and only the node's own account can open it
    /// @param party stands in the certificate, for those who look at it with other tools
    /// @throws UncheckedIOException if a file cannot be read or holds no key
    public static NodeKeys in(Path folder, PartyCode party, InstantSource clock) {
        return in(folder, party, clock, false);
    }

    /// @param second whether the node signs its ledgers with ML-DSA-65 as well
    public static NodeKeys in(Path folder, PartyCode party, InstantSource clock, boolean second) {
        var key = folder.resolve("link.key");
        var certificate = folder.resolve("link.crt");
        try {
            if (!Files.exists(key) || !Files.exists(certificate)) {
                make(key, certificate, party, clock);
            }
            return new NodeKeys(
                    LedgerKey.in(folder.resolve("ledger.key"), second),
                    KeyFactory.getInstance("EC")
                            .generatePrivate(new PKCS8EncodedKeySpec(unwrapped(key))),
                    (X509Certificate)
                            CertificateFactory.getInstance("X.509")
                                    .generateCertificate(
                                            new ByteArrayInputStream(unwrapped(certificate))));
        } catch (IOException | GeneralSecurityException | IllegalArgumentException broken) {
            throw new UncheckedIOException(
                    new IOException("the node's keys in " + folder + " cannot be read", broken));
        }
    }

    private static void make(Path key, Path certificate, PartyCode party, InstantSource clock)
            throws IOException, GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        var pair = generator.generateKeyPair();
        try {
            var made = certificate(pair, party, clock);
            write(certificate, "CERTIFICATE", made.getEncoded());
            write(key, "PRIVATE KEY", pair.getPrivate().getEncoded());
        } catch (OperatorCreationException broken) {
            throw new GeneralSecurityException(broken);
        }
    }

    private static X509Certificate certificate(KeyPair pair, PartyCode party, InstantSource clock)
            throws GeneralSecurityException, OperatorCreationException, CertIOException {
        var now = clock.instant().atZone(ZoneOffset.UTC);
        var name = new X500Principal("CN=Samband link " + party);
        var builder =
                new JcaX509v3CertificateBuilder(
                                name,
                                new BigInteger(SERIAL_BITS, new SecureRandom()),
                                Date.from(now.minusDays(1).toInstant()),
                                Date.from(now.plusYears(YEARS).toInstant()),
                                name,
                                pair.getPublic())
                        .addExtension(
                                Extension.basicConstraints, true, new BasicConstraints(false));
        var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate());
        return (X509Certificate)
                CertificateFactory.getInstance("X.509")
                        .generateCertificate(
                                new ByteArrayInputStream(encoded(builder.build(signer))));
    }

    private static byte[] encoded(org.bouncycastle.cert.X509CertificateHolder holder) {
        try {
            return holder.getEncoded();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// Writes a PEM file so that after a crash it is there whole or not at all.
    private static void write(Path file, String title, byte[] der) throws IOException {
        var mode =
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var folder = file.toAbsolutePath().getParent();
        var fresh = Files.createTempFile(folder, "key", ".new", mode);
        var body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        Files.writeString(
                fresh,
                "-----BEGIN " + title + "-----\n" + body + "\n-----END " + title + "-----\n",
                StandardOpenOption.SYNC);
        Files.move(
                fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static byte[] unwrapped(Path file) throws IOException {
        var lines =
                Files.readAllLines(file).stream()
                        .filter(line -> !line.startsWith("-----"))
                        .toList();
        return Base64.getMimeDecoder().decode(String.join("", lines));
    }

    /// Signs our checkpoints and cosigns the counterpart's.
    public LedgerKey ledgerKey() {
        return ledgerKey;
    }

    PrivateKey linkKey() {
        return linkKey;
    }

    X509Certificate certificate() {
        return certificate;
    }

    List<X509Certificate> chain() {
        return List.of(certificate);
    }

    /// What we give the counterpart of one partnership.
    ///
    /// @param address at which the counterpart reaches our link port, `https://host:port`
    public PairFile pairFile(PartnershipId partnership, PartyCode party, URI address) {
        var origin = "samband/" + partnership + "/" + party;
        return new PairFile(
                partnership,
                party,
                address,
                ledgerKey.verifier(origin),
                ledgerKey.second(origin),
                certificate);
    }
}
