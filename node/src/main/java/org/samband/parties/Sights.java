// SPDX-License-Identifier: EUPL-1.2
package org.samband.parties;

import java.util.function.Supplier;
import org.samband.label.Labels;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The door through which content is read and written: it opens the transaction and tells the
/// database what may be seen in it. Without it every protected table is empty.
@Component
public class Sights {
    private static final Logger LOG = LoggerFactory.getLogger(Sights.class);
    private static final int TRIES = 3;

    private final TransactionTemplate transactions;
    private final SightRows rows;
    private final Labels labels;

    /// What the database was told last in the transaction of this thread.
    private final ThreadLocal<SightRows.Settings> held =
            ThreadLocal.withInitial(() -> SightRows.Settings.NOTHING);

    Sights(PlatformTransactionManager transactions, SightRows rows, Labels labels) {
        this.transactions = new TransactionTemplate(transactions);
        this.rows = rows;
        this.labels = labels;
    }

    /// What an officer sees now: need-to-know, and of the markings in use those that the clearance
    /// allows. Worked out once per request.
    public Sight of(Officer officer) {
        return officer.enabled()
                ? new Sight(false, officer.needToKnow(), labels.visible(officer.clearance()))
                : Sight.NOTHING;
    }

    /// Does the work in a transaction (the one that is open, or a new one) with this sight. When a
    /// call stands within another, the outer sight holds again afterwards, also when the work
    /// fails. The database is told only what changes: a page calls this many times.
    public <T> T within(Sight sight, Supplier<T> work) {
        return transactions.execute(status -> {
            var wanted = SightRows.Settings.of(sight);
            if (status.isNewTransaction()) {
                return alone(wanted, work);
            }
            var outer = held.get();
            return wanted.equals(outer) ? work.get() : inside(outer, wanted, work);
        });
    }

    /// As {@link #within}, for an officer's step that first holds a matter and then writes: where
    /// an entry that arrives at the same moment holds what the step waits for, and the other way
    /// round, the database gives one of them up, and the step is taken anew. It must change nothing
    /// but the database.
    public <T> T step(Sight sight, Supplier<T> work) {
        int most = TransactionSynchronizationManager.isActualTransactionActive() ? 1 : TRIES;
        for (int tries = 1; ; tries++) {
            try {
                return within(sight, work);
            } catch (PessimisticLockingFailureException givenUp) {
                if (tries >= most) {
                    throw givenUp;
                }
                LOG.info("a step was given up by the database and is taken anew");
            }
        }
    }

    /// In a transaction of its own, whose end is the end of the settings too.
    private <T> T alone(SightRows.Settings wanted, Supplier<T> work) {
        var around = held.get();
        rows.put(wanted);
        held.set(wanted);
        try {
            return work.get();
        } finally {
            held.set(around);
        }
    }

    private <T> T inside(SightRows.Settings outer, SightRows.Settings wanted, Supplier<T> work) {
        rows.put(wanted);
        held.set(wanted);
        T result;
        try {
            result = work.get();
        } catch (RuntimeException | Error broken) {
            restore(outer, broken);
            throw broken;
        } finally {
            held.set(outer);
        }
        rows.put(outer);
        return result;
    }

    /// As {@link #within}, for work without an answer.
    public void run(Sight sight, Runnable work) {
        within(
                sight,
                () -> {
                    work.run();
                    return true;
                });
    }

    /// In a transaction that the database has given up no statement is answered, so a sight that
    /// cannot be restored shows nothing more.
    private void restore(SightRows.Settings outer, Throwable broken) {
        try {
            rows.put(outer);
        } catch (RuntimeException alsoBroken) {
            broken.addSuppressed(alsoBroken);
        }
    }
}
