// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation.web;

import java.util.Optional;
import org.samband.federation.PairFile;
import org.samband.parties.PartnershipId;

/// How the pair of one partnership stands.
///
/// @param counterpart the other party's full name
/// @param invitation of this node
/// @param pinned what the counterpart gave; empty until the pair is set up
public record PairView(
        PartnershipId partnership,
        String counterpart,
        PairFile invitation,
        Optional<PairFile> pinned) {}
