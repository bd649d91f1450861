// SPDX-License-Identifier: EUPL-1.2
package org.samband.acceptance;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;

/// What a browser without script does: keeps cookies, follows links and sends the forms that stand
/// on the page, with everything that is hidden in them.
final class Visitor {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http =
            HttpClient.newBuilder()
                    .cookieHandler(new CookieManager())
                    .followRedirects(HttpClient.Redirect.NORMAL)
                    .version(HttpClient.Version.HTTP_1_1)
                    .build();
    private final URI address;

    private Visitor(URI address) {
        this.address = address;
    }

    static Visitor stranger(URI address) {
        return new Visitor(address);
    }

    static Visitor signedIn(URI address, String account, String password) {
        var visitor = new Visitor(address);
        var form = visitor.get("/sign-in").selectFirst("form:has(input[type=password])");
        if (form == null) {
            throw new AssertionError("the sign-in page has no form with a password");
        }
        var text = form.selectFirst("input:not([type=hidden]):not([type=password])");
        var secret = form.selectFirst("input[type=password]");
        var page =
                visitor.send(
                        (FormElement) form,
                        Map.of(
                                java.util.Objects.requireNonNull(text).attr("name"), account,
                                java.util.Objects.requireNonNull(secret).attr("name"), password));
        if (page.selectFirst("input[type=password]") != null) {
            throw new AssertionError(account + " was not let in: " + page.text());
        }
        return visitor;
    }

    /// A page, which must be shown.
    Document get(String path) {
        var answer = answer(path);
        if (answer.statusCode() != 200) {
            throw new AssertionError(
                    path + " answers " + answer.statusCode() + ": " + answer.body());
        }
        return page(answer);
    }

    HttpResponse<String> answer(String path) {
        return send(HttpRequest.newBuilder(address.resolve(path)));
    }

    byte[] download(String path) {
        try {
            var request = HttpRequest.newBuilder(address.resolve(path)).timeout(PATIENCE).build();
            var answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new AssertionError(path + " answers " + answer.statusCode());
            }
            return answer.body();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    /// Follows the link with this text.
    Document follow(Document page, String text) {
        for (var link : page.select("a[href]")) {
            if (link.text().strip().equals(text)) {
                return get(link.absUrl("href"));
            }
        }
        throw new AssertionError(
                "there is no link \"" + text + "\" among " + page.select("a[href]").eachText());
    }

    /// Sends the form that has these fields, with its other fields as they stand.
    Document submit(Document page, Map<String, String> typed) {
        for (var form : page.forms()) {
            if (!form.attr("method").equalsIgnoreCase("post")) {
                continue;
            }
            var names = form.elements().eachAttr("name");
            if (names.containsAll(typed.keySet()) && !typed.isEmpty()) {
                return send(form, typed);
            }
        }
        throw new AssertionError(
                "no form has the fields "
                        + typed.keySet()
                        + ": "
                        + page.forms().stream()
                                .map(form -> form.attr("action") + form.elements().eachAttr("name"))
                                .toList());
    }

    /// Sends a form as its button does.
    Document send(FormElement form, Map<String, String> typed) {
        var values = new ArrayList<Map.Entry<String, String>>();
        for (var field : form.formData()) {
            if (!typed.containsKey(field.key())) {
                values.add(Map.entry(field.key(), field.value()));
            }
        }
        typed.forEach((name, value) -> values.add(Map.entry(name, value)));
        var body = new StringBuilder();
        for (var value : values) {
            body.append(body.isEmpty() ? "" : "&")
                    .append(encoded(value.getKey()))
                    .append('=')
                    .append(encoded(value.getValue()));
        }
        var action = form.hasAttr("action") ? form.absUrl("action") : form.baseUri();
        return page(
                send(
                        HttpRequest.newBuilder(URI.create(action))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(
                    request.timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    private static Document page(HttpResponse<String> answer) {
        return Jsoup.parse(answer.body(), answer.uri().toString());
    }

    /// The text of an element that must be there.
    static String text(Document page, String selector) {
        Element found = page.selectFirst(selector);
        if (found == null) {
            throw new AssertionError("there is no " + selector + " in " + page.text());
        }
        return found.text();
    }
}
