// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.samband.parties.OfficerId;
import org.samband.parties.PartnershipId;
import org.samband.proof.CanonicalJson;
import org.samband.proof.JsonRefused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Table `draft`. Every statement names the officer whose drafts they are.
@Repository
class FormDraftRows {
    /// A draft in a dossier stands with the title that the dossier has now, and only while the
    /// officer sees the dossier.
    private static final String MINE =
            """
            select d.id, d.partnership, d.dossier, d.step, coalesce(s.title, d.title) as title, d.label_id, d.typed,
                d.kept_at, d.thrown_at, s.procedure, s.procedure_version, s.procedure_hash
            from draft d left join dossier s on s.partnership = d.partnership and s.ref = d.dossier
            where d.officer_id = :officer and d.partnership = :partnership and (d.dossier = '' or s.ref is not null)
            """;

    private final JdbcClient database;

    FormDraftRows(JdbcClient database) {
        this.database = database;
    }

    /// A draft and the id of its marking.
    ///
    /// @param under version of the procedure under which the dossier stands
    record Row(
            long id,
            FormDraft.Place place,
            Optional<Under> under,
            String title,
            int label,
            Map<String, List<String>> typed,
            Instant keptAt,
            Optional<Instant> thrownAt) {}

    /// Which version of which procedure.
    record Under(String procedure, int version, String hash) {}

    void put(
            OfficerId officer,
            FormDraft.Place place,
            String area,
            int label,
            String title,
            String typed,
            Instant at) {
        database.sql(
                        """
                        insert into draft (partnership, officer_id, dossier, step, area, label_id, title, typed, kept_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (partnership, officer_id, dossier, step) where thrown_at is null
                        do update set area = excluded.area, label_id = excluded.label_id, title = excluded.title,
                            typed = excluded.typed, kept_at = excluded.kept_at
                        """)
                .params(
                        place.partnership().value(),
                        officer.value(),
                        dossier(place),
                        place.step(),
                        area,
                        label,
                        title,
                        typed,
                        utc(at))
                .update();
    }

    Optional<Row> find(OfficerId officer, FormDraft.Place place) {
        return mine(
                        officer,
                        place.partnership(),
                        "and d.dossier = :dossier and d.step = :step and d.thrown_at is null")
                .param("dossier", dossier(place))
                .param("step", place.step())
                .query(FormDraftRows::row)
                .optional();
    }

    Optional<Row> find(OfficerId officer, PartnershipId partnership, long id) {
        return mine(officer, partnership, "and d.id = :id")
                .param("id", id)
                .query(FormDraftRows::row)
                .optional();
    }

    List<Row> all(OfficerId officer, PartnershipId partnership) {
        return mine(officer, partnership, "order by d.kept_at desc, d.id")
                .query(FormDraftRows::row)
                .list();
    }

    private JdbcClient.StatementSpec mine(
            OfficerId officer, PartnershipId partnership, String which) {
        return database.sql(MINE + which)
                .param("officer", officer.value())
                .param("partnership", partnership.value());
    }

    /// @param at when it was thrown away; empty to bring it back
    void thrown(OfficerId officer, long id, Optional<Instant> at) {
        database.sql("update draft set thrown_at = ? where officer_id = ? and id = ?")
                .param(at.map(FormDraftRows::utc).orElse(null))
                .params(officer.value(), id)
                .update();
    }

    /// The act was made.
    void delete(OfficerId officer, FormDraft.Place place) {
        database.sql(
                        """
                        delete from draft where partnership = ? and officer_id = ? and dossier = ? and step = ?
                            and thrown_at is null
                        """)
                .params(place.partnership().value(), officer.value(), dossier(place), place.step())
                .update();
    }

    /// What was thrown away before a moment goes for good.
    void forget(Instant before) {
        database.sql("delete from draft where thrown_at < ?").param(utc(before)).update();
    }

    private static String dossier(FormDraft.Place place) {
        return place.dossier().map(ActRef::toString).orElse("");
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        var hash = row.getString("procedure_hash");
        var under =
                hash == null
                        ? Optional.<Under>empty()
                        : Optional.of(
                                new Under(
                                        row.getString("procedure"),
                                        row.getInt("procedure_version"),
                                        hash));
        return new Row(
                row.getLong("id"),
                new FormDraft.Place(
                        new PartnershipId(row.getString("partnership")),
                        ActRef.of(row.getString("dossier")),
                        row.getString("step")),
                under,
                row.getString("title"),
                row.getInt("label_id"),
                typed(row.getString("typed")),
                moment(row.getObject("kept_at", OffsetDateTime.class)),
                Optional.ofNullable(row.getObject("thrown_at", OffsetDateTime.class))
                        .map(FormDraftRows::moment));
    }

    private static Map<String, List<String>> typed(String json) {
        try {
            var typed = new LinkedHashMap<String, List<String>>();
            if (CanonicalJson.read(json.getBytes(StandardCharsets.UTF_8))
                    instanceof Map<?, ?> members) {
                members.forEach((name, values) -> typed.put(String.valueOf(name), texts(values)));
            }
            return typed;
        } catch (JsonRefused broken) {
            throw new IllegalStateException("a draft is not as it was written", broken);
        }
    }

    private static List<String> texts(Object values) {
        var texts = new ArrayList<String>();
        if (values instanceof List<?> list) {
            list.forEach(value -> texts.add(String.valueOf(value)));
        }
        return texts;
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private static Instant moment(OffsetDateTime time) {
        return time.toInstant();
    }
}
