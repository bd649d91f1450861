// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.samband.act.Outcome;
import org.samband.node.TestRooms;

/// A segment file on its way between two nodes under test.
///
/// @param next the file that follows
@SuppressWarnings("ArrayRecordComponent") // read, never compared
record Carriage(String name, byte[] bytes, Optional<SegmentFiles.Place> next) {
    /// @param from 0 for the first entry without a receipt
    static Carriage made(TestRooms node, long from) {
        return made(
                node, from == 0 ? Optional.empty() : Optional.of(new SegmentFiles.Place(from, 1)));
    }

    static Carriage made(TestRooms node, Optional<SegmentFiles.Place> place) {
        return switch (node.door(SegmentFiles.class).make(Forms.PARTNERSHIP, place, "desk")) {
            case Outcome.Accepted<SegmentFiles.Made>(var made) -> {
                try (made) {
                    yield new Carriage(made.name(), Files.readAllBytes(made.path()), made.next());
                } catch (IOException broken) {
                    throw new UncheckedIOException(broken);
                }
            }
            case Outcome.Refused<SegmentFiles.Made>(var refusal) ->
                    throw new AssertionError(refusal);
        };
    }

    /// All that waits.
    static List<Carriage> all(TestRooms node) {
        var files = new ArrayList<>(List.of(made(node, 0)));
        while (files.getLast().next().isPresent()) {
            files.add(made(node, files.getLast().next()));
        }
        return files;
    }

    static Carriage signed(Segment segment, NodeKeys keys, SegmentFile.Enclosed... files)
            throws IOException {
        var bytes = new ByteArrayOutputStream();
        SegmentFile.write(segment, List.of(files), keys, Forms.CLOCK.instant(), bytes);
        return new Carriage("x.asice", bytes.toByteArray(), Optional.empty());
    }

    static List<SegmentFiles.Taken> take(Path folder, TestRooms node, Carriage... files) {
        var brought = new ArrayList<SegmentFiles.Brought>();
        for (int i = 0; i < files.length; i++) {
            var path = folder.resolve("brought-" + i);
            try {
                Files.write(path, files[i].bytes());
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
            brought.add(new SegmentFiles.Brought(files[i].name(), path));
        }
        return node.door(SegmentFiles.class).take(Forms.PARTNERSHIP, brought, "desk");
    }
}
