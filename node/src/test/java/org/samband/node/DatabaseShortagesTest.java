// SPDX-License-Identifier: EUPL-1.2
package org.samband.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.samband.web.Shortage;
import org.springframework.dao.DataAccessResourceFailureException;

class DatabaseShortagesTest {
    private final DatabaseShortages shortages = new DatabaseShortages();

    @Test
    void aFullDiskIsKnownHoweverDeepItsCodeIs() {
        assertThat(shortages.of(broken(new SQLException("no space", "53100"))))
                .contains(Shortage.ROOM);
    }

    @Test
    void aServerThatIsGoneOrGoingIsKnown() {
        assertThat(shortages.of(broken(new SQLException("refused", "08001"))))
                .contains(Shortage.DATABASE);
        assertThat(shortages.of(broken(new SQLException("shutting down", "57P01"))))
                .contains(Shortage.DATABASE);
        assertThat(
                        shortages.of(
                                new SQLTransientConnectionException(
                                        "none came", new SQLException("refused", "08001"))))
                .contains(Shortage.DATABASE);
    }

    @Test
    void aFaultIsNone() {
        assertThat(shortages.of(new IllegalStateException("a fault"))).isEmpty();
        assertThat(shortages.of(broken(new SQLException("not unique", "23505")))).isEmpty();
        assertThat(shortages.of(broken(new SQLException("without a code")))).isEmpty();
    }

    private static RuntimeException broken(SQLException cause) {
        return new IllegalStateException(new DataAccessResourceFailureException("act", cause));
    }
}
