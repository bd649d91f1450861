// SPDX-License-Identifier: EUPL-1.2
package org.samband.proof;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The lines of an export, each ended by a line feed. Source: `spec/ledger/`, LEDGER-20, 21.
final class ExportLines {
    /// Longer lines are refused unread: room for the header with many checkpoints; entries are
    /// shorter. Source: `spec/ledger/`, LEDGER-20.
    private static final int LONGEST = 4 << 20;

    /// Lines that come together have about this many bytes at most.
    private static final int TOGETHER = 4 << 20;

    private final InputStream in;
    private byte[] buffer = new byte[1 << 20];
    private int at;
    private int end;

    ExportLines(InputStream in) {
        this.in = in;
    }

    /// Some lines that follow each other.
    static final class Lines {
        private final byte[] bytes;
        private final int[] starts;

        /// @param starts where each line begins, and at last where the next one would
        private Lines(byte[] bytes, int[] starts) {
            this.bytes = bytes;
            this.starts = starts;
        }

        byte[] bytes() {
            return bytes;
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
    byte @Nullable [] next() throws IOException, ExportBroken {
        var one = next(1);
        return one == null ? null : one.line(0);
    }

    /// The next lines, one at least; null after the last one.
    @Nullable Lines next(int most) throws IOException, ExportBroken {
        var starts = new int[most + 1];
        int count = 0;
        int scanned = at;
        while (count < most && (count == 0 || starts[count] < TOGETHER)) {
            int feed = JsonWalk.lineFeed(buffer, scanned, end);
            if (feed < end) {
                scanned = feed + 1;
                starts[++count] = scanned - at;
            } else if (end - at - starts[count] > LONGEST) {
                if (count == 0) {
                    throw new ExportBroken(
                            "", 0, "LEDGER-04", "a line is longer than an entry may be");
                }
                break;
            } else {
                int read = end - at;
                if (!filled()) {
                    if (count == 0 && at < end) {
                        throw new ExportBroken(
                                "",
                                0,
                                "LEDGER-21",
                                "the last line has no end: the export was cut off");
                    }
                    break;
                }
                scanned = at + read;
            }
        }
        return count == 0 ? null : taken(Arrays.copyOf(starts, count + 1));
    }

    private Lines taken(int[] starts) {
        int length = starts[starts.length - 1];
        var bytes = Arrays.copyOfRange(buffer, at, at + length);
        at += length;
        return new Lines(bytes, starts);
    }

    /// Reads more behind what is not taken yet.
    private boolean filled() throws IOException {
        if (end == buffer.length) {
            var roomier = end - at > buffer.length / 2 ? new byte[buffer.length * 2] : buffer;
            System.arraycopy(buffer, at, roomier, 0, end - at);
            buffer = roomier;
            end -= at;
            at = 0;
        }
        int read = in.read(buffer, end, buffer.length - end);
        end += Math.max(0, read);
        return read > 0;
    }
}
