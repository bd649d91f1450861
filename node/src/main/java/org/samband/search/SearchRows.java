// SPDX-License-Identifier: EUPL-1.2
package org.samband.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.samband.parties.PartnershipId;
import org.samband.search.Searches.Piece;
import org.samband.search.Searches.Place;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Tables `searched` and `searched_word`. Stems are those of PostgreSQL's dictionaries for
/// Norwegian and English.
@Repository
class SearchRows {
    /// Longer words are not searched for.
    private static final int LONGEST = 60;

    /// So many subjects are looked at one by one, or one hit in so many is found soon.
    private static final int FEW = 500;

    private static final String STEMS = "word_stems(said)";

    private final JdbcClient database;

    SearchRows(JdbcClient database) {
        this.database = database;
    }

    /// In two statements: the second sees what a reader wrote for which the first had to wait.
    void put(PartnershipId partnership, SearchKind kind, List<Place> places) {
        var subjects = column(places, Place::subject);
        database.sql(
                        """
                        insert into searched (partnership, kind, subject, area, label_id, changed_at, unread)
                        select ?, ?, subject, area, label_id, changed_at::timestamptz, true
                        from unnest(?, ?, ?, ?) as p (subject, area, label_id, changed_at)
                        on conflict (partnership, kind, subject) do update set label_id = excluded.label_id,
                            changed_at = excluded.changed_at, unread = true
                        """)
                .params(
                        partnership.value(),
                        kind.word(),
                        subjects,
                        column(places, Place::area),
                        places.stream().map(Place::label).toArray(Integer[]::new),
                        column(places, place -> place.changed().toString()))
                .update();
        database.sql(
                        "delete from searched_word where partnership = ? and kind = ? and subject ="
                                + " any (?)")
                .params(partnership.value(), kind.word(), subjects)
                .update();
    }

    /// Some subjects that are to be read, which no other reader takes meanwhile.
    List<String> takeUnread(PartnershipId partnership, SearchKind kind, int most) {
        return database.sql(
                        """
                        update searched set unread = false
                        where partnership = :partnership and kind = :kind and subject in (
                            select subject from searched where partnership = :partnership and kind = :kind and unread
                            limit :most for update skip locked)
                        returning subject
                        """)
                .param("partnership", partnership.value())
                .param("kind", kind.word())
                .param("most", most)
                .query((row, _) -> row.getString(1))
                .list();
    }

    void add(PartnershipId partnership, SearchKind kind, List<Piece> pieces) {
        database.sql(
                        """
                        insert into searched_word (partnership, kind, subject, area, label_id, word)
                        select distinct ?, ?, subject, area, label_id, word
                        from unnest(?, ?, ?, ?) as p (subject, area, label_id, said),
                            lateral unnest(%s) as w (word)
                        where length(word) <= %d
                        on conflict do nothing
                        """
                                .formatted(STEMS, LONGEST))
                .params(
                        partnership.value(),
                        kind.word(),
                        column(pieces, Piece::subject),
                        column(pieces, Piece::area),
                        pieces.stream().map(Piece::label).toArray(Integer[]::new),
                        column(pieces, Piece::said))
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

    /// Subjects in which each of the words stands, latest first. Of a word that stands in few all
    /// are looked at; where every word stands in many, the latest subjects are, until there are
    /// enough. The server is left no choice: it cannot know how many rows a sight lets through.
    ///
    /// @param words each with its stems
    List<String> find(
            PartnershipId partnership, SearchKind kind, List<List<String>> words, int most) {
        var rarest = rarest(partnership, kind, words);
        var params = new ArrayList<Object>();
        var sql = new StringBuilder();
        if (rarest.isPresent()) {
            sql.append(
                    """
                    with hit as materialized (select distinct subject from searched_word
                        where partnership = ? and kind = ? and word = any (?))
                    select s.subject from hit join searched s on s.subject = hit.subject and
                    """);
            params.addAll(List.of(partnership.value(), kind.word(), array(rarest.get())));
        } else {
            sql.append("select s.subject from searched s where");
        }
        sql.append(" s.partnership = ? and s.kind = ?");
        params.addAll(List.of(partnership.value(), kind.word()));
        for (var word : words) {
            sql.append(
                    """
                     and (select true from searched_word w where w.partnership = s.partnership
                        and w.kind = s.kind and w.word = any (?) and w.subject = s.subject limit 1)
                    """);
            params.add(array(word));
        }
        return database.sql(sql.append(" order by s.changed_at desc, s.subject limit ?").toString())
                .params(params)
                .param(most)
                .query((row, _) -> row.getString(1))
                .list();
    }

    /// The word that stands in the fewest subjects, if these are few.
    private Optional<List<String>> rarest(
            PartnershipId partnership, SearchKind kind, List<List<String>> words) {
        return words.stream()
                .map(word -> Map.entry(word, count(partnership, kind, word)))
                .filter(one -> one.getValue() < FEW)
                .min(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey);
    }

    private int count(PartnershipId partnership, SearchKind kind, List<String> word) {
        return database.sql(
                        """
                        select count(*) from (select from searched_word
                            where partnership = ? and kind = ? and word = any (?) limit ?) as counted
                        """)
                .params(partnership.value(), kind.word(), array(word), FEW)
                .query(Integer.class)
                .single();
    }

    private static String[] array(List<String> word) {
        return word.toArray(String[]::new);
    }

    private static <T> String[] column(List<T> rows, Function<T, String> member) {
        return rows.stream().map(member).toArray(String[]::new);
    }

    void clear(PartnershipId partnership, SearchKind kind) {
        for (var table : List.of("searched", "searched_word")) {
            database.sql("delete from " + table + " where partnership = ? and kind = ?")
                    .params(partnership.value(), kind.word())
                    .update();
        }
    }
}
