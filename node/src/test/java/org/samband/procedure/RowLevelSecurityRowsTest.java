// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.samband.procedure.DossierNodes.EU_NORWAY;
import static org.samband.procedure.DossierNodes.LIMITED;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.samband.label.Clearance;
import org.samband.parties.NeedToKnow;
import org.samband.parties.PartnershipId;
import org.samband.parties.Sight;
import org.samband.parties.Sights;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.UnexpectedRollbackException;
import org.springframework.transaction.support.TransactionTemplate;

/// The second lock: whatever SQL a room writes, the database shows a row only where the sight of
/// the transaction covers its partnership, area and marking. Found in the catalogue, so that no
/// table is forgotten.
@NullUnmarked // what is missing fails the test
class RowLevelSecurityRowsTest {
    /// Tables that name a partnership and hold no content of it; their doors choose what is shown.
    private static final List<String> NO_CONTENT = List.of("security_event", "public_text");

    @TempDir private static Path folder;
    private static DossierNodes nodes;

    @BeforeAll
    static void fillEveryTable() {
        nodes = DossierNodes.open(folder);
        for (var area : List.of("cyber", "space")) {
            var dialogue = open("dialogue", area, Map.of("dates", "12.3.2026"));
            var dossier =
                    open(
                            "consultation",
                            area,
                            Map.of("dates", "12.3.2026", "prepares", dialogue.toString()));
            nodes.toNorway();
            nodes.no.acted(dossier, "agree-date", Map.of("agreed-date", "12.3.2026"));
            nodes.toTheEu();
            nodes.eu.acted(dossier, "hold", Map.of("held-on", "12.3.2026"));
            nodes.eu.acted(
                    dossier,
                    "note-conclusions",
                    Map.of("conclusions", "EXERCISE", "follow-ups", "EU | EXERCISE | 1.5.2026"));
            nodes.toNorway();
            nodes.no.acted(dossier, "agree-conclusions", Map.of());
            nodes.toTheEu();
            nodes.eu.dossiers().note(nodes.eu.desk(), EU_NORWAY, dossier, "EXERCISE note", LIMITED);
            draft(nodes.eu.dossier(dossier));
        }
        nodes.eu.opened("consultation", Map.of("dates", "1.6.2026"));
        assertThat(nodes.eu.rooms().door(DossierSearch.class).read(EU_NORWAY)).isFalse();
        seeing(Sight.NODE, RowLevelSecurityRowsTest::textsOfEachDossier);
    }

    /// Joint texts stand in a room above this one: here they are rows alone, with the area and the
    /// label of a dossier each.
    private static int textsOfEachDossier() {
        client().sql(
                        """
                        insert into text_comment (partnership, number, text_ref, point, area, label_id, made_at,
                            officer, what)
                        select partnership, row_number() over (), ref, '', area, label_id, now(), 'exercise', 'EXERCISE'
                        from dossier
                        """)
                .update();
        client().sql(
                        """
                        insert into point_draft (partnership, officer_id, text_ref, point, area, label_id, typed, kept_at)
                        select partnership, 1, ref, 'new', area, label_id, 'EXERCISE', now() from dossier
                        """)
                .update();
        client().sql(
                        """
                        insert into searched (partnership, kind, subject, area, label_id, changed_at, unread)
                        select partnership, 'text', ref, area, label_id, now(), true from dossier
                        """)
                .update();
        return client().sql(
                        """
                        insert into joint_text (partnership, ref, dossier, area, label_id, kind, title, state,
                            points, open_points, changed_at)
                        select partnership, ref, ref, area, label_id, 'letter', 'EXERCISE', 'open', 1, 1, now()
                        from dossier
                        """)
                .update();
    }

    private static void draft(Dossier dossier) {
        var act = dossier.procedure().act("comment").orElseThrow();
        var place =
                new FormDraft.Place(EU_NORWAY, java.util.Optional.of(dossier.ref()), act.name());
        var typed =
                new FormDrafts.Typed(
                        act, java.util.Optional.of(dossier), "", "", LIMITED, Map.of());
        assertThat(nodes.eu.rooms().door(FormDrafts.class).keep(nodes.eu.desk(), place, typed))
                .matches(org.samband.act.Outcome::isAccepted);
    }

    private static ActRef open(String procedure, String area, Map<String, String> typed) {
        return DossierNodes.done(
                nodes.eu
                        .dossiers()
                        .open(
                                nodes.eu.desk(),
                                EU_NORWAY,
                                procedure,
                                "EXERCISE about " + area,
                                area,
                                LIMITED,
                                typed));
    }

    @AfterAll
    static void close() {
        nodes.close();
    }

    private static JdbcClient client() {
        return nodes.eu.rooms().door(JdbcClient.class);
    }

    private static <T> T seeing(Sight sight, java.util.function.Supplier<T> work) {
        return nodes.eu.rooms().door(Sights.class).within(sight, work);
    }

    private static List<String> tablesWith(String column) {
        return client().sql(
                        """
                        select c.relname from pg_class c
                        join pg_attribute a on a.attrelid = c.oid and a.attname = :column and not a.attisdropped
                        where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace
                        order by 1
                        """)
                .param("column", column)
                .query(String.class)
                .list();
    }

    @Test
    void everyTableWithContentIsProtectedAlsoFromItsOwner() {
        var tables = tablesWith("partnership");
        assertThat(tables)
                .contains("entry", "dossier", "evidence")
                .containsAll(tablesWith("label_id"));
        for (var table : tables) {
            if (NO_CONTENT.contains(table)) {
                continue;
            }
            var lock =
                    client().sql(
                                    "select relrowsecurity and relforcerowsecurity from pg_class"
                                            + " where relname = :t")
                            .param("t", table)
                            .query(Boolean.class)
                            .single();
            assertThat(lock).as(table).isTrue();
            assertThat(policies(table))
                    .as(table)
                    .hasSize(1)
                    .first()
                    .asString()
                    .startsWith("PERMISSIVE ALL {public} ");
        }
    }

    private static List<String> policies(String table) {
        return client().sql(
                        "select permissive || ' ' || cmd || ' ' || roles::text || ' ' || qual from"
                                + " pg_policies where tablename = :t")
                .param("t", table)
                .query(String.class)
                .list();
    }

    @Test
    void everyTableWithMarkedContentHasTheVeryPolicyOfTheEntries() {
        for (var table : tablesWith("label_id")) {
            assertThat(policies(table)).as(table).isEqualTo(policies("entry"));
        }
    }

    @Test
    void aSightWithinAnotherHoldsUntilItsEndAndNoLonger() {
        assertThat(dossiers()).isZero();
        seeing(
                Sight.NODE,
                () -> {
                    assertThat(dossiers()).isEqualTo(5);
                    assertThat(seeing(Sight.NOTHING, RowLevelSecurityRowsTest::dossiers)).isZero();
                    assertThat(dossiers()).isEqualTo(5);
                    assertThat(seeing(Sight.NODE, RowLevelSecurityRowsTest::dossiers)).isEqualTo(5);
                    return dossiers();
                });
        assertThat(dossiers()).isZero();
        assertThat(seeing(Sight.NOTHING, RowLevelSecurityRowsTest::dossiers)).isZero();
    }

    @Test
    void theOuterSightHoldsAgainWhereWorkInsideFails() {
        assertThatThrownBy(() ->
                        seeing(
                                Sight.NODE,
                                () -> {
                                    assertThatThrownBy(() ->
                                                    seeing(
                                                            Sight.NOTHING,
                                                            () -> Integer.valueOf("none")))
                                            .isInstanceOf(NumberFormatException.class);
                                    assertThat(dossiers()).isEqualTo(5);
                                    throw new IllegalStateException("so far as it went");
                                }))
                .hasMessage("so far as it went");
        assertThat(dossiers()).isZero();
    }

    private static int dossiers() {
        return client().sql("select count(*) from dossier").query(Integer.class).single();
    }

    @Test
    void theApplicationCanNeitherBypassNorLiftTheLock() {
        assertThat(
                        client().sql(
                                        "select rolbypassrls or rolsuper from pg_roles where"
                                                + " rolname = current_user")
                                .query(Boolean.class)
                                .single())
                .isFalse();
        assertThat(
                        client().sql(
                                        "select count(*) from pg_class where relnamespace ="
                                                + " 'public'::regnamespace and"
                                                + " pg_get_userbyid(relowner) = current_user")
                                .query(Long.class)
                                .single())
                .isZero();
    }

    /// One row as the lock sees it.
    private record Held(String partnership, String area, int label) {
        boolean seenWith(Sight sight) {
            return sight.covers(new PartnershipId(partnership), area, label);
        }
    }

    private static List<Held> rows(String table, Sight sight) {
        return seeing(
                sight,
                () ->
                        client().sql("select partnership, area, label_id from " + table)
                                .query((row, number) ->
                                        new Held(row.getString(1), row.getString(2), row.getInt(3)))
                                .list());
    }

    private static Sight sight(NeedToKnow needToKnow, Clearance clearance) {
        return nodes.eu.sight(DossierNodes.limited(nodes.eu.desk(), needToKnow, clearance));
    }

    @Test
    void anOfficerOfAnotherPartnershipAreaOrClearanceGetsNoRowOfAnyTable() {
        var cleared = nodes.eu.desk().clearance();
        var all = NeedToKnow.allOf(EU_NORWAY);
        var wholly = Map.of("everything", sight(all, cleared));
        var nothing =
                Map.of(
                        "other partnership",
                                sight(NeedToKnow.allOf(new PartnershipId("eu-japan")), cleared),
                        "name that begins alike",
                                sight(NeedToKnow.allOf(new PartnershipId("eu-norway-2")), cleared),
                        "no need-to-know", sight(NeedToKnow.NOTHING, cleared),
                        "no clearance", sight(all, Clearance.NOTHING),
                        "clearance of another policy",
                                sight(all, Clearance.upTo(Map.of("NO", "STRENGT HEMMELIG"))),
                        "nothing", Sight.NOTHING);
        var partly =
                Map.of(
                        "cyber alone", sight(DossierNodes.areas("cyber"), cleared),
                        "without LIMITE", sight(all, Clearance.upTo(Map.of("TLP", "RED"))),
                        "the partnership without areas",
                                sight(
                                        new NeedToKnow(
                                                new TreeMap<>(Map.of(EU_NORWAY, new TreeSet<>()))),
                                        cleared));
        for (var table : tablesWith("label_id")) {
            var held = rows(table, Sight.NODE);
            assertThat(held).as("the test fills " + table).isNotEmpty();
            wholly.forEach((who, sight) ->
                    assertThat(rows(table, sight)).as(table + ": " + who).isEqualTo(held));
            nothing.forEach((who, sight) ->
                    assertThat(rows(table, sight)).as(table + ": " + who).isEmpty());
            partly.forEach((who, sight) ->
                    assertThat(rows(table, sight))
                            .as(table + ": " + who)
                            .containsExactlyInAnyOrderElementsOf(
                                    held.stream().filter(row -> row.seenWith(sight)).toList()));
            assertThat(client().sql("select count(*) from " + table).query(Long.class).single())
                    .as(table + " outside of a sight")
                    .isZero();
        }
    }

    private static long entries() {
        return client().sql("select count(*) from entry").query(Long.class).single();
    }

    @Test
    void aSightHoldsWithinItsWorkAndTheOneAroundItBeforeAndAfter() {
        long all = seeing(Sight.NODE, RowLevelSecurityRowsTest::entries);
        assertThat(all).isPositive();
        assertThat(entries()).isZero();
        assertThat(
                        seeing(
                                Sight.NODE,
                                () ->
                                        List.of(
                                                entries(),
                                                seeing(Sight.NODE, () -> entries()),
                                                seeing(Sight.NOTHING, () -> entries()),
                                                seeing(
                                                        Sight.NOTHING,
                                                        () -> seeing(Sight.NODE, () -> entries())),
                                                entries())))
                .containsExactly(all, all, 0L, all, all);
        assertThat(entries()).isZero();
    }

    @Test
    void aSightEndsWithItsWorkInATransactionThatGoesOn() {
        long all = seeing(Sight.NODE, RowLevelSecurityRowsTest::entries);
        var transaction =
                new TransactionTemplate(nodes.eu.rooms().door(PlatformTransactionManager.class));
        var counted = new ArrayList<Long>();
        transaction.executeWithoutResult(_ -> {
            counted.add(entries());
            counted.add(seeing(Sight.NODE, () -> entries()));
            counted.add(entries());
        });
        assertThat(counted).containsExactly(0L, all, 0L);
    }

    @Test
    void afterWorkThatFailsTheSightAroundItHolds() {
        long all = seeing(Sight.NODE, RowLevelSecurityRowsTest::entries);
        var counted = new ArrayList<Long>();
        assertThatThrownBy(() ->
                        seeing(
                                Sight.NODE,
                                () -> {
                                    assertThatThrownBy(() -> seeing(Sight.NOTHING, () -> fails()))
                                            .hasMessage("EXERCISE");
                                    return counted.add(entries());
                                }))
                .isInstanceOf(UnexpectedRollbackException.class);
        assertThat(counted).containsExactly(all);
        assertThat(entries()).isZero();
    }

    private static Long fails() {
        throw new IllegalStateException("EXERCISE");
    }

    @Test
    void nothingCanBeWrittenWhereNothingIsSeen() {
        for (var table : tablesWith("label_id")) {
            var sight =
                    sight(
                            NeedToKnow.allOf(new PartnershipId("eu-japan")),
                            nodes.eu.desk().clearance());
            var changes =
                    client().sql("select has_table_privilege(current_user, :t, 'update')")
                            .param("t", table)
                            .query(Boolean.class)
                            .single();
            if (!changes) {
                continue;
            }
            var moved =
                    seeing(
                            sight,
                            () -> client().sql("update " + table + " set area = 'space'").update());
            assertThat(moved).as(table).isZero();
        }
    }

    /// Each holds a matter and waits for the one that the other holds.
    @Test
    void aStepThatTheDatabaseGivesUpIsTakenAnew() {
        var matters =
                seeing(
                        Sight.NODE,
                        () ->
                                client().sql("select ref from dossier order by ref limit 2")
                                        .query(String.class)
                                        .list());
        var bothHold = new CountDownLatch(2);
        var begun = new AtomicInteger();
        var other = CompletableFuture.supplyAsync(() -> step(matters.reversed(), begun, bothHold));
        assertThat(step(matters, begun, bothHold)).isTrue();
        assertThat(other.join()).isTrue();
        assertThat(begun).hasValue(3);
    }

    private static boolean step(List<String> matters, AtomicInteger begun, CountDownLatch both) {
        return nodes.eu
                .rooms()
                .door(Sights.class)
                .step(
                        Sight.NODE,
                        () -> {
                            begun.incrementAndGet();
                            hold(matters.getFirst());
                            both.countDown();
                            await(both);
                            hold(matters.getLast());
                            return true;
                        });
    }

    private static void hold(String matter) {
        client().sql("select ref from dossier where ref = ? for update")
                .param(matter)
                .query(String.class)
                .single();
    }

    private static void await(CountDownLatch both) {
        try {
            assertThat(both.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }
}
