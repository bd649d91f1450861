// SPDX-License-Identifier: EUPL-1.2
package org.samband.node;

import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;

/// The node's time: that of its machine, but for work that is done at another moment, as when a
/// step of the sample year is played.
final class NodeClock implements InstantSource {
    private static final ScopedValue<Instant> MOMENT = ScopedValue.newInstance();

    private final InstantSource machine;

    NodeClock(InstantSource machine) {
        this.machine = machine;
    }

    @Override
    public Instant instant() {
        return MOMENT.isBound() ? MOMENT.get() : machine.instant();
    }

    /// Does the work as if it were this moment. Only this thread and only this work see it.
    <T> T at(Instant moment, Supplier<T> work) {
        return ScopedValue.where(MOMENT, moment).call(work::get);
    }
}
