// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;
import org.samband.attachment.Attachment;
import org.samband.proof.CanonicalJson;
import org.samband.proof.JsonRefused;

/// A file crosses in parts, so that a cut costs one part and no request takes long. Source:
/// FEDERATION-81 and FEDERATION-83.
final class FilePart {
    /// Most bytes of a part. Source: FEDERATION-81.
    static final int LARGEST = 4 << 20;

    static final String FORMAT = "samband-part/1";
    private static final Set<String> MEMBERS = Set.of("format", "blob", "have");

    private FilePart() {}

    /// How many bytes of a file are here.
    static Answer answer(Attachment file, long have) {
        return Answer.of(
                Answer.OK,
                CanonicalJson.bytes(
                        Map.of("format", FORMAT, "blob", file.blob().hex(), "have", have)));
    }

    /// Reads {@link #answer}.
    static OptionalLong have(byte[] body, Attachment file) {
        try {
            var members = CanonicalJson.readCanonicalObject(body);
            return members.keySet().equals(MEMBERS)
                            && FORMAT.equals(members.get("format"))
                            && file.blob().hex().equals(members.get("blob"))
                            && members.get("have") instanceof Long have
                            && have >= 0
                            && have <= file.length()
                    ? OptionalLong.of(have)
                    : OptionalLong.empty();
        } catch (JsonRefused _) {
            return OptionalLong.empty();
        }
    }

    /// The next part of a file.
    static Answer of(Path file, long from) {
        try {
            long length = Math.clamp(Files.size(file) - from, 0, LARGEST);
            return new Answer(
                    Answer.OK,
                    length,
                    out -> {
                        try (var in = open(file, from, length)) {
                            in.transferTo(out);
                        }
                    });
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static InputStream open(Path file, long from, long length) throws IOException {
        var channel = FileChannel.open(file, StandardOpenOption.READ).position(from);
        return new Bounded(Channels.newInputStream(channel), length);
    }

    /// A part of a file that is opened when it is sent.
    static Supplier<InputStream> supplier(Path file, long from, long length) {
        return () -> {
            try {
                return open(file, from, length);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        };
    }

    /// The first bytes of a file.
    static byte[] first(Path file, int most) {
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(most);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// Ends after so many bytes.
    static final class Bounded extends FilterInputStream {
        private long left;

        Bounded(InputStream in) {
            this(in, LARGEST);
        }

        Bounded(InputStream in, long most) {
            super(in);
            this.left = most;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            if (left <= 0) {
                return -1;
            }
            int read = in.read(into, offset, (int) Math.min(length, left));
            left -= Math.max(read, 0);
            return read;
        }
    }
}
