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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.samband.proof.Checkpoint;
import org.samband.proof.Digest;
import org.samband.proof.KeyTerms;
import org.samband.proof.VerifierKey;

/// A pair file: what one side gives the other when the pair is set up. Source: FEDERATION-30 to
/// FEDERATION-32.
///
/// @param address `https://host:port`
/// @param key of the party's ledger
/// @param second beside it, of ML-DSA-65; empty where the party signs once
/// @param certificate only its public key counts
public record PairText(
        String partnership,
        String party,
        URI address,
        VerifierKey key,
        Optional<VerifierKey> second,
        X509Certificate certificate) {
    private static final String FORMAT = "samband-pair/1";
    private static final String SECOND_FORMAT = "samband-pair/2";
    private static final int FINGERPRINT_BYTES = 16;
    private static final int DIGITS = 24;

    /// @throws IllegalArgumentException saying what is wrong with the file
    public static PairText read(String text) {
        var lines = text.replace("\r\n", "\n").stripTrailing().split("\n", -1);
        boolean twice = lines[0].equals(SECOND_FORMAT);
        if (!twice && !lines[0].equals(FORMAT)) {
            throw new IllegalArgumentException("a pair file begins with " + FORMAT);
        }
        var members = members(twice);
        if (lines.length != members.size() + 1) {
            throw new IllegalArgumentException(
                    "a pair file of this form has " + (members.size() + 1) + " lines");
        }
        var values = new HashMap<String, String>();
        for (int i = 0; i < members.size(); i++) {
            var start = members.get(i) + " ";
            if (!lines[i + 1].startsWith(start)) {
                throw new IllegalArgumentException(
                        "line " + (i + 2) + " of the pair file must begin with " + start);
            }
            values.put(members.get(i), lines[i + 1].substring(start.length()));
        }
        return of(values);
    }

    private static List<String> members(boolean twice) {
        return Stream.of(
                        Stream.of("partnership", "party", "address", "ledger-key"),
                        twice ? Stream.of("second-key") : Stream.<String>empty(),
                        Stream.of("certificate", "fingerprint"))
                .flatMap(one -> one)
                .toList();
    }

    private static PairText of(Map<String, String> values) {
        var pair =
                new PairText(
                        values.getOrDefault("partnership", ""),
                        values.getOrDefault("party", ""),
                        URI.create(values.getOrDefault("address", "")),
                        VerifierKey.parse(values.getOrDefault("ledger-key", "")),
                        Optional.ofNullable(values.get("second-key")).map(VerifierKey::parse),
                        certificate(values.getOrDefault("certificate", "")));
        if (!pair.key.name().equals(pair.origin())
                || !pair.fingerprint().equals(values.get("fingerprint"))) {
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
            throw new IllegalArgumentException("the pair file holds no certificate", wrong);
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

    private String format() {
        return second.isPresent() ? SECOND_FORMAT : FORMAT;
    }

    /// Whether this party signed, with both of its keys where it has two. Source: LEDGER-12,
    /// LEDGER-28.
    boolean signed(Checkpoint checkpoint) {
        return new KeyTerms(key, second).fault(checkpoint).isEmpty();
    }

    /// Whether this party cosigned, with both of its keys where it has two. Source: LEDGER-13,
    /// LEDGER-28.
    boolean cosigned(Checkpoint checkpoint) {
        return new KeyTerms(key, second).cosignatureFault(checkpoint).isEmpty();
    }

    /// To be read aloud. Source: FEDERATION-32.
    public String fingerprint() {
        var said =
                Stream.concat(
                                Stream.of(format(), partnership, party, key.toString()),
                                second.map(VerifierKey::toString).stream())
                        .map(line -> line + "\n")
                        .collect(Collectors.joining());
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
                            format(),
                            "partnership " + partnership,
                            "party " + party,
                            "address " + address,
                            "ledger-key " + key + second.map(it -> "\nsecond-key " + it).orElse(""),
                            "certificate "
                                    + Base64.getEncoder().encodeToString(certificate.getEncoded()),
                            "fingerprint " + fingerprint())
                    + "\n";
        } catch (CertificateEncodingException broken) {
            throw new IllegalStateException("a certificate that was read can be written", broken);
        }
    }
}
