// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.samband.parties.PartnershipId;
import org.samband.proof.Digest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Table `carried_file`.
@Repository
class SegmentFileRows {
    private final JdbcClient jdbc;

    SegmentFileRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(PartnershipId partnership, CarriedFile file) {
        jdbc.sql(
                        """
                        insert into carried_file
                            (partnership, direction, name, sha256, first_entry, last_entry, at, by_whom)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        partnership.value(),
                        file.direction().word(),
                        file.name(),
                        file.sha256().hex(),
                        file.first(),
                        file.last(),
                        OffsetDateTime.ofInstant(file.at(), ZoneOffset.UTC),
                        file.by())
                .update();
    }

    /// The newest first.
    List<CarriedFile> newest(PartnershipId partnership, int limit) {
        return jdbc.sql("select * from carried_file where partnership = ? order by id desc limit ?")
                .params(partnership.value(), limit)
                .query(SegmentFileRows::file)
                .list();
    }

    private static CarriedFile file(ResultSet row, int index) throws SQLException {
        return new CarriedFile(
                CarriedFile.Direction.of(row.getString("direction")),
                row.getString("name"),
                Digest.ofHex(row.getString("sha256")),
                row.getLong("first_entry"),
                row.getLong("last_entry"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("by_whom"));
    }
}
