// SPDX-License-Identifier: EUPL-1.2
package org.samband.label;

import java.util.SortedSet;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Door to the interned markings: each distinct marking has a small id, which stands in the column
/// `label_id` of every table that holds content. Row-level security compares ids alone; what they
/// mean is decided here, by {@link Policies#mayRead}.
@Component
public class Labels {
    private final LabelRows rows;
    private final Policies policies;

    Labels(LabelRows rows, Policies policies) {
        this.rows = rows;
        this.policies = policies;
    }

    /// The id of a marking; the same for the same canonical text.
    @Transactional
    public int intern(Marking marking) {
        return rows.intern(marking.toString());
    }

    /// The marking with this id.
    @Transactional(readOnly = true)
    public Marking marking(int id) {
        return Marking.parse(rows.text(id));
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
