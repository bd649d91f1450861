// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.samband.parties.PartnershipId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Table `line_check`.
@Repository
class LineCheckRows {
    private final JdbcClient jdbc;

    LineCheckRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(PartnershipId partnership, LineCheck check) {
        jdbc.sql(
                        """
                        insert into line_check (partnership, at, took, entries, holds, party, entry, sentence, by_whom)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        partnership.value(),
                        OffsetDateTime.ofInstant(check.at(), ZoneOffset.UTC),
                        check.took().toMillis(),
                        check.entries(),
                        check.holds(),
                        check.party(),
                        check.entry(),
                        check.sentence(),
                        check.by())
                .update();
    }

    /// The newest first.
    List<LineCheck> newest(PartnershipId partnership, int limit) {
        return jdbc.sql("select * from line_check where partnership = ? order by id desc limit ?")
                .params(partnership.value(), limit)
                .query(LineCheckRows::check)
                .list();
    }

    private static LineCheck check(ResultSet row, int index) throws SQLException {
        return new LineCheck(
                row.getObject("at", OffsetDateTime.class).toInstant(),
                Duration.ofMillis(row.getLong("took")),
                row.getLong("entries"),
                row.getBoolean("holds"),
                row.getString("party"),
                row.getLong("entry"),
                row.getString("sentence"),
                row.getString("by_whom"));
    }
}
