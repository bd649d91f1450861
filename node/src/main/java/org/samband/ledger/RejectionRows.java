// SPDX-License-Identifier: EUPL-1.2
package org.samband.ledger;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.samband.proof.CanonicalJson;
import org.samband.proof.Digest;
import org.samband.proof.JsonRefused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Tables `ledger_rejection` and `ledger_rejection_statement`.
@Repository
class RejectionRows {
    private final JdbcClient jdbc;

    RejectionRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Keeps a statement, unless the newest one says the same: a delivery that is refused is tried
    /// again and again.
    ///
    /// @param about rules and leaves of what is refused
    void keep(LedgerId ledger, Instant at, String about, String document) {
        jdbc.sql(
                        """
                        insert into ledger_rejection_statement (partnership, party, at, about, document)
                        select :partnership, :party, :at, :about, :document
                        where :about is distinct from (
                            select about from ledger_rejection_statement
                            where partnership = :partnership and party = :party order by id desc limit 1)
                        """)
                .param("partnership", ledger.partnership().value())
                .param("party", ledger.party().value())
                .param("at", time(at))
                .param("about", about)
                .param("document", document)
                .update();
    }

    void keep(LedgerId ledger, Rejection rejection, Instant at) {
        jdbc.sql(
                        """
                        insert into ledger_rejection (partnership, party, number, leaf, rule, sentence, facts, at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (partnership, party, number) do update set leaf = excluded.leaf,
                            rule = excluded.rule, sentence = excluded.sentence, facts = excluded.facts,
                            at = excluded.at
                        """)
                .params(
                        ledger.partnership().value(),
                        ledger.party().value(),
                        rejection.entry(),
                        rejection.leaf().bytes(),
                        rejection.rule(),
                        rejection.sentence(),
                        CanonicalJson.text(rejection.facts()),
                        time(at))
                .update();
    }

    List<Rejection.Kept> after(LedgerId ledger, long number) {
        return jdbc.sql(
                        """
                        select * from ledger_rejection
                        where partnership = ? and party = ? and number > ? order by number
                        """)
                .params(ledger.partnership().value(), ledger.party().value(), number)
                .query(RejectionRows::kept)
                .list();
    }

    List<String> documents(LedgerId ledger, int limit) {
        return jdbc.sql(
                        """
                        select document from ledger_rejection_statement
                        where partnership = ? and party = ? order by id desc limit ?
                        """)
                .params(ledger.partnership().value(), ledger.party().value(), limit)
                .query((row, _) -> row.getString(1))
                .list();
    }

    private static Rejection.Kept kept(ResultSet row, int index) throws SQLException {
        return new Rejection.Kept(
                new Rejection(
                        row.getLong("number"),
                        Digest.of(row.getBytes("leaf")),
                        row.getString("rule"),
                        row.getString("sentence"),
                        facts(row.getString("facts"))),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }

    private static Map<String, String> facts(String json) {
        try {
            var facts = new TreeMap<String, String>();
            CanonicalJson.readCanonicalObject(json.getBytes(StandardCharsets.UTF_8))
                    .forEach((name, fact) -> facts.put(name, String.valueOf(fact)));
            return facts;
        } catch (JsonRefused broken) {
            throw new IllegalStateException("the facts of a rejection cannot be read", broken);
        }
    }

    private static OffsetDateTime time(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
