// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

import java.util.Optional;
import org.samband.parties.Area;
import org.samband.parties.PartnershipId;

/// Says in which area of cooperation a paragraph of the agreed text stands. The room of the
/// commitments, which reads the text, answers.
public interface ParagraphAreas {

    /// @param paragraph as it is numbered: `23`, `11.3`
    /// @return empty for a paragraph that the text does not have, or one outside of the areas
    Optional<Area> of(PartnershipId partnership, String paragraph);
}
