// SPDX-License-Identifier: EUPL-1.2
package org.samband.web.account;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.samband.parties.OfficerId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Tables `account` and `sign_in_failure`.
@Repository
class AccountRows {
    private final JdbcClient database;

    AccountRows(JdbcClient database) {
        this.database = database;
    }

    /// @param generation sessions of an older one have ended
    record Account(String hash, boolean mustChange, Instant changedAt, int generation) {}

    /// @param failures since the last good attempt
    /// @param until before this moment no attempt counts
    record Failures(int failures, Instant lastAt, Instant until) {}

    Optional<Account> account(OfficerId officer) {
        return database.sql(
                        "select hash, must_change, changed_at, generation from account where"
                                + " officer_id = :id")
                .param("id", officer.value())
                .query((row, number) ->
                        new Account(
                                row.getString(1),
                                row.getBoolean(2),
                                row.getTimestamp(3).toInstant(),
                                row.getInt(4)))
                .optional();
    }

    void put(OfficerId officer, String hash, boolean mustChange, Instant now) {
        database.sql(
                        """
                        insert into account (officer_id, hash, must_change, changed_at)
                        values (:id, :hash, :must, :now)
                        on conflict (officer_id) do update set hash = :hash, must_change = :must,
                            changed_at = :now, generation = account.generation + 1
                        """)
                .param("id", officer.value())
                .param("hash", hash)
                .param("must", mustChange)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void endSessions(OfficerId officer) {
        database.sql("update account set generation = generation + 1 where officer_id = :id")
                .param("id", officer.value())
                .update();
    }

    /// Locked until the end of the transaction; new if it was not there.
    Failures failures(String key, Instant now) {
        database.sql(
                        """
                        insert into sign_in_failure (key, failures, last_at, until)
                        values (:key, 0, :now, :now) on conflict (key) do nothing
                        """)
                .param("key", key)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        return database.sql(
                        "select failures, last_at, until from sign_in_failure where key = :key for"
                                + " update")
                .param("key", key)
                .query((row, number) ->
                        new Failures(
                                row.getInt(1),
                                row.getTimestamp(2).toInstant(),
                                row.getTimestamp(3).toInstant()))
                .single();
    }

    void put(String key, Failures failures) {
        database.sql(
                        """
                        update sign_in_failure set failures = :failures, last_at = :last, until = :until
                        where key = :key
                        """)
                .param("key", key)
                .param("failures", failures.failures())
                .param("last", failures.lastAt().atOffset(ZoneOffset.UTC))
                .param("until", failures.until().atOffset(ZoneOffset.UTC))
                .update();
    }

    void forget(String key) {
        database.sql("delete from sign_in_failure where key = :key").param("key", key).update();
    }

    void forgetBefore(Instant moment) {
        database.sql("delete from sign_in_failure where last_at < :moment")
                .param("moment", moment.atOffset(ZoneOffset.UTC))
                .update();
    }
}
