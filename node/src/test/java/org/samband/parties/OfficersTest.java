// SPDX-License-Identifier: EUPL-1.2
package org.samband.parties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samband.act.Outcome;
import org.samband.label.Clearance;
import org.samband.node.TestDatabase;
import org.samband.node.TestRooms;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Each rule of officers accepts once and refuses once, on a real PostgreSQL, and stands in the
/// security log.
class OfficersTest {
    private static final PartnershipId EU_NORWAY = new PartnershipId("eu-norway");
    private static final PartnershipId OTHER = new PartnershipId("freedonia-eu");
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final TestDatabase database = TestDatabase.fresh();
    private final AtomicReference<Instant> time = new AtomicReference<>(NOON);
    private final JdbcClient client = JdbcClient.create(database.node());
    private final TransactionTemplate transactions =
            new TransactionTemplate(new DataSourceTransactionManager(database.node()));
    private SecurityLog log;
    private Officers officers;
    private Officer administrator;

    @BeforeEach
    void open() {
        log = new SecurityLog(new SecurityLogRows(client), time::get);
        officers =
                new Officers(
                        new OfficerRows(client),
                        log,
                        TestRooms.partnerships("EU"),
                        TestRooms.policies());
        administrator =
                accepted(() ->
                        officers.first(
                                appointment(
                                        "admin", Set.of(Role.ADMINISTRATOR), NeedToKnow.NOTHING)));
    }

    @AfterEach
    void close() {
        database.close();
    }

    static Appointment appointment(String account, Set<Role> roles, NeedToKnow needToKnow) {
        return new Appointment(
                account,
                "EXERCISE Officer",
                "EEAS",
                roles,
                needToKnow,
                Clearance.upTo(Map.of("EU", "LIMITE", "TLP", "AMBER")),
                "en");
    }

    private static Appointment desk(String account) {
        return appointment(account, Set.of(Role.DESK_OFFICER), NeedToKnow.allOf(EU_NORWAY));
    }

    private Officer accepted(java.util.function.Supplier<Outcome<Officer>> work) {
        return switch (transactions.execute(_ -> work.get())) {
            case Outcome.Accepted<Officer>(var officer) -> officer;
            case Outcome.Refused<Officer>(var refusal) ->
                    throw new AssertionError(refusal.sentence());
        };
    }

    private void refused(PartyRule rule, java.util.function.Supplier<Outcome<Officer>> work) {
        var outcome = transactions.execute(_ -> work.get());
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        assertThat(((Outcome.Refused<Officer>) outcome).refusal().rule()).isEqualTo(rule);
    }

    private List<String> log() {
        return log.read(administrator, SecurityLog.Filter.ALL, 1, 100).stream()
                .map(line -> line.note().event().word() + " " + line.about().orElse("-"))
                .toList();
    }

    @Test
    void whatIsWrittenDownIsReadBack() {
        var wanted =
                new Appointment(
                        "kari.n",
                        "Kari Nordmann",
                        "GSC",
                        Set.of(Role.AREA_LEAD, Role.AUDITOR),
                        new NeedToKnow(
                                new TreeMap<>(
                                        Map.of(
                                                EU_NORWAY,
                                                new TreeSet<>(Set.of("cyber", "space")),
                                                OTHER,
                                                new TreeSet<>()))),
                        new Clearance(
                                new TreeMap<>(
                                        Map.of(
                                                "NATO",
                                                new Clearance.Grant(
                                                        "NS", new TreeSet<>(Set.of("ATOMAL")))))),
                        "nb");
        var officer = accepted(() -> officers.add(administrator, wanted));
        assertThat(officers.find("kari.n")).contains(officer);
        assertThat(officers.get(officer.id())).contains(officer);
        assertThat(officer.needToKnow()).isEqualTo(wanted.needToKnow());
        assertThat(officer.clearance()).isEqualTo(wanted.clearance());
        assertThat(officer.roles()).isEqualTo(wanted.roles());
        assertThat(officer.enabled()).isTrue();
        assertThat(officers.all()).extracting(Officer::account).containsExactly("admin", "kari.n");
        assertThat(officers.find("nobody")).isEmpty();
    }

    @Test
    void anAccountHasItsForm() {
        for (var account :
                List.of(
                        "",
                        "a",
                        "Kari",
                        "kari n",
                        "1kari",
                        "kári",
                        "x".repeat(41),
                        "kari\n",
                        "a'; --")) {
            refused(PartyRule.ACCOUNT_FORM, () -> officers.add(administrator, desk(account)));
        }
        accepted(() -> officers.add(administrator, desk("ka")));
    }

    @Test
    void anAccountIsGivenOnceAlsoAfterItsOfficerLeft() {
        var first = accepted(() -> officers.add(administrator, desk("kari")));
        accepted(() -> officers.disable(administrator, first.id()));
        refused(PartyRule.ACCOUNT_TAKEN, () -> officers.add(administrator, desk("kari")));
    }

    @Test
    void aNameIsOneVisibleLine() {
        for (var name :
                List.of("", "K", " Kari", "Kari\nNordmann", "Kari\u202eirak", "x".repeat(101))) {
            refused(PartyRule.NAME_FORM, () -> officers.add(administrator, named(name)));
        }
        accepted(() -> officers.add(administrator, named("Åse-Marie O’Neill")));
    }

    private static Appointment named(String name) {
        return new Appointment(
                "kari",
                name,
                "EEAS",
                Set.of(Role.DESK_OFFICER),
                NeedToKnow.NOTHING,
                Clearance.NOTHING,
                "en");
    }

    @Test
    void whatTheNodeDoesNotKnowIsRefused() {
        var good = desk("kari");
        refused(
                PartyRule.UNKNOWN_AUTHORITY,
                () -> officers.add(administrator, withAuthority(good, "UD")));
        refused(
                PartyRule.NO_ROLE,
                () ->
                        officers.add(
                                administrator, appointment("kari", Set.of(), NeedToKnow.NOTHING)));
        refused(
                PartyRule.UNKNOWN_PARTNERSHIP,
                () ->
                        officers.add(
                                administrator,
                                appointment(
                                        "kari",
                                        Set.of(Role.DESK_OFFICER),
                                        NeedToKnow.allOf(new PartnershipId("eu-japan")))));
        refused(
                PartyRule.UNKNOWN_AREA,
                () ->
                        officers.add(
                                administrator,
                                appointment(
                                        "kari",
                                        Set.of(Role.DESK_OFFICER),
                                        new NeedToKnow(
                                                new TreeMap<>(
                                                        Map.of(
                                                                EU_NORWAY,
                                                                new TreeSet<>(
                                                                        Set.of("airships"))))))));
        for (var clearance :
                List.of(
                        Clearance.upTo(Map.of("EU", "SECRET")),
                        Clearance.upTo(Map.of("US", "SECRET")),
                        new Clearance(
                                new TreeMap<>(
                                        Map.of(
                                                "EU",
                                                new Clearance.Grant(
                                                        "LIMITE",
                                                        new TreeSet<>(Set.of("ATOMAL")))))))) {
            refused(
                    PartyRule.UNKNOWN_LEVEL,
                    () -> officers.add(administrator, withClearance(good, clearance)));
        }
        refused(PartyRule.UNKNOWN_CHOICE, () -> officers.prefer(administrator.id(), "sv", "auto"));
        refused(PartyRule.UNKNOWN_CHOICE, () -> officers.prefer(administrator.id(), "nb", "pink"));
        assertThat(accepted(() -> officers.prefer(administrator.id(), "nb", "dark")).theme())
                .isEqualTo("dark");
        refused(
                PartyRule.UNKNOWN_OFFICER,
                () -> officers.disable(administrator, new OfficerId(999)));
    }

    private static Appointment withAuthority(Appointment one, String authority) {
        return new Appointment(
                one.account(),
                one.name(),
                authority,
                one.roles(),
                one.needToKnow(),
                one.clearance(),
                "en");
    }

    private static Appointment withClearance(Appointment one, Clearance clearance) {
        return new Appointment(
                one.account(),
                one.name(),
                one.authority(),
                one.roles(),
                one.needToKnow(),
                clearance,
                "en");
    }

    @Test
    void onlyAnEnabledAdministratorChangesOfficers() {
        var desk = accepted(() -> officers.add(administrator, desk("kari")));
        refused(PartyRule.NOT_ADMINISTRATOR, () -> officers.add(desk, desk("ola")));
        refused(PartyRule.NOT_ADMINISTRATOR, () -> officers.disable(desk, administrator.id()));
        var second =
                accepted(() ->
                        officers.add(
                                administrator,
                                appointment(
                                        "admin2", Set.of(Role.ADMINISTRATOR), NeedToKnow.NOTHING)));
        accepted(() -> officers.disable(administrator, second.id()));
        refused(PartyRule.NOT_ADMINISTRATOR, () -> officers.disable(second, desk.id()));
    }

    @Test
    void theLastAdministratorStays() {
        refused(
                PartyRule.LAST_ADMINISTRATOR,
                () -> officers.disable(administrator, administrator.id()));
        var second =
                accepted(() ->
                        officers.add(
                                administrator,
                                appointment(
                                        "admin2", Set.of(Role.ADMINISTRATOR), NeedToKnow.NOTHING)));
        accepted(() -> officers.disable(second, administrator.id()));
        refused(PartyRule.LAST_ADMINISTRATOR, () -> officers.disable(second, second.id()));
        assertThat(accepted(() -> officers.enable(second, administrator.id())).enabled()).isTrue();
    }

    @Test
    void nobodyGivesThemselvesRights() {
        refused(
                PartyRule.OWN_RIGHTS,
                () ->
                        officers.change(
                                administrator,
                                administrator.id(),
                                appointment(
                                        "admin",
                                        Set.of(Role.ADMINISTRATOR),
                                        NeedToKnow.allOf(EU_NORWAY))));
        accepted(() ->
                officers.change(
                        administrator,
                        administrator.id(),
                        withAuthority(
                                appointment("x", Set.of(Role.ADMINISTRATOR), NeedToKnow.NOTHING),
                                "GSC")));
        assertThat(officers.get(administrator.id()).orElseThrow().account()).isEqualTo("admin");
    }

    @Test
    void aSecondFirstAdministratorIsRefused() {
        refused(
                PartyRule.ADMINISTRATOR_THERE,
                () ->
                        officers.first(
                                appointment(
                                        "root", Set.of(Role.ADMINISTRATOR), NeedToKnow.NOTHING)));
    }

    @Test
    void everyChangeStandsInTheLogWithWhoWhenAndWhat() {
        time.set(NOON.plusSeconds(60));
        var kari = accepted(() -> officers.add(administrator, desk("kari")));
        accepted(() ->
                officers.change(
                        administrator,
                        kari.id(),
                        appointment("kari", Set.of(Role.HEAD), NeedToKnow.allOf(OTHER))));
        accepted(() -> officers.disable(administrator, kari.id()));
        accepted(() -> officers.disable(administrator, kari.id()));
        assertThat(log())
                .containsExactly(
                        "officer-disabled kari",
                        "officer-changed kari",
                        "officer-changed kari",
                        "officer-changed kari",
                        "officer-changed kari",
                        "officer-added kari",
                        "officer-added admin");
        var changed =
                log.read(
                        administrator,
                        new SecurityLog.Filter(
                                Optional.of(SecurityEvent.OFFICER_CHANGED),
                                Optional.of("kari"),
                                Optional.of(NOON.plusSeconds(60)),
                                Optional.of(NOON.plusSeconds(61))),
                        1,
                        2);
        assertThat(changed).hasSize(2);
        assertThat(changed.getFirst().by()).contains("admin");
        assertThat(changed.getFirst().at()).isEqualTo(NOON.plusSeconds(60));
        assertThat(changed.getFirst().note().facts()).containsEntry("areas", "- → *");
    }

    @Test
    void theLogShowsNothingOfAnotherPartnership() {
        accepted(() ->
                officers.add(
                        administrator,
                        appointment("kari", Set.of(Role.DESK_OFFICER), NeedToKnow.allOf(OTHER))));
        var auditor =
                accepted(() ->
                        officers.add(
                                administrator,
                                appointment(
                                        "auditor",
                                        Set.of(Role.AUDITOR),
                                        NeedToKnow.allOf(EU_NORWAY))));
        var seen = log.read(auditor, SecurityLog.Filter.ALL, 1, 100);
        assertThat(seen).isNotEmpty();
        assertThat(seen.toString()).doesNotContain(OTHER.value()).contains(EU_NORWAY.value());
        assertThat(log.count(auditor, SecurityLog.Filter.ALL)).isEqualTo(seen.size());
        var desk = accepted(() -> officers.add(administrator, desk("desk")));
        assertThat(log.read(desk, SecurityLog.Filter.ALL, 1, 100)).isEmpty();
        assertThat(log.count(desk, SecurityLog.Filter.ALL)).isZero();
    }

    @Test
    void theLogOnlyGrows() {
        for (var sql :
                List.of(
                        "update security_event set event = 'x'",
                        "delete from security_event",
                        "truncate security_event")) {
            assertThatThrownBy(() -> client.sql(sql).update())
                    .rootCause()
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> JdbcClient.create(database.owner()).sql(sql).update())
                    .rootCause()
                    .hasMessageContaining("only grows");
        }
        assertThatThrownBy(() -> client.sql("delete from officer").update())
                .rootCause()
                .hasMessageContaining("permission denied");
    }
}
