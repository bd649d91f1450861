// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.samband.parties.PartnershipId;
import org.samband.proof.CanonicalJson;
import org.samband.proof.JsonRefused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Tables `link_event`, `link_contact`, `link_hold`.
@Repository
class LinkRows {
    private final JdbcClient jdbc;

    LinkRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Counts an event that lasts up; false if there is none like it.
    boolean again(PartnershipId partnership, LinkEvent event) {
        return jdbc.sql(
                                """
                                update link_event set times = times + 1, last_at = :at
                                where partnership = :partnership and kind = :kind and rule = :rule
                                  and facts = :facts and ended_at is null
                                """)
                        .param("partnership", partnership.value())
                        .param("kind", event.kind().word())
                        .param("rule", event.rule())
                        .param("facts", CanonicalJson.text(event.facts()))
                        .param("at", time(event.last()))
                        .update()
                > 0;
    }

    void add(PartnershipId partnership, LinkEvent event) {
        jdbc.sql(
                        """
                        insert into link_event
                            (partnership, kind, rule, sentence, facts, first_at, last_at, times, ended_at)
                        values (:partnership, :kind, :rule, :sentence, :facts, :at, :at, 1, :ended)
                        """)
                .param("partnership", partnership.value())
                .param("kind", event.kind().word())
                .param("rule", event.rule())
                .param("sentence", event.sentence())
                .param("facts", CanonicalJson.text(event.facts()))
                .param("at", time(event.first()))
                .param("ended", event.ended().map(LinkRows::time).orElse(null))
                .update();
    }

    /// @return whether one was under way
    boolean end(PartnershipId partnership, LinkEvent.Kind kind, Instant at) {
        return jdbc.sql(
                                """
                                update link_event set ended_at = :at
                                where partnership = :partnership and kind = :kind and ended_at is null
                                """)
                        .param("partnership", partnership.value())
                        .param("kind", kind.word())
                        .param("at", time(at))
                        .update()
                > 0;
    }

    /// What lasts first, then the newest.
    List<LinkEvent> events(PartnershipId partnership, int limit) {
        return jdbc.sql(
                        """
                        select * from link_event where partnership = :partnership
                        order by (ended_at is null) desc, id desc limit :limit
                        """)
                .param("partnership", partnership.value())
                .param("limit", limit)
                .query(LinkRows::event)
                .list();
    }

    void contact(PartnershipId partnership, Instant at) {
        jdbc.sql(
                        """
                        insert into link_contact values (:partnership, :at)
                        on conflict (partnership) do update set at = excluded.at
                        """)
                .param("partnership", partnership.value())
                .param("at", time(at))
                .update();
    }

    Optional<Instant> contact(PartnershipId partnership) {
        return jdbc.sql("select at from link_contact where partnership = :partnership")
                .param("partnership", partnership.value())
                .query((row, _) -> instant(row, "at"))
                .optional();
    }

    void hold(PartnershipId partnership, long entry, Instant since) {
        jdbc.sql(
                        """
                        insert into link_hold (partnership, entry, since) values (:partnership, :entry, :since)
                        on conflict do nothing
                        """)
                .param("partnership", partnership.value())
                .param("entry", entry)
                .param("since", time(since))
                .update();
    }

    Optional<LinkState.Held> held(PartnershipId partnership) {
        return jdbc.sql(
                        "select entry, since from link_hold where partnership = :partnership and"
                                + " looked_at is null")
                .param("partnership", partnership.value())
                .query((row, _) -> new LinkState.Held(row.getLong("entry"), instant(row, "since")))
                .optional();
    }

    void looked(PartnershipId partnership, String account, Instant at) {
        jdbc.sql(
                        """
                        update link_hold set looked_by = :account, looked_at = :at
                        where partnership = :partnership and looked_at is null
                        """)
                .param("partnership", partnership.value())
                .param("account", account)
                .param("at", time(at))
                .update();
    }

    private static LinkEvent event(ResultSet row, int index) throws SQLException {
        return new LinkEvent(
                LinkEvent.Kind.of(row.getString("kind")),
                row.getString("rule"),
                row.getString("sentence"),
                facts(row.getString("facts")),
                instant(row, "first_at"),
                instant(row, "last_at"),
                row.getLong("times"),
                Optional.ofNullable(row.getObject("ended_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }

    private static Map<String, String> facts(String json) {
        try {
            var facts = new TreeMap<String, String>();
            Map<String, @Nullable Object> read =
                    CanonicalJson.readCanonicalObject(
                            json.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            read.forEach((name, fact) -> facts.put(name, String.valueOf(fact)));
            return facts;
        } catch (JsonRefused broken) {
            throw new IllegalStateException("the facts of a stored event cannot be read", broken);
        }
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime time(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
