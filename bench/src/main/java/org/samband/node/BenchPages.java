// SPDX-License-Identifier: EUPL-1.2
package org.samband.node;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;

/// Measures what an officer waits for, with more and more acts in the node: from the request to the
/// last byte, over HTTP on this machine.
final class BenchPages {
    private static final int DOSSIERS = 40;

    /// Acts of the dossier in which much was said. Source: issue of the complete set, "Speed".
    private static final int MUCH = 500;

    /// All pages are read so often before the first of a size is measured.
    private static final int ROUNDS = 40;

    private static final long[] FILLED =
            Arrays.stream(
                            System.getProperty("samband.bench.filled", "10000,100000,1000000")
                                    .split(",", -1))
                    .mapToLong(Long::parseLong)
                    .toArray();

    private BenchPages() {}

    static void measure(Path folder) throws Exception {
        var config = BenchSettings.write(folder, "EU", "NO");
        // Nobody answers at the other end; what waits for it costs pages nothing.
        PairFiles.write(SettingsFile.read(BenchSettings.write(folder, "NO", "EU")));
        PairFiles.write(SettingsFile.read(config));
        try (var node = BenchProcess.start(config)) {
            var talk = node.ask("year " + DOSSIERS + " " + MUCH);
            var settings = SettingsFile.read(config);
            var password = Files.readString(settings.sample().orElseThrow().passwordFile());
            var visitor = new BenchVisitor(settings.pages().port(), "head", password.strip());
            for (long acts : FILLED) {
                node.ask("fill " + acts);
                warm(visitor, paths(talk));
                System.out.printf("with %,d acts, load %.2f%n", acts, Machine.load());
                for (var path : paths(talk)) {
                    System.out.printf("  /%-62s %s%n", path, visitor.measure(path));
                }
            }
        }
    }

    /// A node that has just started still compiles its own programs: without this the page that is
    /// measured first would pay for all.
    private static void warm(BenchVisitor visitor, List<String> paths) throws Exception {
        for (int i = 0; i < ROUNDS; i++) {
            for (var path : paths) {
                visitor.get(path);
            }
        }
    }

    private static List<String> paths(String talk) {
        return List.of(
                "",
                "eu-norway/dossier/" + talk,
                "eu-norway/register/consultation",
                "eu-norway/register/consultation?sort=title&dir=asc&page=100",
                "eu-norway/register/consultation/board",
                "eu-norway/dossiers",
                "eu-norway/area/general-framework",
                "eu-norway/area/cyber",
                "eu-norway/text",
                "eu-norway/commitment/p11.4.s1",
                "eu-norway/commitment/p11.4.s1/evidence",
                "eu-norway/commitment/p11.4.s1/evidence?page=20",
                "eu-norway/search?q=consultation",
                "eu-norway/search?q=few17+agenda",
                "eu-norway/search?q=few17+some23",
                "eu-norway/year/" + LocalDate.now(ZoneOffset.UTC).getYear(),
                "eu-norway/year/" + LocalDate.now(ZoneOffset.UTC).getYear() + "?area=cyber",
                "eu-norway/calendar",
                "eu-norway/follow-ups",
                "eu-norway/follow-ups?state=done&page=20",
                "eu-norway/series",
                "eu-norway/registers",
                "account/reminders");
    }
}
