// SPDX-License-Identifier: EUPL-1.2
package org.samband.proof;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/// The lines of an export, each ended by a line feed. Source: `spec/ledger/`, LEDGER-20, 21.
final class ExportLines {
    /// Longer lines are refused unread: room for the header with many checkpoints; entries are
    /// shorter. Source: `spec/ledger/`, LEDGER-20.
    private static final int LONGEST = 4 << 20;

    /// Lines that come together have about this many bytes at most.
    private static final int TOGETHER = 4 << 20;

    /// Bytes that are copied from the export at once.
    private static final int PIECE = 1 << 16;

    private final ExportFile export;
    private final Deque<byte[]> free = new ArrayDeque<>();
    private long at;

    ExportLines(ExportFile export) {
        this.export = export;
    }

    /// Some lines that follow each other.
    static final class Lines {
        private final byte[] bytes;
        private final int[] starts;
        private final long place;

        /// @param starts where each line begins, and at last where the next one would
        /// @param place of the first byte in the export
        private Lines(byte[] bytes, int[] starts, long place) {
            this.bytes = bytes;
            this.starts = starts;
            this.place = place;
        }

        byte[] bytes() {
            return bytes;
        }

        long place() {
            return place;
        }

        int count() {
            return starts.length - 1;
        }

        int from(int line) {
            return starts[line];
        }

        /// Where the line feed of a line stands.
        int to(int line) {
            return starts[line + 1] - 1;
        }

        byte[] line(int line) {
            return Arrays.copyOfRange(bytes, from(line), to(line));
        }
    }

    /// The next line without its end; null after the last one.
    byte @Nullable [] next() throws ExportBroken {
        var one = next(1);
        return one == null ? null : one.line(0);
    }

    /// The next lines, one at least; null after the last one.
    @Nullable Lines next(int most) throws ExportBroken {
        var buffer = free.isEmpty() ? new byte[PIECE] : free.pop();
        var starts = new int[most + 1];
        int count = 0;
        int scanned = 0;
        int filled = 0;
        while (count < most && starts[count] < TOGETHER) {
            int feed = JsonWalk.lineFeed(buffer, scanned, filled);
            if (feed < filled) {
                scanned = feed + 1;
                starts[++count] = scanned;
            } else if (filled - starts[count] > LONGEST) {
                if (count == 0) {
                    throw new ExportBroken(
                            "", 0, "LEDGER-04", "a line is longer than an entry may be");
                }
                break;
            } else if (at + filled < export.size()) {
                int more = (int) Math.min(PIECE, export.size() - at - filled);
                if (filled + more > buffer.length) {
                    buffer = Arrays.copyOf(buffer, 2 * buffer.length);
                }
                export.copy(at + filled, buffer, filled, more);
                scanned = filled;
                filled += more;
            } else if (count == 0 && filled > 0) {
                throw new ExportBroken(
                        "", 0, "LEDGER-21", "the last line has no end: the export was cut off");
            } else {
                break;
            }
        }
        if (count == 0) {
            return null;
        }
        var lines = new Lines(buffer, Arrays.copyOf(starts, count + 1), at);
        at += starts[count];
        return lines;
    }

    /// Takes lines back that nobody reads any more.
    void release(Lines lines) {
        free.push(lines.bytes);
    }
}
