// SPDX-License-Identifier: EUPL-1.2
package org.samband.instrument.reading;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.samband.instrument.Item;
import org.samband.instrument.Part;
import org.samband.instrument.Signature;

/// The version of a text: a hash over the healed text, the same for every file format.
/// Specification: `spec/instrument/README.md`, section "Version".
final class TextVersion {
    private final StringBuilder out = new StringBuilder();

    private TextVersion() {}

    static String of(String title, List<Part> parts, List<Signature> signatures) {
        var version = new TextVersion();
        version.row("T", title);
        for (var part : parts) {
            if (!part.heading().isEmpty() || !part.number().isEmpty()) {
                version.row("H", part.number(), part.heading());
            }
            for (var paragraph : part.paragraphs()) {
                version.text(
                        "P",
                        paragraph.number(),
                        paragraph.text(),
                        paragraph.itemsAt(),
                        paragraph.items());
            }
        }
        version.row(
                "S",
                signatures.stream()
                        .flatMap(signature -> signature.lines().stream())
                        .collect(Collectors.joining(" ")));
        return hash(version.out.toString());
    }

    private void text(String kind, String number, String text, int itemsAt, List<Item> items) {
        row(kind, number, text.substring(0, itemsAt).replace('\n', ' '));
        for (var item : items) {
            text("I", item.key(), item.text(), item.itemsAt(), item.items());
        }
        if (itemsAt < text.length()) {
            row("C", text.substring(itemsAt).strip().replace('\n', ' '));
        }
    }

    private void row(String... fields) {
        out.append(String.join("\t", fields)).append('\n');
    }

    private static String hash(String text) {
        try {
            var hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256:" + HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
