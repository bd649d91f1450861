// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.samband.act.Outcome;
import org.samband.act.Refusal;
import org.samband.parties.PartnershipId;
import org.samband.parties.PartyCode;
import org.samband.proof.Digest;
import org.samband.proof.VerifierKey;

/// What one side gives the other when the pair is set up: nothing in it is secret, all of it must
/// come unchanged. Source: `spec/federation/`, section "Pair file".
///
/// @param party whose node it is
/// @param address of the node's link port, `https://host:port`
/// @param ledgerKey with which the party signs its ledger and cosigns ours
/// @param certificate that the node shows on the link; only its public key counts
public record PairFile(
        PartnershipId partnership,
        PartyCode party,
        URI address,
        VerifierKey ledgerKey,
        X509Certificate certificate) {
    static final String FORMAT = "samband-pair/1";
    private static final List<String> MEMBERS =
            List.of("partnership", "party", "address", "ledger-key", "certificate", "fingerprint");
    private static final Set<String> KEYS = Set.of("EC", "EdDSA", "Ed25519");
    private static final int LONGEST = 16_384;

    public PairFile {
        var origin = "samband/" + partnership + "/" + party;
        if (!ledgerKey.name().equals(origin) || ledgerKey.algorithm() != VerifierKey.SIGNATURE) {
            throw new IllegalArgumentException("the ledger key is not of " + origin);
        }
        if (!isAddress(address)) {
            throw new IllegalArgumentException("an address is https://host:port");
        }
        if (!KEYS.contains(certificate.getPublicKey().getAlgorithm())) {
            throw new IllegalArgumentException(
                    "the certificate's key is neither P-256 nor Ed25519");
        }
    }

    private static boolean isAddress(URI address) {
        return "https".equals(address.getScheme())
                && address.getHost() != null
                && address.getUserInfo() == null
                && address.getQuery() == null
                && address.getFragment() == null
                && Set.of("", "/").contains(address.getPath());
    }

    /// The same node at another address. Keys and fingerprint stay.
    public PairFile at(URI other) {
        return new PairFile(partnership, party, other, ledgerKey, certificate);
    }

    /// SHA-256 of the certificate's public key: what is pinned.
    public Digest pin() {
        return pin(certificate);
    }

    static Digest pin(X509Certificate certificate) {
        return Digest.sha256(certificate.getPublicKey().getEncoded());
    }

    /// To compare aloud. Covers partnership, party and both keys; not the address, which may
    /// change.
    public Fingerprint fingerprint() {
        return Fingerprint.of(
                String.join("\n", FORMAT, partnership.value(), party.value(), ledgerKey + "\n"),
                pin());
    }

    /// The file's text.
    public String text() {
        return String.join(
                        "\n",
                        FORMAT,
                        "partnership " + partnership,
                        "party " + party,
                        "address " + address,
                        "ledger-key " + ledgerKey,
                        "certificate " + base64(certificate),
                        "fingerprint " + fingerprint())
                + "\n";
    }

    private static String base64(X509Certificate certificate) {
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
        if (lines.isEmpty() || !FORMAT.equals(lines.getFirst().strip())) {
            return wrong(1, "it must say " + FORMAT);
        }
        var values = new String[MEMBERS.size()];
        for (int i = 0; i < values.length; i++) {
            var start = MEMBERS.get(i) + " ";
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
            line++;
            var certificate = certificate(values[4]);
            var file = new PairFile(partnership, party, address, key, certificate);
            line++;
            return file.fingerprint().digits().equals(values[5])
                    ? Outcome.accepted(file)
                    : wrong(line, "it does not fit what stands above it, so something was changed");
        } catch (IllegalArgumentException | CertificateException wrong) {
            return wrong(line, String.valueOf(wrong.getMessage()));
        }
    }

    private static X509Certificate certificate(String base64) throws CertificateException {
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
