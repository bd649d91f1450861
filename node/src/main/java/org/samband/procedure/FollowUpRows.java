// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.samband.parties.PartnershipId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What is asked of table `follow_up`, which {@link EvidenceRows} writes.
@Repository
class FollowUpRows {
    private final JdbcClient database;

    FollowUpRows(JdbcClient database) {
        this.database = database;
    }

    /// A follow-up and its dossier.
    record Found(
            ActRef dossier,
            String procedure,
            String title,
            String area,
            FollowUp followUp,
            int label) {}

    /// Those of one party that are agreed, not done and due until a day.
    List<Found> due(PartnershipId partnership, String owner, LocalDate until, int most) {
        return database.sql(
                        """
                        select * from follow_up
                        where partnership = ? and owner = ? and not settled and agreed and due <= ?
                        order by due, dossier, id limit ?
                        """)
                .params(partnership.value(), owner, until, most)
                .query(FollowUpRows::followUp)
                .list();
    }

    /// Those that are not done by the day until which they are due, those without a day after them,
    /// those not yet agreed last; all and those done by the day, the latest first.
    List<Found> followUps(PartnershipId partnership, FollowUpFilter filter, int skip, int most) {
        var where =
                new Where("partnership = :partnership")
                        .with("partnership", partnership.value())
                        .and("owner = :owner", "owner", filter.owner())
                        .and("serves = :serves", "serves", filter.area());
        return database.sql(
                        "select * from follow_up"
                                + where
                                + switch (filter.state()) {
                                    case OPEN ->
                                            "and not settled order by not agreed, due nulls last,"
                                                    + " dossier, id";
                                    case DONE ->
                                            "and settled order by due desc nulls last,"
                                                    + " dossier, id";
                                    case ALL -> "order by due desc nulls last, dossier, id";
                                }
                                + " limit :most offset :skip")
                .params(where.values())
                .param("most", most)
                .param("skip", skip)
                .query(FollowUpRows::followUp)
                .list();
    }

    private static Found followUp(ResultSet row, int number) throws SQLException {
        return new Found(
                ActRef.of(row.getString("dossier")).orElseThrow(),
                row.getString("procedure"),
                row.getString("title"),
                row.getString("area"),
                new FollowUp(
                        row.getString("id"),
                        row.getString("owner"),
                        Optional.ofNullable(row.getString("authority")),
                        row.getString("what"),
                        Optional.ofNullable(row.getString("paragraph")),
                        Optional.ofNullable(row.getObject("due", LocalDate.class)),
                        row.getBoolean("agreed"),
                        Arrays.stream((String[]) row.getArray("reports").getArray())
                                .map(FollowUp.Report::of)
                                .toList()),
                row.getInt("label_id"));
    }
}
