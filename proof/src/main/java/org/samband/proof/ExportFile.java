// SPDX-License-Identifier: EUPL-1.2
package org.samband.proof;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/// The bytes of an export, in their order and at any place, without being in memory: the file is
/// mapped. What comes as a stream is in memory if it is small, and else in a file of its own that
/// is gone afterwards.
public final class ExportFile implements AutoCloseable {
    /// Larger streams go to a file.
    private static final int IN_MEMORY = 8 << 20;

    private final MemorySegment bytes;
    private final Optional<Arena> mapped;

    private ExportFile(MemorySegment bytes, Optional<Arena> mapped) {
        this.bytes = bytes;
        this.mapped = mapped;
    }

    /// Opens a file, which nobody may change meanwhile.
    ///
    /// @throws IOException if it cannot be read
    public static ExportFile open(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return mapped(channel);
        }
    }

    /// Takes what is left of a stream.
    ///
    /// @param in read to its end, not closed
    /// @throws IOException if it cannot be read, or there is no room for it
    public static ExportFile of(InputStream in) throws IOException {
        var first = in.readNBytes(IN_MEMORY);
        if (first.length < IN_MEMORY) {
            return new ExportFile(MemorySegment.ofArray(first), Optional.empty());
        }
        var file = Files.createTempFile("samband", ".export");
        try (var channel =
                FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            try (var out = java.nio.channels.Channels.newOutputStream(channel)) {
                out.write(first);
                in.transferTo(out);
                return mapped(channel);
            }
        } finally {
            Files.delete(file);
        }
    }

    @SuppressWarnings("MustBeClosedChecker") // Closed with this file.
    private static ExportFile mapped(FileChannel channel) throws IOException {
        var arena = Arena.ofShared();
        try {
            var bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
            return new ExportFile(bytes, Optional.of(arena));
        } catch (IOException | RuntimeException broken) {
            arena.close();
            throw broken;
        }
    }

    /// Copies a part of the export.
    ///
    /// @param from first byte, counted from 0
    /// @throws UncheckedIOException if the file was cut meanwhile
    public void copy(long from, byte[] to, int at, int length) {
        try {
            MemorySegment.copy(bytes, ValueLayout.JAVA_BYTE, from, to, at, length);
        } catch (InternalError gone) { // What a mapped page answers that is no more.
            throw new UncheckedIOException(
                    new IOException("the export was cut while it was read", gone));
        }
    }

    long size() {
        return bytes.byteSize();
    }

    @Override
    public void close() {
        mapped.ifPresent(Arena::close);
    }
}
