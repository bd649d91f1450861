// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.samband.proof.Digest;

/// The content of an entry of kind `link.key`: the key with which its party's node will show itself
/// on the line, and which one it follows. Source: `spec/federation/`, FEDERATION-35.
///
/// @param follows SHA-256 of the public key that it follows
/// @param certificate of the new key; only its public key counts
/// @param from the first day (UTC) on which the node shows it
record LinkKeyEntry(Digest follows, X509Certificate certificate, LocalDate from) {
    static final String KIND = "link.key";

    /// The subject of all such entries.
    static final String SUBJECT = "link.key";

    private static final Set<String> MEMBERS = Set.of("follows", "certificate", "from");
    private static final Pattern PIN = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final int LONGEST = 8_192;

    LinkKeyEntry {
        if (!PairFile.isLinkKey(certificate)) {
            throw new IllegalArgumentException(
                    "the certificate's key is neither P-256 nor Ed25519");
        }
        if (PairFile.pin(certificate).equals(follows)) {
            throw new IllegalArgumentException("a key does not follow itself");
        }
    }

    /// SHA-256 of the new public key.
    Digest pin() {
        return PairFile.pin(certificate);
    }

    /// @throws IllegalArgumentException if the content is not of the form of FEDERATION-35
    static LinkKeyEntry of(Map<String, ? extends @Nullable Object> content) {
        if (!content.keySet().equals(MEMBERS)) {
            throw new IllegalArgumentException("its members are " + MEMBERS + " and no other");
        }
        var follows = text(content, "follows");
        if (!PIN.matcher(follows).matches()) {
            throw new IllegalArgumentException("the member \"follows\" is no SHA-256");
        }
        return new LinkKeyEntry(
                Digest.ofHex(follows),
                certificate(text(content, "certificate")),
                day(text(content, "from")));
    }

    private static String text(Map<String, ? extends @Nullable Object> content, String member) {
        if (content.get(member) instanceof String text && text.length() <= LONGEST) {
            return text;
        }
        throw new IllegalArgumentException(
                "the member \"" + member + "\" is no text of at most " + LONGEST + " characters");
    }

    private static X509Certificate certificate(String base64) {
        try {
            var certificate = PairFile.certificate(base64);
            if (PairFile.base64(certificate).equals(base64)) {
                return certificate;
            }
        } catch (CertificateException | IllegalArgumentException wrong) {
            throw new IllegalArgumentException(
                    "the member \"certificate\" is no certificate in base64", wrong);
        }
        throw new IllegalArgumentException(
                "the member \"certificate\" is not DER in base64 without more");
    }

    private static LocalDate day(String text) {
        try {
            if (DAY.matcher(text).matches()) {
                return LocalDate.parse(text);
            }
        } catch (DateTimeParseException noDay) {
            throw new IllegalArgumentException("the member \"from\" is no day", noDay);
        }
        throw new IllegalArgumentException("the member \"from\" is no day");
    }

    /// The content that says this.
    Map<String, Object> content() {
        return Map.of(
                "follows", follows.hex(),
                "certificate", PairFile.base64(certificate),
                "from", from.toString());
    }
}
