// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.samband.parties.PartnershipId;
import org.samband.parties.PartyCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Tables `dossier` and `dossier_note`, derived from the ledgers.
@Repository
class DossierRows {
    private final JdbcClient database;

    DossierRows(JdbcClient database) {
        this.database = database;
    }

    /// A dossier as the table holds it.
    ///
    /// @param label id of the merged marking
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
            String lastAct) {}

    /// A dossier and what registers show of it.
    record Put(Row row, RegisterCells cells) {}

    /// Dossiers in one statement, each new or in place of what stood.
    void put(PartnershipId partnership, List<Put> puts) {
        var rows = puts.stream().map(Put::row).toList();
        database.sql(
                        """
                        insert into dossier (partnership, ref, area, label_id, procedure, procedure_version,
                            procedure_hash, title, beginnings, state, finished, turn, answer_by, opened_at,
                            changed_at, version, opener, number, last_act, years, cells, sorts)
                        select ?, ref, area, label_id, procedure, procedure_version, procedure_hash, title,
                            beginnings::text[], state, finished, turn::text[], answer_by::date,
                            opened_at::timestamptz, changed_at::timestamptz, version,
                            split_part(ref, '-', 1), split_part(ref, '-', 2)::bigint, last_act,
                            years::integer[], cells::jsonb, sorts::jsonb
                        from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                            as d (ref, area, label_id, procedure, procedure_version, procedure_hash, title,
                                beginnings, state, finished, turn, answer_by, opened_at, changed_at, version,
                                last_act, years, cells, sorts)
                        on conflict (partnership, ref) do update set label_id = excluded.label_id,
                            state = excluded.state, finished = excluded.finished, turn = excluded.turn,
                            answer_by = excluded.answer_by, changed_at = excluded.changed_at,
                            version = excluded.version, title = excluded.title,
                            beginnings = excluded.beginnings, last_act = excluded.last_act,
                            years = excluded.years, cells = excluded.cells, sorts = excluded.sorts
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
                        Columns.texts(
                                puts,
                                put ->
                                        Columns.array(
                                                put.cells().years().stream()
                                                        .map(String::valueOf)
                                                        .toList())),
                        Columns.texts(puts, put -> put.cells().valuesText()),
                        Columns.texts(puts, put -> put.cells().sortsText()))
                .update();
    }

    /// Holds back every other act in these dossiers until the transaction ends.
    void lock(PartnershipId partnership, List<ActRef> refs) {
        database.sql(
                        """
                        select version from dossier where partnership = ? and ref = any (?) order by ref for update
                        """)
                .params(partnership.value(), Columns.texts(refs, ActRef::toString))
                .query(Integer.class)
                .list();
    }

    List<DossierPlace> places(PartnershipId partnership, List<ActRef> refs) {
        return database.sql(
                        """
                        select distinct area, label_id from dossier where partnership = ? and ref = any (?)
                        """)
                .params(partnership.value(), Columns.texts(refs, ActRef::toString))
                .query((row, _) -> new DossierPlace(row.getString(1), row.getInt(2)))
                .list();
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
        return database.sql("select * from dossier where partnership = ? and ref = ?")
                .params(partnership.value(), ref.toString())
                .query(DossierRows::row)
                .optional();
    }

    private static final String FILTER =
            """
            from dossier
            where partnership = :partnership
              and (:procedure = '' or procedure = :procedure)
              and (:area = '' or area = :area)
              and (:finished = '' or finished = (:finished = 'true'))
              and (:state = '' or state = :state)
              and (:turn = '' or :turn = any (turn))
            """;

    List<Row> list(PartnershipId partnership, DossierFilter filter) {
        return filtered(
                        "select * ",
                        "order by changed_at desc, ref limit :limit offset :offset",
                        partnership,
                        filter)
                .param("limit", DossierFilter.PAGE)
                .param("offset", (filter.page() - 1) * DossierFilter.PAGE)
                .query(DossierRows::row)
                .list();
    }

    int count(PartnershipId partnership, DossierFilter filter) {
        var most = " limit " + DossierFilter.COUNTED + ") as counted";
        return filtered("select count(*) from (select 1 ", most, partnership, filter)
                .query(Integer.class)
                .single();
    }

    /// Words are compared by plain equality, as row-level security wants it.
    private JdbcClient.StatementSpec filtered(
            String what, String order, PartnershipId partnership, DossierFilter filter) {
        var words = filter.words();
        var sql = new StringBuilder(what).append(FILTER);
        for (int i = 0; i < words.size(); i++) {
            sql.append(" and :word").append(i).append(" = any (beginnings) ");
        }
        var statement = database.sql(sql.append(order).toString());
        for (int i = 0; i < words.size(); i++) {
            statement = statement.param("word" + i, words.get(i));
        }
        return statement
                .param("partnership", partnership.value())
                .param("procedure", filter.procedure().orElse(""))
                .param("area", filter.area().orElse(""))
                .param("finished", filter.finished().map(String::valueOf).orElse(""))
                .param("state", filter.state().orElse(""))
                .param("turn", filter.turn().orElse(""));
    }

    void put(PartnershipId partnership, ActRef dossier, String area, int label, Dossier.Note note) {
        database.sql(
                        """
                        insert into dossier_note (partnership, number, dossier, area, label_id, made_at, officer, what, holders, target)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        partnership.value(),
                        note.number(),
                        dossier.toString(),
                        area,
                        label,
                        utc(note.at()),
                        note.officer(),
                        note.text(),
                        note.holders())
                .param(note.target().orElse(null))
                .update();
    }

    /// A note and the id of its marking.
    record NoteRow(
            long number,
            Instant at,
            String officer,
            String text,
            int label,
            boolean holders,
            Optional<LocalDate> target) {}

    List<NoteRow> notes(PartnershipId partnership, ActRef dossier) {
        return database.sql(
                        "select * from dossier_note where partnership = ? and dossier = ? order by"
                                + " number")
                .params(partnership.value(), dossier.toString())
                .query((row, number) ->
                        new NoteRow(
                                row.getLong("number"),
                                moment(row, "made_at"),
                                row.getString("officer"),
                                row.getString("what"),
                                row.getInt("label_id"),
                                row.getBoolean("holders"),
                                Optional.ofNullable(row.getObject("target", LocalDate.class))))
                .list();
    }

    void clear(PartnershipId partnership) {
        for (var table : List.of("dossier", "dossier_note")) {
            database.sql("delete from " + table + " where partnership = ?")
                    .param(partnership.value())
                    .update();
        }
    }

    /// Whether rows stand here that a node folded which knew no registers.
    boolean olderRows(PartnershipId partnership) {
        return database.sql(
                        "select exists (select 1 from dossier where partnership = ? and cells is"
                                + " null)")
                .param(partnership.value())
                .query(Boolean.class)
                .single();
    }

    static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                ActRef.of(row.getString("ref")).orElseThrow(),
                row.getString("area"),
                row.getInt("label_id"),
                row.getString("procedure"),
                row.getInt("procedure_version"),
                row.getString("procedure_hash"),
                row.getString("title"),
                row.getString("state"),
                row.getBoolean("finished"),
                Arrays.stream((String[]) row.getArray("turn").getArray())
                        .map(PartyCode::new)
                        .toList(),
                Optional.ofNullable(row.getObject("answer_by", LocalDate.class)),
                moment(row, "opened_at"),
                moment(row, "changed_at"),
                row.getInt("version"),
                row.getString("last_act"));
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
