// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation;

import org.samband.parties.PartnershipId;

/// Something on a line is not as it was: an outage began or ended, something was refused, a receipt
/// came, a pair was set up. Says nothing of content.
public record LineChanged(PartnershipId partnership) {}
