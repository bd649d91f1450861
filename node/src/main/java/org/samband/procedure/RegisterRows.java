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

    private static final String FILTER =
            """
            from dossier d
            where partnership = :partnership and procedure = :procedure
              and (:area = '' or area = :area)
              and (:finished = '' or finished = (:finished = 'true'))
              and (:state = '' or state = :state)
              and (:turn = '' or :turn = any (turn))
              and (:opener = '' or opener = :opener)
              and (:year = 0 or :year = any (years))
            """;

    private static final String NEXT =
            """
            (select min(c.on_day) from coming c
             where c.partnership = d.partnership and c.dossier = d.ref and c.on_day >= :today) as next_day
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
                    "next", "next_day %1$s nulls last, ref");

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

    record Row(DossierRows.Row dossier, Optional<LocalDate> next, String cells) {}

    List<Row> page(Asked asked, int page) {
        return lines(asked, " limit :limit offset :offset")
                .param("limit", DossierFilter.PAGE)
                .param("offset", (page - 1) * DossierFilter.PAGE)
                .query(RegisterRows::row)
                .list();
    }

    private JdbcClient.StatementSpec lines(Asked asked, String end) {
        var by = asked.filter().order();
        var direction = asked.filter().descending() ? "desc" : "asc";
        var order = ORDERS.getOrDefault(by, BY_FIELD).formatted(direction);
        var statement =
                filtered(asked, "select d.*, " + NEXT, "order by " + order + end)
                        .param("today", asked.today());
        return by.equals("state")
                ? statement.param("states", asked.states().toArray(String[]::new))
                : ORDERS.containsKey(by) ? statement : statement.param("field", by);
    }

    /// All that fit, one after the other; they are never all in memory.
    ///
    /// @param labels ids of the markings of which rows are read
    void each(Asked asked, List<Integer> labels, int most, Consumer<Row> line) {
        filtered(
                        asked,
                        "select d.*, " + NEXT,
                        " and label_id = any (:labels) order by opener, number limit :most")
                .param("today", asked.today())
                .param("labels", labels.toArray(Integer[]::new))
                .param("most", most)
                .withFetchSize(FETCH)
                .query(
                        (org.springframework.jdbc.core.RowCallbackHandler)
                                row -> line.accept(row(row, 0)));
    }

    List<Integer> labels(Asked asked) {
        return filtered(asked, "select distinct label_id ", "")
                .query((row, _) -> row.getInt(1))
                .list();
    }

    int count(Asked asked) {
        return filtered(
                        asked,
                        "select count(*) from (select 1 ",
                        " limit " + DossierFilter.COUNTED + ") as counted")
                .query(Integer.class)
                .single();
    }

    /// How many stand in each state, and of each so many that changed last.
    List<Row> latest(Asked asked, int most) {
        return filtered(
                        asked,
                        "select * from (select d.*, "
                                + NEXT
                                + ", row_number() over (partition by state order by changed_at"
                                + " desc, ref) as place ",
                        ") as placed where place <= :most order by state, place")
                .param("today", asked.today())
                .param("most", most)
                .query(RegisterRows::row)
                .list();
    }

    Map<String, Integer> states(Asked asked) {
        return filtered(asked, "select state, count(*) ", "group by state")
                .query(RegisterRows::counted)
                .stream()
                .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Map.Entry<String, Integer> counted(ResultSet row, int number)
            throws SQLException {
        return Map.entry(row.getString(1), row.getInt(2));
    }

    /// @param area short name; empty for all
    List<RegisterCount> counts(PartnershipId partnership, String area) {
        return database.sql(
                        """
                        select procedure, count(*) filter (where not finished), count(*) from dossier
                        where partnership = ? and (? = '' or area = ?) group by procedure
                        """)
                .params(partnership.value(), area, area)
                .query((row, _) ->
                        new RegisterCount(row.getString(1), row.getInt(2), row.getInt(3)))
                .list();
    }

    List<RegisterTotal> totals(Asked asked, Field field) {
        return filtered(
                        asked,
                        """
                        select m.value ->> 'currency' as currency, sum((m.value ->> 'amount')::numeric) as total, count(*) as amounts
                        from (select cells
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
                        """,
                        " and cells -> :rate::text ->> 0 is not null group by 1 order by 1")
                .param("rate", RegisterCells.RATE)
                .query((row, _) -> new RegisterRate(row.getInt(1), row.getInt(2), row.getInt(3)))
                .list();
    }

    private JdbcClient.StatementSpec filtered(Asked asked, String what, String end) {
        var filter = asked.filter();
        var words = filter.words();
        var sql = new StringBuilder(what).append(FILTER);
        for (int i = 0; i < words.size(); i++) {
            sql.append(" and :word").append(i).append(" = any (beginnings) ");
        }
        var statement = database.sql(sql.append(end).toString());
        for (int i = 0; i < words.size(); i++) {
            statement = statement.param("word" + i, words.get(i));
        }
        return statement
                .param("partnership", asked.partnership().value())
                .param("procedure", filter.procedure())
                .param("area", filter.area().orElse(""))
                .param("finished", filter.finished().map(String::valueOf).orElse(""))
                .param("state", filter.state().orElse(""))
                .param("turn", filter.turn().orElse(""))
                .param("opener", filter.opener().orElse(""))
                .param("year", filter.year().orElse(0));
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                DossierRows.row(row, number),
                Optional.ofNullable(row.getObject("next_day", LocalDate.class)),
                Optional.ofNullable(row.getString("cells")).orElse("{}"));
    }
}
