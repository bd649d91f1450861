// SPDX-License-Identifier: EUPL-1.2
/// Deliver to and receive from the counterpart's node. Knows the ledger and no field matter. Start
/// at {@code Delivery}.
@NullMarked
@ApplicationModule(allowedDependencies = {"act", "label", "parties", "ledger", "attachment", "web"})
package org.samband.federation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
