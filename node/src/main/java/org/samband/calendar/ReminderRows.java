// SPDX-License-Identifier: EUPL-1.2
package org.samband.calendar;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.samband.label.Marking;
import org.samband.parties.OfficerId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Table `reminder`: what officers have chosen. Of the address of a feed it holds the SHA-256
/// alone.
@Repository
class ReminderRows {
    private final JdbcClient database;

    ReminderRows(JdbcClient database) {
        this.database = database;
    }

    Optional<ReminderChoice> of(OfficerId officer) {
        return database.sql("select * from reminder where officer_id = ?")
                .param(officer.value())
                .query(ReminderRows::choice)
                .optional();
    }

    Optional<ReminderChoice> ofFeed(String hash) {
        return database.sql("select * from reminder where feed = ?")
                .param(hash)
                .query(ReminderRows::choice)
                .optional();
    }

    /// Those who want an e-mail and have had none on that day.
    List<ReminderChoice> withoutDigest(LocalDate day) {
        return database.sql(
                        """
                        select * from reminder where mail <> '' and (digest_on is null or digest_on < ?)
                        order by officer_id
                        """)
                .param(day)
                .query(ReminderRows::choice)
                .list();
    }

    /// @param hash of the new address; empty to end the feed
    void feed(OfficerId officer, Optional<String> hash, Instant since) {
        there(officer);
        database.sql("update reminder set feed = ?, feed_since = ? where officer_id = ?")
                .param(hash.orElse(null))
                .param(hash.map(_ -> OffsetDateTime.ofInstant(since, ZoneOffset.UTC)).orElse(null))
                .param(officer.value())
                .update();
    }

    void shows(OfficerId officer, Optional<Marking> shows) {
        there(officer);
        database.sql("update reminder set shows = ? where officer_id = ?")
                .params(shows.map(Marking::toString).orElse(""), officer.value())
                .update();
    }

    void mail(OfficerId officer, String mail, boolean weekly, int hour) {
        there(officer);
        database.sql("update reminder set mail = ?, weekly = ?, hour = ? where officer_id = ?")
                .params(mail, weekly, hour, officer.value())
                .update();
    }

    void digest(OfficerId officer, LocalDate on) {
        database.sql("update reminder set digest_on = ? where officer_id = ?")
                .params(on, officer.value())
                .update();
    }

    private void there(OfficerId officer) {
        database.sql("insert into reminder (officer_id) values (?) on conflict do nothing")
                .param(officer.value())
                .update();
    }

    private static ReminderChoice choice(ResultSet row, int number) throws SQLException {
        return new ReminderChoice(
                new OfficerId(row.getLong("officer_id")),
                Optional.ofNullable(row.getObject("feed_since", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                Optional.of(row.getString("shows"))
                        .filter(text -> !text.isEmpty())
                        .map(Marking::parse),
                row.getString("mail"),
                row.getBoolean("weekly"),
                row.getInt("hour"),
                Optional.ofNullable(row.getObject("digest_on", LocalDate.class)));
    }
}
