// SPDX-License-Identifier: EUPL-1.2
package org.samband.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.samband.act.Outcome;

/// Damaged files are read or refused, never anything else, and in time. The seed stands in every
/// message, so that a failure can be played again.
class InstrumentImportFuzzTest {
    private static final long SEED = 20240528;

    @Test
    void fewDamagedFilesAreReadOrRefused() throws IOException {
        play(12);
    }

    @Test
    @Tag("slow")
    void manyDamagedCopiesOfEachFileAreReadOrRefused() throws IOException {
        play(40);
    }

    private static void play(int times) throws IOException {
        for (var file : files().entrySet()) {
            var answers = new TreeMap<String, Integer>();
            for (int at = 0; at < times; at++) {
                long seed = SEED + at;
                var damaged = damaged(file.getKey(), file.getValue(), new Random(seed));
                answers.merge(
                        answer(damaged, file.getKey() + " with seed " + seed), 1, Integer::sum);
            }
            System.out.println("  " + file.getKey() + " damaged " + times + " times: " + answers);
            assertThat(answers.values().stream().mapToInt(Integer::intValue).sum())
                    .isEqualTo(times);
        }
    }

    private static String answer(byte[] damaged, String name) {
        try {
            return switch (InstrumentImport.read(damaged, name)) {
                case Outcome.Accepted<Imported>(var imported) -> {
                    whole(imported.instrument());
                    yield "read";
                }
                case Outcome.Refused<Imported>(var refusal) -> {
                    assertThat(refusal.rule()).as(name).isNotEqualTo(InstrumentRule.TOO_SLOW);
                    yield refusal.rule().id();
                }
            };
        } catch (IllegalStateException fault) {
            throw new AssertionError("a fault at " + name, fault);
        }
    }

    /// What is read can be written and read again.
    private static void whole(Instrument read) {
        var json = InstrumentFile.instrumentJson(read).getBytes(StandardCharsets.UTF_8);
        var again = InstrumentFile.read(json, "[]".getBytes(StandardCharsets.UTF_8)).instrument();
        assertThat(again).isEqualTo(read);
        assertThat(read.paragraphs().stream().map(Paragraph::id)).doesNotHaveDuplicates();
    }

    private static Map<String, byte[]> files() throws IOException {
        var files = new LinkedHashMap<>(Corpus.files());
        files.put(
                "eu-norway", Files.readAllBytes(EuNorwayReadingTest.FOLDER.resolve("source.txt")));
        return files;
    }

    private static byte[] damaged(String name, byte[] bytes, Random random) throws IOException {
        if (name.equals("numbering") && random.nextInt(3) > 0) {
            return inside(bytes, random);
        }
        return flipped(bytes, random);
    }

    /// Damages the XML inside of an archive, not the archive.
    private static byte[] inside(byte[] archive, Random random) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var in = new ZipInputStream(new ByteArrayInputStream(archive));
                var to = new ZipOutputStream(out)) {
            for (var part = in.getNextEntry(); part != null; part = in.getNextEntry()) {
                var bytes = in.readAllBytes();
                to.putNextEntry(new ZipEntry(part.getName()));
                to.write(part.getName().startsWith("word/") ? moved(bytes, random) : bytes);
            }
        }
        return out.toByteArray();
    }

    private static byte[] flipped(byte[] bytes, Random random) {
        var copy = bytes.clone();
        int changes = 1 + random.nextInt(20);
        for (int at = 0; at < changes && copy.length > 0; at++) {
            copy[random.nextInt(copy.length)] = (byte) random.nextInt(256);
        }
        return switch (random.nextInt(4)) {
            case 0 -> java.util.Arrays.copyOf(copy, random.nextInt(copy.length + 1));
            case 1 -> moved(copy, random);
            default -> copy;
        };
    }

    /// Elements and text stand elsewhere or twice; half of the time at the borders of elements, so
    /// that the XML often stays whole.
    private static byte[] moved(byte[] bytes, Random random) {
        if (bytes.length == 0) {
            return bytes;
        }
        int from = border(bytes, random);
        int to = border(bytes, random);
        int length = random.nextInt(Math.min(2_000, bytes.length - from) + 1);
        int end = border(bytes, from + length, random.nextBoolean());
        var copy = new ByteArrayOutputStream();
        copy.write(bytes, 0, to);
        copy.write(bytes, from, Math.max(0, end - from));
        copy.write(bytes, to, bytes.length - to);
        return copy.toByteArray();
    }

    private static int border(byte[] bytes, Random random) {
        return border(bytes, random.nextInt(bytes.length), random.nextBoolean());
    }

    private static int border(byte[] bytes, int from, boolean borders) {
        int at = Math.min(from, bytes.length - 1);
        while (borders && at > 0 && bytes[at] != '<') {
            at--;
        }
        return at;
    }
}
