// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.samband.parties.PartnershipId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Reads table `dossier` as registers. What is compared with a word that came from outside is
/// compared by plain equality, as row-level security wants it.
@Repository
class RegisterRows {
    private static final int FETCH = 500;

    private static final String NEXT =
            """
            (select min(c.on_day) from coming c
             where c.partnership = d.partnership and c.dossier = d.ref and c.on_day >= :today)
            """;

    /// Statements for the columns that every register has; nothing of them came from outside.
    private static final Map<String, String> ORDERS =
            Map.of(
                    "number", "opener %1$s, number %1$s",
                    "title", "lower(title) collate \"C\" %1$s, ref",
                    "area", "area collate \"C\" %1$s, ref",
                    "state", "array_position(:states::text[], state) %1$s, ref",
                    "turn", "turn %1$s, ref",
                    "last", "changed_at %1$s, ref",
                    "next", NEXT + " %1$s nulls last, ref");

    private static final String BY_FIELD =
            "sorts ->> :field::text collate \"C\" %1$s nulls last, ref";

    private final JdbcClient database;

    RegisterRows(JdbcClient database) {
        this.database = database;
    }

    /// @param states of the procedure, in order
    /// @param today from which the next day is looked for
    record Asked(
            PartnershipId partnership,
            RegisterFilter filter,
            List<String> states,
            LocalDate today) {}

    private static final String LINES = "select d.*, " + NEXT + " as next_day from dossier d ";

    record Row(DossierRows.Row dossier, Optional<LocalDate> next, String cells) {}

    /// The numbers are sorted first, and then no more is read than stands on the page.
    List<Row> page(Asked asked, int page) {
        var by = asked.filter().order();
        var order =
                " order by "
                        + ORDERS.getOrDefault(by, BY_FIELD)
                                .formatted(asked.filter().descending() ? "desc" : "asc");
        var where = where(asked);
        return database.sql(
                        LINES
                                + "where partnership = :partnership and ref in (select ref from"
                                + " dossier d"
                                + where
                                + order
                                + " limit :limit offset :offset)"
                                + order)
                .params(where.values())
                .param("today", asked.today())
                .param("states", asked.states().toArray(String[]::new))
                .param("field", by)
                .param("limit", DossierFilter.PAGE)
                .param("offset", (page - 1) * DossierFilter.PAGE)
                .query(RegisterRows::row)
                .list();
    }

    /// All that fit, one after the other; they are never all in memory.
    ///
    /// @param labels ids of the markings of which rows are read
    void each(Asked asked, List<Integer> labels, int most, Consumer<Row> line) {
        var where = where(asked);
        database.sql(
                        LINES
                                + where
                                + "and label_id = any (:labels) order by opener, number limit"
                                + " :most")
                .params(where.values())
                .param("today", asked.today())
                .param("labels", labels.toArray(Integer[]::new))
                .param("most", most)
                .withFetchSize(FETCH)
                .query(
                        (org.springframework.jdbc.core.RowCallbackHandler)
                                row -> line.accept(row(row, 0)));
    }

    List<Integer> labels(Asked asked) {
        return filtered(asked, "select distinct label_id from dossier d", "")
                .query((row, _) -> row.getInt(1))
                .list();
    }

    int count(Asked asked) {
        return filtered(
                        asked,
                        "select count(*) from (select 1 from dossier d",
                        "limit " + DossierFilter.COUNTED + ") as counted")
                .query(Integer.class)
                .single();
    }

    /// Of each state so many that changed last.
    List<Row> latest(Asked asked, int most) {
        return filtered(
                        asked,
                        LINES
                                + """
                                where partnership = :partnership and ref in (select ref from (
                                    select ref, row_number() over (partition by state order by changed_at desc, ref) as place
                                    from dossier d
                                """,
                        ") as placed where place <= :most) order by state, changed_at desc, ref")
                .param("today", asked.today())
                .param("most", most)
                .query(RegisterRows::row)
                .list();
    }

    Map<String, Integer> states(Asked asked) {
        return filtered(asked, "select state, count(*) from dossier d", "group by state")
                .query(RegisterRows::counted)
                .stream()
                .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Map.Entry<String, Integer> counted(ResultSet row, int number)
            throws SQLException {
        return Map.entry(row.getString(1), row.getInt(2));
    }

    /// Of each procedure, counted up to {@link RegisterCount#MOST}.
    ///
    /// @param area short name; empty for all
    List<RegisterCount> counts(
            PartnershipId partnership, List<String> procedures, Optional<String> area) {
        var where =
                new Where("d.partnership = :partnership and d.procedure = k.procedure")
                        .with("partnership", partnership.value())
                        .and("d.area = :area", "area", area);
        return database.sql(
                        """
                        select k.procedure,
                            (select count(*) from (select 1 from dossier d %1$s and not d.finished limit :most) as o),
                            (select count(*) from (select 1 from dossier d %1$s limit :most) as a)
                        from unnest(:procedures) as k (procedure)
                        """
                                .formatted(where))
                .params(where.values())
                .param("procedures", procedures.toArray(String[]::new))
                .param("most", RegisterCount.MOST)
                .query((row, _) ->
                        new RegisterCount(row.getString(1), row.getInt(2), row.getInt(3)))
                .list();
    }

    List<RegisterTotal> totals(Asked asked, Field field) {
        return filtered(
                        asked,
                        """
                        select m.value ->> 'currency' as currency, sum((m.value ->> 'amount')::numeric) as total, count(*) as amounts
                        from (select cells from dossier d
                        """,
                        """
                        ) as found, jsonb_array_elements(cells -> :field::text) as m
                        group by 1 order by 1
                        """)
                .param("field", field.name())
                .query((row, _) ->
                        new RegisterTotal(
                                field,
                                row.getString("currency"),
                                row.getBigDecimal("total"),
                                row.getInt("amounts")))
                .list();
    }

    List<RegisterRate> rates(Asked asked) {
        return filtered(
                        asked,
                        """
                        select extract(year from opened_at at time zone 'UTC')::int as year,
                            count(*) filter (where cells -> :rate::text ->> 0 = 'yes') as yes,
                            count(*) filter (where cells -> :rate::text ->> 0 = 'no') as no
                        from dossier d
                        """,
                        " and cells -> :rate::text ->> 0 is not null group by 1 order by 1")
                .param("rate", RegisterCells.RATE)
                .query((row, _) -> new RegisterRate(row.getInt(1), row.getInt(2), row.getInt(3)))
                .list();
    }

    private JdbcClient.StatementSpec filtered(Asked asked, String what, String end) {
        var where = where(asked);
        return database.sql(what + where + end).params(where.values());
    }

    private static Where where(Asked asked) {
        var filter = asked.filter();
        return new Where("partnership = :partnership and procedure = :procedure")
                .with("partnership", asked.partnership().value())
                .with("procedure", filter.procedure())
                .and("area = :area", "area", filter.area())
                .finished(filter.finished())
                .and("state = :state", "state", filter.state())
                .and(":turn = any (turn)", "turn", filter.turn())
                .and("opener = :opener", "opener", filter.opener())
                .and(":year = any (years)", "year", filter.year())
                .beginning(filter.words());
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                DossierRows.row(row, number),
                Optional.ofNullable(row.getObject("next_day", LocalDate.class)),
                Optional.ofNullable(row.getString("cells")).orElse("{}"));
    }
}
