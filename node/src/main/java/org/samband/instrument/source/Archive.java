// SPDX-License-Identifier: EUPL-1.2
package org.samband.instrument.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.TreeMap;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.samband.instrument.InstrumentRule;

/// The parts of a ZIP archive by name, bounded: an archive bomb is refused before it unfolds.
final class Archive {
    private static final int BUFFER = 8192;

    private final TreeMap<String, byte[]> parts = new TreeMap<>();

    private Archive() {}

    static Archive of(byte[] bytes) throws IOException {
        var archive = new Archive();
        long inflated = 0;
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            int count = 0;
            for (var part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
                if (++count > Bounds.PARTS_OF_ARCHIVE) {
                    throw new UnreadableException(
                            InstrumentRule.UNSAFE, "its archive has too many parts");
                }
                var out = new java.io.ByteArrayOutputStream();
                var buffer = new byte[BUFFER];
                for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
                    inflated += read;
                    if (inflated > Bounds.INFLATED) {
                        throw new UnreadableException(
                                InstrumentRule.UNSAFE, "its archive unfolds without end");
                    }
                    if (part.getName().endsWith(".xml") || part.getName().endsWith(".rels")) {
                        out.write(buffer, 0, read);
                    }
                }
                archive.parts.putIfAbsent(part.getName(), out.toByteArray());
            }
        } catch (ZipException | IllegalArgumentException broken) {
            throw new UnreadableException(InstrumentRule.DAMAGED, "its archive is broken");
        }
        return archive;
    }

    boolean has(String name) {
        return parts.containsKey(name);
    }

    byte[] part(String name) {
        return parts.getOrDefault(name, new byte[0]);
    }
}
