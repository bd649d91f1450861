// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure.web;

import org.samband.parties.PartnershipId;
import org.samband.procedure.Openings;
import org.samband.procedure.StateDiagram;
import org.samband.web.NotFound;
import org.samband.web.Page;
import org.samband.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// How one kind of matter moves: help for officers, made from the procedure itself.
@Controller
class ProcedurePages {
    private final Openings openings;
    private final FormParts parts;

    ProcedurePages(Openings openings, FormParts parts) {
        this.openings = openings;
        this.parts = parts;
    }

    @GetMapping("/{partnership}/procedure/{id}")
    Page procedure(@PathVariable PartnershipId partnership, @PathVariable String id, Words words) {
        var procedure = openings.of(partnership, id).orElseThrow(NotFound::new).procedure();
        return Page.of("procedure/procedure.jte")
                .titled(words.in(procedure.title()))
                .in(partnership)
                .at(DossierListPages.AT)
                .with("procedure", procedure)
                .with("parties", parts.parties(partnership, words))
                .with("diagram", StateDiagram.of(procedure, words.language()));
    }
}
