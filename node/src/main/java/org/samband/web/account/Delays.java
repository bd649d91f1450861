// SPDX-License-Identifier: EUPL-1.2
package org.samband.web.account;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.samband.proof.Digest;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// After several failed attempts each further one has to wait, twice as long each time: per
/// account, whether there is one of that name or not, and per address. Kept in the database, so a
/// restart forgives nothing. Source: NIST SP 800-63B, section 5.2.2.
@Component
class Delays {
    static final int FREE_OF_ACCOUNT = 4;
    static final int FREE_OF_ADDRESS = 29;
    static final Duration FIRST = Duration.ofSeconds(30);

    /// Not longer, so that a stranger cannot keep an officer out for a day.
    static final Duration LONGEST = Duration.ofMinutes(15);

    private static final Duration FORGOTTEN = Duration.ofHours(24);
    private static final int MOST_DOUBLINGS = 10;
    private static final int PREFIX_OF_V6 = 4;

    private final AccountRows rows;
    private final InstantSource time;

    Delays(AccountRows rows, InstantSource time) {
        this.rows = rows;
        this.time = time;
    }

    /// The answer before an attempt.
    ///
    /// @param open the attempt may be made; it counts as failed until it is told otherwise
    /// @param begins with this attempt, if it fails, a wait begins
    record Attempt(boolean open, boolean begins) {}

    @Transactional
    Attempt account(String typed) {
        rows.forgetBefore(now().minus(FORGOTTEN));
        return attempt(accountKey(typed), FREE_OF_ACCOUNT);
    }

    @Transactional
    Attempt address(String address) {
        return attempt(addressKey(address), FREE_OF_ADDRESS);
    }

    /// The attempt was good: the account's failures are forgotten, and this one is taken back from
    /// the address.
    @Transactional
    void good(String typed, String address) {
        rows.forget(accountKey(typed));
        var key = addressKey(address);
        var known = rows.failures(key, now());
        rows.put(
                key,
                new AccountRows.Failures(Math.max(0, known.failures() - 1), known.lastAt(), now()));
    }

    /// The database keeps microseconds and rounds: a finer clock would find its own moment to lie
    /// ahead.
    private Instant now() {
        return time.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private Attempt attempt(String key, int free) {
        var now = now();
        var known = rows.failures(key, now);
        if (now.isBefore(known.until())) {
            return new Attempt(false, false);
        }
        var before = known.lastAt().isBefore(now.minus(FORGOTTEN)) ? 0 : known.failures();
        var failures = before + 1;
        rows.put(key, new AccountRows.Failures(failures, now, until(now, failures - free)));
        return new Attempt(true, failures > free);
    }

    private static Instant until(Instant now, int beyond) {
        if (beyond <= 0) {
            return now;
        }
        var wait = FIRST.multipliedBy(1L << Math.min(beyond - 1, MOST_DOUBLINGS));
        return now.plus(wait.compareTo(LONGEST) > 0 ? LONGEST : wait);
    }

    private static String accountKey(String typed) {
        return key("account:" + typed);
    }

    /// An IPv6 connection counts with its /64, which one household or office has to itself.
    private static String addressKey(String address) {
        var parts = address.split(":", -1);
        return key(
                "address:"
                        + (parts.length > PREFIX_OF_V6
                                ? String.join(
                                        ":", java.util.List.of(parts).subList(0, PREFIX_OF_V6))
                                : address));
    }

    private static String key(String text) {
        return Digest.sha256(text.getBytes(StandardCharsets.UTF_8)).hex();
    }
}
