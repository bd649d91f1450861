// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.samband.parties.PartnershipId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Tables `evidence`, `follow_up` and `coming`, derived from the ledgers.
@Repository
class EvidenceRows {
    private static final List<String> TABLES = List.of("evidence", "follow_up", "coming");

    private final JdbcClient database;

    EvidenceRows(JdbcClient database) {
        this.database = database;
    }

    /// What stands in every row of a dossier.
    ///
    /// @param label id of the dossier's marking
    record Of(
            PartnershipId partnership,
            ActRef dossier,
            String area,
            int label,
            String procedure,
            String title) {}

    void clear(PartnershipId partnership, ActRef dossier) {
        for (var table : TABLES) {
            database.sql("delete from " + table + " where partnership = ? and dossier = ?")
                    .params(partnership.value(), dossier.toString())
                    .update();
        }
    }

    void clear(PartnershipId partnership) {
        for (var table : TABLES) {
            database.sql("delete from " + table + " where partnership = ?")
                    .param(partnership.value())
                    .update();
        }
    }

    void add(Of of, Evidence evidence) {
        database.sql(
                        """
                        insert into evidence (partnership, dossier, area, label_id, procedure, title, act,
                            commitment, type, on_day)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(head(of))
                .params(
                        evidence.act().toString(),
                        evidence.commitment(),
                        evidence.type(),
                        evidence.on())
                .update();
    }

    void add(Of of, FollowUp followUp) {
        database.sql(
                        """
                        insert into follow_up (partnership, dossier, area, label_id, procedure, title, id, owner,
                            what, due, agreed, done)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(head(of))
                .params(
                        Arrays.asList(
                                followUp.id(),
                                followUp.owner(),
                                followUp.text(),
                                followUp.due().orElse(null),
                                followUp.agreed(),
                                followUp.done().map(ActRef::toString).orElse(null)))
                .update();
    }

    /// @param place among the days of the dossier, counted from 1
    void add(Of of, int place, Coming coming) {
        database.sql(
                        """
                        insert into coming (partnership, dossier, area, label_id, procedure, title, place, on_day,
                            kind, party, what)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(head(of))
                .params(place, coming.on(), coming.kind().name(), coming.party(), coming.text())
                .update();
    }

    private static List<Object> head(Of of) {
        return List.of(
                of.partnership().value(),
                of.dossier().toString(),
                of.area(),
                of.label(),
                of.procedure(),
                of.title());
    }

    List<Evidence> evidence(PartnershipId partnership) {
        return database.sql(
                        "select * from evidence where partnership = ? order by on_day, act,"
                                + " commitment")
                .param(partnership.value())
                .query((row, number) ->
                        new Evidence(
                                partnership,
                                row.getString("commitment"),
                                row.getString("type"),
                                row.getObject("on_day", LocalDate.class),
                                ActRef.of(row.getString("dossier")).orElseThrow(),
                                ActRef.of(row.getString("act")).orElseThrow(),
                                row.getString("procedure"),
                                row.getString("title")))
                .list();
    }

    /// A follow-up and its dossier.
    record FollowUpRow(
            ActRef dossier, String procedure, String title, FollowUp followUp, int label) {}

    /// Open ones first, by the day until which they are due, those without a day last.
    List<FollowUpRow> followUps(PartnershipId partnership) {
        return database.sql(
                        """
                        select * from follow_up where partnership = ?
                        order by done is not null, not agreed, due nulls last, dossier, id
                        """)
                .param(partnership.value())
                .query((row, number) ->
                        new FollowUpRow(
                                ActRef.of(row.getString("dossier")).orElseThrow(),
                                row.getString("procedure"),
                                row.getString("title"),
                                new FollowUp(
                                        row.getString("id"),
                                        row.getString("owner"),
                                        row.getString("what"),
                                        Optional.ofNullable(row.getObject("due", LocalDate.class)),
                                        row.getBoolean("agreed"),
                                        Optional.ofNullable(row.getString("done"))
                                                .flatMap(ActRef::of)),
                                row.getInt("label_id")))
                .list();
    }

    /// A day of the calendar and its dossier.
    record ComingRow(
            ActRef dossier,
            String procedure,
            String title,
            LocalDate on,
            Coming.Kind kind,
            String party,
            String text,
            int label) {}

    /// @param from the first day
    /// @param to the last day
    List<ComingRow> coming(PartnershipId partnership, LocalDate from, LocalDate to) {
        return database.sql(
                        """
                        select * from coming where partnership = ? and on_day >= ? and on_day <= ?
                        order by on_day, dossier, place
                        """)
                .params(partnership.value(), from, to)
                .query((row, number) ->
                        new ComingRow(
                                ActRef.of(row.getString("dossier")).orElseThrow(),
                                row.getString("procedure"),
                                row.getString("title"),
                                row.getObject("on_day", LocalDate.class),
                                Coming.Kind.valueOf(row.getString("kind")),
                                row.getString("party"),
                                row.getString("what"),
                                row.getInt("label_id")))
                .list();
    }
}
