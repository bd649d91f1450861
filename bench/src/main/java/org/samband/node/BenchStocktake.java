// SPDX-License-Identifier: EUPL-1.2
package org.samband.node;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;

/// Measures what is worked out from the ledgers when it is asked for: the stocktake of a full year
/// with 10,000 acts, and the brief of a meeting in it, as pages and as files, over HTTP on this
/// machine. Every act is real.
final class BenchStocktake {
    private static final int ACTS = Integer.getInteger("samband.bench.acts", 10_000);
    private static final int OFFICERS = 4;
    private static final int WARM = 8;
    private static final int MEASURED = 20;
    private static final Pattern SCOPE = Pattern.compile("/stocktake/pdf\\?scope=([^\"]+)\"");

    private BenchStocktake() {}

    static void measure(Path folder) throws Exception {
        var config = BenchSettings.write(folder, "EU", "NO");
        PairFiles.write(SettingsFile.read(BenchSettings.write(folder, "NO", "EU")));
        PairFiles.write(SettingsFile.read(config));
        try (var node = BenchProcess.start(config)) {
            var meeting = node.ask("year 1 10");
            node.ask("append " + ACTS + " " + OFFICERS);
            var settings = SettingsFile.read(config);
            var password = Files.readString(settings.sample().orElseThrow().passwordFile());
            var visitor = new BenchVisitor(settings.pages().port(), "head", password.strip());
            System.out.printf("with %,d acts, load %.2f%n", ACTS, Machine.load());
            for (var path : paths(meeting, scope(visitor))) {
                System.out.printf(
                        "  /%-44s %s%n",
                        path.split("\\?", 2)[0], visitor.measure(path, WARM, MEASURED));
            }
        }
    }

    private static String year() {
        int year = LocalDate.now(ZoneOffset.UTC).getYear();
        return "eu-norway/stocktake?from=" + year + "-01-01&to=" + year + "-12-31";
    }

    private static String scope(BenchVisitor visitor) throws Exception {
        var found = SCOPE.matcher(visitor.get(year()));
        if (!found.find()) {
            throw new IOException("the stocktake does not say its scope");
        }
        return found.group(1);
    }

    private static List<String> paths(String meeting, String scope) {
        return List.of(
                year(),
                "eu-norway/stocktake/pdf?scope=" + scope,
                "eu-norway/stocktake/docx?scope=" + scope,
                "eu-norway/stocktake/compare?first=" + scope + "&second=" + scope,
                "eu-norway/dossier/" + meeting + "/brief",
                "eu-norway/dossier/" + meeting + "/brief/pdf");
    }
}
