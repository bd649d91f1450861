// SPDX-License-Identifier: EUPL-1.2
package org.samband.node;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.samband.act.Refusal;
import org.samband.attachment.Attachment;
import org.samband.drafting.JointTexts;
import org.samband.federation.SegmentFiles;
import org.samband.ledger.Ledgers;
import org.samband.parties.Officers;
import org.samband.parties.Partnerships;
import org.samband.parties.Sights;
import org.samband.procedure.Dossiers;
import org.samband.stocktake.Stocktakes;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.StandardEnvironment;

/// One node in this JVM, from its settings until it is closed.
final class RunningNode implements AutoCloseable {
    /// Folder of what says how far this node has sent.
    static final String SENT = "sent";

    /// A segment file with a file of the largest size in it, and several such on one form.
    private static final String LARGEST_FILE = SegmentFiles.LARGEST + "B";

    private static final String LARGEST_FORM = 4 * Attachment.LARGEST + "B";

    /// Texts of 20,000 characters in several fields, each letter written as up to nine.
    private static final String LARGEST_TYPED = "4MB";

    private static final Map<String, Object> FIXED =
            Map.ofEntries(
                    Map.entry("server.error.whitelabel.enabled", false),
                    Map.entry("server.servlet.session.tracking-modes", "cookie"),
                    Map.entry("spring.threads.virtual.enabled", true),
                    Map.entry("spring.web.resources.add-mappings", false),
                    Map.entry("spring.main.log-startup-info", false),
                    Map.entry("server.jetty.max-http-form-post-size", LARGEST_TYPED),
                    Map.entry("spring.servlet.multipart.max-file-size", LARGEST_FILE),
                    Map.entry("spring.servlet.multipart.max-request-size", LARGEST_FORM),
                    Map.entry("spring.servlet.multipart.file-size-threshold", "64KB"),
                    Map.entry("logging.level.root", "WARN"),
                    Map.entry("logging.level.org.samband", "INFO"),
                    Map.entry("logging.level.org.flywaydb", "ERROR"),
                    Map.entry(
                            "logging.pattern.console",
                            "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5p %c{0} %m%n"));

    /// Loggers of what stops a start: the reason goes to the operator once, and not as a trace.
    private static final List<String> TOLD_OTHERWISE =
            List.of(
                    "org.springframework.boot.SpringApplication",
                    "org.springframework.boot.web.server.servlet.context",
                    "org.eclipse.jetty.ee11.webapp");

    private final ConfigurableApplicationContext rooms;

    private RunningNode(ConfigurableApplicationContext rooms) {
        this.rooms = rooms;
    }

    /// Starts the node; when this returns, its pages answer.
    ///
    /// @throws StartRefused for a reason that the operator can mend
    static RunningNode start(Settings settings) {
        var preparation = Preparation.of(settings);
        try {
            signedAsSet(preparation);
            return new RunningNode(
                    new SpringApplicationBuilder(NodeApplication.class)
                            .environment(new SettingsAlone(properties(settings)))
                            .bannerMode(Banner.Mode.OFF)
                            .logStartupInfo(false)
                            .registerShutdownHook(true)
                            .initializers(context ->
                                    give((GenericApplicationContext) context, preparation))
                            .run());
        } catch (RuntimeException failed) {
            var _ = preparation.startingDatabase().thenAccept(NodeDatabase::close);
            throw refusal(failed);
        }
    }

    /// What was set holds from the start on, or the node does not start: a change of key makes it
    /// so, in front of the counterpart.
    private static void signedAsSet(Preparation preparation) {
        boolean set = preparation.settings().secondSignature();
        if (preparation.keys().ledgerKey().second("key").isPresent() != set) {
            throw new StartRefused(
                    Refusal.of(NodeRule.SECOND_SIGNATURE)
                            .with("setting", set ? SettingsFile.SECOND : SettingsFile.NONE)
                            .with("found", set ? "Ed25519" : "Ed25519, " + SettingsFile.SECOND));
        }
    }

    private static void give(GenericApplicationContext rooms, Preparation preparation) {
        var settings = preparation.settings();
        rooms.registerBean(Settings.class, () -> settings);
        rooms.registerBean(Preparation.class, () -> preparation);
        settings.sample()
                .flatMap(Settings.Sample::day)
                .ifPresent(day -> rooms.registerBean(SamplePlay.class, () -> play(rooms, day)));
    }

    private static SamplePlay play(GenericApplicationContext rooms, LocalDate day) {
        var pair = rooms.getBean(Ledgers.class).pairs().getFirst();
        return new SamplePlay(
                SampleYear.of(pair.partnership().value()),
                day,
                pair,
                rooms.getBean(Ledgers.class),
                () -> rooms.getBean(Dossiers.class),
                () -> rooms.getBean(JointTexts.class),
                () -> rooms.getBean(Stocktakes.class),
                account -> rooms.getBean(Officers.class).find(account),
                rooms.getBean(Sights.class),
                rooms.getBean(Partnerships.class),
                rooms.getBean(NodeClock.class));
    }

    static RuntimeException refusal(RuntimeException failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof StartRefused refused) {
                return refused;
            }
        }
        return failed;
    }

    /// Where the pages answer.
    int port() {
        return Objects.requireNonNull(((WebServerApplicationContext) rooms).getWebServer())
                .getPort();
    }

    <T> T door(Class<T> type) {
        return rooms.getBean(type);
    }

    /// Where the files stand that acts carry.
    static Path attachments(Settings settings) {
        return settings.data().resolve("attachments");
    }

    private static Map<String, Object> properties(Settings settings) {
        var pages = settings.pages();
        var properties = new TreeMap<String, Object>(FIXED);
        properties.put(
                "spring.servlet.multipart.location",
                Folders.ownOnly(settings.data().resolve("uploads")).toAbsolutePath().toString());
        properties.put("server.address", pages.address());
        properties.put("server.port", pages.port());
        if (pages.trustProxy()) {
            properties.put("server.forward-headers-strategy", "native");
        }
        pages.certificate()
                .ifPresent(file -> properties.put("server.ssl.certificate", "file:" + file));
        pages.key()
                .ifPresent(file ->
                        properties.put("server.ssl.certificate-private-key", "file:" + file));
        for (var quiet : TOLD_OTHERWISE) {
            properties.put("logging.level." + quiet, "OFF");
        }
        return properties;
    }

    @Override
    public void close() {
        rooms.close();
    }

    /// Nothing but the settings file decides: no variable of the surroundings, no file of Spring's.
    private static final class SettingsAlone extends StandardEnvironment {
        SettingsAlone(Map<String, Object> properties) {
            super(sources(properties));
        }

        private static MutablePropertySources sources(Map<String, Object> properties) {
            var sources = new MutablePropertySources();
            sources.addFirst(new MapPropertySource("settings", properties));
            return sources;
        }

        @Override
        protected void customizePropertySources(MutablePropertySources sources) {
            // None of the system's.
        }
    }
}
