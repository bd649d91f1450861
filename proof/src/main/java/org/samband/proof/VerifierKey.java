// SPDX-License-Identifier: EUPL-1.2
package org.samband.proof;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/// The public key of a ledger, with the name of its holder. Source: C2SP signed-note, "Verifier
/// keys".
///
/// @param name of the holder: no space, no `+`
/// @param key the bytes of the public key alone: 32 of Ed25519, 1,952 of ML-DSA-65
public record VerifierKey(String name, KeyAlgorithm algorithm, Bytes key) {
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
        if (key.value().length != algorithm.keyLength()) {
            throw new IllegalArgumentException(
                    "a public key of this kind has " + algorithm.keyLength() + " bytes");
        }
    }

    public static VerifierKey of(String name, KeyAlgorithm algorithm, byte[] key) {
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
        var algorithm =
                KeyAlgorithm.of(blob)
                        .orElseThrow(() ->
                                new IllegalArgumentException(
                                        "a verifier key holds a type and a key of its length"));
        var key =
                of(
                        parts[0],
                        algorithm,
                        Arrays.copyOfRange(blob, algorithm.type().length, blob.length));
        if (!HexFormat.of().toHexDigits(key.id()).equals(parts[1])) {
            throw new IllegalArgumentException("the verifier key's hash does not fit its key");
        }
        return key;
    }

    /// The same key for cosignatures.
    public VerifierKey forCosignatures() {
        return new VerifierKey(name, algorithm.forCosignatures(), key);
    }

    /// The first four bytes of SHA-256(name, newline, type, key).
    public int id() {
        var hash =
                Digest.sha256(
                        name.getBytes(StandardCharsets.UTF_8),
                        new byte[] {'\n'},
                        algorithm.type(),
                        key.value());
        return ByteBuffer.wrap(hash.raw()).getInt();
    }

    /// Whether the signature is this key's over the message.
    public boolean verifies(byte[] message, byte[] signature) {
        return algorithm.verifies(key.value(), message, signature);
    }

    static byte[] concatenated(byte[] first, byte[] second) {
        var joined = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, joined, first.length, second.length);
        return joined;
    }

    @Override
    public String toString() {
        var blob = concatenated(algorithm.type(), key.value());
        return name
                + "+"
                + HexFormat.of().toHexDigits(id())
                + "+"
                + Base64.getEncoder().encodeToString(blob);
    }
}
