// SPDX-License-Identifier: EUPL-1.2
package org.samband.ledger;

import java.util.List;
import java.util.Optional;
import org.samband.act.Refusal;

/// What another room asks of an entry before it is stored. Called in the transaction that stores
/// it.
public interface EntryCheck {

    /// @param ours whether this node appends the entry; false if it admits the counterpart's
    /// @return why the entry is refused; empty if this room has nothing against it
    Optional<Refusal> check(Entry entry, boolean ours);

    /// Asks of several entries of one ledger, in order, none of which is stored yet; each may
    /// follow from those before it.
    ///
    /// @return the entries that are refused, in order
    default List<RefusedEntry> check(List<Entry> entries, boolean ours) {
        return entries.stream()
                .flatMap(entry ->
                        check(entry, ours).stream().map(why -> new RefusedEntry(entry, why)))
                .toList();
    }

    /// Whether this room looks into what is stored before it says what it has against an entry:
    /// then all entries before it are stored first.
    default boolean needsStored(Entry entry) {
        return false;
    }

    /// An entry and why it is refused.
    record RefusedEntry(Entry entry, Refusal refusal) {}
}
