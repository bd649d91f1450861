// SPDX-License-Identifier: EUPL-1.2
package org.samband.node;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;

/// An officer who reads pages of a node that is measured.
final class BenchVisitor {
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final int WARM = 40;
    private static final int MEASURED = 60;

    private final HttpClient http =
            HttpClient.newBuilder()
                    .cookieHandler(new CookieManager())
                    .followRedirects(HttpClient.Redirect.NORMAL)
                    .version(HttpClient.Version.HTTP_1_1)
                    .build();
    private final URI address;

    BenchVisitor(int port, String account, String password) throws Exception {
        address = URI.create("http://127.0.0.1:" + port + "/");
        var csrf = CSRF.matcher(get("sign-in"));
        if (!csrf.find()) {
            throw new IOException("the sign-in page has no token");
        }
        var form =
                "account="
                        + said(account)
                        + "&password="
                        + said(password)
                        + "&_csrf="
                        + said(csrf.group(1));
        http.send(
                HttpRequest.newBuilder(address.resolve("sign-in"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static String said(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    String get(String path) throws Exception {
        var answer =
                http.send(
                        HttpRequest.newBuilder(address.resolve(path)).build(),
                        HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(path + " answers " + answer.statusCode());
        }
        return answer.body();
    }

    /// Reads a page again and again, from the request to the last byte.
    ///
    /// @return "p50 12 ms, p95 20 ms, 130 kB"
    String measure(String path) throws Exception {
        return measure(path, WARM, MEASURED);
    }

    /// @param warm how often it is read before
    /// @param measured how often it is read then
    String measure(String path, int warm, int measured) throws Exception {
        int size = 0;
        for (int i = 0; i < warm; i++) {
            size = get(path).length();
        }
        var times = new long[measured];
        for (int i = 0; i < measured; i++) {
            long begun = System.nanoTime();
            get(path);
            times[i] = System.nanoTime() - begun;
        }
        Arrays.sort(times);
        return "p50 %.0f ms, p95 %.0f ms, %d kB"
                .formatted(
                        times[measured / 2] / 1e6, times[measured * 95 / 100] / 1e6, size / 1_000);
    }
}
