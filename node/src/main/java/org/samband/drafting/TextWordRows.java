// SPDX-License-Identifier: EUPL-1.2
package org.samband.drafting;

import java.util.List;
import org.samband.parties.PartnershipId;
import org.samband.procedure.ActRef;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Tables `text_word` and `text_unread`: the words by which joint texts are found.
@Repository
class TextWordRows {
    /// Longer words are not searched for.
    private static final int LONGEST = 60;

    private final JdbcClient database;

    TextWordRows(JdbcClient database) {
        this.database = database;
    }

    /// The text changed: nothing of what it said is found any more until it is read again.
    void unread(PartnershipId partnership, ActRef text) {
        database.sql(
                        """
                        with w as (delete from text_word where partnership = :partnership and text_ref = :text)
                        insert into text_unread (partnership, text_ref) values (:partnership, :text)
                        on conflict do nothing
                        """)
                .param("partnership", partnership.value())
                .param("text", text.toString())
                .update();
    }

    /// Some texts that are to be read, which no other reader takes meanwhile.
    List<ActRef> takeUnread(PartnershipId partnership, int most) {
        return database.sql(
                        """
                        delete from text_unread where partnership = :partnership and text_ref in (
                            select text_ref from text_unread where partnership = :partnership limit :most
                            for update skip locked)
                        returning text_ref
                        """)
                .param("partnership", partnership.value())
                .param("most", most)
                .query((row, _) -> ActRef.of(row.getString(1)).orElseThrow())
                .list();
    }

    void add(PartnershipId partnership, TextLine line, String said) {
        database.sql(
                        """
                        insert into text_word (partnership, text_ref, area, label_id, word)
                        select distinct ?, ?, ?, ?::integer, word from unnest(word_stems(?)) as w (word)
                        where length(word) <= ?
                        on conflict do nothing
                        """)
                .params(
                        partnership.value(),
                        line.ref().toString(),
                        line.area(),
                        line.label(),
                        said,
                        LONGEST)
                .update();
    }

    /// Texts in which each of the words stands, latest first.
    ///
    /// @param words each with its stems
    List<ActRef> find(PartnershipId partnership, List<List<String>> words, int most) {
        var sql = new StringBuilder("select t.ref from joint_text t where t.partnership = ?");
        for (var _ : words) {
            sql.append(
                    """
                     and exists (select from text_word w where w.partnership = t.partnership and w.text_ref = t.ref
                        and w.word = any (?))
                    """);
        }
        return database.sql(sql.append(" order by t.changed_at desc, t.ref limit ?").toString())
                .param(partnership.value())
                .params(words.stream().<Object>map(word -> word.toArray(String[]::new)).toList())
                .param(most)
                .query((row, _) -> ActRef.of(row.getString(1)).orElseThrow())
                .list();
    }
}
