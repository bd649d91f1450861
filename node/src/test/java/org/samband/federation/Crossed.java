// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Base64;

/// Looks for a text among all bytes that crossed between two nodes.
final class Crossed {
    private Crossed() {}

    /// Whether the text is among the bytes: in plain UTF-8, or in base64 at any of its three
    /// alignments.
    ///
    /// @param crossed each byte as one character (ISO 8859-1)
    static boolean holds(String crossed, String text) {
        var bytes = text.getBytes(UTF_8);
        if (crossed.contains(new String(bytes, ISO_8859_1))) {
            return true;
        }
        for (int shift = 0; shift < 3; shift++) {
            var shifted = new byte[shift + bytes.length];
            System.arraycopy(bytes, 0, shifted, shift, bytes.length);
            int whole = shifted.length - shifted.length % 3;
            var base64 = Base64.getEncoder().encodeToString(Arrays.copyOf(shifted, whole));
            if (crossed.contains(base64.substring(shift == 0 ? 0 : 4))) {
                return true;
            }
        }
        return false;
    }
}
