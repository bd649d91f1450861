// SPDX-License-Identifier: EUPL-1.2
package org.samband.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/// What a browser without script does: keeps cookies, follows links and sends the forms that stand
/// on the page, with everything that is hidden in them.
final class Visitor {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = client(HttpClient.Redirect.NORMAL);

    /// The JDK's client sends the kind of a form's content along to where it is led, where no
    /// content comes; a browser does not.
    private final HttpClient notLed = client(HttpClient.Redirect.NEVER);

    private final URI address;

    private Visitor(URI address) {
        this.address = address;
    }

    private HttpClient client(HttpClient.Redirect redirect) {
        return HttpClient.newBuilder()
                .cookieHandler(cookies)
                .followRedirects(redirect)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    static Visitor stranger(URI address) {
        return new Visitor(address);
    }

    static Visitor signedIn(URI address, String account, String password) {
        var visitor = new Visitor(address);
        var page =
                visitor.submit(visitor.get("/sign-in"), "account", account, "password", password);
        if (page.selectFirst("input[type=password]") != null) {
            throw new AssertionError(account + " was not let in: " + page.text());
        }
        return visitor;
    }

    /// A node that was started again knows nobody.
    boolean isSignedIn() {
        return page(answer("/account")).selectFirst("#field-account") == null;
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
        return bytes(HttpRequest.newBuilder(address.resolve(path)).timeout(PATIENCE).build());
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
    ///
    /// @param typed name, value, name, value ...; a name may come several times, for rows
    Document submit(Document page, String... typed) {
        return shown(send(filled(page, typed)));
    }

    /// The same, and does not go where the answer leads: the act is done when this returns.
    ///
    /// @return path to which it leads
    String submitAlone(Document page, String... typed) {
        var answer = send(notLed, filled(page, typed));
        var to = answer.headers().firstValue("Location");
        return address.resolve(to.orElseThrow(() -> new AssertionError(shown(answer).text())))
                .getPath();
    }

    private static HttpRequest.Builder filled(Document page, String... typed) {
        var names = new LinkedHashSet<String>();
        for (int i = 0; i < typed.length; i += 2) {
            names.add(typed[i]);
        }
        for (var form : page.forms()) {
            if (form.elements().eachAttr("name").containsAll(names)) {
                return filled(form, names, typed);
            }
        }
        throw new AssertionError(
                "no form has the fields "
                        + names
                        + ": "
                        + page.forms().stream()
                                .map(form -> form.elements().eachAttr("name"))
                                .toList()
                        + page.text());
    }

    private static HttpRequest.Builder filled(
            FormElement form, Set<String> names, String... typed) {
        var body = new StringBuilder();
        for (var field : form.formData()) {
            if (!names.contains(field.key())) {
                add(body, field.key(), field.value());
            }
        }
        for (int i = 0; i < typed.length; i += 2) {
            add(body, typed[i], typed[i + 1]);
        }
        var action = form.hasAttr("action") ? form.absUrl("action") : form.baseUri();
        return HttpRequest.newBuilder(URI.create(action))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()));
    }

    /// Sends the form whose address ends so, and keeps what is answered as a file.
    byte[] download(Document page, String action) {
        for (var form : page.forms()) {
            if (form.attr("action").endsWith(action)) {
                var body = new StringBuilder();
                form.formData().forEach(field -> add(body, field.key(), field.value()));
                var request =
                        HttpRequest.newBuilder(URI.create(form.absUrl("action")))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .timeout(PATIENCE)
                                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                                .build();
                return bytes(request);
            }
        }
        throw new AssertionError("no form goes to " + action + ": " + page.text());
    }

    private byte[] bytes(HttpRequest request) {
        try {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new AssertionError(request.uri() + " answers " + answer.statusCode());
            }
            return answer.body();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    /// Sends the form that has this field for files, with files in it.
    Document upload(Document page, String field, Path... files) {
        return upload(page, field, List.of(files));
    }

    /// @param typed name, value, name, value ...; other fields are sent as they stand
    Document upload(Document page, String field, List<Path> files, String... typed) {
        var form =
                page.forms().stream()
                        .filter(one -> !one.select("[type=file][name=" + field + "]").isEmpty())
                        .findFirst()
                        .orElseThrow(() -> new AssertionError(page.text()));
        return upload(form, field, files, typed);
    }

    private Document upload(FormElement form, String field, List<Path> files, String... typed) {
        var content = Multipart.of(form, field, files, typed);
        var answer =
                send(
                        notLed,
                        HttpRequest.newBuilder(URI.create(form.absUrl("action")))
                                .header("Content-Type", content.type())
                                .POST(HttpRequest.BodyPublishers.ofByteArray(content.bytes())));
        return answer.headers()
                .firstValue("Location")
                .map(to -> get(to.replaceAll("#.*", "")))
                .orElseGet(() -> shown(answer));
    }

    /// The page after a form, which must have been accepted.
    private static Document shown(HttpResponse<String> answer) {
        var after = page(answer);
        if (answer.statusCode() != 200 || after.selectFirst("#sb-errors") != null) {
            throw new AssertionError(
                    answer.uri() + " answers " + answer.statusCode() + ": " + after.text());
        }
        return after;
    }

    /// Sends a form that could take a file, with a text typed instead.
    Document uploadText(Document page, String field, String text) {
        var form =
                page.forms().stream()
                        .filter(one -> one.selectFirst("[name=" + field + "]") != null)
                        .filter(one -> one.attr("enctype").equals("multipart/form-data"))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError(page.text()));
        form.expectFirst("[name=" + field + "]").text(text);
        form.select("input[type=file]").remove();
        return upload(form, "", List.of());
    }

    private static void add(StringBuilder body, String name, String value) {
        body.append(body.isEmpty() ? "" : "&")
                .append(encoded(name))
                .append('=')
                .append(encoded(value));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        return send(http, request);
    }

    private static HttpResponse<String> send(HttpClient client, HttpRequest.Builder request) {
        try {
            return client.send(
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

    /// Announces an edition of the Forum, invites Norway to it, and gives the dossier's path.
    String invites(String title) {
        var today = LocalDate.now(ZoneOffset.UTC);
        var opened =
                submit(
                        get("/eu-norway/open/forum-invitation"),
                        "title",
                        title,
                        "edition",
                        "EXERCISE edition",
                        "begins",
                        today.plusDays(60).toString());
        var path = URI.create(opened.location()).getPath();
        submit(
                get(path + "/act/invite"),
                "level",
                "minister",
                "answer-by",
                today.plusDays(20).toString(),
                "invitation",
                "EXERCISE. Norway is invited.");
        return path;
    }
}
