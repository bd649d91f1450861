// SPDX-License-Identifier: EUPL-1.2
package org.samband.parties;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.samband.proof.CanonicalJson;
import org.samband.proof.JsonRefused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/// Table `security_event`.
@Repository
class SecurityLogRows {
    private static final String SEEN =
            """
            from security_event e
            left join officer b on b.id = e.by_officer
            left join officer a on a.id = e.about
            where (e.partnership = '' or :all or e.partnership = any (:seen))
              and (:event = '' or e.event = :event)
              and (:account = '' or b.account = :account or a.account = :account)
              and e.at >= coalesce(:from::timestamptz, '-infinity')
              and e.at < coalesce(:until::timestamptz, 'infinity')
            """;

    private final JdbcClient database;

    SecurityLogRows(JdbcClient database) {
        this.database = database;
    }

    void add(SecurityNote note, Instant at) {
        database.sql(
                        """
                        insert into security_event (at, event, by_officer, about, partnership,
                            address, facts)
                        values (:at, :event, :by, :about, :partnership, :address, :facts)
                        """)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("event", note.event().word())
                .param("by", note.by().map(OfficerId::value).orElse(null), java.sql.Types.BIGINT)
                .param(
                        "about",
                        note.about().map(OfficerId::value).orElse(null),
                        java.sql.Types.BIGINT)
                .param("partnership", note.partnership().map(PartnershipId::value).orElse(""))
                .param("address", note.address())
                .param("facts", CanonicalJson.text(note.facts()))
                .update();
    }

    List<SecurityLog.Line> read(
            String[] seen, boolean all, SecurityLog.Filter filter, int page, int size) {
        return asked(
                        """
                        select e.number, e.at, e.event, e.by_officer, e.about, e.partnership,
                            e.address, e.facts, b.account as by_account, a.account as about_account
                        """
                                + SEEN
                                + "order by e.number desc limit :size offset :skipped",
                        seen,
                        all,
                        filter)
                .param("size", size)
                .param("skipped", (long) (page - 1) * size)
                .query(SecurityLogRows::line)
                .list();
    }

    long count(String[] seen, boolean all, SecurityLog.Filter filter) {
        return asked("select count(*) " + SEEN, seen, all, filter).query(Long.class).single();
    }

    private StatementSpec asked(String sql, String[] seen, boolean all, SecurityLog.Filter filter) {
        return database.sql(sql)
                .param("seen", seen)
                .param("all", all)
                .param("event", filter.event().map(SecurityEvent::word).orElse(""))
                .param("account", filter.account().orElse(""))
                .param("from", moment(filter.from()), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .param("until", moment(filter.until()), java.sql.Types.TIMESTAMP_WITH_TIMEZONE);
    }

    private static java.time.@Nullable OffsetDateTime moment(Optional<Instant> at) {
        return at.map(moment -> moment.atOffset(ZoneOffset.UTC)).orElse(null);
    }

    private static SecurityLog.Line line(ResultSet row, int number) throws SQLException {
        Timestamp at = row.getTimestamp("at");
        var partnership = row.getString("partnership");
        return new SecurityLog.Line(
                row.getLong("number"),
                at.toInstant(),
                new SecurityNote(
                        SecurityEvent.of(row.getString("event")),
                        officer(row, "by_officer"),
                        officer(row, "about"),
                        partnership.isEmpty()
                                ? Optional.empty()
                                : Optional.of(new PartnershipId(partnership)),
                        row.getString("address"),
                        facts(row.getString("facts"))),
                Optional.ofNullable(row.getString("by_account")),
                Optional.ofNullable(row.getString("about_account")));
    }

    private static SortedMap<String, String> facts(String json) {
        var facts = new TreeMap<String, String>();
        try {
            if (CanonicalJson.read(json.getBytes(StandardCharsets.UTF_8))
                    instanceof Map<?, ?> read) {
                read.forEach(
                        (name, value) -> facts.put(String.valueOf(name), String.valueOf(value)));
            }
            return facts;
        } catch (JsonRefused broken) {
            throw new IllegalStateException("a note of the security log is damaged", broken);
        }
    }

    private static Optional<OfficerId> officer(ResultSet row, String column) throws SQLException {
        var id = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(new OfficerId(id));
    }
}
