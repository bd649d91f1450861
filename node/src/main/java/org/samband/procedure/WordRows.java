// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.samband.parties.PartnershipId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Tables `dossier_word` and `dossier_unread`. Stems are those of PostgreSQL's dictionaries for
/// Norwegian and English.
@Repository
class WordRows {
    /// Longer words are not searched for.
    private static final int LONGEST = 60;

    /// So many dossiers are looked at one by one, or one hit in so many is found soon.
    private static final int FEW = 500;

    private static final String STEMS = "word_stems(said)";

    private final JdbcClient database;

    WordRows(JdbcClient database) {
        this.database = database;
    }

    /// A piece of what a dossier says.
    record Piece(ActRef dossier, String area, int label, String said) {}

    /// These dossiers changed: nothing of what they said is found any more until they are read
    /// again.
    void unread(PartnershipId partnership, List<ActRef> dossiers) {
        var refs = Columns.texts(dossiers, ActRef::toString);
        database.sql(
                        """
                        with w as (delete from dossier_word where partnership = ? and dossier = any (?))
                        insert into dossier_unread (partnership, dossier) select ?, unnest(?) on conflict do nothing
                        """)
                .params(partnership.value(), refs)
                .params(partnership.value(), refs)
                .update();
    }

    /// Some dossiers that are to be read, which no other reader takes meanwhile.
    List<ActRef> takeUnread(PartnershipId partnership, int most) {
        return database.sql(
                        """
                        delete from dossier_unread where partnership = :partnership and dossier in (
                            select dossier from dossier_unread where partnership = :partnership limit :most
                            for update skip locked)
                        returning dossier
                        """)
                .param("partnership", partnership.value())
                .param("most", most)
                .query((row, _) -> ActRef.of(row.getString(1)).orElseThrow())
                .list();
    }

    void add(PartnershipId partnership, List<Piece> pieces) {
        database.sql(
                        """
                        insert into dossier_word (partnership, dossier, area, label_id, word)
                        select distinct ?, dossier, area, label_id, word
                        from unnest(?, ?, ?, ?) as p (dossier, area, label_id, said),
                            lateral unnest(%s) as w (word)
                        where length(word) <= %d
                        on conflict do nothing
                        """
                                .formatted(STEMS, LONGEST))
                .params(
                        partnership.value(),
                        Columns.texts(pieces, piece -> piece.dossier().toString()),
                        Columns.texts(pieces, Piece::area),
                        Columns.wholes(pieces, Piece::label),
                        Columns.texts(pieces, Piece::said))
                .update();
    }

    /// Each typed word with its stems.
    List<List<String>> stems(List<String> words) {
        return database.sql(
                        "select array_append(%s, said) from unnest(?) with ordinality as w (said, n) order by n"
                                .formatted(STEMS))
                .param(words.toArray(String[]::new))
                .query((row, number) ->
                        Arrays.stream((String[]) row.getArray(1).getArray()).distinct().toList())
                .list();
    }

    /// Dossiers in which each of the words stands, latest first. Of a word that stands in few all
    /// are looked at; where every word stands in many, the latest dossiers are, until there are
    /// enough. The server is left no choice: it cannot know how many rows a sight lets through.
    ///
    /// @param words each with its stems
    List<DossierRows.Row> find(PartnershipId partnership, List<List<String>> words, int most) {
        var rarest = rarest(partnership, words);
        var params = new ArrayList<Object>();
        var sql = new StringBuilder();
        if (rarest.isPresent()) {
            sql.append(
                    """
                    with hit as materialized (
                        select distinct dossier from dossier_word where partnership = ? and word = any (?))
                    select d.* from hit join dossier d on d.ref = hit.dossier and d.partnership = ?
                    """);
            params.addAll(List.of(partnership.value(), array(rarest.get()), partnership.value()));
        } else {
            sql.append("select d.* from dossier d where d.partnership = ?");
            params.add(partnership.value());
        }
        for (var word : words) {
            sql.append(
                    """
                     and (select true from dossier_word w where w.partnership = d.partnership
                        and w.word = any (?) and w.dossier = d.ref limit 1)
                    """);
            params.add(array(word));
        }
        return database.sql(sql.append(" order by d.changed_at desc, d.ref limit ?").toString())
                .params(params)
                .param(most)
                .query(DossierRows::row)
                .list();
    }

    /// The word that stands in the fewest dossiers, if these are few.
    private Optional<List<String>> rarest(PartnershipId partnership, List<List<String>> words) {
        return words.stream()
                .map(word -> Map.entry(word, count(partnership, word)))
                .filter(one -> one.getValue() < FEW)
                .min(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey);
    }

    private int count(PartnershipId partnership, List<String> word) {
        return database.sql(
                        """
                        select count(*) from (
                            select from dossier_word where partnership = ? and word = any (?) limit ?) as counted
                        """)
                .params(partnership.value(), array(word), FEW)
                .query(Integer.class)
                .single();
    }

    private static String[] array(List<String> word) {
        return word.toArray(String[]::new);
    }

    void clear(PartnershipId partnership) {
        for (var table : List.of("dossier_word", "dossier_unread")) {
            database.sql("delete from " + table + " where partnership = ?")
                    .param(partnership.value())
                    .update();
        }
    }
}
