// SPDX-License-Identifier: EUPL-1.2
package org.samband.ledger;

import org.samband.act.Circle;

/// What is known of an entry without reading it.
///
/// @param label id of the interned marking
/// @param length in bytes
public record Outline(EntryNumber number, String kind, Circle circle, int label, int length) {}
