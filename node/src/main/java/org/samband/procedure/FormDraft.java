// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.samband.label.Marking;
import org.samband.parties.Bilingual;
import org.samband.parties.PartnershipId;

/// What an officer has typed into the form of an act and not sent. It is *own*: only that officer
/// sees it, at this node alone, until the act is made. Source: design section 3, "Circles".
///
/// @param id counted from 1
/// @param what title of the act; of an opening that of the procedure
/// @param title of the dossier; of one that is to be opened, as it was typed
/// @param marking of the dossier and of what was chosen on the form
/// @param typed what stood in the form, by name of the control
/// @param thrownAt when it was thrown away; empty while it stands
public record FormDraft(
        long id,
        Place place,
        Bilingual what,
        String title,
        Marking marking,
        Map<String, List<String>> typed,
        Instant keptAt,
        Optional<Instant> thrownAt) {

    /// The form into which it was typed. There is one draft for each form.
    ///
    /// @param dossier empty for the form that opens one
    /// @param step name of the act; of an opening the short name of the procedure
    public record Place(PartnershipId partnership, Optional<ActRef> dossier, String step) {

        /// The path of the form below that of the partnership.
        public String path() {
            return dossier.map(ref -> "/dossier/" + ref + "/act/" + step).orElse("/open/" + step);
        }
    }

    public FormDraft {
        typed = Map.copyOf(typed);
    }
}
