// SPDX-License-Identifier: EUPL-1.2
package org.samband.acceptance.reader;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Base64;

/// A pair file: FEDERATION-30 to FEDERATION-32.
@SuppressWarnings("ArrayRecordComponent") // read, never compared
public record Pair(
        String partnership, String party, String address, Note.Key key, byte[] certificate) {
    private static final String[] NAMES = {
        "partnership", "party", "address", "ledger-key", "certificate", "fingerprint"
    };

    /// @throws Wrong if it is none, or its fingerprint does not fit
    public static Pair of(String text) throws Wrong {
        var lines = text.replace("\r\n", "\n").stripTrailing().split("\n", -1);
        Wrong.unless(
                lines.length == NAMES.length + 1 && lines[0].equals("samband-pair/1"),
                "FEDERATION-31",
                "not seven lines");
        var values = new String[NAMES.length];
        for (int i = 0; i < NAMES.length; i++) {
            Wrong.unless(lines[i + 1].startsWith(NAMES[i] + " "), "FEDERATION-31", NAMES[i]);
            values[i] = lines[i + 1].substring(NAMES[i].length() + 1);
        }
        var key = Note.Key.of(values[3]);
        Wrong.unless(
                key.name().equals("samband/" + values[0] + "/" + values[1]),
                "FEDERATION-31",
                "key of another ledger");
        var pair =
                new Pair(
                        values[0],
                        values[1],
                        values[2],
                        key,
                        Base64.getDecoder().decode(values[4]));
        Wrong.unless(pair.fingerprint().equals(values[5]), "FEDERATION-31", "fingerprint");
        return pair;
    }

    /// The file to give.
    public String text() throws Wrong {
        return """
        samband-pair/1
        partnership %s
        party %s
        address %s
        ledger-key %s
        certificate %s
        fingerprint %s
        """
                .formatted(
                        partnership,
                        party,
                        address,
                        key.text(),
                        Base64.getEncoder().encodeToString(certificate),
                        fingerprint());
    }

    /// FEDERATION-12: SHA-256 of the certificate's SubjectPublicKeyInfo.
    public byte[] pin() throws Wrong {
        return pin(certificate);
    }

    /// The pin of any certificate.
    public static byte[] pin(byte[] certificate) throws Wrong {
        try {
            var x509 =
                    (X509Certificate)
                            CertificateFactory.getInstance("X.509")
                                    .generateCertificate(new ByteArrayInputStream(certificate));
            return Note.sha256(x509.getPublicKey().getEncoded());
        } catch (CertificateException _) {
            throw Wrong.of("FEDERATION-31", "certificate");
        }
    }

    /// FEDERATION-32.
    public String fingerprint() throws Wrong {
        var said = "samband-pair/1\n%s\n%s\n%s\n".formatted(partnership, party, key.text());
        var hash = Note.sha256(Note.joined(said.getBytes(UTF_8), pin()));
        var number =
                new BigInteger(1, Arrays.copyOf(hash, 16)).mod(BigInteger.TEN.pow(24)).toString();
        var digits = "0".repeat(24 - number.length()) + number;
        return digits.replaceAll("(.{4})(?!$)", "$1 ");
    }
}
