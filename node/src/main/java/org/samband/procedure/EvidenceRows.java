// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.samband.parties.PartnershipId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Tables `evidence`, `follow_up` and `coming`, derived from the ledgers.
@Repository
class EvidenceRows {
    private static final List<String> TABLES = List.of("evidence", "follow_up", "coming");

    private final JdbcClient database;

    EvidenceRows(JdbcClient database) {
        this.database = database;
    }

    void clear(PartnershipId partnership, List<ActRef> dossiers) {
        var refs = Columns.texts(dossiers, ActRef::toString);
        database.sql(
                        """
                        with e as (delete from evidence where partnership = ? and dossier = any (?)),
                            f as (delete from follow_up where partnership = ? and dossier = any (?))
                        delete from coming where partnership = ? and dossier = any (?)
                        """)
                .params(partnership.value(), refs)
                .params(partnership.value(), refs)
                .params(partnership.value(), refs)
                .update();
    }

    void clear(PartnershipId partnership) {
        for (var table : TABLES) {
            database.sql("delete from " + table + " where partnership = ?")
                    .param(partnership.value())
                    .update();
        }
    }

    private record Row<T>(DossierRows.Row of, T value) {}

    private record Day(int place, Coming coming) {}

    /// Adds what follows from several dossiers, in one statement for each table.
    void add(PartnershipId partnership, Collection<DossierDerived> all) {
        var evidence = new ArrayList<Row<Evidence>>();
        var followUps = new ArrayList<Row<DossierDerived.Served>>();
        var days = new ArrayList<Row<Day>>();
        for (var derived : all) {
            derived.evidence().forEach(one -> evidence.add(new Row<>(derived.row(), one)));
            derived.followUps().forEach(one -> followUps.add(new Row<>(derived.row(), one)));
            for (int i = 0; i < derived.days().size(); i++) {
                days.add(new Row<>(derived.row(), new Day(i + 1, derived.days().get(i))));
            }
        }
        addEvidence(partnership, evidence);
        addFollowUps(partnership, followUps);
        addDays(partnership, days);
    }

    private static final String HEAD = "partnership, dossier, area, label_id, procedure, title";

    private static <T> List<Object> head(PartnershipId partnership, List<Row<T>> rows) {
        return List.of(
                Columns.texts(rows, _ -> partnership.value()),
                Columns.texts(rows, row -> row.of().ref().toString()),
                Columns.texts(rows, row -> row.of().area()),
                Columns.wholes(rows, row -> row.of().label()),
                Columns.texts(rows, row -> row.of().procedure()),
                Columns.texts(rows, row -> row.of().title()));
    }

    private void addEvidence(PartnershipId partnership, List<Row<Evidence>> rows) {
        if (rows.isEmpty()) {
            return;
        }
        database.sql(
                        """
                        insert into evidence (%1$s, act, commitment, type, on_day)
                        select %1$s, act, commitment, type, on_day::date
                        from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?) as r (%1$s, act, commitment, type, on_day)
                        """
                                .formatted(HEAD))
                .params(head(partnership, rows))
                .params(
                        Columns.texts(rows, row -> row.value().act().toString()),
                        Columns.texts(rows, row -> row.value().commitment()),
                        Columns.texts(rows, row -> row.value().type()),
                        Columns.texts(rows, row -> row.value().on().toString()))
                .update();
    }

    private void addFollowUps(PartnershipId partnership, List<Row<DossierDerived.Served>> rows) {
        if (rows.isEmpty()) {
            return;
        }
        database.sql(
                        """
                        insert into follow_up (%1$s, id, owner, authority, what, paragraph, serves, due, agreed,
                            settled, reports)
                        select %1$s, id, owner, authority, what, paragraph, serves, due::date, agreed,
                            settled, reports::text[]
                        from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                            as r (%1$s, id, owner, authority, what, paragraph, serves, due, agreed, settled,
                                reports)
                        """
                                .formatted(HEAD))
                .params(head(partnership, rows))
                .params(
                        Columns.texts(rows, row -> row.value().followUp().id()),
                        Columns.texts(rows, row -> row.value().followUp().owner()),
                        Columns.texts(rows, row -> row.value().followUp().authority().orElse(null)),
                        Columns.texts(rows, row -> row.value().followUp().text()),
                        Columns.texts(rows, row -> row.value().followUp().paragraph().orElse(null)),
                        Columns.texts(rows, row -> row.value().area()),
                        Columns.texts(
                                rows,
                                row ->
                                        row.value()
                                                .followUp()
                                                .due()
                                                .map(LocalDate::toString)
                                                .orElse(null)),
                        Columns.truths(rows, row -> row.value().followUp().agreed()),
                        Columns.truths(rows, row -> row.value().followUp().settled()),
                        Columns.texts(
                                rows,
                                row ->
                                        Columns.array(
                                                row.value().followUp().reports().stream()
                                                        .map(FollowUp.Report::toText)
                                                        .toList())))
                .update();
    }

    private void addDays(PartnershipId partnership, List<Row<Day>> rows) {
        if (rows.isEmpty()) {
            return;
        }
        database.sql(
                        """
                        insert into coming (%1$s, place, on_day, kind, party, what, moment, origin, source)
                        select %1$s, place, on_day::date, kind, party, what, moment::timestamptz, origin, source
                        from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                            as r (%1$s, place, on_day, kind, party, what, moment, origin, source)
                        """
                                .formatted(HEAD))
                .params(head(partnership, rows))
                .params(
                        Columns.wholes(rows, row -> row.value().place()),
                        Columns.texts(rows, row -> row.value().coming().on().toString()),
                        Columns.texts(rows, row -> row.value().coming().kind().name()),
                        Columns.texts(rows, row -> row.value().coming().party()),
                        Columns.texts(rows, row -> row.value().coming().text()),
                        Columns.texts(
                                rows,
                                row ->
                                        row.value()
                                                .coming()
                                                .moment()
                                                .map(Instant::toString)
                                                .orElse(null)),
                        Columns.texts(rows, row -> row.value().coming().origin().word()),
                        Columns.texts(rows, row -> row.value().coming().source()))
                .update();
    }

    /// Of each commitment and kind of event the latest. They are read as the index gives them:
    /// sorting texts here would take longer than reading them.
    ///
    /// @param commitments and types at the same place belong together
    List<Evidence> evidence(
            PartnershipId partnership, List<String> commitments, List<String> types, int most) {
        return database.sql(
                        """
                        select e.* from unnest(?, ?) as k (commitment, type)
                            cross join lateral (select commitment, type, on_day, dossier, act, procedure, title
                                from evidence where partnership = ?
                                and commitment = k.commitment and type = k.type
                                order by on_day desc limit ?) e
                        """)
                .params(
                        commitments.toArray(String[]::new),
                        types.toArray(String[]::new),
                        partnership.value(),
                        most)
                .query((row, _) -> evidence(partnership, row))
                .list();
    }

    /// Of one commitment, the latest first.
    List<Evidence> evidence(PartnershipId partnership, String commitment, int skip, int most) {
        return database.sql(
                        """
                        select * from evidence where partnership = ? and commitment = ?
                        order by on_day desc, act desc limit ? offset ?
                        """)
                .params(partnership.value(), commitment, most, skip)
                .query((row, _) -> evidence(partnership, row))
                .list();
    }

    private static Evidence evidence(PartnershipId partnership, ResultSet row) throws SQLException {
        return new Evidence(
                partnership,
                row.getString("commitment"),
                row.getString("type"),
                row.getObject("on_day", LocalDate.class),
                ActRef.of(row.getString("dossier")).orElseThrow(),
                ActRef.of(row.getString("act")).orElseThrow(),
                row.getString("procedure"),
                row.getString("title"));
    }
}
