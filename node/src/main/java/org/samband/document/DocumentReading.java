// SPDX-License-Identifier: EUPL-1.2
package org.samband.document;

import java.util.List;
import java.util.Map;
import org.samband.label.Marking;
import org.samband.parties.Bilingual;

/// What a document says, for the fields of a form. The officer checks it before the act is made.
///
/// @param fields values as they would be typed, by name of the field; what was not found is not
///   there
/// @param marking that the document bears; missing where it bears none
/// @param notes what the officer should know of the reading
public record DocumentReading(Map<String, String> fields, Marking marking, List<Bilingual> notes) {

    public DocumentReading {
        fields = Map.copyOf(fields);
        notes = List.copyOf(notes);
    }
}
