// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.samband.proof.Digest;

/// 24 digits in six groups of four, which two officers read to each other to be sure that a pair
/// file came unchanged. Source: `spec/federation/`, FEDERATION-32.
///
/// @param digits six groups of four digits, one space between
public record Fingerprint(String digits) {
    private static final BigInteger RANGE = BigInteger.TEN.pow(24);
    private static final int HASHED_BYTES = 16;

    /// The first 16 bytes of SHA-256(text, key hash) as a number, modulo 10^24.
    static Fingerprint of(String text, Digest pin) {
        var hash = Digest.sha256(text.getBytes(StandardCharsets.UTF_8), pin.bytes());
        var number =
                new BigInteger(1, Arrays.copyOf(hash.bytes(), HASHED_BYTES)).mod(RANGE).toString();
        var digits = "0".repeat(24 - number.length()) + number;
        return new Fingerprint(digits.replaceAll("(\\d{4})(?=\\d)", "$1 "));
    }

    @Override
    public String toString() {
        return digits;
    }
}
