// SPDX-License-Identifier: EUPL-1.2
package org.samband.label;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Table `label`: each distinct marking once.
@Repository
class LabelRows {
    private final JdbcClient database;

    LabelRows(JdbcClient database) {
        this.database = database;
    }

    record Row(int id, String text) {}

    List<Row> all() {
        return database.sql("select id, text from label order by id")
                .query((row, number) -> new Row(row.getInt(1), row.getString(2)))
                .list();
    }

    /// The id of a marking's text, new if it was not there.
    int intern(String text) {
        return database.sql(
                        """
                        with known as (select id from label where text = :text),
                        added as (
                            insert into label (text) select :text where not exists (select from known)
                            on conflict (text) do update set text = excluded.text
                            returning id)
                        select id from known union all select id from added
                        """)
                .param("text", text)
                .query(Integer.class)
                .single();
    }

    String text(int id) {
        return database.sql("select text from label where id = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }
}
