// SPDX-License-Identifier: EUPL-1.2
package org.samband.parties;

import java.util.function.Supplier;
import org.samband.label.Labels;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The door through which content is read and written: it opens the transaction and tells the
/// database what may be seen in it. Without it every protected table is empty.
@Component
public class Sights {
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
