// SPDX-License-Identifier: EUPL-1.2
/// A counterpart for a node that has none yet, and the conformance kit: plays a partner over the
/// wire and sends every fault of which the specification says what a node answers. Built from
/// spec/ledger, spec/federation and spec/procedure; it knows `proof` and no room of the node, so
/// that it is a second opinion. Start at {@code Simulation}.
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.samband.simulator;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
