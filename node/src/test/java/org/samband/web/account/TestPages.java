// SPDX-License-Identifier: EUPL-1.2
package org.samband.web.account;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullUnmarked;
import org.samband.act.Outcome;
import org.samband.label.Clearance;
import org.samband.label.Policies;
import org.samband.node.TestDatabase;
import org.samband.node.TestRooms;
import org.samband.parties.Appointment;
import org.samband.parties.NeedToKnow;
import org.samband.parties.Officer;
import org.samband.parties.Officers;
import org.samband.parties.PartnershipId;
import org.samband.parties.Partnerships;
import org.samband.parties.Role;
import org.samband.web.Shortages;
import org.springframework.boot.Banner;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jetty.autoconfigure.servlet.JettyServletWebServerAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.HttpEncodingAutoConfiguration;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/// The pages of the frame on a real Jetty and a real PostgreSQL, with a clock that a test moves.
/// Passwords are hashed with less work than in a node.
@NullUnmarked // what is missing fails the test
final class TestPages implements AutoCloseable {
    static final PartnershipId EU_NORWAY = new PartnershipId("eu-norway");
    static final String PASSWORD = "a fjord with three boats";

    final AtomicReference<Instant> time =
            new AtomicReference<>(Instant.parse("2026-03-02T12:00:00Z"));
    final AtomicInteger hashes = new AtomicInteger();
    final TestDatabase database = TestDatabase.fresh();
    private final ConfigurableApplicationContext rooms;

    @ComponentScan(
            basePackages = {"org.samband.label", "org.samband.parties", "org.samband.web"},
            excludeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.REGEX,
                            pattern = "org\\.samband\\.web\\.FramedPages.*"))
    @EnableTransactionManagement
    @ImportAutoConfiguration({
        JettyServletWebServerAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        HttpEncodingAutoConfiguration.class,
        HttpMessageConvertersAutoConfiguration.class,
        WebMvcAutoConfiguration.class,
        ErrorMvcAutoConfiguration.class,
        SecurityFilterAutoConfiguration.class,
        ServletWebSecurityAutoConfiguration.class
    })
    static class Rooms {}

    /// Counts how often the work is done.
    static final class CountedPasswords extends Passwords {
        private final AtomicInteger count;

        CountedPasswords(AtomicInteger count) {
            super(64, 1);
            this.count = count;
        }

        @Override
        boolean matches(char[] password, java.util.Optional<String> hash) {
            count.incrementAndGet();
            return super.matches(password, hash);
        }
    }

    TestPages() {
        rooms =
                new SpringApplicationBuilder(Rooms.class)
                        .bannerMode(Banner.Mode.OFF)
                        .logStartupInfo(false)
                        .properties(
                                Map.of(
                                        "server.port",
                                        0,
                                        "server.address",
                                        "127.0.0.1",
                                        "spring.threads.virtual.enabled",
                                        true,
                                        "server.error.whitelabel.enabled",
                                        false,
                                        "server.forward-headers-strategy",
                                        "native",
                                        "logging.level.root",
                                        "ERROR"))
                        .initializers(context -> given((GenericApplicationContext) context))
                        .run();
    }

    private void given(GenericApplicationContext context) {
        var source = database.node();
        context.registerBean(JdbcClient.class, () -> JdbcClient.create(source));
        context.registerBean(
                PlatformTransactionManager.class, () -> new JdbcTransactionManager(source));
        context.registerBean(InstantSource.class, () -> time::get);
        context.registerBean(Shortages.class, () -> _ -> Optional.empty());
        context.registerBean(Policies.class, TestRooms::policies);
        context.registerBean(Partnerships.class, () -> TestRooms.partnerships("EU"));
        context.registerBean(
                "counted",
                Passwords.class,
                () -> new CountedPasswords(hashes),
                bean -> bean.setPrimary(true));
    }

    <T> T door(Class<T> type) {
        return rooms.getBean(type);
    }

    void pass(Duration duration) {
        time.updateAndGet(now -> now.plus(duration));
    }

    Officer officer(String account, Set<Role> roles) {
        var officer =
                ((Outcome.Accepted<Officer>)
                                door(Officers.class)
                                        .bring(
                                                new Appointment(
                                                        account,
                                                        "EXERCISE " + account,
                                                        "EEAS",
                                                        roles,
                                                        NeedToKnow.allOf(EU_NORWAY),
                                                        Clearance.upTo(Map.of("EU", "LIMITE")),
                                                        "en")))
                        .value();
        door(Accounts.class).put(List.of(account), PASSWORD.toCharArray(), false);
        return officer;
    }

    Browser browser() {
        return new Browser(((WebServerApplicationContext) rooms).getWebServer().getPort());
    }

    @Override
    public void close() {
        rooms.close();
        database.close();
    }

    /// Keeps cookies and the token of the last page, follows nothing by itself.
    static final class Browser {
        private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

        private final HttpClient client = HttpClient.newHttpClient();
        private final int port;
        final Map<String, String> cookies = new TreeMap<>();
        final List<String> setCookies = new ArrayList<>();
        String token = "";

        Browser(int port) {
            this.port = port;
        }

        HttpResponse<String> get(String path, String... headers) {
            return send(request(path, headers).GET());
        }

        /// With the token of the last page.
        HttpResponse<String> post(String path, Map<String, String> fields) {
            var all = new TreeMap<>(fields);
            all.put("_csrf", token);
            return postBare(path, all);
        }

        HttpResponse<String> postBare(String path, Map<String, String> fields) {
            var body = new ArrayList<String>();
            fields.forEach((name, value) -> {
                for (var one : value.split("\n", -1)) {
                    body.add(encoded(name) + "=" + encoded(one));
                }
            });
            return send(
                    request(path, "Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString(String.join("&", body))));
        }

        HttpResponse<String> signIn(String account, String password) {
            get("/sign-in");
            return post(
                    "/sign-in", Map.of("account", account, "password", password, "then", "/help"));
        }

        private HttpRequest.Builder request(String path, String... headers) {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
            if (headers.length > 0) {
                request.headers(headers);
            }
            if (!cookies.isEmpty()) {
                var all = new ArrayList<String>();
                cookies.forEach((name, value) -> all.add(name + "=" + value));
                request.header("Cookie", String.join("; ", all));
            }
            return request;
        }

        private HttpResponse<String> send(HttpRequest.Builder request) {
            try {
                var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
                for (var cookie : answer.headers().allValues("Set-Cookie")) {
                    setCookies.add(cookie);
                    var pair = cookie.substring(0, (cookie + ";").indexOf(';')).split("=", 2);
                    cookies.put(pair[0], pair[1]);
                }
                var found = TOKEN.matcher(answer.body());
                if (found.find()) {
                    token = found.group(1);
                }
                return answer;
            } catch (IOException broken) {
                throw new java.io.UncheckedIOException(broken);
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
        }

        private static String encoded(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }
    }
}
