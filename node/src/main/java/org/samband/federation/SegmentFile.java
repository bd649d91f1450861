// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.samband.proof.Digest;

/// A segment as a file, for an air gap and for days on which the line is cut: an ASiC-E container
/// with one CAdES signature, which `unzip`, `sha256sum` and `openssl` check. Source: ETSI EN 319
/// 162-1; `spec/federation/`, section "Segment file".
///
/// @param certificate of the signature, which holds; whose it is, the reader asks
record SegmentFile(Segment segment, X509Certificate certificate) {
    static final String ENDING = ".asice";
    static final String MEDIA_TYPE = "application/vnd.etsi.asic-e+zip";
    static final String MIMETYPE = "mimetype";
    static final String SEGMENT = "segment.samband";

    /// Most bytes of a segment file. Source: FEDERATION-62.
    static final long LARGEST = Segment.LARGEST + (2L << 20);

    /// Whether the counterpart of a pair made the file.
    boolean isSignedBy(PairFile pair) {
        return PairFile.pin(certificate).equals(pair.pin());
    }

    boolean isSignedBy(NodeKeys keys) {
        return PairFile.pin(certificate).equals(PairFile.pin(keys.certificate()));
    }

    /// Writes a segment as a file.
    ///
    /// @param at stands in the signature; nothing depends on it
    static void write(Segment segment, NodeKeys keys, Instant at, OutputStream to)
            throws IOException {
        var bytes = segment.bytes();
        var manifest = new FileManifest(Map.of(SEGMENT, Digest.sha256(bytes))).xml();
        var contents = new LinkedHashMap<String, byte[]>();
        contents.put(SEGMENT, bytes);
        contents.put(FileManifest.NAME, manifest);
        contents.put(FileManifest.SIGNATURE, FileSignature.of(manifest, keys, at));
        var zip = new ZipOutputStream(to, StandardCharsets.UTF_8);
        var time = LocalDateTime.ofInstant(at, ZoneOffset.UTC);
        first(zip, time);
        for (var content : contents.entrySet()) {
            var entry = new ZipEntry(content.getKey());
            entry.setTimeLocal(time);
            zip.putNextEntry(entry);
            zip.write(content.getValue());
            zip.closeEntry();
        }
        zip.finish();
    }

    /// The media type comes first and is not compressed, so that it stands at byte 38 (EN 319
    /// 162-1, A.1).
    private static void first(ZipOutputStream zip, LocalDateTime time) throws IOException {
        var type = MEDIA_TYPE.getBytes(StandardCharsets.US_ASCII);
        var sum = new CRC32();
        sum.update(type);
        var entry = new ZipEntry(MIMETYPE);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(type.length);
        entry.setCrc(sum.getValue());
        entry.setTimeLocal(time);
        zip.putNextEntry(entry);
        zip.write(type);
        zip.closeEntry();
    }

    /// The name under which a file leaves: what it is of, which entries, how it is marked.
    /// `eu-norway-EU-000012-000017-TLP-GREEN.asice`; without entries
    /// `eu-norway-EU-receipt-000009.asice`.
    ///
    /// @param marking in the letters of a file name; empty where there are no entries
    static String name(Segment segment, String marking) {
        var numbers =
                segment.entries().isEmpty()
                        ? "receipt-%06d"
                                .formatted(
                                        segment.receipt().map(receipt -> receipt.size()).orElse(0L))
                        : "%06d-%06d".formatted(segment.from(), segment.checkpoint().size());
        return "%s-%s-%s%s%s"
                .formatted(
                        segment.partnership(),
                        segment.party(),
                        numbers,
                        marking.isEmpty() ? "" : "-" + marking,
                        ENDING);
    }
}
