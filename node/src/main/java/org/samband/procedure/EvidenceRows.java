// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
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

    /// What stands in every row of a dossier.
    ///
    /// @param label id of the dossier's marking
    record Of(
            PartnershipId partnership,
            ActRef dossier,
            String area,
            int label,
            String procedure,
            String title) {}

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

    /// What is derived from several dossiers.
    static final class Derived {
        private record Row<T>(Of of, T value) {}

        private record Day(int place, Coming coming) {}

        private final List<Row<Evidence>> evidence = new ArrayList<>();

        private record Served(FollowUp followUp, String area) {}

        private final List<Row<Served>> followUps = new ArrayList<>();
        private final List<Row<Day>> days = new ArrayList<>();

        void add(Of of, Evidence one) {
            evidence.add(new Row<>(of, one));
        }

        /// @param area that it serves
        void add(Of of, FollowUp one, String area) {
            followUps.add(new Row<>(of, new Served(one, area)));
        }

        /// @param place among the days of the dossier, counted from 1
        void add(Of of, int place, Coming one) {
            days.add(new Row<>(of, new Day(place, one)));
        }
    }

    /// Adds everything, in one statement for each table.
    void add(Derived derived) {
        addEvidence(derived.evidence);
        addFollowUps(derived.followUps);
        addDays(derived.days);
    }

    private static final String HEAD = "partnership, dossier, area, label_id, procedure, title";

    private static <T> List<Object> head(List<Derived.Row<T>> rows) {
        return List.of(
                Columns.texts(rows, row -> row.of().partnership().value()),
                Columns.texts(rows, row -> row.of().dossier().toString()),
                Columns.texts(rows, row -> row.of().area()),
                Columns.wholes(rows, row -> row.of().label()),
                Columns.texts(rows, row -> row.of().procedure()),
                Columns.texts(rows, row -> row.of().title()));
    }

    private void addEvidence(List<Derived.Row<Evidence>> rows) {
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
                .params(head(rows))
                .params(
                        Columns.texts(rows, row -> row.value().act().toString()),
                        Columns.texts(rows, row -> row.value().commitment()),
                        Columns.texts(rows, row -> row.value().type()),
                        Columns.texts(rows, row -> row.value().on().toString()))
                .update();
    }

    private void addFollowUps(List<Derived.Row<Derived.Served>> rows) {
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
                .params(head(rows))
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

    private void addDays(List<Derived.Row<Derived.Day>> rows) {
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
                .params(head(rows))
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
