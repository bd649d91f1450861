// SPDX-License-Identifier: EUPL-1.2
package org.samband.attachment;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.samband.ledger.Entry;
import org.samband.ledger.EntryNumber;
import org.samband.ledger.LedgerId;
import org.samband.parties.OfficerId;
import org.samband.parties.PartnershipId;
import org.samband.proof.Digest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Tables `attachment`, derived from the ledgers, and `attachment_upload`.
@Repository
class AttachmentRows {
    private final JdbcClient database;

    AttachmentRows(JdbcClient database) {
        this.database = database;
    }

    void carried(Entry entry, Attachment attachment) {
        database.sql(
                        """
                        insert into attachment (partnership, party, line, number, blob, length)
                        values (?, ?, ?, ?, ?, ?) on conflict do nothing
                        """)
                .params(
                        entry.ledger().partnership().value(),
                        entry.ledger().party().value(),
                        line(entry.ledger()),
                        entry.number().value(),
                        attachment.blob().bytes(),
                        attachment.length())
                .update();
    }

    List<EntryNumber> carriers(LedgerId ledger, Digest blob) {
        return database.sql(
                        """
                        select number from attachment
                        where partnership = ? and blob = ? and party = ? and line = ? order by number
                        """)
                .params(
                        ledger.partnership().value(),
                        blob.bytes(),
                        ledger.party().value(),
                        line(ledger))
                .query((row, _) -> new EntryNumber(row.getLong(1)))
                .list();
    }

    /// What the entries of a ledger carry, in their order.
    ///
    /// @param from number of the first entry, counted from 1
    /// @param to of the last
    List<CarriedBlob> carried(LedgerId ledger, long from, long to) {
        return database.sql(
                        """
                        select number, blob, length from attachment
                        where partnership = ? and party = ? and line = ? and number between ? and ?
                        order by number, blob
                        """)
                .params(
                        ledger.partnership().value(),
                        ledger.party().value(),
                        line(ledger),
                        from,
                        to)
                .query((row, _) ->
                        new CarriedBlob(row.getLong(1), Digest.of(row.getBytes(2)), row.getLong(3)))
                .list();
    }

    /// The files that entries carry, each once.
    List<Digest> carried(PartnershipId partnership, boolean withOwn) {
        return database.sql(
                        """
                        select distinct blob from attachment
                        where partnership = ? and (line = 'shared' or ?) order by blob
                        """)
                .params(partnership.value(), withOwn)
                .query((row, _) -> Digest.of(row.getBytes(1)))
                .list();
    }

    boolean isCarried(PartnershipId partnership, Digest blob) {
        return database.sql(
                        "select exists (select 1 from attachment where partnership = ? and blob ="
                                + " ?)")
                .params(partnership.value(), blob.bytes())
                .query(Boolean.class)
                .single();
    }

    void uploaded(PartnershipId partnership, OfficerId officer, Digest blob, Instant at) {
        database.sql(
                        """
                        insert into attachment_upload (partnership, officer_id, blob, at) values (?, ?, ?, ?)
                        on conflict (partnership, officer_id, blob) do update set at = excluded.at
                        """)
                .params(
                        partnership.value(),
                        officer.value(),
                        blob.bytes(),
                        OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .update();
    }

    boolean isUploaded(PartnershipId partnership, OfficerId officer, Digest blob, Instant since) {
        return database.sql(
                        """
                        select exists (
                            select 1 from attachment_upload
                            where partnership = ? and officer_id = ? and blob = ? and at >= ?)
                        """)
                .params(
                        partnership.value(),
                        officer.value(),
                        blob.bytes(),
                        OffsetDateTime.ofInstant(since, ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }

    private static String line(LedgerId ledger) {
        return ledger.line().name().toLowerCase(Locale.ROOT);
    }
}
