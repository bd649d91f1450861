// SPDX-License-Identifier: EUPL-1.2
package org.samband.acceptance.reader;

import java.util.Arrays;
import java.util.Optional;

/// Lines of a file, each ended by one line feed.
final class Lines {
    private final byte[] bytes;
    private int at;

    Lines(byte[] bytes) {
        this.bytes = bytes;
    }

    boolean isAtEnd() {
        return at == bytes.length;
    }

    /// The next line without its line feed; empty where no line feed follows.
    Optional<byte[]> next() {
        for (int end = at; end < bytes.length; end++) {
            if (bytes[end] == '\n') {
                var line = Arrays.copyOfRange(bytes, at, end);
                at = end + 1;
                return Optional.of(line);
            }
        }
        return Optional.empty();
    }
}
