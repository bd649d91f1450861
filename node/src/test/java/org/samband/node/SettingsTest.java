// SPDX-License-Identifier: EUPL-1.2
package org.samband.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.samband.label.Ceiling;
import org.samband.parties.PartnershipId;
import org.samband.parties.PartyCode;
import org.yaml.snakeyaml.Yaml;

/// The settings file: what is accepted, and what is refused with its line.
class SettingsTest {
    private static final Path EXAMPLE = Path.of("../docs/example-node.yaml");
    private static final String SMALLEST =
            """
            party: EU
            data: eu
            partnerships:
              - name: eu-norway
                counterpart: no.pair
            """;

    @TempDir Path folder;

    @Test
    void theSmallestFileIsEnough() throws IOException {
        var settings = read(SMALLEST);
        assertThat(settings.party()).isEqualTo(new PartyCode("EU"));
        assertThat(settings.data()).isEqualTo(folder.resolve("eu"));
        assertThat(settings.cache()).isEqualTo(folder.resolve("eu/cache"));
        assertThat(settings.pages())
                .isEqualTo(
                        new Settings.Pages(
                                "127.0.0.1", 8080, false, Optional.empty(), Optional.empty()));
        assertThat(settings.link())
                .isEqualTo(new Settings.Link("127.0.0.1", 8443, "localhost:8443"));
        assertThat(settings.partnerships())
                .containsExactly(
                        new Settings.Partnership(
                                new PartnershipId("eu-norway"),
                                folder.resolve("no.pair"),
                                "direct"));
        assertThat(settings.ceiling()).isEqualTo(Ceiling.UNACCREDITED);
        assertThat(settings.sample()).isEmpty();
    }

    @Test
    void theExampleLoads() {
        var settings = SettingsFile.read(EXAMPLE);
        assertThat(settings.party()).isEqualTo(new PartyCode("NO"));
        assertThat(settings.database().url()).isEmpty();
    }

    @Test
    void theExampleShowsEverySettingAndNoOther() throws IOException {
        var all = Files.readString(EXAMPLE).replaceAll("(?m)^( *)#(?=[A-Za-z-]+:)", "$1");
        assertThat(read(all).sample())
                .contains(
                        new Settings.Sample(
                                Optional.of(LocalDate.of(2026, 11, 25)),
                                folder.resolve("sample.password")));
        Map<String, Object> tree = new Yaml().load(all);
        var shown = new TreeMap<String, Object>();
        tree.forEach((name, value) ->
                shown.put(name, "ceiling".equals(name) ? "names of policies" : names(value)));
        var known = new TreeMap<String, Object>();
        SettingsSection.names(Settings.class).forEach(name -> known.put(name, "value"));
        known.put("pages", new TreeSet<>(SettingsSection.names(Settings.Pages.class)));
        known.put("database", new TreeSet<>(SettingsSection.names(Settings.Database.class)));
        known.put("link", new TreeSet<>(SettingsSection.names(Settings.Link.class)));
        known.put("partnerships", new TreeSet<>(SettingsSection.names(Settings.Partnership.class)));
        known.put("reminders", new TreeSet<>(SettingsSection.names(Settings.Reminders.class)));
        known.put("sample", new TreeSet<>(SettingsSection.names(Settings.Sample.class)));
        known.put("ceiling", "names of policies");
        assertThat(shown).isEqualTo(known);
    }

    private static Object names(Object value) {
        return switch (value) {
            case Map<?, ?> section -> new TreeSet<>(section.keySet());
            case java.util.List<?> list -> names(list.getFirst());
            default -> "value";
        };
    }

    @Test
    void anUnknownSettingIsRefusedWithLineColumnAndWhatIsAllowed() {
        refused(SMALLEST + "colour: blue\n", NodeRule.SETTING_UNKNOWN, 6, 1, "partnerships");
        refused(
                SMALLEST + "pages:\n  prot: 8080\n",
                NodeRule.SETTING_UNKNOWN,
                7,
                3,
                "\"pages.prot\": remove it, or write one of address, port, trust-proxy");
    }

    @Test
    void remindersLeaveTheNodeOnlySecuredAndAsFarAsTheOperatorSays() throws IOException {
        var reminders =
                read(SMALLEST
                                + """
                                reminders:
                                  address: https://samband.example.org
                                  shows: TLP:GREEN
                                  server: smtp.example.org:587
                                  user: node
                                  password-file: mail.password
                                """)
                        .reminders();
        assertThat(reminders.tls()).isTrue();
        assertThat(reminders.shows()).contains(org.samband.label.Marking.parse("TLP:GREEN"));
        assertThat(read(SMALLEST).reminders().server()).isEmpty();
        assertThat(
                        read(SMALLEST + "reminders:\n  server: localhost:25\n  tls: false\n")
                                .reminders()
                                .tls())
                .isFalse();
        reminder("server: smtp.example.org:25\n  tls: false", NodeRule.MAIL_IN_THE_OPEN, 8, 3);
        reminder("user: node", NodeRule.MAIL_USER_WITHOUT_PASSWORD, 7, 3);
        reminder("server: smtp.example.org", NodeRule.SETTING_WRONG, 7, 11);
        reminder("shows: GREEN", NodeRule.SETTING_WRONG, 7, 10);
        reminder("from: nobody", NodeRule.SETTING_WRONG, 7, 9);
        reminder("address: samband.example.org", NodeRule.SETTING_WRONG, 7, 12);
        reminder("mail: x", NodeRule.SETTING_UNKNOWN, 7, 3);
    }

    private void reminder(String setting, NodeRule rule, int line, int column) {
        refused(SMALLEST + "reminders:\n  " + setting + "\n", rule, line, column, "");
    }

    @Test
    void aMissingSettingIsRefused() {
        refused(SMALLEST.replace("party: EU\n", ""), NodeRule.SETTING_MISSING, 1, 1, "\"party\"");
        refused(
                SMALLEST.replace("    counterpart: no.pair\n", ""),
                NodeRule.SETTING_MISSING,
                4,
                5,
                "pair file");
    }

    @Test
    void theSecondSignatureIsSwitchedByTheNameOfItsAlgorithm() throws IOException {
        assertThat(read(SMALLEST).secondSignature()).isFalse();
        assertThat(read(SMALLEST + "second-signature: none\n").secondSignature()).isFalse();
        assertThat(read(SMALLEST + "second-signature: ML-DSA-65\n").secondSignature()).isTrue();
        refused(
                SMALLEST + "second-signature: ML-DSA-44\n",
                NodeRule.SETTING_WRONG,
                6,
                19,
                "none or ML-DSA-65");
    }

    @Test
    void aWrongValueIsRefused() {
        refused(
                SMALLEST.replace("EU\n", "Europe\n"),
                NodeRule.SETTING_WRONG,
                1,
                8,
                "2 to 8 capital letters");
        refused(SMALLEST + "pages:\n  port: 70000\n", NodeRule.SETTING_WRONG, 7, 9, "65535");
        refused(SMALLEST + "pages:\n  port: [1]\n", NodeRule.SETTING_WRONG, 7, 9, "65535");
        refused(SMALLEST + "pages: 8080\n", NodeRule.SETTING_WRONG, 6, 8, "section");
        refused(SMALLEST + "pages:\n  trust-proxy: yes\n", NodeRule.SETTING_WRONG, 7, 16, "true");
        refused(
                SMALLEST + "sample:\n  day: soon\n",
                NodeRule.SETTING_WRONG,
                7,
                8,
                "a day is wanted");
        refused(SMALLEST + "link:\n  public-address: x\n", NodeRule.SETTING_WRONG, 7, 19, "host");
        refused(
                SMALLEST + "database:\n  url: jdbc:h2:mem\n",
                NodeRule.SETTING_WRONG,
                7,
                8,
                "JDBC URL");
        refused(
                SMALLEST + "  - name: eu-norway\n    counterpart: no.pair\n",
                NodeRule.SETTING_WRONG,
                6,
                5,
                "named once");
    }

    @Test
    void whatIsNoSettingsFileIsRefused() {
        refused("party: [EU\n", NodeRule.SETTINGS_NOT_READ, 2, 1, "not YAML");
        refused("", NodeRule.SETTINGS_NOT_READ, 1, 1, "empty");
        assertThatThrownBy(() -> SettingsFile.read(folder.resolve("none.yaml")))
                .isInstanceOfSatisfying(
                        StartRefused.class,
                        refused ->
                                assertThat(refused.refusal().rule())
                                        .isEqualTo(NodeRule.SETTINGS_NOT_READ));
    }

    @Test
    void pagesCrossNoNetworkUnprotected() throws IOException {
        var open = SMALLEST + "pages:\n  address: 0.0.0.0\n";
        refused(open, NodeRule.PAGES_IN_THE_OPEN, 7, 3, "0.0.0.0");
        assertThat(read(open + "  trust-proxy: true\n").pages().trustProxy()).isTrue();
        assertThat(read(open + "  certificate: a.crt\n  key: a.key\n").pages().key())
                .contains(folder.resolve("a.key"));
    }

    @Test
    void aCeilingHasTheWordsOfThePolicies() throws IOException {
        var ceiling = SMALLEST + "ceiling:\n  EU: LIMITE\n";
        assertThat(read(ceiling).ceiling().levels()).isEqualTo(Map.of("EU", "LIMITE"));
        refused(ceiling + "  NO: GEHEIM\n", NodeRule.SETTING_WRONG, 8, 7, "BEGRENSET");
        refused(ceiling + "  UK: SECRET\n", NodeRule.SETTING_UNKNOWN, 8, 3, "EU, NATO, NO, TLP");
    }

    @Test
    void aPartnershipHasAProfileOfWhichTheNodeIsAParty() throws IOException {
        refused(
                SMALLEST.replace("eu-norway", "eu-japan"),
                NodeRule.NO_SUCH_PROFILE,
                4,
                5,
                "eu-norway");
        var policies = Specification.policies();
        assertThat(Specification.partnerships(read(SMALLEST), policies).profiles()).hasSize(1);
        var other = read(SMALLEST.replace("EU\n", "JP\n"));
        assertThatThrownBy(() -> Specification.partnerships(other, policies))
                .isInstanceOfSatisfying(
                        StartRefused.class,
                        refused ->
                                assertThat(refused.refusal().rule())
                                        .isEqualTo(NodeRule.NO_PARTY_OF));
    }

    @Test
    void aCertificateComesWithItsKey() throws IOException {
        refused(
                SMALLEST + "pages:\n  certificate: a.crt\n",
                NodeRule.CERTIFICATE_WITHOUT_KEY,
                7,
                3,
                "give both");
        assertThat(read(SMALLEST + "pages:\n  certificate: a.crt\n  key: a.key\n").pages().port())
                .isEqualTo(8080);
    }

    @Test
    void aSecretStandsInAFileOfItsOwn() throws IOException {
        var file = Files.writeString(folder.resolve("password"), "geheim\n");
        assertThat(SettingsFile.secret("SAMBAND_NOT_SET", Optional.of(file), "it"))
                .isEqualTo("geheim");
        assertThatThrownBy(() -> SettingsFile.secret("SAMBAND_NOT_SET", Optional.empty(), "it"))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("SAMBAND_NOT_SET");
    }

    private Settings read(String text) throws IOException {
        return SettingsFile.read(Files.writeString(folder.resolve("node.yaml"), text));
    }

    private void refused(String text, NodeRule rule, int line, int column, String said) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOfSatisfying(
                        StartRefused.class,
                        refused -> {
                            assertThat(refused.refusal().rule()).isEqualTo(rule);
                            assertThat(refused.refusal().where())
                                    .endsWith("node.yaml:" + line + ":" + column);
                            assertThat(refused.line()).contains(said);
                        });
    }
}
