// SPDX-License-Identifier: EUPL-1.2
package org.samband.node;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.List;
import org.samband.act.Refusal;

/// The folder of a demo: settings of two nodes, their data, and the one password of the sample
/// officers. It is made at the first start and kept.
///
/// @param folder of the demo
/// @param sides the EU's and Norway's node
record Demo(Path folder, List<Side> sides) {
    static final String PARTNERSHIP = "eu-norway";
    private static final String MARK = "samband-demo";
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    /// One node of the demo.
    ///
    /// @param pages port of its pages
    /// @param link port of its line
    record Side(String party, String name, Path folder, int pages, int link) {
        Path config() {
            return folder.resolve("node.yaml");
        }

        Path log() {
            return folder.resolve("node.log");
        }

        String address() {
            return "http://localhost:" + pages;
        }
    }

    /// @param base the pages listen on it and the next port, the lines on the two that follow
    static Demo in(Path folder, int base) {
        return new Demo(
                folder,
                List.of(
                        new Side("EU", "European Union", folder.resolve("eu"), base, base + 2),
                        new Side("NO", "Norway", folder.resolve("no"), base + 1, base + 3)));
    }

    /// Holds the folder for this demo until the channel is closed.
    ///
    /// @throws StartRefused if another demo holds it, or if it is no demo's folder
    FileChannel lock() throws IOException {
        if (Files.isDirectory(folder) && !Files.exists(folder.resolve(MARK)) && !empty()) {
            throw new StartRefused(Refusal.of(NodeRule.NO_DEMO_FOLDER).with("folder", folder));
        }
        Folders.ownOnly(folder);
        return Folders.lock(
                folder.resolve(MARK), Refusal.of(NodeRule.DEMO_RUNS).with("folder", folder));
    }

    private boolean empty() throws IOException {
        try (var files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    /// Deletes everything but the programs of the embedded database.
    void reset() throws IOException {
        for (var side : sides) {
            Folders.delete(side.folder());
        }
        Files.deleteIfExists(passwordFile());
        Files.deleteIfExists(dayFile());
    }

    /// Writes the settings, makes the keys and gives each side the other's pair file.
    ///
    /// @param today on which the sample year ends, where the demo is new
    void setUp(LocalDate today) throws IOException {
        if (!Files.exists(passwordFile())) {
            Folders.writeSecret(passwordFile(), password() + "\n");
        }
        if (!Files.exists(dayFile())) {
            Files.writeString(dayFile(), today + "\n");
        }
        var day = Files.readString(dayFile()).strip();
        for (var side : sides) {
            Folders.ownOnly(side.folder());
            Files.writeString(side.config(), settings(side, day));
        }
        for (var side : sides) {
            PairFiles.write(SettingsFile.read(side.config()));
        }
    }

    private String settings(Side side, String day) {
        var other = sides.get(0).equals(side) ? sides.get(1) : sides.get(0);
        return """
        # EXERCISE: a demo wrote this file and writes it again at each start.
        party: %s
        data: data
        cache: ../cache
        pages:
          port: %d
        link:
          port: %d
        partnerships:
          - name: %s
            counterpart: ../%s/data/%s
        sample:
          day: %s
          password-file: ../password
        """
                .formatted(
                        side.party(),
                        side.pages(),
                        side.link(),
                        PARTNERSHIP,
                        other.folder().getFileName(),
                        PairFiles.name(PARTNERSHIP, other.party()),
                        day);
    }

    Path passwordFile() {
        return folder.resolve("password");
    }

    private Path dayFile() {
        return folder.resolve("day");
    }

    private static String password() {
        var random = new SecureRandom();
        var text = new StringBuilder("exercise");
        for (int i = 0; i < 12; i++) {
            if (i % 4 == 0) {
                text.append('-');
            }
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }
}
