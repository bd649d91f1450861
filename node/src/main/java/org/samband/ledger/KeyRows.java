// SPDX-License-Identifier: EUPL-1.2
package org.samband.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.samband.proof.Checkpoint;
import org.samband.proof.VerifierKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The SQL of the ledgers' keys.
@Component
class KeyRows {
    private final JdbcClient jdbc;

    KeyRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<LedgerKeys.Held> all(LedgerId ledger) {
        return jdbc.sql(
                        """
                        select number, seen, key, second, until, revokes, note from ledger_key
                        where partnership = ? and party = ? order by number
                        """)
                .params(ledger.partnership().value(), ledger.party().value())
                .query(KeyRows::held)
                .list();
    }

    private static LedgerKeys.Held held(ResultSet row, int index) throws SQLException {
        long revokes = row.getLong("revokes");
        boolean none = row.wasNull();
        var second = row.getString("second");
        var note = row.getString("note");
        return new LedgerKeys.Held(
                row.getLong("number"),
                row.getLong("seen"),
                VerifierKey.parse(row.getString("key")),
                second.isEmpty() ? Optional.empty() : Optional.of(VerifierKey.parse(second)),
                Optional.ofNullable(row.getObject("until", LocalDate.class)),
                none ? OptionalLong.empty() : OptionalLong.of(revokes),
                note.isEmpty() ? Optional.empty() : Optional.of(Checkpoint.parse(note)));
    }

    void store(LedgerId ledger, LedgerKeys.Held held) {
        // A node that is restored may have begun with another first key before.
        jdbc.sql(
                        """
                        insert into ledger_key
                            (partnership, party, number, seen, key, second, until, revokes, note)
                        values (?, ?, ?, ?, ?, ?, cast(? as date), cast(? as bigint), ?)
                        on conflict (partnership, party, number) do update
                        set key = excluded.key, second = excluded.second
                        where ledger_key.number = 0
                        """)
                .params(
                        ledger.partnership().value(),
                        ledger.party().value(),
                        held.number(),
                        held.seen(),
                        held.key().toString(),
                        held.second().map(VerifierKey::toString).orElse(""))
                .param(held.until().map(LocalDate::toString).orElse(null))
                .param(held.revokes().isPresent() ? held.revokes().getAsLong() : null)
                .param(held.note().map(Checkpoint::note).orElse(""))
                .update();
    }
}
