// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.samband.parties.PartnershipId;
import org.samband.parties.PartyCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Table `dossier`, derived from the ledgers.
@Repository
class DossierRows {
    private final JdbcClient database;

    DossierRows(JdbcClient database) {
        this.database = database;
    }

    /// A dossier as the table holds it.
    ///
    /// @param label id of the merged marking
    /// @param lastAct name of the latest act, by its time
    /// @param latest number of that act
    /// @param steps names of the acts that our party can take now and that move the dossier
    /// @param ours whether our party is expected to take one of them
    record Row(
            ActRef ref,
            String area,
            int label,
            String procedure,
            int procedureVersion,
            String procedureHash,
            String title,
            String state,
            boolean finished,
            List<PartyCode> turn,
            Optional<LocalDate> answerBy,
            Instant opened,
            Instant changed,
            int version,
            String lastAct,
            ActRef latest,
            List<String> steps,
            boolean ours) {
        Row {
            turn = List.copyOf(turn);
            steps = List.copyOf(steps);
        }
    }

    /// What a row is read from: no more of it than pages show, for what is searched by is long.
    static final String COLUMNS =
            """
            ref, area, label_id, procedure, procedure_version, procedure_hash, title, state, finished, turn, answer_by,
            opened_at, changed_at, version, last_act, latest, steps, ours
            """;

    /// A dossier and what registers show of it.
    ///
    /// @param derived digest of what stands beside it in other tables
    record Put(Row row, RegisterCells cells, String derived) {}

    /// Dossiers in one statement, each new or in place of what stood.
    void put(PartnershipId partnership, List<Put> puts) {
        var rows = puts.stream().map(Put::row).toList();
        database.sql(
                        """
                        insert into dossier (partnership, ref, area, label_id, procedure, procedure_version,
                            procedure_hash, title, beginnings, state, finished, turn, answer_by, opened_at,
                            changed_at, version, opener, number, last_act, latest, steps, ours, years, cells, sorts,
                            derived)
                        select ?, ref, area, label_id, procedure, procedure_version, procedure_hash, title,
                            beginnings::text[], state, finished, turn::text[], answer_by::date,
                            opened_at::timestamptz, changed_at::timestamptz, version,
                            split_part(ref, '-', 1), split_part(ref, '-', 2)::bigint, last_act, latest, steps::text[], ours,
                            years::integer[], cells::jsonb, sorts::jsonb, derived
                        from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                            as d (ref, area, label_id, procedure, procedure_version, procedure_hash, title,
                                beginnings, state, finished, turn, answer_by, opened_at, changed_at, version,
                                last_act, latest, steps, ours, years, cells, sorts, derived)
                        on conflict (partnership, ref) do update set label_id = excluded.label_id,
                            state = excluded.state, finished = excluded.finished, turn = excluded.turn,
                            answer_by = excluded.answer_by, changed_at = excluded.changed_at,
                            version = excluded.version, title = excluded.title,
                            beginnings = excluded.beginnings, last_act = excluded.last_act,
                            latest = excluded.latest, steps = excluded.steps, ours = excluded.ours,
                            years = excluded.years, cells = excluded.cells, sorts = excluded.sorts,
                            derived = excluded.derived
                        """)
                .params(
                        partnership.value(),
                        Columns.texts(rows, row -> row.ref().toString()),
                        Columns.texts(rows, Row::area),
                        Columns.wholes(rows, Row::label),
                        Columns.texts(rows, Row::procedure),
                        Columns.wholes(rows, Row::procedureVersion),
                        Columns.texts(rows, Row::procedureHash),
                        Columns.texts(rows, Row::title),
                        Columns.texts(
                                puts,
                                put ->
                                        Columns.array(
                                                DossierFilter.beginnings(
                                                        put.row().ref(),
                                                        put.row().title(),
                                                        put.cells().words()))),
                        Columns.texts(rows, Row::state),
                        Columns.truths(rows, Row::finished),
                        Columns.texts(
                                rows,
                                row ->
                                        Columns.array(
                                                row.turn().stream()
                                                        .map(PartyCode::value)
                                                        .toList())),
                        Columns.texts(
                                rows, row -> row.answerBy().map(LocalDate::toString).orElse(null)),
                        Columns.texts(rows, row -> row.opened().toString()),
                        Columns.texts(rows, row -> row.changed().toString()),
                        Columns.wholes(rows, Row::version),
                        Columns.texts(rows, Row::lastAct),
                        Columns.texts(rows, row -> row.latest().toString()),
                        Columns.texts(rows, row -> Columns.array(row.steps())),
                        Columns.truths(rows, Row::ours),
                        Columns.texts(
                                puts,
                                put ->
                                        Columns.array(
                                                put.cells().years().stream()
                                                        .map(String::valueOf)
                                                        .toList())),
                        Columns.texts(puts, put -> put.cells().valuesText()),
                        Columns.texts(puts, put -> put.cells().sortsText()),
                        Columns.texts(puts, Put::derived))
                .update();
    }

    /// Holds back every other act in these dossiers until the transaction ends.
    ///
    /// @return of those that are there, the digest of what stands beside each; empty where it is
    ///   not known
    Map<ActRef, String> lock(PartnershipId partnership, List<ActRef> refs) {
        var held = new HashMap<ActRef, String>();
        database.sql(
                        """
                        select ref, coalesce(derived, '') from dossier
                        where partnership = ? and ref = any (?) order by ref for update
                        """)
                .params(partnership.value(), Columns.texts(refs, ActRef::toString))
                .query(row -> {
                    held.put(ActRef.of(row.getString(1)).orElseThrow(), row.getString(2));
                });
        return held;
    }

    /// Holds back every other act in the dossier until the transaction ends.
    boolean lock(PartnershipId partnership, ActRef ref) {
        return database.sql(
                        "select version from dossier where partnership = ? and ref = ? for update")
                .params(partnership.value(), ref.toString())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    Optional<Row> find(PartnershipId partnership, ActRef ref) {
        return database.sql("select " + COLUMNS + "from dossier where partnership = ? and ref = ?")
                .params(partnership.value(), ref.toString())
                .query(DossierRows::row)
                .optional();
    }

    /// Those of some dossiers that are in sight, latest first.
    List<Row> some(PartnershipId partnership, List<ActRef> refs) {
        return database.sql(
                        "select "
                                + COLUMNS
                                + """
                                from dossier where partnership = ? and ref = any (?)
                                order by changed_at desc, ref
                                """)
                .params(partnership.value(), Columns.texts(refs, ActRef::toString))
                .query(DossierRows::row)
                .list();
    }

    List<Row> list(PartnershipId partnership, DossierFilter filter) {
        var where = where(partnership, filter);
        return database.sql(
                        "select "
                                + COLUMNS
                                + "from dossier"
                                + where
                                + "order by changed_at desc, ref limit :limit offset :offset")
                .params(where.values())
                .param("limit", DossierFilter.PAGE)
                .param("offset", (filter.page() - 1) * DossierFilter.PAGE)
                .query(DossierRows::row)
                .list();
    }

    int count(PartnershipId partnership, DossierFilter filter) {
        var where = where(partnership, filter);
        return database.sql(
                        "select count(*) from (select 1 from dossier"
                                + where
                                + "limit :counted) as counted")
                .params(where.values())
                .param("counted", DossierFilter.COUNTED)
                .query(Integer.class)
                .single();
    }

    private static Where where(PartnershipId partnership, DossierFilter filter) {
        return new Where("partnership = :partnership")
                .with("partnership", partnership.value())
                .and("procedure = :procedure", "procedure", filter.procedure())
                .and("area = :area", "area", filter.area())
                .finished(filter.finished())
                .and("state = :state", "state", filter.state())
                .and(":turn = any (turn)", "turn", filter.turn())
                .beginning(filter.words());
    }

    void clear(PartnershipId partnership) {
        database.sql("delete from dossier where partnership = ?")
                .param(partnership.value())
                .update();
    }

    /// Whether rows stand here that a node folded which knew less of them.
    boolean olderRows(PartnershipId partnership) {
        return database.sql(
                        "select exists (select 1 from dossier where partnership = ? and steps is"
                                + " null)")
                .param(partnership.value())
                .query(Boolean.class)
                .single();
    }

    static Row row(ResultSet row, int number) throws SQLException {
        var ref = ActRef.of(row.getString("ref")).orElseThrow();
        return new Row(
                ref,
                row.getString("area"),
                row.getInt("label_id"),
                row.getString("procedure"),
                row.getInt("procedure_version"),
                row.getString("procedure_hash"),
                row.getString("title"),
                row.getString("state"),
                row.getBoolean("finished"),
                texts(row, "turn").stream().map(PartyCode::new).toList(),
                Optional.ofNullable(row.getObject("answer_by", LocalDate.class)),
                moment(row, "opened_at"),
                moment(row, "changed_at"),
                row.getInt("version"),
                row.getString("last_act"),
                Optional.ofNullable(row.getString("latest")).flatMap(ActRef::of).orElse(ref),
                texts(row, "steps"),
                row.getBoolean("ours"));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        var array = row.getArray(column);
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
