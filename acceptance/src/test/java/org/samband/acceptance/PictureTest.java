// SPDX-License-Identifier: EUPL-1.2
package org.samband.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Makes the pictures of `docs/images/` anew: `./samband pictures`. Both nodes play their EXERCISE
/// year first, as it looks on one fixed day.
@Tag("pictures")
class PictureTest {
    private static final Duration PATIENCE = Duration.ofMinutes(6);
    private static final String DAY = "2026-11-25";
    private static final Path IMAGES =
            Path.of(System.getProperty("samband.root", ".."), "docs", "images");

    @Test
    void thePicturesShowBothNodes(@TempDir Path folder) throws IOException {
        Files.createDirectories(IMAGES);
        try (var nodes = TwoNodes.withYear(folder, DAY);
                var chromium = new Chromium()) {
            var eu = Visitor.stranger(nodes.eu().address());
            Waiting.until(
                    PATIENCE,
                    () -> "the year did not end: " + eu.answer("/health").body(),
                    () ->
                            eu.answer("/health")
                                    .body()
                                    .matches("(?s).*\"sample\":\"(\\d+) of \\1\".*"));
            picture(chromium, nodes, nodes.eu(), "eu", ColorScheme.LIGHT);
            picture(chromium, nodes, nodes.norway(), "no", ColorScheme.LIGHT);
            var dark = chromium.signedIn(nodes.eu(), "desk", nodes.password(), ColorScheme.DARK);
            keep(dark, nodes.eu(), "/", "start-eu-dark");
            assertThat(chromium.complaints()).isEmpty();
        }
    }

    private static void picture(
            Chromium chromium, TwoNodes nodes, NodeProcess node, String name, ColorScheme scheme) {
        var page = chromium.signedIn(node, "desk", nodes.password(), scheme);
        keep(page, node, "/", "start-" + name);
        keep(page, node, "/eu-norway/text#p10", "living-text-" + name);
        keep(page, node, "/eu-norway/dossier/NO-11", "dossier-" + name);
    }

    private static void keep(Page page, NodeProcess node, String path, String name) {
        page.navigate("about:blank");
        page.navigate(node.address() + path);
        page.screenshot(new Page.ScreenshotOptions().setPath(IMAGES.resolve(name + ".png")));
    }
}
