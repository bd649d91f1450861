// SPDX-License-Identifier: EUPL-1.2
package org.samband.acceptance;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Whether everyone can use a page: the rules of WCAG 2.2 AA as axe-core checks them. Runs in the
/// page itself and brings back nothing but what is wrong, so that two pages can be checked at once.
final class Axe {
    private static final Map<String, Object> WCAG_22_AA =
            Map.of(
                    "type",
                    "tag",
                    "values",
                    List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"));

    /// A window as wide as WCAG 2.2, 1.4.10 (Reflow), wants it to be enough.
    private static final int NARROW = 320;

    private static final String PROGRAM = program();

    private Axe() {}

    private static String program() {
        try (var file = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// Brings the program into every page that this window opens from now on.
    static void bring(Page page) {
        page.addInitScript(PROGRAM);
    }

    /// Begins; what follows in other windows meanwhile costs no time here.
    static void begin(Page page) {
        page.evaluate(
                """
                rules => {
                    window.axeFound = new Promise(go => setTimeout(go, 0)).then(() =>
                        axe.run(document, {runOnly: rules, resultTypes: ['violations'], preload: false}));
                }
                """,
                WCAG_22_AA);
    }

    /// What was found since `begin`, in one line each.
    static List<String> end(Page page) {
        var found =
                page.evaluate(
                        """
                        () => window.axeFound.then(found =>
                            found.violations.map(one => one.id + ' ' + one.nodes[0].html))
                        """);
        return ((List<?>) found).stream().map(String::valueOf).toList();
    }

    /// What stands beside a narrow window, so that one must scroll both ways.
    static List<String> tooWide(Page page) {
        var size = page.viewportSize();
        page.setViewportSize(NARROW, size.height);
        var found =
                page.evaluate(
                        """
                        narrow => document.documentElement.scrollWidth <= narrow ? [] :
                            [...document.querySelectorAll('body *')]
                                .filter(one => one.getBoundingClientRect().right > narrow)
                                .filter(one => !one.closest('.sb-scroll'))
                                .slice(0, 1)
                                .map(one => 'too wide ' + one.outerHTML.slice(0, 200))
                        """,
                        NARROW);
        page.setViewportSize(size.width, size.height);
        return ((List<?>) found).stream().map(String::valueOf).toList();
    }
}
