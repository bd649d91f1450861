// SPDX-License-Identifier: EUPL-1.2
package org.samband.ledger;

import java.io.ByteArrayOutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.ToIntFunction;
import org.samband.act.Circle;
import org.samband.parties.PartnershipId;
import org.samband.parties.PartyCode;
import org.samband.proof.Checkpoint;
import org.samband.proof.Digest;
import org.samband.proof.MerkleTree;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The SQL of the ledgers.
@Component
class LedgerRows {
    private static final int HASH = 32;
    private static final String NEW_HEAD =
            "insert into ledger_head values (?, ?, ?, 0, 0, '', '', 0, '') on conflict do nothing";
    private final JdbcClient jdbc;

    LedgerRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The head, locked until the end of the transaction.
    Head lock(LedgerId ledger) {
        return locked(ledger)
                .orElseGet(() -> {
                    jdbc.sql(NEW_HEAD).params(key(ledger)).update();
                    return locked(ledger).orElseThrow();
                });
    }

    private Optional<Head> locked(LedgerId ledger) {
        return found(ledger, " for update");
    }

    Head head(LedgerId ledger) {
        return found(ledger, "").orElseGet(() -> Head.empty(ledger));
    }

    private Optional<Head> found(LedgerId ledger, String how) {
        return jdbc.sql(
                        "select * from ledger_head where partnership = ? and party = ? and line = ?"
                                + how)
                .params(key(ledger))
                .query(LedgerRows::head)
                .optional();
    }

    /// The heads of a partnership's shared ledgers, read in one statement: what one of them has
    /// seen of the other is never more than the other has.
    List<Head> heads(PartnershipId partnership) {
        return jdbc.sql("select * from ledger_head where partnership = ? and line = 'shared'")
                .param(partnership.value())
                .query(LedgerRows::head)
                .list();
    }

    void store(Head head) {
        jdbc.sql(
                        """
                        update ledger_head
                        set size = ?, seen = ?, subtrees = ?, note = ?, cosigned_size = ?, cosigned_note = ?
                        where partnership = ? and party = ? and line = ?
                        """)
                .params(
                        head.size(),
                        head.seen(),
                        joined(head.tree().subtrees()),
                        head.checkpoint().map(Checkpoint::note).orElse(""),
                        head.acknowledged(),
                        head.cosigned().map(Checkpoint::note).orElse(""))
                .params(key(head.ledger()))
                .update();
    }

    /// The leaves of some entries in order.
    ///
    /// @param from number of the first, counted from 1
    /// @param to number of the last
    List<Digest> leaves(LedgerId ledger, long from, long to) {
        return jdbc.sql(
                        """
                        select leaf from entry
                        where partnership = ? and party = ? and line = ? and number between ? and ? order by number
                        """)
                .params(key(ledger))
                .params(from, to)
                .query((row, _) -> Digest.of(row.getBytes(1)))
                .list();
    }

    /// Complete subtrees of one height that are kept, in order of their places.
    ///
    /// @param from first place, counted from 0
    /// @param to the place after the last one
    List<Subtree> subtrees(LedgerId ledger, int height, long from, long to) {
        return jdbc.sql(
                        """
                        select place, hash from ledger_subtree
                        where partnership = ? and party = ? and line = ? and height = ?
                            and place >= ? and place < ?
                        order by place
                        """)
                .params(key(ledger))
                .params(height, from, to)
                .query((row, _) -> new Subtree(row.getLong(1), Digest.of(row.getBytes(2))))
                .list();
    }

    /// A complete subtree of some height.
    ///
    /// @param place among those of its height, counted from 0
    record Subtree(long place, Digest hash) {}

    /// The place after the last subtree of a height that is kept.
    long nextPlace(LedgerId ledger, int height) {
        return jdbc.sql(
                        """
                        select coalesce(max(place) + 1, 0) from ledger_subtree
                        where partnership = ? and party = ? and line = ? and height = ?
                        """)
                .params(key(ledger))
                .param(height)
                .query(Long.class)
                .single();
    }

    void store(LedgerId ledger, int height, Subtree subtree) {
        jdbc.sql("insert into ledger_subtree values (?, ?, ?, ?, ?, ?)")
                .params(key(ledger))
                .params(height, subtree.place(), subtree.hash().bytes())
                .update();
    }

    /// Entries of one ledger, in one statement.
    void store(List<Recording.Recorded> entries, ToIntFunction<Entry> label, Instant now) {
        jdbc.sql(
                        """
                        insert into entry
                        select ?, ?, ?, number, seen, made_at::timestamptz, kind, subject, circle, area, label_id,
                            leaf, bytes, ?
                        from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                            as e (number, seen, made_at, kind, subject, circle, area, label_id, leaf, bytes)
                        """)
                .params(key(entries.getFirst().entry().ledger()))
                .param(OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .params(
                        each(entries, Long[]::new, one -> one.entry().number().value()),
                        each(entries, Long[]::new, one -> one.entry().seen()),
                        each(entries, String[]::new, one -> one.entry().at().toString()),
                        each(entries, String[]::new, one -> one.entry().kind()),
                        each(entries, String[]::new, one -> one.entry().subject()),
                        each(entries, String[]::new, one -> one.entry().circle().word()),
                        each(entries, String[]::new, one -> one.entry().area()),
                        each(entries, Integer[]::new, one -> label.applyAsInt(one.entry())),
                        each(entries, byte[][]::new, one -> one.leaf().bytes()),
                        each(entries, byte[][]::new, Recording.Recorded::bytes))
                .update();
    }

    private static <T> T[] each(
            List<Recording.Recorded> entries,
            IntFunction<T[]> array,
            Function<Recording.Recorded, T> member) {
        return entries.stream().map(member).toArray(array);
    }

    List<byte[]> bytes(LedgerId ledger, Collection<EntryNumber> numbers) {
        return jdbc.sql(
                        """
                        select bytes from entry
                        where partnership = ? and party = ? and line = ? and number = any (?) order by number
                        """)
                .params(key(ledger))
                .param(numbers.stream().map(EntryNumber::value).toArray(Long[]::new))
                .query((row, _) -> row.getBytes(1))
                .list();
    }

    List<byte[]> bySubjects(PartnershipId partnership, Collection<String> subjects) {
        return jdbc.sql(
                        """
                        select bytes from entry where partnership = ? and subject = any (?)
                        order by subject, party, line, number
                        """)
                .param(partnership.value())
                .param(subjects.toArray(String[]::new))
                .query((row, _) -> row.getBytes(1))
                .list();
    }

    List<byte[]> bytes(LedgerId ledger, long from, int limit) {
        return jdbc.sql(
                        """
                        select bytes from entry
                        where partnership = ? and party = ? and line = ? and number >= ? order by number limit ?
                        """)
                .params(key(ledger))
                .params(from, limit)
                .query((row, _) -> row.getBytes(1))
                .list();
    }

    /// When an entry was stored here.
    Optional<Instant> stored(LedgerId ledger, long number) {
        return jdbc.sql(
                        "select stored_at from entry where partnership = ? and party = ? and line ="
                                + " ? and number = ?")
                .params(key(ledger))
                .param(number)
                .query((row, _) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .optional();
    }

    List<Outline> outlines(LedgerId ledger, long from, int limit) {
        return jdbc.sql(
                        """
                        select number, kind, circle, label_id, length(bytes) from entry
                        where partnership = ? and party = ? and line = ? and number >= ? order by number limit ?
                        """)
                .params(key(ledger))
                .params(from, limit)
                .query((row, _) ->
                        new Outline(
                                new EntryNumber(row.getLong(1)),
                                row.getString(2),
                                Circle.of(row.getString(3)),
                                row.getInt(4),
                                row.getInt(5)))
                .list();
    }

    List<Ledgers.Shown> shown(PartnershipId partnership) {
        return jdbc.sql(
                        """
                        select distinct area, label_id from entry
                        where partnership = ? and line = 'shared' order by area, label_id
                        """)
                .param(partnership.value())
                .query((row, _) -> new Ledgers.Shown(row.getString(1), row.getInt(2)))
                .list();
    }

    private static List<Object> key(LedgerId ledger) {
        return List.of(
                ledger.partnership().value(),
                ledger.party().value(),
                EntryForm.word(ledger.line()));
    }

    private static Head head(ResultSet row, int index) throws SQLException {
        var ledger =
                new LedgerId(
                        new PartnershipId(row.getString("partnership")),
                        new PartyCode(row.getString("party")),
                        EntryForm.line(row.getString("line")));
        return new Head(
                ledger,
                new MerkleTree(row.getLong("size"), split(row.getBytes("subtrees"))),
                row.getLong("seen"),
                checkpoint(row.getString("note")),
                checkpoint(row.getString("cosigned_note")));
    }

    private static Optional<Checkpoint> checkpoint(String note) {
        return note.isEmpty() ? Optional.empty() : Optional.of(Checkpoint.parse(note));
    }

    private static byte[] joined(List<Digest> hashes) {
        var out = new ByteArrayOutputStream();
        hashes.forEach(hash -> out.writeBytes(hash.bytes()));
        return out.toByteArray();
    }

    private static List<Digest> split(byte[] joined) {
        var hashes = new ArrayList<Digest>();
        for (int at = 0; at < joined.length; at += HASH) {
            hashes.add(Digest.of(Arrays.copyOfRange(joined, at, at + HASH)));
        }
        return hashes;
    }
}
