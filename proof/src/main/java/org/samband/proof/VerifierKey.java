// SPDX-License-Identifier: EUPL-1.2
package org.samband.proof;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/// The public key of a ledger, with the name of its holder. Source: C2SP signed-note, "Verifier
/// keys".
///
/// @param name of the holder: no space, no `+`
/// @param algorithm {@link #SIGNATURE} or {@link #COSIGNATURE}
/// @param key 32 bytes of the Ed25519 public key (RFC 8032)
public record VerifierKey(String name, byte algorithm, Bytes key) {
    /// Ed25519 over the note's text.
    public static final byte SIGNATURE = 0x01;

    /// Ed25519 over a time and the note's text. Source: C2SP tlog-cosignature.
    public static final byte COSIGNATURE = 0x04;

    private static final byte[] SPKI = HexFormat.of().parseHex("302a300506032b6570032100");
    private static final int KEY_LENGTH = 32;

    /// Bytes that compare by content.
    public record Bytes(String base64) {
        static Bytes of(byte[] value) {
            return new Bytes(Base64.getEncoder().encodeToString(value));
        }

        public byte[] value() {
            return Base64.getDecoder().decode(base64);
        }
    }

    public VerifierKey {
        if (name.isEmpty()
                || name.chars().anyMatch(Character::isWhitespace)
                || name.contains("+")) {
            throw new IllegalArgumentException(
                    "a key's name has no space and no +, not \"" + name + "\"");
        }
        if (algorithm != SIGNATURE && algorithm != COSIGNATURE) {
            throw new IllegalArgumentException("a key's algorithm is 1 or 4, not " + algorithm);
        }
        if (key.value().length != KEY_LENGTH) {
            throw new IllegalArgumentException("an Ed25519 public key has 32 bytes");
        }
    }

    public static VerifierKey of(String name, byte algorithm, byte[] key) {
        return new VerifierKey(name, algorithm, Bytes.of(key));
    }

    /// Reads `name+hash+key`, the form in which parties give each other their keys.
    ///
    /// @throws IllegalArgumentException if the text is no such key or its hash does not fit
    public static VerifierKey parse(String text) {
        var parts = text.split("\\+", 3);
        if (parts.length != 3) {
            throw new IllegalArgumentException("a verifier key is name+hash+key");
        }
        var blob = Base64.getDecoder().decode(parts[2]);
        if (blob.length != KEY_LENGTH + 1) {
            throw new IllegalArgumentException("a verifier key holds 33 bytes, not " + blob.length);
        }
        var key = of(parts[0], blob[0], Arrays.copyOfRange(blob, 1, blob.length));
        if (!HexFormat.of().toHexDigits(key.id()).equals(parts[1])) {
            throw new IllegalArgumentException("the verifier key's hash does not fit its key");
        }
        return key;
    }

    /// The same key for cosignatures.
    public VerifierKey forCosignatures() {
        return new VerifierKey(name, COSIGNATURE, key);
    }

    /// The first four bytes of SHA-256(name, newline, algorithm, key).
    public int id() {
        var hash =
                Digest.sha256(
                        name.getBytes(StandardCharsets.UTF_8),
                        new byte[] {'\n', algorithm},
                        key.value());
        return ByteBuffer.wrap(hash.raw()).getInt();
    }

    /// Whether the signature is this key's over the message.
    public boolean verifies(byte[] message, byte[] signature) {
        try {
            var encoded = new X509EncodedKeySpec(concatenated(SPKI, key.value()));
            var check = Signature.getInstance("Ed25519");
            check.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(encoded));
            check.update(message);
            return check.verify(signature);
        } catch (GeneralSecurityException _) {
            return false;
        }
    }

    static byte[] concatenated(byte[] first, byte[] second) {
        var joined = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, joined, first.length, second.length);
        return joined;
    }

    @Override
    public String toString() {
        var blob = concatenated(new byte[] {algorithm}, key.value());
        return name
                + "+"
                + HexFormat.of().toHexDigits(id())
                + "+"
                + Base64.getEncoder().encodeToString(blob);
    }
}
