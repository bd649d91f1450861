// SPDX-License-Identifier: EUPL-1.2
package org.samband.node;

import java.io.IOException;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.samband.act.Refusal;
import org.samband.federation.Link;
import org.samband.label.Ceiling;
import org.samband.label.Level;
import org.samband.label.Policy;
import org.samband.parties.PartnershipId;
import org.samband.parties.PartyCode;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/// Reads the settings file of a node. What it does not know or cannot understand is refused with
/// line and column: a node never starts with a setting that was meant otherwise.
final class SettingsFile {
    private static final int LARGEST = 100_000;
    private static final int PAGES_PORT = 8080;
    private static final int LINK_PORT = 8443;
    static final String NONE = "none";
    static final String SECOND = "ML-DSA-65";

    private SettingsFile() {}

    /// @throws StartRefused with the line that is wrong
    static Settings read(Path file) {
        return settings(SettingsSection.of(file, tree(file)).only(Settings.class));
    }

    private static Node tree(Path file) {
        try {
            if (Files.size(file) > LARGEST) {
                throw notRead(file + ":1:1", "it is larger than " + LARGEST + " bytes");
            }
            return composed(file, Files.readString(file));
        } catch (MarkedYAMLException wrong) {
            throw notRead(
                    SettingsSection.place(file, wrong.getProblemMark()),
                    "it is not YAML: " + wrong.getProblem());
        } catch (IOException | YAMLException broken) {
            throw notRead(file.toString(), broken.getClass().getSimpleName() + " " + file);
        }
    }

    private static Node composed(Path file, String text) {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        @Nullable Node root = new Yaml(options).compose(new StringReader(text));
        if (root == null) {
            throw notRead(file + ":1:1", "it is empty");
        }
        return root;
    }

    private static StartRefused notRead(String where, String reason) {
        return new StartRefused(
                Refusal.at(NodeRule.SETTINGS_NOT_READ, where).with("reason", reason));
    }

    private static Settings settings(SettingsSection all) {
        var data = all.neededPath("data", "name the node's own folder");
        return new Settings(
                all.needed(
                        "party",
                        "it is the code of this node's party: 2 to 8 capital letters",
                        PartyCode::new),
                data,
                all.path("cache", "name a folder").orElse(data.resolve("cache")),
                pages(all.section("pages").only(Settings.Pages.class)),
                database(all.section("database").only(Settings.Database.class)),
                link(all.section("link").only(Settings.Link.class)),
                partnerships(all),
                ceiling(all),
                all.optional(
                                "second-signature",
                                "it is " + NONE + " or " + SECOND,
                                text -> among(List.of(NONE, SECOND), text))
                        .filter(SECOND::equals)
                        .isPresent(),
                ReminderSection.read(all.section("reminders").only(Settings.Reminders.class)),
                sample(all));
    }

    private static Settings.Pages pages(SettingsSection section) {
        var pages =
                new Settings.Pages(
                        address(section),
                        section.port("port", PAGES_PORT),
                        section.flag("trust-proxy", false),
                        section.path("certificate", "name a PEM file"),
                        section.path("key", "name a PEM file"));
        if (pages.certificate().isPresent() != pages.key().isPresent()) {
            throw section.refused(NodeRule.CERTIFICATE_WITHOUT_KEY, "certificate", Map.of());
        }
        if (!loopback(pages.address()) && pages.certificate().isEmpty() && !pages.trustProxy()) {
            throw section.refused(
                    NodeRule.PAGES_IN_THE_OPEN, "address", Map.of("address", pages.address()));
        }
        return pages;
    }

    private static String address(SettingsSection section) {
        return section.optional(
                        "address",
                        "an address of this machine is wanted, for instance 127.0.0.1",
                        SettingsFile::known)
                .orElse("127.0.0.1");
    }

    private static String known(String address) {
        try {
            InetAddress.getByName(address);
            return address;
        } catch (UnknownHostException unknown) {
            throw new IllegalArgumentException(address, unknown);
        }
    }

    private static boolean loopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException _) {
            return false;
        }
    }

    private static Settings.Database database(SettingsSection section) {
        return new Settings.Database(
                section.optional(
                        "url",
                        "a JDBC URL is wanted, for instance"
                                + " jdbc:postgresql://db.example.org/samband",
                        SettingsFile::jdbc),
                section.path("owner-password-file", "name a file"),
                section.path("node-password-file", "name a file"));
    }

    private static String jdbc(String url) {
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new IllegalArgumentException(url);
        }
        return url;
    }

    private static Settings.Link link(SettingsSection section) {
        var port = section.port("port", LINK_PORT);
        return new Settings.Link(
                address(section),
                port,
                section.optional(
                                "public-address",
                                "host and port are wanted, for instance link.example.org:8443",
                                SettingsFile::hostAndPort)
                        .orElse("localhost:" + port));
    }

    private static Optional<Settings.Sample> sample(SettingsSection all) {
        if (!all.has("sample")) {
            return Optional.empty();
        }
        var section = all.section("sample").only(Settings.Sample.class);
        return Optional.of(
                new Settings.Sample(
                        section.optional(
                                "day",
                                "a day is wanted, for instance 2026-11-25",
                                SettingsFile::day),
                        section.neededPath(
                                "password-file",
                                "name the file with the password of the sample officers")));
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException wrong) {
            throw new IllegalArgumentException(text, wrong);
        }
    }

    private static String hostAndPort(String text) {
        if (!text.matches("[^\\s/:]+:[0-9]{1,5}|\\[[0-9a-fA-F:]+]:[0-9]{1,5}")) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }

    private static List<Settings.Partnership> partnerships(SettingsSection all) {
        var names = new HashSet<PartnershipId>();
        return all
                .list("partnerships", "list the partnerships of this node, each with its name")
                .stream()
                .map(one -> one.only(Settings.Partnership.class))
                .map(one -> partnership(one, names))
                .toList();
    }

    private static Settings.Partnership partnership(
            SettingsSection section, Set<PartnershipId> names) {
        var help =
                "it is the short name of a profile in spec/profile, named once, for instance"
                        + " eu-norway";
        var name = section.needed("name", help, PartnershipId::new);
        var known = Specification.profileNames();
        if (!known.contains(name.value())) {
            throw section.refused(
                    NodeRule.NO_SUCH_PROFILE,
                    "name",
                    Map.of("name", name.value(), "known", String.join(", ", known)));
        }
        if (!names.add(name)) {
            throw section.refused(
                    NodeRule.SETTING_WRONG,
                    "name",
                    Map.of("key", "partnerships.name", "value", name.value(), "help", help));
        }
        return new Settings.Partnership(
                name,
                section.neededPath(
                        "counterpart",
                        "name the pair file of the other party; the node runs alone until it is"
                                + " there"),
                section.optional(
                                "transport",
                                "it is direct or file",
                                text -> among(List.of(Link.DIRECT, Link.FILE), text))
                        .orElse(Link.DIRECT));
    }

    private static Ceiling ceiling(SettingsSection all) {
        if (!all.has("ceiling")) {
            return Ceiling.UNACCREDITED;
        }
        var policies = Specification.policies();
        var names = policies.all().stream().map(Policy::shortName).toList();
        var levels = new TreeMap<String, String>();
        var section = all.section("ceiling").only(names);
        for (var policy : policies.all()) {
            var known = policy.levels().stream().map(Level::shortName).toList();
            section.optional(
                            policy.shortName(),
                            "a level of this policy is one of " + String.join(", ", known),
                            text -> among(known, text))
                    .ifPresent(level -> levels.put(policy.shortName(), level));
        }
        return new Ceiling(levels);
    }

    private static String among(List<String> known, String text) {
        if (!known.contains(text)) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }

    /// A secret from a file, or from the environment, which prevails.
    ///
    /// @throws StartRefused if neither is there
    static String secret(String variable, Optional<Path> file, String setting) {
        var given = Optional.ofNullable(System.getenv(variable)).filter(text -> !text.isBlank());
        if (given.isPresent()) {
            return given.get();
        }
        if (file.isEmpty()) {
            throw new StartRefused(
                    Refusal.of(NodeRule.SETTING_MISSING)
                            .with("key", setting)
                            .with("help", "name the file with the password, or set " + variable));
        }
        try {
            return Files.readString(file.get()).strip();
        } catch (IOException _) {
            throw new StartRefused(
                    Refusal.of(NodeRule.SETTING_WRONG)
                            .with("key", setting)
                            .with("value", file.get())
                            .with("help", "the file cannot be read"));
        }
    }
}
