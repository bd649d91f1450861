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
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/// A pair file: FEDERATION-30 to FEDERATION-32.
@SuppressWarnings("ArrayRecordComponent") // read, never compared
public record Pair(
        String partnership,
        String party,
        String address,
        Note.Key key,
        Optional<Note.Key> second,
        byte[] certificate) {
    private static final List<String> ONE =
            List.of("partnership", "party", "address", "ledger-key", "certificate", "fingerprint");
    private static final List<String> TWO =
            List.of(
                    "partnership",
                    "party",
                    "address",
                    "ledger-key",
                    "second-key",
                    "certificate",
                    "fingerprint");

    /// @throws Wrong if it is none, or its fingerprint does not fit
    public static Pair of(String text) throws Wrong {
        var lines = text.replace("\r\n", "\n").stripTrailing().split("\n", -1);
        boolean twice = lines[0].equals("samband-pair/2");
        var names = twice ? TWO : ONE;
        Wrong.unless(
                lines.length == names.size() + 1 && lines[0].matches("samband-pair/[12]"),
                "FEDERATION-31",
                "other lines");
        var values = new HashMap<String, String>();
        for (int i = 0; i < names.size(); i++) {
            var start = names.get(i) + " ";
            Wrong.unless(lines[i + 1].startsWith(start), "FEDERATION-31", start);
            values.put(names.get(i), lines[i + 1].substring(start.length()));
        }
        var key = Note.Key.of(values.getOrDefault("ledger-key", ""));
        var second =
                twice
                        ? Optional.of(Note.Key.of(values.getOrDefault("second-key", "")))
                        : Optional.<Note.Key>empty();
        var pair =
                new Pair(
                        values.getOrDefault("partnership", ""),
                        values.getOrDefault("party", ""),
                        values.getOrDefault("address", ""),
                        key,
                        second,
                        Base64.getDecoder().decode(values.getOrDefault("certificate", "")));
        var origin = "samband/" + pair.partnership + "/" + pair.party;
        Wrong.unless(key.name().equals(origin) && !key.isSecond(), "FEDERATION-31", "another key");
        Wrong.unless(
                second.isEmpty() || (second.get().name().equals(origin) && second.get().isSecond()),
                "FEDERATION-31",
                "another second key");
        Wrong.unless(
                pair.fingerprint().equals(values.getOrDefault("fingerprint", "")),
                "FEDERATION-31",
                "fingerprint");
        return pair;
    }

    /// The file to give.
    public String text() throws Wrong {
        return """
        %s
        partnership %s
        party %s
        address %s
        ledger-key %s
        %scertificate %s
        fingerprint %s
        """
                .formatted(
                        format(),
                        partnership,
                        party,
                        address,
                        key.text(),
                        second.map(one -> "second-key " + one.text() + "\n").orElse(""),
                        Base64.getEncoder().encodeToString(certificate),
                        fingerprint());
    }

    private String format() {
        return "samband-pair/" + (second.isPresent() ? 2 : 1);
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
        var said =
                "%s\n%s\n%s\n%s\n".formatted(format(), partnership, party, key.text())
                        + second.map(one -> one.text() + "\n").orElse("");
        var hash = Note.sha256(Note.joined(said.getBytes(UTF_8), pin()));
        var number =
                new BigInteger(1, Arrays.copyOf(hash, 16)).mod(BigInteger.TEN.pow(24)).toString();
        var digits = "0".repeat(24 - number.length()) + number;
        return digits.replaceAll("(.{4})(?!$)", "$1 ");
    }
}
