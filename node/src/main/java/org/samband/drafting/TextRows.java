// SPDX-License-Identifier: EUPL-1.2
package org.samband.drafting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.samband.parties.PartnershipId;
import org.samband.procedure.ActRef;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Tables `joint_text`, `text_comment` and `public_text`, derived from the ledgers.
@Repository
class TextRows {
    private final JdbcClient database;

    TextRows(JdbcClient database) {
        this.database = database;
    }

    void put(PartnershipId partnership, TextLine line) {
        database.sql(
                        """
                        insert into joint_text (partnership, ref, dossier, area, label_id, kind, title, state,
                            points, open_points, changed_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (partnership, ref) do update set label_id = excluded.label_id,
                            state = excluded.state, points = excluded.points,
                            open_points = excluded.open_points, changed_at = excluded.changed_at
                        """)
                .params(
                        partnership.value(),
                        line.ref().toString(),
                        line.dossier().toString(),
                        line.area(),
                        line.label(),
                        line.kind().word(),
                        line.title(),
                        line.state().word(),
                        line.points(),
                        line.open(),
                        utc(line.changed()))
                .update();
    }

    /// Holds back every other move in the text until the transaction ends.
    Optional<TextLine> lock(PartnershipId partnership, ActRef ref) {
        return one(partnership, ref, " for update");
    }

    Optional<TextLine> find(PartnershipId partnership, ActRef ref) {
        return one(partnership, ref, "");
    }

    private Optional<TextLine> one(PartnershipId partnership, ActRef ref, String how) {
        return database.sql("select * from joint_text where partnership = ? and ref = ?" + how)
                .params(partnership.value(), ref.toString())
                .query(TextRows::line)
                .optional();
    }

    /// From now on anyone who has its hash can read the text.
    void publish(PartnershipId partnership, String hash, ActRef text) {
        database.sql(
                        """
                        insert into public_text (partnership, hash, ref) values (?, ?, ?)
                        on conflict do nothing
                        """)
                .params(partnership.value(), hash, text.toString())
                .update();
    }

    Optional<ActRef> published(String partnership, String hash) {
        return database.sql("select ref from public_text where partnership = ? and hash = ?")
                .params(partnership, hash)
                .query(String.class)
                .optional()
                .flatMap(ActRef::of);
    }

    /// Those of a dossier, the oldest first.
    List<TextLine> of(PartnershipId partnership, ActRef dossier) {
        return database.sql(
                        """
                        select * from joint_text where partnership = ? and dossier = ?
                        order by split_part(ref, '-', 2)::bigint, ref
                        """)
                .params(partnership.value(), dossier.toString())
                .query(TextRows::line)
                .list();
    }

    private static TextLine line(ResultSet row, int number) throws SQLException {
        return new TextLine(
                ActRef.of(row.getString("ref")).orElseThrow(),
                ActRef.of(row.getString("dossier")).orElseThrow(),
                row.getString("area"),
                row.getInt("label_id"),
                TextKind.of(row.getString("kind")).orElseThrow(),
                row.getString("title"),
                JointText.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getInt("points"),
                row.getInt("open_points"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }

    void put(PartnershipId partnership, ActRef text, String area, int label, OwnComment comment) {
        database.sql(
                        """
                        insert into text_comment (partnership, number, text_ref, point, area, label_id, made_at,
                            officer, what)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        partnership.value(),
                        comment.number(),
                        text.toString(),
                        comment.point().map(PointId::toString).orElse(""),
                        area,
                        label,
                        utc(comment.at()),
                        comment.officer(),
                        comment.text())
                .update();
    }

    List<OwnComment> comments(PartnershipId partnership, ActRef text) {
        return database.sql(
                        """
                        select * from text_comment where partnership = ? and text_ref = ? order by number
                        """)
                .params(partnership.value(), text.toString())
                .query((row, _) ->
                        new OwnComment(
                                row.getLong("number"),
                                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                                row.getString("officer"),
                                PointId.of(row.getString("point")),
                                row.getString("what")))
                .list();
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
