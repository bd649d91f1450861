// SPDX-License-Identifier: EUPL-1.2
package org.samband.proof;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/// The lines of an export, each ended by a line feed. Source: `spec/ledger/`, LEDGER-20, 21.
final class ExportLines {
    /// Longer lines are refused unread: room for the header with many checkpoints; entries are
    /// shorter. Source: `spec/ledger/`, LEDGER-20.
    private static final int LONGEST = 4 << 20;

    private static final int BUFFER = 1 << 16;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private int at;
    private int end;

    ExportLines(InputStream in) {
        this.in = in;
    }

    /// The next line without its end; null after the last one.
    byte @Nullable [] next() throws IOException, ExportBroken {
        if (!filled()) {
            return null;
        }
        var line = new ByteArrayOutputStream();
        do {
            int feed = at;
            while (feed < end && buffer[feed] != '\n') {
                feed++;
            }
            line.write(buffer, at, feed - at);
            at = feed;
            if (line.size() > LONGEST) {
                throw new ExportBroken("", 0, "LEDGER-04", "a line is longer than an entry may be");
            }
            if (at < end) {
                at++;
                return line.toByteArray();
            }
        } while (filled());
        throw new ExportBroken(
                "", 0, "LEDGER-21", "the last line has no end: the export was cut off");
    }

    private boolean filled() throws IOException {
        if (at == end) {
            end = Math.max(0, in.read(buffer, 0, buffer.length));
            at = 0;
        }
        return at < end;
    }
}
