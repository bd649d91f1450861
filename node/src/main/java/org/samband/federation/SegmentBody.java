// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/// Where the bytes of a segment stand: in memory, in a file that is only passing through, or in the
/// ledger, from which they are read as they are sent.
interface SegmentBody {
    /// In bytes.
    long length();

    InputStream open() throws IOException;

    /// Lets go of what was only passing through.
    default void close() {}

    /// One line for each entry.
    static SegmentBody of(List<byte[]> entries) {
        long length = entries.stream().mapToLong(entry -> entry.length + 1L).sum();
        return new SegmentBody() {
            @Override
            public long length() {
                return length;
            }

            @Override
            public InputStream open() {
                return new SequenceInputStream(
                        Collections.enumeration(
                                entries.stream()
                                        .flatMap(entry -> Stream.of(entry, new byte[] {'\n'}))
                                        .map(ByteArrayInputStream::new)
                                        .toList()));
            }
        };
    }

    static SegmentBody of(byte[] bytes) {
        return new SegmentBody() {
            @Override
            public long length() {
                return bytes.length;
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(bytes);
            }
        };
    }

    /// @param file that is deleted when nobody needs it any more
    static SegmentBody of(Path file) {
        return new SegmentBody() {
            @Override
            public long length() {
                try {
                    return Files.size(file);
                } catch (IOException broken) {
                    throw new UncheckedIOException(broken);
                }
            }

            @Override
            public InputStream open() throws IOException {
                return Files.newInputStream(file);
            }

            @Override
            public void close() {
                try {
                    Files.deleteIfExists(file);
                } catch (IOException broken) {
                    throw new UncheckedIOException(broken);
                }
            }
        };
    }

    /// What stands behind the first bytes.
    default SegmentBody after(long bytes) {
        var whole = this;
        return new SegmentBody() {
            @Override
            public long length() {
                return whole.length() - bytes;
            }

            @Override
            public InputStream open() throws IOException {
                var in = whole.open();
                in.skipNBytes(bytes);
                return in;
            }

            @Override
            public void close() {
                whole.close();
            }
        };
    }
}
