// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.samband.label.Marking;
import org.samband.parties.PartnershipId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Table `dossier_note`: own notes on dossiers, derived from the own ledger.
@Repository
class NoteRows {
    private final JdbcClient database;

    NoteRows(JdbcClient database) {
        this.database = database;
    }

    /// A note and the id of its marking.
    record Row(
            ActRef dossier,
            long number,
            Instant at,
            String officer,
            String text,
            String area,
            int label,
            boolean holders,
            Optional<LocalDate> target) {

        /// @param marking of its label
        Dossier.Note note(Marking marking) {
            return new Dossier.Note(number, at, officer, text, marking, holders, target);
        }
    }

    void put(PartnershipId partnership, Row note) {
        database.sql(
                        """
                        insert into dossier_note (partnership, number, dossier, area, label_id, made_at, officer, what, holders, target)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        partnership.value(),
                        note.number(),
                        note.dossier().toString(),
                        note.area(),
                        note.label(),
                        OffsetDateTime.ofInstant(note.at(), ZoneOffset.UTC),
                        note.officer(),
                        note.text(),
                        note.holders())
                .param(note.target().orElse(null))
                .update();
    }

    /// In the order in which they were written.
    List<Row> of(PartnershipId partnership, ActRef dossier) {
        return database.sql(
                        "select * from dossier_note where partnership = ? and dossier = ? order by"
                                + " number")
                .params(partnership.value(), dossier.toString())
                .query(NoteRows::row)
                .list();
    }

    /// Those of some notes that are in sight, latest first.
    ///
    /// @param numbers in the own ledger
    List<Row> some(PartnershipId partnership, List<Long> numbers) {
        return database.sql(
                        """
                        select * from dossier_note where partnership = ? and number = any (?)
                        order by made_at desc, number desc
                        """)
                .params(partnership.value(), numbers.toArray(Long[]::new))
                .query(NoteRows::row)
                .list();
    }

    void clear(PartnershipId partnership) {
        database.sql("delete from dossier_note where partnership = ?")
                .param(partnership.value())
                .update();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                ActRef.of(row.getString("dossier")).orElseThrow(),
                row.getLong("number"),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                row.getString("officer"),
                row.getString("what"),
                row.getString("area"),
                row.getInt("label_id"),
                row.getBoolean("holders"),
                Optional.ofNullable(row.getObject("target", LocalDate.class)));
    }
}
