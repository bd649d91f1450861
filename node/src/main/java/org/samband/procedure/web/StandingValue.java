// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure.web;

import java.util.List;

/// What stands in one field of a dossier.
///
/// @param title of the field
public record StandingValue(String title, List<Said> values) {

    public StandingValue {
        values = List.copyOf(values);
    }
}
