// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.samband.parties.Bilingual;

/// One dossier in a register.
///
/// @param last what the latest act did, for instance "proposed dates"
/// @param next the next day that it names, from today on
/// @param values standing values by name of the field, oldest first
public record RegisterLine(
        DossierLine dossier,
        Bilingual last,
        Optional<LocalDate> next,
        Map<String, List<Object>> values) {

    public RegisterLine {
        values = Map.copyOf(values);
    }

    /// The standing values of a field, oldest first.
    public List<Object> values(String field) {
        return values.getOrDefault(field, List.of());
    }
}
