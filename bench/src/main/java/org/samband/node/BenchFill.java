// SPDX-License-Identifier: EUPL-1.2
package org.samband.node;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.samband.parties.Partnerships;
import org.samband.parties.Profile;
import org.samband.parties.Sight;
import org.samband.parties.Sights;
import org.samband.procedure.Procedures;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Fills a node with as many acts as years of work leave, without making each: the newest dossiers
/// are real, what stands behind them are rows of the same form. What pages read and do not fold
/// costs the same; nothing of it can be verified or delivered.
final class BenchFill {
    /// Numbers of made-up entries and dossiers begin here.
    private static final long BEHIND = 10_000_000;

    private static final int ACTS_OF_A_DOSSIER = 10;

    /// Dossiers in the register that is measured, when there are so many.
    private static final int REGISTER = 10_000;

    private static final int BATCH = 50_000;

    private static final List<String> TABLES =
            List.of(
                    "entry",
                    "dossier",
                    "evidence",
                    "coming",
                    "follow_up",
                    "dossier_proposal",
                    "searched",
                    "searched_word");

    private final RunningNode node;
    private final JdbcClient database;
    private final List<Kind> kinds;
    private long filled;

    BenchFill(RunningNode node) {
        this.node = node;
        this.database = node.door(JdbcClient.class);
        this.kinds = kinds(node);
    }

    /// @param acts how many made-up ones there are then
    void to(long acts) {
        while (filled < acts) {
            long from = filled;
            long until = Math.min(acts, from + BATCH);
            filled = until;
            node.door(Sights.class).run(Sight.NODE, () -> add(from, until));
        }
        node.door(Sights.class)
                .run(
                        Sight.NODE,
                        () -> TABLES.forEach(table -> database.sql("analyze " + table).update()));
    }

    private void add(long from, long until) {
        series(
                """
                insert into entry (partnership, party, line, number, seen, made_at, kind, subject, circle, area,
                    label_id, leaf, bytes, stored_at)
                select e.partnership, e.party, e.line, :behind + g, e.seen, e.made_at, e.kind,
                    'made-up-' || (:behind + g - g % :acts), e.circle, e.area, e.label_id, e.leaf,
                    substring(e.bytes for 400), e.stored_at
                from (select * from entry where party = 'EU' and line = 'shared' and number = 2) e,
                    generate_series(:from::bigint, :until::bigint - 1) g
                """,
                from, until);
        series(
                """
                insert into dossier (partnership, ref, area, label_id, procedure, procedure_version, procedure_hash,
                    title, beginnings, state, finished, turn, opened_at, changed_at, version, opener, number,
                    last_act, latest, steps, ours, years, cells, sorts)
                select d.partnership, 'EU-' || (:behind + g), d.area, d.label_id,
                    case when g < :register * :acts then d.procedure else 'kind-' || g / :acts % 40 end,
                    d.procedure_version, d.procedure_hash, d.title || ' ' || g, d.beginnings,
                    case when g % 40 = 0 then 'proposed' else 'closed' end, g % 40 <> 0, d.turn,
                    d.opened_at - g * interval '1 minute', d.changed_at - g * interval '1 minute', d.version,
                    'EU', :behind + g, d.last_act, 'EU-' || (:behind + g), d.steps, d.ours and g % 40 = 0, d.years,
                    d.cells, d.sorts
                from (select * from dossier where number < :behind order by number desc limit 1) d,
                    generate_series(:from::bigint, :until::bigint - 1, :acts) g
                """,
                from, until);
        series(
                """
                insert into evidence (partnership, dossier, act, commitment, area, label_id, type, on_day, procedure, title)
                select d.partnership, 'EU-' || (:behind + g), 'EU-' || (:behind + g + c.k), c.id, d.area, d.label_id,
                    c.type, current_date - (g / 500)::int, d.procedure, d.title
                from (select * from dossier where number < :behind order by number desc limit 1) d,
                    (values (1, 'p11.4.s1', 'consultation-held'), (2, 'p11.s1', 'consultation-held'),
                        (3, 'p11.4.s1', 'consultation-concluded')) c (k, id, type),
                    generate_series(:from::bigint, :until::bigint - 1, :acts) g
                """,
                from,
                until);
        series(
                """
                insert into evidence (partnership, dossier, act, commitment, area, label_id, type, on_day, procedure, title)
                select d.partnership, 'EU-' || (:behind + g), 'EU-' || (:behind + g + 4), k.id, d.area, d.label_id,
                    k.type, current_date - (g / 500)::int, d.procedure, d.title
                from (select * from dossier where number < :behind order by number desc limit 1) d,
                    generate_series(:from::bigint, :until::bigint - 1, :acts) g
                    join unnest(:commitments::text[], :types::text[]) with ordinality as k (id, type, place)
                        on k.place - 1 = g / :acts % :kinds
                """,
                from, until);
        series(
                """
                insert into searched (partnership, kind, subject, area, label_id, changed_at, unread)
                select d.partnership, 'dossier', 'EU-' || (:behind + g), d.area, d.label_id,
                    d.changed_at - g * interval '1 minute', false
                from (select * from dossier where number < :behind order by number desc limit 1) d,
                    generate_series(:from::bigint, :until::bigint - 1, :acts) g
                """,
                from,
                until);
        series(
                """
                insert into searched_word (partnership, kind, subject, area, label_id, word)
                select d.partnership, 'dossier', 'EU-' || (:behind + g), d.area, d.label_id, w.word
                from (select * from dossier where number < :behind order by number desc limit 1) d,
                    generate_series(:from::bigint, :until::bigint - 1, :acts) g,
                    lateral unnest(array['exercise', 'consultation', 'consult', 'agenda', 'some' || g / :acts % 100,
                        'few' || g / :acts % 5000]) w (word)
                """,
                from, until);
        series(
                """
                insert into coming (partnership, dossier, place, area, label_id, procedure, title, on_day, kind, party, what)
                select d.partnership, 'EU-' || (:behind + g), 1, d.area, d.label_id, d.procedure, d.title,
                    current_date + (g % 700)::int, case when g % 20 = 0 then 'AGREED' else 'PROPOSED' end, '', ''
                from (select * from dossier where number < :behind order by number desc limit 1) d,
                    generate_series(:from::bigint, :until::bigint - 1, :acts * 2) g
                """,
                from, until);
        series(
                """
                insert into follow_up (partnership, id, dossier, area, label_id, procedure, title, owner, what, due, agreed,
                    serves, settled, reports)
                select d.partnership, 'EU-' || (:behind + g) || '.1', 'EU-' || (:behind + g), d.area, d.label_id,
                    d.procedure, d.title, case when g % 20 = 0 then 'EU' else 'NO' end, 'EXERCISE',
                    current_date + (g % 700)::int, true, d.area, g % 100 <> 0, '{}'
                from (select * from dossier where number < :behind order by number desc limit 1) d,
                    generate_series(:from::bigint, :until::bigint - 1, :acts) g
                """,
                from, until);
        series(
                """
                insert into dossier_proposal (partnership, dossier, act, area, label_id, opens, party, made_at, kind)
                select d.partnership, 'EU-' || (:behind + g), 'EU-' || (:behind + g), d.area, d.label_id,
                    'follow-up', '', d.changed_at - g * interval '1 minute', 'from'
                from (select * from dossier where number < :behind order by number desc limit 1) d,
                    generate_series(:from::bigint, :until::bigint - 1, :acts * 4) g
                """,
                from,
                until);
    }

    private void series(String sql, long from, long until) {
        var statement = database.sql(sql).param("from", from).param("until", until);
        statement = statement.param("behind", BEHIND).param("acts", ACTS_OF_A_DOSSIER);
        if (sql.contains(":register")) {
            statement = statement.param("register", REGISTER);
        }
        if (sql.contains(":kinds")) {
            statement =
                    statement
                            .param("kinds", kinds.size())
                            .param(
                                    "commitments",
                                    kinds.stream().map(Kind::commitment).toArray(String[]::new))
                            .param("types", kinds.stream().map(Kind::type).toArray(String[]::new));
        }
        statement.update();
    }

    /// A kind of event that is evidence for a commitment.
    private record Kind(String commitment, String type) {}

    /// Every kind, as the profile and the procedures say: each has its share of what happened.
    private static List<Kind> kinds(RunningNode node) {
        var profile = node.door(Partnerships.class).profiles().getFirst();
        return node.door(Procedures.class).all().stream()
                .flatMap(procedure ->
                        procedure.acts().stream()
                                .flatMap(act ->
                                        act.evidence().stream()
                                                .flatMap(one ->
                                                        commitments(
                                                                        profile,
                                                                        procedure.id(),
                                                                        act.name())
                                                                .map(id ->
                                                                        new Kind(id, one.type())))))
                .distinct()
                .toList();
    }

    private static Stream<String> commitments(Profile profile, String procedure, String act) {
        return profile.procedures().get(procedure) instanceof Map<?, ?> section
                        && section.get("commitments") instanceof Map<?, ?> acts
                        && acts.get(act) instanceof List<?> ids
                ? ids.stream().map(String::valueOf)
                : Stream.empty();
    }
}
