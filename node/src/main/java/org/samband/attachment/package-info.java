// SPDX-License-Identifier: EUPL-1.2
/// Files that acts carry: kept by SHA-256 for each partnership, referred to by entries. Start at
/// {@code Attachments}.
@NullMarked
@ApplicationModule(allowedDependencies = {"act", "label", "parties", "ledger"})
package org.samband.attachment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
