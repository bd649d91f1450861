// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
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

    /// Of each month and kind so many, the earliest: read by index, however much stands beside it.
    ///
    /// @param from first day of the first month
    /// @param until the day after the last month
    /// @param zone in which the day of an opening is meant
    /// @param area short name; empty for all
    List<Row> months(
            PartnershipId partnership,
            LocalDate from,
            LocalDate until,
            ZoneId zone,
            String area,
            int most) {
        return database.sql(
                        """
                        select m.* from generate_series(:from::timestamp, :until::timestamp - interval '1 day', interval '1 month')
                                as k (first),
                            lateral (select k.first + interval '1 month' as next) n,
                            lateral (
                                (select distinct on_day, 'DONE' as kind, act, '' as party, type as what, dossier,
                                    procedure, title, area, label_id
                                from evidence where partnership = :partnership and on_day >= k.first::date
                                    and on_day < n.next::date %1$s
                                order by on_day, act, type limit :most)
                                union all
                                (select on_day, kind, '', party, what, dossier, procedure, title, area, label_id
                                from coming where partnership = :partnership and on_day >= k.first::date
                                    and on_day < n.next::date %1$s
                                order by on_day, dossier, place limit :most)
                                union all
                                (select (opened_at at time zone :zone)::date, 'OPENED', '', opener, '', ref, procedure,
                                    title, area, label_id
                                from dossier where partnership = :partnership and opened_at >= k.first at time zone :zone
                                    and opened_at < n.next at time zone :zone %1$s
                                order by opened_at, ref limit :most)
                            ) m
                        """
                                .formatted(area.isEmpty() ? "" : "and area = :area"))
                .param("partnership", partnership.value())
                .param("from", from)
                .param("until", until)
                .param("zone", zone.getId())
                .params(area.isEmpty() ? Map.of() : Map.of("area", area))
                .param("most", most)
                .query(YearRows::row)
                .list();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getObject("on_day", LocalDate.class),
                YearLine.Kind.valueOf(row.getString("kind")),
                row.getString("act"),
                row.getString("party"),
                row.getString("what"),
                ActRef.of(row.getString("dossier")).orElseThrow(),
                row.getString("procedure"),
                row.getString("title"),
                row.getString("area"),
                row.getInt("label_id"));
    }
}
