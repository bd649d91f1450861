// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.samband.act.Outcome;
import org.samband.act.Refusal;
import org.samband.parties.PartnershipId;
import org.samband.parties.PartyCode;
import org.samband.proof.Digest;
import org.samband.proof.KeyAlgorithm;
import org.samband.proof.VerifierKey;

/// What one side gives the other when the pair is set up: nothing in it is secret, all of it must
/// come unchanged. Source: `spec/federation/`, section "Pair file".
///
/// @param party whose node it is
/// @param address of the node's link port, `https://host:port`
/// @param ledgerKey with which the party signs its ledger and cosigns ours
/// @param secondKey of ML-DSA-65, with which it signs beside that one; empty where it does not
/// @param certificate that the node shows on the link; only its public key counts
public record PairFile(
        PartnershipId partnership,
        PartyCode party,
        URI address,
        VerifierKey ledgerKey,
        Optional<VerifierKey> secondKey,
        X509Certificate certificate) {
    static final String FORMAT = "samband-pair/1";

    /// With a second key.
    static final String SECOND_FORMAT = "samband-pair/2";

    private static final Map<String, List<String>> MEMBERS =
            Map.of(
                    FORMAT,
                    List.of(
                            "partnership",
                            "party",
                            "address",
                            "ledger-key",
                            "certificate",
                            "fingerprint"),
                    SECOND_FORMAT,
                    List.of(
                            "partnership",
                            "party",
                            "address",
                            "ledger-key",
                            "second-key",
                            "certificate",
                            "fingerprint"));
    private static final int MEMBERS_WITH_SECOND = 7;
    private static final Set<String> KEYS = Set.of("EC", "EdDSA", "Ed25519");
    private static final int LONGEST = 16_384;

    public PairFile {
        var origin = "samband/" + partnership + "/" + party;
        if (!isOf(ledgerKey, origin, KeyAlgorithm.ED25519)) {
            throw new IllegalArgumentException("the ledger key is not of " + origin);
        }
        if (secondKey.filter(key -> !isOf(key, origin, KeyAlgorithm.ML_DSA_65)).isPresent()) {
            throw new IllegalArgumentException("the second key is not of " + origin);
        }
        if (!isAddress(address)) {
            throw new IllegalArgumentException("an address is https://host:port");
        }
        if (!isLinkKey(certificate)) {
            throw new IllegalArgumentException(
                    "the certificate's key is neither P-256 nor Ed25519");
        }
    }

    private static boolean isOf(VerifierKey key, String origin, KeyAlgorithm algorithm) {
        return key.name().equals(origin) && key.algorithm() == algorithm;
    }

    private static boolean isAddress(URI address) {
        return "https".equals(address.getScheme())
                && address.getHost() != null
                && address.getUserInfo() == null
                && address.getQuery() == null
                && address.getFragment() == null
                && Set.of("", "/").contains(address.getPath());
    }

    static boolean isLinkKey(X509Certificate certificate) {
        return KEYS.contains(certificate.getPublicKey().getAlgorithm());
    }

    /// The same node with the link key that has followed.
    PairFile showing(X509Certificate other) {
        return new PairFile(partnership, party, address, ledgerKey, secondKey, other);
    }

    /// The same node at another address. Keys and fingerprint stay.
    public PairFile at(URI other) {
        return new PairFile(partnership, party, other, ledgerKey, secondKey, certificate);
    }

    /// SHA-256 of the certificate's public key: what is pinned.
    public Digest pin() {
        return pin(certificate);
    }

    static Digest pin(X509Certificate certificate) {
        return Digest.sha256(certificate.getPublicKey().getEncoded());
    }

    private String format() {
        return secondKey.isPresent() ? SECOND_FORMAT : FORMAT;
    }

    /// To compare aloud. Covers partnership, party and all keys; not the address, which may change.
    public Fingerprint fingerprint() {
        var said =
                Stream.concat(
                        Stream.of(format(), partnership, party, ledgerKey), secondKey.stream());
        return Fingerprint.of(said.map(line -> line + "\n").collect(Collectors.joining()), pin());
    }

    /// The file's text.
    public String text() {
        var values = new LinkedHashMap<String, Object>();
        values.put("partnership", partnership);
        values.put("party", party);
        values.put("address", address);
        values.put("ledger-key", ledgerKey);
        secondKey.ifPresent(key -> values.put("second-key", key));
        values.put("certificate", base64(certificate));
        values.put("fingerprint", fingerprint());
        var text = new StringBuilder(format()).append('\n');
        values.forEach((name, value) -> text.append(name + " " + value + "\n"));
        return text.toString();
    }

    static String base64(X509Certificate certificate) {
        try {
            return Base64.getEncoder().encodeToString(certificate.getEncoded());
        } catch (CertificateEncodingException broken) {
            throw new IllegalStateException("a certificate that was read can be written", broken);
        }
    }

    /// Reads a pair file. Line ends of mail programs and empty lines at the end do not matter.
    public static Outcome<PairFile> read(String text) {
        if (text.length() > LONGEST) {
            return wrong(1, "a pair file has at most " + LONGEST + " characters");
        }
        var lines = text.replace("\uFEFF", "").stripTrailing().lines().toList();
        var members = MEMBERS.get(lines.isEmpty() ? "" : lines.getFirst().strip());
        if (members == null) {
            return wrong(1, "it must say " + FORMAT + " or " + SECOND_FORMAT);
        }
        var values = new String[members.size()];
        for (int i = 0; i < values.length; i++) {
            var start = members.get(i) + " ";
            if (lines.size() <= i + 1 || !lines.get(i + 1).startsWith(start)) {
                return wrong(i + 2, "it must begin with \"" + start.strip() + "\"");
            }
            values[i] = lines.get(i + 1).substring(start.length()).strip();
        }
        if (lines.size() > values.length + 1) {
            return wrong(values.length + 2, "nothing may follow the fingerprint");
        }
        return of(values);
    }

    /// As {@link #read}, for one partnership: refuses our own file and that of another pair.
    public static Outcome<PairFile> read(
            String text, PartnershipId partnership, PartyCode counterpart) {
        return read(text)
                .then(file -> {
                    var expected = partnership + "/" + counterpart;
                    var found = file.partnership() + "/" + file.party();
                    return found.equals(expected)
                            ? Outcome.accepted(file)
                            : Outcome.refused(
                                    Refusal.of(FederationRule.OTHER_PAIR)
                                            .with("found", found)
                                            .with("expected", expected));
                });
    }

    private static Outcome<PairFile> of(String[] values) {
        int line = 2;
        try {
            var partnership = new PartnershipId(values[0]);
            line++;
            var party = new PartyCode(values[1]);
            line++;
            var address = URI.create(values[2]);
            if (!isAddress(address)) {
                return wrong(line, "an address is https://host:port");
            }
            line++;
            var key = VerifierKey.parse(values[3]);
            var second = Optional.<VerifierKey>empty();
            if (values.length == MEMBERS_WITH_SECOND) {
                line++;
                second = Optional.of(VerifierKey.parse(values[4]));
            }
            line++;
            var certificate = certificate(values[values.length - 2]);
            var file = new PairFile(partnership, party, address, key, second, certificate);
            line++;
            return file.fingerprint().digits().equals(values[values.length - 1])
                    ? Outcome.accepted(file)
                    : wrong(line, "it does not fit what stands above it, so something was changed");
        } catch (IllegalArgumentException | CertificateException wrong) {
            return wrong(line, String.valueOf(wrong.getMessage()));
        }
    }

    static X509Certificate certificate(String base64) throws CertificateException {
        var der = Base64.getDecoder().decode(base64);
        return (X509Certificate)
                CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(der));
    }

    private static Outcome<PairFile> wrong(int line, String reason) {
        return Outcome.refused(
                Refusal.of(FederationRule.NOT_A_PAIR_FILE)
                        .with("line", line)
                        .with("reason", reason));
    }
}
