// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.samband.parties.PartnershipId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Reads table `coming`, and the own targets among the notes.
@Repository
class ComingRows {
    private final JdbcClient database;

    ComingRows(JdbcClient database) {
        this.database = database;
    }

    /// A day of the calendar and its dossier.
    record ComingRow(
            ActRef dossier,
            String procedure,
            String title,
            LocalDate on,
            Coming.Kind kind,
            String party,
            String text,
            Optional<Instant> moment,
            Deadline.Origin origin,
            String source,
            int label) {}

    /// The next agreed day of each procedure.
    List<ComingRow> next(PartnershipId partnership, LocalDate from, List<String> procedures) {
        return database.sql(
                        """
                        select c.* from unnest(?) as k (procedure)
                            cross join lateral (select * from coming where partnership = ? and kind = 'AGREED'
                                and procedure = k.procedure and on_day >= ? order by on_day limit 1) c
                        order by c.on_day, c.dossier, c.place
                        """)
                .params(procedures.toArray(String[]::new), partnership.value(), from)
                .query(ComingRows::coming)
                .list();
    }

    /// Also the latest own target of each open dossier.
    ///
    /// @param from the first day
    /// @param to the last day
    /// @param area short name; empty for all
    /// @param most so many, the earliest
    List<ComingRow> coming(
            PartnershipId partnership, LocalDate from, LocalDate to, String area, int most) {
        var in = Optional.of(area).filter(one -> !one.isEmpty());
        var days =
                new Where("partnership = :partnership and on_day >= :from and on_day <= :to")
                        .with("partnership", partnership.value())
                        .and("area = :area", "area", in);
        return database.sql(
                        """
                        (select dossier, procedure, title, on_day, kind, party, what, moment, origin, source, label_id, place
                        from coming %s order by on_day, dossier, place limit :most)
                        union all
                        select d.ref, d.procedure, d.title, n.target, 'OWN_TARGET', '', '', null, 'own-target', '', d.label_id, 0
                        from dossier_note n join dossier d on d.partnership = n.partnership and d.ref = n.dossier
                        where n.partnership = :partnership and n.target >= :from and n.target <= :to and not d.finished
                          and (:area = '' or d.area = :area)
                          and n.number = (select max(l.number) from dossier_note l
                              where l.partnership = n.partnership and l.dossier = n.dossier and l.target is not null)
                        order by on_day, dossier, place limit :most
                        """
                                .formatted(days))
                .params(days.values())
                .param("from", from)
                .param("to", to)
                .param("area", area)
                .param("most", most)
                .query(ComingRows::coming)
                .list();
    }

    private static ComingRow coming(ResultSet row, int number) throws SQLException {
        return new ComingRow(
                ActRef.of(row.getString("dossier")).orElseThrow(),
                row.getString("procedure"),
                row.getString("title"),
                row.getObject("on_day", LocalDate.class),
                Coming.Kind.valueOf(row.getString("kind")),
                row.getString("party"),
                row.getString("what"),
                Optional.ofNullable(row.getObject("moment", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                Deadline.Origin.of(row.getString("origin")),
                row.getString("source"),
                row.getInt("label_id"));
    }
}
