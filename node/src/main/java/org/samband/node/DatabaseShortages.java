// SPDX-License-Identifier: EUPL-1.2
package org.samband.node;

import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.samband.web.Shortage;
import org.samband.web.Shortages;
import org.springframework.stereotype.Component;

/// Knows by the code of the database that it has no room or does not answer. Source: PostgreSQL,
/// appendix A (SQLSTATE).
@Component
class DatabaseShortages implements Shortages {
    private static final String DISK_FULL = "53100";
    private static final String NO_CONNECTION = "08";
    private static final String SHUT_DOWN = "57P";

    @Override
    public Optional<Shortage> of(Throwable thrown) {
        return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause)
                .filter(SQLException.class::isInstance)
                .map(cause -> Objects.requireNonNullElse(((SQLException) cause).getSQLState(), ""))
                .flatMap(state -> shortage(state).stream())
                .findFirst();
    }

    private static Optional<Shortage> shortage(String state) {
        if (state.equals(DISK_FULL)) {
            return Optional.of(Shortage.ROOM);
        }
        return state.startsWith(NO_CONNECTION) || state.startsWith(SHUT_DOWN)
                ? Optional.of(Shortage.DATABASE)
                : Optional.empty();
    }
}
