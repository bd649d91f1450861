// SPDX-License-Identifier: EUPL-1.2
package org.samband.proof;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/// A SHA-256 value: 32 bytes. Source: FIPS 180-4.
public final class Digest {
    private static final int LENGTH = 32;
    private static final MessageDigest EMPTY = empty();

    private final byte[] value;

    private Digest(byte[] value) {
        this.value = value;
    }

    /// @throws IllegalArgumentException if the value is not 32 bytes long
    public static Digest of(byte[] value) {
        if (value.length != LENGTH) {
            throw new IllegalArgumentException("a SHA-256 value has 32 bytes, not " + value.length);
        }
        return new Digest(value.clone());
    }

    /// @param hex 64 lower-case hexadecimal digits
    public static Digest ofHex(String hex) {
        return of(HexFormat.of().parseHex(hex));
    }

    /// The SHA-256 of the parts, one after the other.
    public static Digest sha256(byte[]... parts) {
        var sha256 = begin();
        for (var part : parts) {
            sha256.update(part);
        }
        return new Digest(sha256.digest());
    }

    /// A SHA-256 over nothing yet: a copy, because to ask the JDK for one takes longer than to hash
    /// a short text.
    public static MessageDigest begin() {
        try {
            return (MessageDigest) EMPTY.clone();
        } catch (CloneNotSupportedException never) {
            throw new IllegalStateException("the JDK's SHA-256 can be copied", never);
        }
    }

    private static MessageDigest empty() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every JDK has SHA-256", missing);
        }
    }

    public byte[] bytes() {
        return value.clone();
    }

    byte[] raw() {
        return value;
    }

    /// 64 lower-case hexadecimal digits.
    public String hex() {
        return HexFormat.of().formatHex(value);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Digest digest && Arrays.equals(value, digest.value);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(value);
    }

    @Override
    public String toString() {
        return hex();
    }
}
