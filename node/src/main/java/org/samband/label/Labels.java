// SPDX-License-Identifier: EUPL-1.2
package org.samband.label;

import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Door to the interned markings: each distinct marking has a small id, which stands in the column
/// `label_id` of every table that holds content. Row-level security compares ids alone; what they
/// mean is decided here, by {@link Policies#mayRead}.
@Component
public class Labels {
    private final LabelRows rows;
    private final Policies policies;

    /// Of rows that stand for good: what a transaction adds and takes back is not among them.
    private final Map<String, Integer> ids = new ConcurrentHashMap<>();

    /// An id means one marking for ever; one that was taken back is not given again.
    private final Map<Integer, Marking> markings = new ConcurrentHashMap<>();

    Labels(LabelRows rows, Policies policies) {
        this.rows = rows;
        this.policies = policies;
    }

    /// The id of a marking; the same for the same canonical text.
    @Transactional
    public int intern(Marking marking) {
        var text = marking.toString();
        var known = ids.get(text);
        if (known != null) {
            return known;
        }
        int id = rows.intern(text);
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        ids.put(text, id);
                    }
                });
        return id;
    }

    /// The marking with this id.
    @Transactional(readOnly = true)
    public Marking marking(int id) {
        return markings.computeIfAbsent(id, one -> Marking.parse(rows.text(one)));
    }

    /// Ids of the markings in use that a clearance allows to read.
    @Transactional(readOnly = true)
    public SortedSet<Integer> visible(Clearance clearance) {
        var visible = new TreeSet<Integer>();
        for (var row : rows.all()) {
            if (policies.mayRead(clearance, Marking.parse(row.text()))
                    instanceof Decision.Allowed) {
                visible.add(row.id());
            }
        }
        return visible;
    }
}
