// SPDX-License-Identifier: EUPL-1.2
package org.samband.web;

import gg.jte.Content;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import org.samband.act.Refusal;
import org.samband.act.Rule;
import org.samband.label.Category;
import org.samband.label.Clearance;
import org.samband.label.Level;
import org.samband.label.Marking;
import org.samband.label.Policies;
import org.samband.label.Policy;
import org.samband.parties.Bilingual;
import org.samband.parties.NeedToKnow;
import org.samband.parties.Officer;
import org.samband.parties.OfficerId;
import org.samband.parties.PartnershipId;
import org.samband.parties.Partnerships;
import org.samband.parties.Party;
import org.samband.parties.PartyCode;
import org.samband.parties.Profile;
import org.samband.parties.Role;
import org.samband.parties.Sight;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.task.TaskExecutionAutoConfiguration;
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
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The page frame alone on a real server, with a made-up partnership and pages of its own: no
/// database, no accounts. {@link #main} keeps it open to look at.
final class FramedPages implements AutoCloseable {
    static final PartnershipId PARTNERSHIP = new PartnershipId("atland-bergen");
    static final PartnershipId OTHER = new PartnershipId("atland-third");

    private final ConfigurableApplicationContext rooms;

    FramedPages(int port) {
        rooms =
                new SpringApplicationBuilder(Rooms.class)
                        .properties(
                                Map.of(
                                        "server.port",
                                        port,
                                        "server.error.whitelabel.enabled",
                                        false,
                                        "spring.threads.virtual.enabled",
                                        true,
                                        "spring.main.banner-mode",
                                        "off"))
                        .run();
    }

    static void main(String[] arguments) {
        new FramedPages(Integer.parseInt(arguments[0])).signIn(officer("en", "auto", both()));
    }

    int port() {
        return Objects.requireNonNull(((WebServerApplicationContext) rooms).getWebServer())
                .getPort();
    }

    Live live() {
        return rooms.getBean(Live.class);
    }

    /// From now on this officer is signed in; null for nobody.
    void signIn(Officer officer) {
        rooms.getBean(Signed.class).officer.set(Optional.of(officer));
    }

    void signOut() {
        rooms.getBean(Signed.class).officer.set(Optional.empty());
    }

    @Override
    public void close() {
        rooms.close();
    }

    static Officer officer(String language, String theme, NeedToKnow needToKnow) {
        return new Officer(
                new OfficerId(1),
                "ekman",
                "Ingrid Ekman (EXERCISE)",
                "MFA",
                Set.of(Role.DESK_OFFICER),
                needToKnow,
                Clearance.upTo(Map.of("EX", "LIMITED")),
                true,
                language,
                theme);
    }

    static NeedToKnow both() {
        return new NeedToKnow(
                new TreeMap<>(
                        Map.of(
                                PARTNERSHIP,
                                new TreeSet<>(List.of("*")),
                                OTHER,
                                new TreeSet<>(List.of("*")))));
    }

    static final class Signed implements SignedIn {
        private final AtomicReference<Optional<Officer>> officer =
                new AtomicReference<>(Optional.empty());

        /// A query parameter lets a person who looks at the pages change language and theme.
        @Override
        public Optional<Officer> officer(HttpServletRequest request) {
            if ("down".equals(request.getParameter("database"))) {
                throw new IllegalStateException("secret address of the database");
            }
            var language = request.getParameter("language");
            var theme = request.getParameter("theme");
            return language == null
                    ? officer.get()
                    : Optional.of(
                            FramedPages.officer(language, theme == null ? "auto" : theme, both()));
        }

        @Override
        public Optional<Officer> now(OfficerId id) {
            return officer.get();
        }
    }

    enum ExampleRule implements Rule {
        DATE("EXA-01", "the date \"{date}\" lies before today: give a later one."),
        WHOLE("EXA-02", "the dossier is closed: open a new one.");

        private final String id;
        private final String sentence;

        ExampleRule(String id, String sentence) {
            this.id = id;
            this.sentence = sentence;
        }

        @Override
        public String id() {
            return id;
        }

        @Override
        public String source() {
            return "made up for tests";
        }

        @Override
        public String sentence() {
            return sentence;
        }
    }

    @Controller
    static class Examples {
        private final java.util.concurrent.atomic.AtomicInteger count =
                new java.util.concurrent.atomic.AtomicInteger();
        private final Live live;

        Examples(Live live) {
            this.live = live;
        }

        @GetMapping("/")
        Page start(Words words) {
            return Page.of("web/frame.jte")
                    .titled("Start")
                    .at("web.help.title")
                    .with("content", html("start.html"));
        }

        @GetMapping("/{partnership}/{example:text|dossier|forms}")
        Page example(
                @org.springframework.web.bind.annotation.PathVariable PartnershipId partnership,
                @org.springframework.web.bind.annotation.PathVariable String example) {
            return Page.of("web/frame.jte")
                    .titled(example)
                    .in(partnership)
                    .marked(Marking.parse("EX:LIMITED;EXERCISE|TLP:AMBER"))
                    .at("web.keys." + example)
                    .with("content", html(example + ".html"));
        }

        @GetMapping("/{partnership}/counter")
        Page counter(
                @org.springframework.web.bind.annotation.PathVariable PartnershipId partnership) {
            var html =
                    """
                    <h1>Counter</h1>
                    <p id="count">%d</p>
                    <details id="more"><summary id="opener">More</summary><p id="n%d">open</p></details>
                    <form class="sb-form" method="post" action="/form" data-confirm="Really?">
                    <label for="typed">Typed</label><input id="typed" name="typed">
                    <button id="send">Send</button></form>
                    """
                            .formatted(count.get(), count.get());
            return Page.of("web/frame.jte")
                    .titled("Counter " + count.get())
                    .in(partnership)
                    .with("content", (Content) output -> output.writeContent(html));
        }

        @GetMapping("/count")
        Page count() {
            count.incrementAndGet();
            live.changed(PARTNERSHIP, "", 1);
            return Page.of("web/frame.jte").with("content", html("start.html"));
        }

        @GetMapping("/form")
        Page form(Words words) {
            var refusals =
                    new Refusals(
                            List.of(
                                    Refusal.at(ExampleRule.DATE, "date").with("date", "2020-01-01"),
                                    Refusal.of(ExampleRule.WHOLE)));
            return Page.of("web/errors.jte").with("refusals", refusals);
        }

        @PostMapping("/form")
        Page sent() {
            return Page.of("web/frame.jte").with("content", html("start.html"));
        }

        @GetMapping("/broken")
        Page broken() {
            throw new IllegalStateException("secret content");
        }

        @GetMapping("/broken-template")
        Page brokenTemplate() {
            return Page.of("web/frame.jte")
                    .with(
                            "content",
                            (Content)
                                    output -> {
                                        output.writeContent("half a page");
                                        throw new IllegalStateException("secret content");
                                    });
        }

        @GetMapping("/short")
        Page shortOf(@RequestParam Shortage of) {
            throw new IllegalStateException("secret " + of);
        }

        @GetMapping("/missing")
        Page missing() {
            throw new NotFound();
        }

        private static Content html(String name) {
            try (var file = FramedPages.class.getResourceAsStream("/pages/" + name)) {
                var text =
                        new String(
                                Objects.requireNonNull(file).readAllBytes(),
                                StandardCharsets.UTF_8);
                return output -> output.writeContent(text);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
    }

    @SpringBootConfiguration(proxyBeanMethods = false)
    @ImportAutoConfiguration({
        TaskExecutionAutoConfiguration.class,
        JettyServletWebServerAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        HttpEncodingAutoConfiguration.class,
        HttpMessageConvertersAutoConfiguration.class,
        WebMvcAutoConfiguration.class,
        ErrorMvcAutoConfiguration.class,
        SecurityFilterAutoConfiguration.class,
        ServletWebSecurityAutoConfiguration.class
    })
    @Import({
        WordFiles.class,
        Frames.class,
        PageAnswer.class,
        FrameParameters.class,
        PartnershipCheck.class,
        PageSetup.class,
        SecurityHeaders.class,
        ErrorPages.class,
        HelpPages.class,
        DeniedRequests.class,
        Incidents.class,
        LastResort.class,
        LivePages.class,
        Examples.class,
        Signed.class
    })
    static class Rooms {
        @Bean
        Live live(Signed signed) {
            return new Live(
                    officer -> new Sight(false, officer.needToKnow(), new TreeSet<>(List.of(1, 2))),
                    signed::now);
        }

        @Bean
        Shortages shortages() {
            return thrown ->
                    Arrays.stream(Shortage.values())
                            .filter(one -> ("secret " + one).equals(thrown.getMessage()))
                            .findFirst();
        }

        @Bean
        SecurityFilterChain open(HttpSecurity http, DeniedRequests denied) {
            return http.authorizeHttpRequests(all -> all.anyRequest().permitAll())
                    .exceptionHandling(refused -> refused.accessDeniedHandler(denied))
                    .build();
        }

        @Bean
        NavigationEntry textEntry() {
            return new NavigationEntry(
                    "web.keys.text", "/{partnership}/text", 10, Optional.empty());
        }

        @Bean
        NavigationEntry dossierEntry() {
            return new NavigationEntry(
                    "web.keys.dossiers", "/{partnership}/dossier", 20, Optional.empty());
        }

        @Bean
        NavigationEntry officersEntry() {
            return new NavigationEntry(
                    "web.keys.filter",
                    "/officers",
                    30,
                    Optional.of(org.samband.parties.Power.ADMINISTER));
        }

        @Bean
        Policies policies() {
            return new Policies(
                    List.of(
                            new Policy(
                                    "EX",
                                    "Example",
                                    "AT",
                                    Set.of(),
                                    List.of(level("OPEN", 0, "grey"), level("LIMITED", 1, "blue")),
                                    List.of(
                                            new Category(
                                                    "EXERCISE",
                                                    Category.Kind.INFORMATIVE,
                                                    "EXERCISE",
                                                    "ØVELSE",
                                                    ""))),
                            new Policy(
                                    "TLP",
                                    "TLP 2.0",
                                    "",
                                    Set.of(),
                                    List.of(level("CLEAR", 0, "clear"), level("AMBER", 1, "amber")),
                                    List.of())));
        }

        private static Level level(String name, int order, String colour) {
            return new Level(
                    name, order, name, name, name, colour, false, Level.Release.OPEN, List.of());
        }

        @Bean
        Partnerships partnerships() {
            return new Partnerships(
                    new PartyCode("AT"),
                    List.of(
                            profile(PARTNERSHIP, "Atland and Bergen"),
                            profile(OTHER, "Atland and the Third")));
        }

        private static Profile profile(PartnershipId id, String name) {
            return new Profile(
                    id,
                    "example",
                    new Bilingual(name, name),
                    List.of(party("AT", "Atland"), party("BE", "Bergen")),
                    List.of(),
                    Map.of());
        }

        private static Party party(String code, String name) {
            return new Party(
                    new PartyCode(code),
                    name,
                    new Bilingual(name + " (EXERCISE)", name + " (ØVELSE)"),
                    ZoneId.of("Europe/Oslo"),
                    Marking.parse("EX:LIMITED;EXERCISE"),
                    List.of());
        }
    }
}
