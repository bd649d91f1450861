// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/// Something that the parties said in a dossier will be done.
///
/// @param id number of the act that noted it and its place there, counted from 1: `EU-17.1`
/// @param owner code of the party that will do it
/// @param due empty where no date was agreed: then it is never overdue
/// @param agreed whether it stands: noted by an act that needs no agreement, or agreed by both
/// @param done the act that reported it done
public record FollowUp(
        String id,
        String owner,
        String text,
        Optional<LocalDate> due,
        boolean agreed,
        Optional<ActRef> done) {

    /// Whether one of these acts noted it.
    boolean isOf(Set<ActRef> acts) {
        return acts.stream().anyMatch(act -> id.startsWith(act + "."));
    }

    FollowUp withoutContent() {
        return new FollowUp(id, owner, Recall.HIDDEN, Optional.empty(), agreed, done);
    }

    public boolean open() {
        return agreed && done.isEmpty();
    }
}
