// SPDX-License-Identifier: EUPL-1.2
package org.samband.parties;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Door to the security log: who signed in, was refused, changed an officer, made an export. It
/// only grows. Source: design section 6; ISO/IEC 27002:2022, control 8.15.
@Component
public class SecurityLog {
    private final SecurityLogRows rows;
    private final InstantSource time;

    SecurityLog(SecurityLogRows rows, InstantSource time) {
        this.rows = rows;
        this.time = time;
    }

    /// One line of the log.
    ///
    /// @param number counted from 1, may have gaps
    /// @param by account of the officer who did it; empty for nobody known
    /// @param about account of the officer whom it concerns
    public record Line(
            long number,
            Instant at,
            SecurityNote note,
            Optional<String> by,
            Optional<String> about) {}

    /// What is looked for; empty means any.
    ///
    /// @param account who did it or whom it concerns
    /// @param from first moment
    /// @param until the first moment after
    public record Filter(
            Optional<SecurityEvent> event,
            Optional<String> account,
            Optional<Instant> from,
            Optional<Instant> until) {
        public static final Filter ALL =
                new Filter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /// Takes part in the transaction that is open: the note stands or falls with what it tells.
    @Transactional
    public void note(SecurityNote note) {
        rows.add(note, time.instant());
    }

    /// The newest lines first. What belongs to a partnership is shown to those who have a
    /// need-to-know in it, and to administrators, who give need-to-know.
    ///
    /// @param page counted from 1
    /// @return empty for an officer who may not read the log
    @Transactional(readOnly = true)
    public List<Line> read(Officer reader, Filter filter, int page, int size) {
        return reader.may(Power.READ_SECURITY_LOG)
                ? rows.read(seen(reader), reader.may(Power.ADMINISTER), filter, page, size)
                : List.of();
    }

    /// How many lines the reader sees with this filter.
    @Transactional(readOnly = true)
    public long count(Officer reader, Filter filter) {
        return reader.may(Power.READ_SECURITY_LOG)
                ? rows.count(seen(reader), reader.may(Power.ADMINISTER), filter)
                : 0;
    }

    private static String[] seen(Officer reader) {
        return reader.needToKnow().areas().keySet().stream()
                .map(PartnershipId::value)
                .toArray(String[]::new);
    }
}
