// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.samband.parties.PartnershipId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Tables `dossier_link` and `dossier_proposal`, derived from the ledgers. A link is read together
/// with the dossier at its other end: where row-level security hides that one, the link is not
/// there.
@Repository
class DossierLinkRows {
    private static final List<String> TABLES = List.of("dossier_link", "dossier_proposal");

    private final JdbcClient database;

    DossierLinkRows(JdbcClient database) {
        this.database = database;
    }

    /// One link and the dossier that says it.
    private record Of<T>(DossierRows.Row dossier, T value) {}

    /// A link and the row of the dossier at its other end.
    record Found(Link.Kind kind, ActRef act, DossierRows.Row other) {}

    /// @param opens empty where the dossier can be closed
    record Asked(
            DossierRows.Row dossier,
            ActRef act,
            String opens,
            String party,
            Link.Kind by,
            Instant at) {}

    void clear(PartnershipId partnership, List<ActRef> dossiers) {
        var refs = Columns.texts(dossiers, ActRef::toString);
        database.sql(
                        """
                        with l as (delete from dossier_link where partnership = ? and dossier = any (?))
                        delete from dossier_proposal where partnership = ? and dossier = any (?)
                        """)
                .params(partnership.value(), refs)
                .params(partnership.value(), refs)
                .update();
    }

    void clear(PartnershipId partnership) {
        for (var table : TABLES) {
            database.sql("delete from " + table + " where partnership = ?")
                    .param(partnership.value())
                    .update();
        }
    }

    /// Adds what several dossiers say.
    void add(PartnershipId partnership, Collection<DossierDerived> all) {
        var said = new ArrayList<Of<Link.Said>>();
        var proposed = new ArrayList<Of<Link.Proposed>>();
        for (var derived : all) {
            derived.said().forEach(one -> said.add(new Of<>(derived.row(), one)));
            derived.proposed().forEach(one -> proposed.add(new Of<>(derived.row(), one)));
        }
        addLinks(partnership, said);
        addProposals(partnership, proposed);
    }

    private void addLinks(PartnershipId partnership, List<Of<Link.Said>> rows) {
        if (rows.isEmpty()) {
            return;
        }
        database.sql(
                        """
                        insert into dossier_link (partnership, dossier, area, label_id, procedure, act, field, kind, other)
                        select ?, * from unnest(?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        partnership.value(),
                        Columns.texts(rows, row -> row.dossier().ref().toString()),
                        Columns.texts(rows, row -> row.dossier().area()),
                        Columns.wholes(rows, row -> row.dossier().label()),
                        Columns.texts(rows, row -> row.dossier().procedure()),
                        Columns.texts(rows, row -> row.value().act().toString()),
                        Columns.texts(rows, row -> row.value().field()),
                        Columns.texts(rows, row -> row.value().kind().word()),
                        Columns.texts(rows, row -> row.value().other().toString()))
                .update();
    }

    private void addProposals(PartnershipId partnership, List<Of<Link.Proposed>> rows) {
        if (rows.isEmpty()) {
            return;
        }
        database.sql(
                        """
                        insert into dossier_proposal (partnership, dossier, area, label_id, act, opens, party, kind, made_at)
                        select ?, dossier, area, label_id, act, opens, party, kind, made_at::timestamptz
                        from unnest(?, ?, ?, ?, ?, ?, ?, ?)
                            as p (dossier, area, label_id, act, opens, party, kind, made_at)
                        """)
                .params(
                        partnership.value(),
                        Columns.texts(rows, row -> row.dossier().ref().toString()),
                        Columns.texts(rows, row -> row.dossier().area()),
                        Columns.wholes(rows, row -> row.dossier().label()),
                        Columns.texts(rows, row -> row.value().act().toString()),
                        Columns.texts(rows, row -> row.value().opens()),
                        Columns.texts(rows, row -> row.value().party()),
                        Columns.texts(rows, row -> row.value().by().word()),
                        Columns.texts(rows, row -> row.value().at().toString()))
                .update();
    }

    /// Of these dossiers those that are there and in sight.
    Set<ActRef> seen(PartnershipId partnership, Collection<ActRef> refs) {
        return new HashSet<>(
                database.sql("select ref from dossier where partnership = ? and ref = any (?)")
                        .params(
                                partnership.value(),
                                Columns.texts(List.copyOf(refs), ActRef::toString))
                        .query((row, _) -> ActRef.of(row.getString(1)).orElseThrow())
                        .list());
    }

    /// The dossiers that this one names.
    List<Found> named(PartnershipId partnership, ActRef dossier) {
        return database.sql(
                        """
                        select l.kind, l.act, d.* from dossier_link l
                            join dossier d on d.partnership = l.partnership and d.ref = l.other
                        where l.partnership = ? and l.dossier = ? order by d.opener, d.number, l.act
                        """)
                .params(partnership.value(), dossier.toString())
                .query(DossierLinkRows::found)
                .list();
    }

    /// The dossiers that name this one.
    List<Found> naming(PartnershipId partnership, ActRef dossier) {
        return database.sql(
                        """
                        select l.kind, l.act, d.* from dossier_link l
                            join dossier d on d.partnership = l.partnership and d.ref = l.dossier
                        where l.partnership = ? and l.other = ? order by d.opener, d.number, l.act
                        """)
                .params(partnership.value(), dossier.toString())
                .query(DossierLinkRows::found)
                .list();
    }

    /// What acts propose to open and nothing has answered.
    ///
    /// @param dossier empty for all
    List<Asked> toOpen(PartnershipId partnership, Optional<ActRef> dossier, int most) {
        var where =
                new Where("p.partnership = :partnership")
                        .with("partnership", partnership.value())
                        .and("p.dossier = :dossier", "dossier", dossier.map(ActRef::toString));
        return database.sql(
                        """
                        select p.act, p.opens, p.party, p.kind, p.made_at, d.* from dossier_proposal p
                            join dossier d on d.partnership = p.partnership and d.ref = p.dossier
                        %s
                          and not exists (select 1 from dossier_link l where l.partnership = p.partnership
                              and l.other = p.dossier and l.kind = p.kind and l.procedure = p.opens)
                        order by p.made_at desc, p.act limit :most
                        """
                                .formatted(where))
                .params(where.values())
                .param("most", most)
                .query(DossierLinkRows::asked)
                .list();
    }

    /// Open dossiers of which an act in another one says that they can be closed.
    ///
    /// @param dossier empty for all
    List<Asked> toClose(PartnershipId partnership, Optional<ActRef> dossier, int most) {
        var where =
                new Where("l.partnership = :partnership")
                        .with("partnership", partnership.value())
                        .and("l.other = :dossier", "dossier", dossier.map(ActRef::toString));
        return database.sql(
                        """
                        select l.act, '' as opens, '' as party, l.kind, d.changed_at as made_at, d.* from dossier_link l
                            join dossier d on d.partnership = l.partnership and d.ref = l.other
                        %s and l.kind = 'closes' and not d.finished
                        order by d.changed_at desc, l.act limit :most
                        """
                                .formatted(where))
                .params(where.values())
                .param("most", most)
                .query(DossierLinkRows::asked)
                .list();
    }

    private static Found found(ResultSet row, int number) throws SQLException {
        return new Found(
                Link.Kind.of(row.getString("kind")),
                ActRef.of(row.getString("act")).orElseThrow(),
                DossierRows.row(row, number));
    }

    private static Asked asked(ResultSet row, int number) throws SQLException {
        return new Asked(
                DossierRows.row(row, number),
                ActRef.of(row.getString("act")).orElseThrow(),
                row.getString("opens"),
                row.getString("party"),
                Link.Kind.of(row.getString("kind")),
                row.getObject("made_at", OffsetDateTime.class).toInstant());
    }
}
