// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/// What is looked at before a ZIP file that came from outside is opened at all. Source: APPNOTE.TXT
/// of PKWARE; FEDERATION-61 and FEDERATION-62.
final class ZipShape {
    /// Where the name and the bytes of the first file stand (4.3.7).
    private static final int NAME_AT = 30;

    /// The end of the list of contents, and where in it the length of the list stands (4.3.16).
    private static final int END = 22;

    private static final int END_SIGNATURE = 0x06054b50;
    private static final int LIST_LENGTH_AT = 12;
    private static final int COMMENT_LENGTH_AT = 20;

    /// Most bytes of the list of contents. Source: FEDERATION-62.
    private static final int LONGEST_LIST = 1 << 20;

    private ZipShape() {}

    static boolean beginsWithItsType(Path file) throws IOException {
        var wanted =
                (SegmentFile.MIMETYPE + SegmentFile.MEDIA_TYPE).getBytes(StandardCharsets.US_ASCII);
        try (var in = Files.newInputStream(file)) {
            var head = in.readNBytes(NAME_AT + wanted.length);
            return head.length == NAME_AT + wanted.length
                    && head[0] == 'P'
                    && head[1] == 'K'
                    && Arrays.equals(Arrays.copyOfRange(head, NAME_AT, head.length), wanted);
        }
    }

    /// Whoever opens a ZIP file reads its list of contents into memory as a whole.
    static boolean endsWithAShortList(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            var end = ByteBuffer.allocate(END).order(ByteOrder.LITTLE_ENDIAN);
            channel.position(Math.max(0, channel.size() - END));
            while (end.hasRemaining() && channel.read(end) >= 0) {
                // Reads on.
            }
            return !end.hasRemaining()
                    && end.getInt(0) == END_SIGNATURE
                    && Integer.compareUnsigned(end.getInt(LIST_LENGTH_AT), LONGEST_LIST) <= 0
                    && end.getShort(COMMENT_LENGTH_AT) == 0;
        }
    }
}
