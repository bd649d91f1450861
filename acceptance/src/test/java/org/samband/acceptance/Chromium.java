// SPDX-License-Identifier: EUPL-1.2
package org.samband.acceptance;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Debian's Chromium, which `./samband test` installs, with every window's complaints.
final class Chromium implements AutoCloseable {
    private static final int PATIENCE = 30_000;
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 900;

    private final Playwright playwright =
            Playwright.create(
                    new Playwright.CreateOptions()
                            .setEnv(java.util.Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final Browser browser =
            playwright
                    .chromium()
                    .launch(
                            new BrowserType.LaunchOptions()
                                    .setExecutablePath(Path.of("/usr/bin/chromium"))
                                    .setArgs(
                                            List.of(
                                                    "--no-sandbox",
                                                    "--disable-gpu",
                                                    "--disable-quic",
                                                    "--no-first-run",
                                                    "--disable-background-networking",
                                                    "--disable-component-update",
                                                    "--disable-sync")));
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    /// A window of an officer who has signed in at a node by its page.
    Page signedIn(NodeProcess node, String account, String password, ColorScheme scheme) {
        var page = window(scheme);
        page.navigate(node.address() + "/sign-in");
        page.fill("#field-account", account);
        page.fill("#field-password", password);
        page.click("main button[type=submit]");
        page.waitForURL(address -> !address.contains("/sign-in"));
        return page;
    }

    Page window(ColorScheme scheme) {
        BrowserContext context =
                browser.newContext(
                        new Browser.NewContextOptions()
                                .setViewportSize(WIDTH, HEIGHT)
                                .setColorScheme(scheme));
        var page = context.newPage();
        page.setDefaultTimeout(PATIENCE);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(page.url() + ": " + message.text());
            }
        });
        page.onPageError(error -> complaints.add(page.url() + ": " + error));
        page.onRequest(request -> {
            if (!request.url().startsWith("http://localhost:")
                    && !request.url().startsWith("data:")) {
                complaints.add("a request left the machine: " + request.url());
            }
        });
        return page;
    }

    /// Errors of the console, broken scripts, refusals by the content security policy, requests to
    /// anywhere else.
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
