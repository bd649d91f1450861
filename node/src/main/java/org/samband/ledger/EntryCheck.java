// SPDX-License-Identifier: EUPL-1.2
package org.samband.ledger;

import java.util.Optional;
import org.samband.act.Refusal;

/// What another room asks of an entry before it is stored. Called in the transaction that stores
/// it.
public interface EntryCheck {

    /// @param ours whether this node appends the entry; false if it admits the counterpart's
    /// @return why the entry is refused; empty if this room has nothing against it
    Optional<Refusal> check(Entry entry, boolean ours);
}
