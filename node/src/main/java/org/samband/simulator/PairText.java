// SPDX-License-Identifier: EUPL-1.2
package org.samband.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.net.URI;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.samband.proof.Digest;
import org.samband.proof.VerifierKey;

/// A pair file: what one side gives the other when the pair is set up. Source: FEDERATION-30 to
/// FEDERATION-32.
///
/// @param address `https://host:port`
/// @param key of the party's ledger
/// @param certificate only its public key counts
public record PairText(
        String partnership,
        String party,
        URI address,
        VerifierKey key,
        X509Certificate certificate) {
    private static final String FORMAT = "samband-pair/1";
    private static final List<String> MEMBERS =
            List.of("partnership", "party", "address", "ledger-key", "certificate", "fingerprint");
    private static final int FINGERPRINT_BYTES = 16;
    private static final int DIGITS = 24;

    /// @throws IllegalArgumentException saying what is wrong with the file
    public static PairText read(String text) {
        var lines = text.replace("\r\n", "\n").stripTrailing().split("\n", -1);
        if (lines.length != MEMBERS.size() + 1 || !lines[0].equals(FORMAT)) {
            throw new IllegalArgumentException("a pair file has seven lines, first " + FORMAT);
        }
        var values = new String[MEMBERS.size()];
        for (int i = 0; i < values.length; i++) {
            var start = MEMBERS.get(i) + " ";
            if (!lines[i + 1].startsWith(start)) {
                throw new IllegalArgumentException(
                        "line " + (i + 2) + " of the pair file must begin with " + start);
            }
            values[i] = lines[i + 1].substring(start.length());
        }
        var pair =
                new PairText(
                        values[0],
                        values[1],
                        URI.create(values[2]),
                        VerifierKey.parse(values[3]),
                        certificate(values[4]));
        if (!pair.key.name().equals(pair.origin()) || !pair.fingerprint().equals(values[5])) {
            throw new IllegalArgumentException("the pair file was changed: its parts do not fit");
        }
        return pair;
    }

    private static X509Certificate certificate(String base64) {
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509")
                            .generateCertificate(
                                    new ByteArrayInputStream(Base64.getDecoder().decode(base64)));
        } catch (CertificateException wrong) {
            throw new IllegalArgumentException("line 6 of the pair file is no certificate", wrong);
        }
    }

    /// Name of the party's shared ledger. Source: LEDGER-10.
    public String origin() {
        return "samband/" + partnership + "/" + party;
    }

    /// SHA-256 of the certificate's public key. Source: FEDERATION-12.
    public Digest pin() {
        return pin(certificate);
    }

    static Digest pin(X509Certificate certificate) {
        return Digest.sha256(certificate.getPublicKey().getEncoded());
    }

    /// To be read aloud. Source: FEDERATION-32.
    public String fingerprint() {
        var said = String.join("\n", FORMAT, partnership, party, key + "\n");
        var hash = Digest.sha256(said.getBytes(UTF_8), pin().bytes()).bytes();
        var number =
                new BigInteger(1, Arrays.copyOf(hash, FINGERPRINT_BYTES))
                        .mod(BigInteger.TEN.pow(DIGITS))
                        .toString();
        return ("0".repeat(DIGITS - number.length()) + number)
                .replaceAll("([0-9]{4})(?=[0-9])", "$1 ");
    }

    /// The file.
    public String text() {
        try {
            return String.join(
                            "\n",
                            FORMAT,
                            "partnership " + partnership,
                            "party " + party,
                            "address " + address,
                            "ledger-key " + key,
                            "certificate "
                                    + Base64.getEncoder().encodeToString(certificate.getEncoded()),
                            "fingerprint " + fingerprint())
                    + "\n";
        } catch (CertificateEncodingException broken) {
            throw new IllegalStateException("a certificate that was read can be written", broken);
        }
    }
}
