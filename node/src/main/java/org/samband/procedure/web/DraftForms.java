// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.samband.act.Outcome;
import org.samband.act.Refusal;
import org.samband.label.Marking;
import org.samband.parties.Officer;
import org.samband.procedure.ActForm;
import org.samband.procedure.Dossier;
import org.samband.procedure.Dossiers;
import org.samband.procedure.FormDraft;
import org.samband.procedure.FormDrafts;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/// Keeps what stands in a form as the officer's draft: by the button, by the page itself while the
/// officer types, and whenever the form comes back without having become an act.
@Component
class DraftForms {
    /// Value of the control `step`: the officer presses the button.
    static final String KEEP = "keep";

    /// Name of the control that says with which acts the form was made.
    static final String KNOWN = "known";

    private final FormDrafts drafts;

    DraftForms(FormDrafts drafts) {
        this.drafts = drafts;
    }

    /// A form with what an officer has put into it.
    record Filled(
            FormDraft.Place place,
            ActForm act,
            Optional<Dossier> dossier,
            MultiValueMap<String, String> sent,
            Marking marking) {}

    Optional<FormDraft> of(Officer officer, FormDraft.Place place) {
        return drafts.of(officer, place);
    }

    /// What stood in the form when the draft was kept.
    static MultiValueMap<String, String> sent(FormDraft draft) {
        var sent = new LinkedMultiValueMap<String, String>();
        draft.typed().forEach((name, values) -> values.forEach(value -> sent.add(name, value)));
        return sent;
    }

    Outcome<Instant> keep(Officer officer, Filled form) {
        return drafts.keep(
                officer,
                form.place(),
                new FormDrafts.Typed(
                        form.act(),
                        form.dossier(),
                        FormParts.first(form.sent(), Dossiers.TITLE),
                        FormParts.first(form.sent(), Dossiers.AREA),
                        form.marking(),
                        ofForm(form)));
    }

    /// Keeps the form as the officer asked.
    ///
    /// @param files why files on it were refused
    /// @return these, and why the draft is not kept
    List<Refusal> keep(Officer officer, Filled form, List<Refusal> files) {
        var refusals = new ArrayList<>(files);
        if (keep(officer, form) instanceof Outcome.Refused<Instant>(var why)) {
            refusals.add(why);
        }
        return refusals;
    }

    /// The controls of the form and nothing else that came with it.
    private static Map<String, List<String>> ofForm(Filled form) {
        var typed = new TreeMap<String, List<String>>();
        form.sent()
                .forEach((name, values) -> {
                    if (isOfForm(form.act(), name)) {
                        typed.put(name, List.copyOf(values));
                    }
                });
        return typed;
    }

    private static boolean isOfForm(ActForm act, String name) {
        var bare = name.contains(".") ? name.substring(0, name.lastIndexOf('.')) : name;
        return List.of(Dossiers.TITLE, Dossiers.AREA, KNOWN).contains(name)
                || name.startsWith("marking.")
                || act.field(name).isPresent()
                || act.field(bare).isPresent();
    }

    void sent(Officer officer, FormDraft.Place place) {
        drafts.sent(officer, place);
    }
}
