// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.samband.parties.PartnershipId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Reads tables `evidence`, `coming` and `dossier` by year.
@Repository
class YearRows {
    private final JdbcClient database;

    YearRows(JdbcClient database) {
        this.database = database;
    }

    /// @param kind name of a {@link YearLine.Kind}
    /// @param act party and number of the act that proves it; empty where none does
    /// @param what kind of event, or what is due
    record Row(
            LocalDate on,
            YearLine.Kind kind,
            String act,
            String party,
            String what,
            ActRef dossier,
            String procedure,
            String title,
            String area,
            int label) {}

    /// @param area short name; empty for all
    List<Row> days(PartnershipId partnership, int year, String area, int most) {
        var from = LocalDate.of(year, 1, 1);
        return database.sql(
                        """
                        select distinct on_day, 'DONE' as kind, act, '' as party, type as what, dossier, procedure,
                            title, area, label_id
                        from evidence where partnership = :partnership and on_day >= :from and on_day < :until
                            and (:area = '' or area = :area)
                        union all
                        select on_day, kind, '', party, what, dossier, procedure, title, area, label_id
                        from coming where partnership = :partnership and on_day >= :from and on_day < :until
                            and (:area = '' or area = :area)
                        order by on_day, dossier, act limit :most
                        """)
                .param("partnership", partnership.value())
                .param("from", from)
                .param("until", from.plusYears(1))
                .param("area", area)
                .param("most", most)
                .query(YearRows::day)
                .list();
    }

    List<Row> openings(PartnershipId partnership, int year, ZoneId zone, String area, int most) {
        var from = LocalDate.of(year, 1, 1).atStartOfDay(zone);
        return database.sql(
                        """
                        select opened_at, opener as party, last_act, ref as dossier, procedure, title, area, label_id
                        from dossier where partnership = :partnership and opened_at >= :from and opened_at < :until
                            and (:area = '' or area = :area)
                        order by opened_at, ref limit :most
                        """)
                .param("partnership", partnership.value())
                .param("from", from.toOffsetDateTime())
                .param("until", from.plusYears(1).toOffsetDateTime())
                .param("area", area)
                .param("most", most)
                .query((row, _) ->
                        row(
                                row,
                                row.getObject("opened_at", OffsetDateTime.class)
                                        .atZoneSameInstant(zone)
                                        .toLocalDate(),
                                YearLine.Kind.OPENED,
                                "",
                                ""))
                .list();
    }

    private static Row day(ResultSet row, int number) throws SQLException {
        return row(
                row,
                row.getObject("on_day", LocalDate.class),
                YearLine.Kind.valueOf(row.getString("kind")),
                row.getString("act"),
                row.getString("what"));
    }

    private static Row row(ResultSet row, LocalDate on, YearLine.Kind kind, String act, String what)
            throws SQLException {
        return new Row(
                on,
                kind,
                act,
                row.getString("party"),
                what,
                ActRef.of(row.getString("dossier")).orElseThrow(),
                row.getString("procedure"),
                row.getString("title"),
                row.getString("area"),
                row.getInt("label_id"));
    }
}
