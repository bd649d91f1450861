// SPDX-License-Identifier: EUPL-1.2
package org.samband.ledger;

/// An entry was stored. Published in the transaction that stored it, so that what is derived stands
/// or falls with it.
///
/// @param ours whether this node appended it; false if it admitted the counterpart's
public record EntryRecorded(Entry entry, boolean ours) {}
