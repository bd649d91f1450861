// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation;

import java.util.Optional;
import org.samband.parties.PartnershipId;
import org.samband.proof.Digest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Table `link_pin`.
@Repository
class LinkPinRows {
    private final JdbcClient jdbc;

    LinkPinRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param given pin of the pair file from which it began
    /// @param pin that the counterpart's node has shown last
    record Held(Digest given, Digest pin) {}

    Optional<Held> of(PartnershipId partnership) {
        return jdbc.sql("select given, pin from link_pin where partnership = ?")
                .param(partnership.value())
                .query((row, _) ->
                        new Held(
                                Digest.ofHex(row.getString("given")),
                                Digest.ofHex(row.getString("pin"))))
                .optional();
    }

    void store(PartnershipId partnership, Held held) {
        jdbc.sql(
                        """
                        insert into link_pin (partnership, given, pin) values (?, ?, ?)
                        on conflict (partnership) do update
                        set given = excluded.given, pin = excluded.pin
                        """)
                .params(partnership.value(), held.given().hex(), held.pin().hex())
                .update();
    }
}
