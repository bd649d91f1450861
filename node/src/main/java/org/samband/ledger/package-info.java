// SPDX-License-Identifier: EUPL-1.2
/// Append-only signed record of acts, ours and the counterpart's. Start at {@link
/// org.samband.ledger.Entry}.
@NullMarked
@ApplicationModule(allowedDependencies = {"act", "label", "parties"})
package org.samband.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
