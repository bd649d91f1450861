// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.samband.label.Marking;
import org.samband.procedure.ActForm;
import org.samband.procedure.Dossier;
import org.samband.procedure.Field;
import org.samband.procedure.FormDraft;

/// What stands in the form of an act.
///
/// @param fields by name
/// @param more whether more rows are wanted
/// @param known with which acts the form was made
/// @param draft of the officer for this form
record ActTyped(
        Map<String, String> fields,
        Marking marking,
        boolean more,
        Known known,
        Optional<FormDraft> draft) {

    /// What a form begins with. One that names commitments begins with those that it is to name.
    ///
    /// @param marking that our party proposes
    static ActTyped begun(ActForm form, Dossier dossier, PartyWords parties, Marking marking) {
        var typed = new LinkedHashMap<>(FormField.proposed(form, dossier.state()));
        var items = parties.standingItems(dossier.procedure().id());
        for (var field : form.fields()) {
            if (field.type() == Field.Type.COMMITMENTS && !items.isEmpty()) {
                typed.putIfAbsent(field.name(), String.join("\n", items));
            }
        }
        return new ActTyped(typed, marking, false, Known.of(dossier), Optional.empty());
    }

    /// With what a link fills into fields of the form.
    ActTyped filled(ActForm form, Map<String, String> asked) {
        var typed = new LinkedHashMap<>(fields);
        asked.forEach((name, value) -> {
            if (form.field(name).isPresent()) {
                typed.put(name, value);
            }
        });
        return new ActTyped(typed, marking, more, known, draft);
    }

    /// As it was kept.
    static ActTyped of(ActForm form, FormDraft draft, FormParts parts) {
        var sent = DraftForms.sent(draft);
        return new ActTyped(
                FormField.typed(form, sent),
                parts.read(sent),
                false,
                Known.of(FormParts.first(sent, DraftForms.KNOWN)),
                Optional.of(draft));
    }

    /// As it came.
    static ActTyped of(DraftForms.Filled form, boolean more, Optional<FormDraft> draft) {
        return new ActTyped(
                FormField.typed(form.act(), form.sent()),
                form.marking(),
                more,
                Known.of(FormParts.first(form.sent(), DraftForms.KNOWN)),
                draft);
    }
}
