// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.samband.parties.PartnershipId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What desks ask of table `dossier`, each by an index of its own.
@Repository
class DeskRows {
    private final JdbcClient database;

    DeskRows(JdbcClient database) {
        this.database = database;
    }

    /// Those in which our party is expected to act: those that wait for it alone first, of these
    /// those with the earliest day until which an answer is wanted, then the latest.
    List<DossierRows.Row> awaiting(PartnershipId partnership, int most) {
        return database.sql(
                        "select "
                                + DossierRows.COLUMNS
                                + """
                                from dossier where partnership = ? and ours
                                order by cardinality(turn), answer_by, changed_at desc, ref limit ?
                                """)
                .params(partnership.value(), most)
                .query(DossierRows::row)
                .list();
    }

    /// Those that changed after a moment, the latest first.
    List<DossierRows.Row> changed(PartnershipId partnership, Instant since, int most) {
        return database.sql(
                        "select "
                                + DossierRows.COLUMNS
                                + """
                                from dossier where partnership = ? and changed_at > ?
                                order by changed_at desc, ref limit ?
                                """)
                .params(partnership.value(), since.atOffset(ZoneOffset.UTC), most)
                .query(DossierRows::row)
                .list();
    }
}
