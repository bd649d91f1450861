// SPDX-License-Identifier: EUPL-1.2
package org.samband.drafting;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.samband.parties.OfficerId;
import org.samband.parties.PartnershipId;
import org.samband.procedure.ActRef;
import org.samband.proof.CanonicalJson;
import org.samband.proof.JsonRefused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Table `point_draft`. Every statement names the officer whose drafts they are.
@Repository
class PointDraftRows {
    private final JdbcClient database;

    PointDraftRows(JdbcClient database) {
        this.database = database;
    }

    void put(
            OfficerId officer,
            PartnershipId partnership,
            TextLine text,
            String point,
            String typed,
            Instant at) {
        database.sql(
                        """
                        insert into point_draft (partnership, officer_id, text_ref, point, area, label_id, typed, kept_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (partnership, officer_id, text_ref, point)
                        do update set area = excluded.area, label_id = excluded.label_id, typed = excluded.typed,
                            kept_at = excluded.kept_at
                        """)
                .params(
                        partnership.value(),
                        officer.value(),
                        text.ref().toString(),
                        point,
                        text.area(),
                        text.label(),
                        typed,
                        OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .update();
    }

    /// The latest first.
    List<PointDraft> of(OfficerId officer, PartnershipId partnership, ActRef text) {
        return database.sql(
                        """
                        select * from point_draft where partnership = ? and officer_id = ? and text_ref = ?
                        order by kept_at desc, point
                        """)
                .params(partnership.value(), officer.value(), text.toString())
                .query((row, _) ->
                        new PointDraft(
                                row.getString("point"),
                                typed(row.getString("typed")),
                                row.getObject("kept_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    void delete(OfficerId officer, PartnershipId partnership, ActRef text, String point) {
        database.sql(
                        """
                        delete from point_draft
                        where partnership = ? and officer_id = ? and text_ref = ? and point = ?
                        """)
                .params(partnership.value(), officer.value(), text.toString(), point)
                .update();
    }

    private static Map<String, String> typed(String json) {
        try {
            var typed = new TreeMap<String, String>();
            if (CanonicalJson.read(json.getBytes(StandardCharsets.UTF_8))
                    instanceof Map<?, ?> members) {
                members.forEach(
                        (name, value) -> typed.put(String.valueOf(name), String.valueOf(value)));
            }
            return typed;
        } catch (JsonRefused broken) {
            throw new IllegalStateException("a draft is not as it was written", broken);
        }
    }
}
