// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
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
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.samband.parties.PartyCode;

/// A key for the link and the certificate that shows it. Source: `spec/federation/`, FEDERATION-11.
final class LinkKeyPair {
    private static final int YEARS = 10;
    private static final int SERIAL_BITS = 120;
    private static final String KEY = "PRIVATE KEY";
    private static final String CERTIFICATE = "CERTIFICATE";

    private final PrivateKey key;
    private final X509Certificate certificate;

    private LinkKeyPair(PrivateKey key, X509Certificate certificate) {
        this.key = key;
        this.certificate = certificate;
    }

    PrivateKey key() {
        return key;
    }

    X509Certificate certificate() {
        return certificate;
    }

    /// Makes one.
    ///
    /// @param party stands in the certificate, for those who look at it with other tools
    static LinkKeyPair make(PartyCode party, InstantSource clock) throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        var pair = generator.generateKeyPair();
        try {
            return new LinkKeyPair(pair.getPrivate(), certificate(pair, party, clock));
        } catch (OperatorCreationException | CertIOException broken) {
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
        return read(encoded(builder.build(signer)));
    }

    private static byte[] encoded(X509CertificateHolder holder) {
        try {
            return holder.getEncoded();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static X509Certificate read(byte[] der) throws GeneralSecurityException {
        return (X509Certificate)
                CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(der));
    }

    /// Reads a key and its certificate, which may stand in one file.
    static LinkKeyPair read(Path key, Path certificate)
            throws IOException, GeneralSecurityException {
        return new LinkKeyPair(
                KeyFactory.getInstance("EC")
                        .generatePrivate(new PKCS8EncodedKeySpec(unwrapped(key, KEY))),
                read(unwrapped(certificate, CERTIFICATE)));
    }

    /// Writes both, the certificate first.
    void write(Path keyFile, Path certificateFile) throws IOException, GeneralSecurityException {
        write(certificateFile, pem(CERTIFICATE, certificate.getEncoded()));
        write(keyFile, pem(KEY, key.getEncoded()));
    }

    /// Writes both into one file.
    void write(Path file) throws IOException, GeneralSecurityException {
        write(file, pem(KEY, key.getEncoded()) + pem(CERTIFICATE, certificate.getEncoded()));
    }

    private static String pem(String title, byte[] der) {
        var body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN " + title + "-----\n" + body + "\n-----END " + title + "-----\n";
    }

    /// Writes a file so that after a crash it is there whole or not at all.
    private static void write(Path file, String text) throws IOException {
        var mode =
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var folder = file.toAbsolutePath().getParent();
        var fresh = Files.createTempFile(folder, "key", ".new", mode);
        Files.writeString(fresh, text, StandardOpenOption.SYNC);
        Files.move(
                fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static byte[] unwrapped(Path file, String title) throws IOException {
        var lines = Files.readAllLines(file);
        int begin = lines.indexOf("-----BEGIN " + title + "-----");
        int end = lines.indexOf("-----END " + title + "-----");
        if (begin < 0 || end < begin) {
            throw new IOException("the file " + file + " holds no " + title);
        }
        return Base64.getMimeDecoder().decode(String.join("", lines.subList(begin + 1, end)));
    }
}
