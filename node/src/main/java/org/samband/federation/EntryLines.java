// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Reads lines one after the other, so that a segment of any length needs the memory of one entry.
final class EntryLines implements AutoCloseable {
    private static final int BUFFER = 1 << 16;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private int at;
    private int end;

    EntryLines(InputStream in) {
        this.in = in;
    }

    /// A line that is too long, or the last one without an end.
    static final class Wrong extends IOException {
        private static final long serialVersionUID = 1;
        private final boolean tooLong;

        Wrong(boolean tooLong) {
            super(tooLong ? "a line is too long" : "the last line has no end");
            this.tooLong = tooLong;
        }

        boolean isTooLong() {
            return tooLong;
        }
    }

    /// The next line without its end; null where there is none.
    ///
    /// @param most bytes of it
    byte @Nullable [] next(int most) throws IOException {
        if (!fill()) {
            return null;
        }
        int stop = stop();
        if (stop < end && stop - at <= most) {
            var whole = Arrays.copyOfRange(buffer, at, stop);
            at = stop + 1;
            return whole;
        }
        return parts(most);
    }

    /// Where the line ends in the buffer; the end of that if it does not.
    private int stop() {
        int stop = at;
        while (stop < end && buffer[stop] != '\n') {
            stop++;
        }
        return stop;
    }

    /// A line that does not end in the buffer.
    private byte[] parts(int most) throws IOException {
        var line = new ByteArrayOutputStream(2 * BUFFER);
        while (fill()) {
            int stop = stop();
            line.write(buffer, at, stop - at);
            if (line.size() > most) {
                throw new Wrong(true);
            }
            boolean ended = stop < end;
            at = ended ? stop + 1 : stop;
            if (ended) {
                return line.toByteArray();
            }
        }
        throw new Wrong(false);
    }

    private boolean fill() throws IOException {
        if (at < end) {
            return true;
        }
        at = 0;
        end = in.read(buffer);
        return end > 0;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
