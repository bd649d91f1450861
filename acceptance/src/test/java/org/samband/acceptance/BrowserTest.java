// SPDX-License-Identifier: EUPL-1.2
package org.samband.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/// What officers of both parties see in a browser: acts that arrive without reloading, pages that
/// everyone can use, nothing that the content security policy refuses.
@Tag("slow")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BrowserTest {
    private static final Duration ON_THE_OTHER_NODE = Duration.ofSeconds(2);
    private static final List<String> WCAG_22_AA =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    private static final String TITLE = "EXERCISE Forum edition in the browser";

    @TempDir static Path folder;
    private static TwoNodes nodes;
    private static Chromium chromium;

    @BeforeAll
    static void startBothNodes() {
        nodes = TwoNodes.in(folder);
        chromium = new Chromium();
    }

    @AfterAll
    static void stopBothNodes() {
        chromium.close();
        nodes.close();
    }

    private static Page at(NodeProcess node, String account, ColorScheme scheme) {
        return chromium.signedIn(node, account, nodes.password(), scheme);
    }

    @Test
    @Order(1)
    void anActOnOneNodeShowsOnTheOtherWithoutReloading() {
        var norway = at(nodes.norway(), "desk", ColorScheme.LIGHT);
        norway.navigate(nodes.norway().address() + "/eu-norway/dossiers");
        norway.evaluate("window.notReloaded = true");
        var eu = at(nodes.eu(), "desk", ColorScheme.LIGHT);
        eu.navigate(nodes.eu().address() + "/eu-norway/open/forum-invitation");
        eu.fill("#field-title", TITLE);
        fillRequired(eu);

        eu.click("form.sb-form button[type=submit]");
        eu.waitForURL(address -> address.contains("/dossier/"));
        long sent = System.nanoTime();
        eu.evaluate("window.notReloaded = true");
        norway.getByText(TITLE).first().waitFor();
        var took = Duration.ofNanos(System.nanoTime() - sent);

        System.out.println("an act showed on the other node after " + took.toMillis() + " ms");
        assertThat(took).isLessThan(ON_THE_OTHER_NODE);
        assertThat(norway.evaluate("window.notReloaded")).isEqualTo(true);
        // The receipt renews the page of who acted.
        eu.getByText("has signed for it").first().waitFor();
        assertThat(eu.evaluate("window.notReloaded")).isEqualTo(true);
        assertThat(chromium.complaints()).isEmpty();
    }

    /// Fills what a form needs, as its kind wants it.
    private static void fillRequired(Page page) {
        for (var field : page.locator("form.sb-form [required]").all()) {
            fill(field);
        }
    }

    private static void fill(Locator field) {
        if (field.evaluate("field => field.tagName").equals("SELECT")) {
            if (field.inputValue().isEmpty()) {
                field.selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(1));
            }
        } else if (field.inputValue().isEmpty()) {
            var wantsDay =
                    field.evaluate(
                                    "field => !!field.closest('[data-kind=date],"
                                            + " [data-kind=dates]')")
                            .equals(true);
            field.fill(wantsDay ? "2027-03-12" : "EXERCISE text");
        }
    }

    @Test
    @Order(2)
    void noPageKeepsAnyoneOut() {
        var violations = new ArrayList<String>();
        // English and light, bokmål and dark.
        var eu = at(nodes.eu(), "desk", ColorScheme.LIGHT);
        look(eu, nodes.eu(), workPages(eu), ColorScheme.LIGHT, violations);
        var norway = at(nodes.norway(), "desk", ColorScheme.DARK);
        look(norway, nodes.norway(), workPages(norway), ColorScheme.DARK, violations);
        var admin = at(nodes.eu(), "admin", ColorScheme.LIGHT);
        look(
                admin,
                nodes.eu(),
                List.of("/", "/officers", "/officers/new", "/security-log"),
                ColorScheme.LIGHT,
                violations);
        look(admin, nodes.eu(), PAIRS, ColorScheme.LIGHT, violations);
        var norways = at(nodes.norway(), "admin", ColorScheme.DARK);
        look(norways, nodes.norway(), PAIRS, ColorScheme.DARK, violations);
        var head = at(nodes.eu(), "head", ColorScheme.LIGHT);
        look(head, nodes.eu(), List.of(recallPage(head)), ColorScheme.LIGHT, violations);
        look(
                chromium.window(ColorScheme.LIGHT),
                nodes.eu(),
                List.of("/sign-in", "/not-there"),
                ColorScheme.LIGHT,
                violations);

        assertThat(violations).isEmpty();
    }

    private static final List<String> PAIRS =
            List.of("/pairs", "/pairs/eu-norway", "/pairs/eu-norway/line");

    private static String recallPage(Page page) {
        page.navigate(address(page) + "/eu-norway/dossiers");
        var dossier = page.getByText(TITLE).first().getAttribute("href");
        return dossier + "/recall/" + dossier.substring(dossier.lastIndexOf('/') + 1);
    }

    private static List<String> workPages(Page page) {
        page.navigate(address(page) + "/eu-norway/dossiers");
        var dossier = page.getByText(TITLE).first().getAttribute("href");
        return List.of(
                "/",
                "/eu-norway/text",
                "/eu-norway/area/space",
                "/eu-norway/commitment/p11.1.s1",
                "/eu-norway/dossiers",
                dossier,
                "/eu-norway/open",
                "/eu-norway/open/consultation",
                "/eu-norway/procedure/consultation",
                "/eu-norway/follow-ups",
                "/eu-norway/calendar",
                "/eu-norway/line",
                "/account",
                "/help");
    }

    private static String address(Page page) {
        var address = java.net.URI.create(page.url());
        return address.getScheme() + "://" + address.getAuthority();
    }

    private static void look(
            Page page,
            NodeProcess node,
            List<String> paths,
            ColorScheme scheme,
            List<String> violations) {
        for (var path : paths) {
            page.navigate(node.address() + path);
            var found = new AxeBuilder(page).withTags(WCAG_22_AA).analyze();
            for (var violation : found.getViolations()) {
                violations.add(
                        "%s %s: %s %s"
                                .formatted(
                                        scheme,
                                        path,
                                        violation.getId(),
                                        violation.getNodes().getFirst().getHtml()));
            }
        }
    }
}
