// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

import org.samband.act.Refusal;

/// What an act did when both parties' acts are put in order.
public sealed interface Effect {

    /// It stands.
    record Effective() implements Effect {}

    /// It crossed with an act of the other party which prevails. It stays in the file.
    record Crossed(ActRef prevailing) implements Effect {}

    /// It stays in the file and did nothing, by a rule.
    record WithoutEffect(Refusal why) implements Effect {}
}
