// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure.web;

import java.util.List;
import org.samband.parties.Bilingual;

/// What a form shows of the document from which it was filled in.
///
/// @param form of the documents that are read there, as officers call it
/// @param typed the text that was pasted
/// @param filled labels of the fields that were filled in
/// @param open whether it is shown from the beginning
public record Documented(
        String form, String typed, List<String> filled, List<Bilingual> notes, boolean open) {

    public Documented {
        filled = List.copyOf(filled);
        notes = List.copyOf(notes);
    }
}
