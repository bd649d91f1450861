// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.samband.act.Outcome;
import org.samband.ledger.EntriesRecorded;
import org.samband.ledger.LedgerExport;
import org.samband.ledger.LedgerRestore;
import org.samband.ledger.LedgerRule;
import org.samband.node.TestRooms;
import org.samband.parties.Sight;
import org.samband.parties.Sights;
import org.samband.proof.ExportVerification;
import org.samband.proof.Verification;

/// A node that is rebuilt from an export shows what the node before it showed.
class RestoreTest {
    /// What both nodes must hold alike, but for the time at which they stored it.
    private static final List<String> DERIVED =
            List.of(
                    "dossier",
                    "evidence",
                    "follow_up",
                    "coming",
                    "dossier_note",
                    "ledger_head",
                    "entry");

    @TempDir private Path folder;
    private DossierNodes nodes;
    private TestRooms rebuilt;
    private ActRef dossier;

    @BeforeEach
    void play() {
        nodes = DossierNodes.open(folder);
        dossier = nodes.eu.opened("consultation", typed("consultation"));
        nodes.toNorway();
        nodes.toTheEu();
        var state = nodes.no.dossier(dossier).state();
        var answer = state.possible(Walks.NO).getFirst();
        nodes.no.acted(dossier, answer.name(), typed(answer));
        nodes.toTheEu();
        nodes.eu.opened("consultation", typed("consultation"));
        var note =
                nodes.eu
                        .dossiers()
                        .note(
                                nodes.eu.desk(),
                                DossierNodes.EU_NORWAY,
                                dossier,
                                "EXERCISE own note",
                                DossierNodes.OPEN);
        assertThat(note).isInstanceOf(Acted.Done.class);
        rebuilt = TestRooms.pair(folder).getFirst().withDossiers(DossierNodes.profile()).open();
    }

    @AfterEach
    void close() {
        rebuilt.close();
        nodes.close();
    }

    private static Map<String, String> typed(String procedure) {
        return typed(new Procedures().newest(procedure).orElseThrow().openings().getFirst());
    }

    /// What an officer types in each field that must be filled in.
    private static Map<String, String> typed(ActForm form) {
        var typed = new TreeMap<String, String>();
        for (var field : form.fields()) {
            if (field.required()) {
                typed.put(
                        field.name(),
                        switch (field.type()) {
                            case DATE, DATES -> "2026-06-01";
                            case MOMENT -> "2026-06-01 14:30 UTC";
                            case CHOICE -> field.choices().getFirst().value();
                            case NUMBER, ORDINAL -> "3";
                            case YEAR -> "2026";
                            default -> "EXERCISE";
                        });
            }
        }
        return typed;
    }

    @Test
    void aNodeRebuiltFromItsExportShowsTheSame() throws Exception {
        var export = written(nodes.eu.rooms());
        var own = folder.resolve("own");
        try (var out = Files.newOutputStream(own)) {
            assertThat(door(nodes.eu.rooms()).own(DossierNodes.EU_NORWAY, out)).isOne();
        }
        var restored = restore(export, Optional.of(own));
        assertThat(restored).isInstanceOf(Outcome.Accepted.class);
        for (var table : DERIVED) {
            assertThat(rows(rebuilt, table)).as(table).isEqualTo(rows(nodes.eu.rooms(), table));
        }
        assertThat(rows(rebuilt, "dossier")).hasSize(2);
        assertThat(rows(rebuilt, "dossier_note")).hasSize(1);
        assertThat(Files.readAllBytes(written(rebuilt))).isEqualTo(Files.readAllBytes(export));
        assertThat(
                        rebuilt.door(Dossiers.class)
                                .dossier(Sight.NODE, DossierNodes.EU_NORWAY, dossier)
                                .orElseThrow())
                .isEqualTo(nodes.eu.dossier(dossier));
    }

    @Test
    void theRebuiltNodeGoesOnWhereTheOtherStood() throws Exception {
        assertThat(restore(written(nodes.eu.rooms()), Optional.empty()))
                .isInstanceOf(Outcome.Accepted.class);
        var again = new DossierNodes.Node("EU", rebuilt);
        var third = again.opened("consultation", typed("consultation"));
        assertThat(third.number()).isEqualTo(3);
        assertThat(verified(written(rebuilt))).isInstanceOf(Verification.Holds.class);
    }

    @Test
    void anExportThatDoesNotHoldIsNotTakenInAndLeavesNothing() throws Exception {
        var export = written(nodes.eu.rooms());
        var text = Files.readString(export);
        Files.writeString(export, text.replaceFirst("EXERCISE matter", "EXERCISE mattes"));
        assertRefused(LedgerRule.EXPORT_DOES_NOT_HOLD, restore(export, Optional.empty()));
        assertThat(rows(rebuilt, "entry")).isEmpty();
    }

    @Test
    void anExportIsNotTakenInTwice() throws Exception {
        var export = written(nodes.eu.rooms());
        assertThat(restore(export, Optional.empty())).isInstanceOf(Outcome.Accepted.class);
        assertRefused(LedgerRule.NOT_EMPTY, restore(export, Optional.empty()));
    }

    @Test
    void theExportOfANodeWithOtherKeysIsNotTakenIn() throws Exception {
        var elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        try (var strangers = DossierNodes.open(elsewhere)) {
            strangers.eu.opened("consultation", typed("consultation"));
            assertRefused(
                    LedgerRule.EXPORT_OF_OTHER_KEYS,
                    restore(written(strangers.eu.rooms()), Optional.empty()));
        }
    }

    @Test
    void whatTheExportSaysOfDossiersFollowsFromItsEntriesAlone() throws Exception {
        assertThat(verified(written(nodes.eu.rooms())))
                .isInstanceOfSatisfying(
                        Verification.Holds.class,
                        holds -> assertThat(holds.dossiers()).isEqualTo(2));
        assertThat(verified(written(nodes.no.rooms())))
                .isInstanceOfSatisfying(
                        Verification.Holds.class,
                        holds -> assertThat(holds.dossiers()).isEqualTo(1));
    }

    /// What a node of an earlier version folded has no digest and is written again with the next
    /// act, as does what another fold would say.
    @Test
    void whatFollowsFromADossierIsWrittenAgainOnlyWhereItChanged() throws Exception {
        var days = written("coming");
        assertThat(days).isNotEmpty();
        refold();
        assertThat(written("coming")).isEqualTo(days);
        for (var earlier : List.of("null", "'of another fold'")) {
            change("update dossier set derived = " + earlier);
            change("delete from coming");
            refold();
            assertThat(written("coming").stream().map(RestoreTest::withoutPlace))
                    .containsExactlyElementsOf(
                            days.stream().map(RestoreTest::withoutPlace).toList());
            assertThat(written("coming")).isNotEqualTo(days);
        }
        var again = written("coming");
        refold();
        assertThat(written("coming")).isEqualTo(again);
    }

    /// As after an act that changes nothing of them.
    private void refold() {
        var rooms = nodes.eu.rooms();
        rooms.door(Sights.class)
                .run(
                        Sight.NODE,
                        () ->
                                rooms.door(Refolding.class)
                                        .on(
                                                new EntriesRecorded(
                                                        DossierNodes.EU_NORWAY,
                                                        true,
                                                        Set.of("EU-1", "EU-2"))));
    }

    private void change(String sql) throws Exception {
        try (var connection = nodes.eu.rooms().database().owner().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("select set_config('samband.sight', 'node', false)");
            assertThat(statement.executeUpdate(sql)).isPositive();
        }
    }

    /// The rows of a table of the EU, each with the place at which it was written.
    private List<String> written(String table) throws Exception {
        try (var connection = nodes.eu.rooms().database().owner().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("select set_config('samband.sight', 'node', false)");
            var found = new ArrayList<String>();
            try (var answer =
                    statement.executeQuery(
                            "select t::text || '@' || ctid || xmin from "
                                    + table
                                    + " t order by 1")) {
                while (answer.next()) {
                    found.add(answer.getString(1));
                }
            }
            return found;
        }
    }

    private static String withoutPlace(String row) {
        return row.substring(0, row.lastIndexOf('@'));
    }

    private Outcome<LedgerRestore.Restored> restore(Path export, Optional<Path> own)
            throws IOException {
        return rebuilt.door(LedgerRestore.class).restore(export, own);
    }

    private static void assertRefused(LedgerRule rule, Outcome<?> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        assertThat(((Outcome.Refused<?>) outcome).refusal().rule()).isEqualTo(rule);
    }

    private static LedgerExport door(TestRooms rooms) {
        return rooms.door(LedgerExport.class);
    }

    private Path written(TestRooms rooms) throws IOException {
        var out = new ByteArrayOutputStream();
        door(rooms).write(DossierNodes.EU_NORWAY, out);
        return Files.write(Files.createTempFile(folder, "a", ".export"), out.toByteArray());
    }

    private static Verification verified(Path export) throws IOException {
        return ExportVerification.of(new ByteArrayInputStream(Files.readAllBytes(export)), _ -> {});
    }

    /// The rows of a table as JSON in their order, with markings in words.
    private static List<String> rows(TestRooms rooms, String table) throws Exception {
        try (var connection = rooms.database().owner().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("select set_config('samband.sight', 'node', false)");
            var found = new ArrayList<String>();
            try (var answer =
                    statement.executeQuery(
                            """
                            select ((to_jsonb(t) - 'label_id' - 'stored_at')
                                || jsonb_build_object('marking',
                                    (select text from label where id = (to_jsonb(t) ->> 'label_id')::int)))::text
                            from %s t order by 1
                            """
                                    .formatted(table))) {
                while (answer.next()) {
                    found.add(answer.getString(1));
                }
            }
            return found;
        }
    }
}
