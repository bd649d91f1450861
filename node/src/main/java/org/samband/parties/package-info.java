// SPDX-License-Identifier: EUPL-1.2
/// Parties, authorities, officers, their roles, need-to-know and clearances. Start at {@link
/// org.samband.parties.PartyCode}.
@NullMarked
@ApplicationModule(allowedDependencies = {"act", "label"})
package org.samband.parties;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
