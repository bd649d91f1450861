// SPDX-License-Identifier: EUPL-1.2
package org.samband.drafting.web;

import java.util.List;
import org.samband.drafting.JointTexts;
import org.samband.drafting.TextLine;
import org.samband.parties.Officer;
import org.samband.parties.Sights;
import org.samband.procedure.Dossier;
import org.samband.procedure.DossierTool;
import org.springframework.stereotype.Component;

/// Shows the joint texts of a dossier on its page.
@Component
class DossierTexts implements DossierTool {
    private final JointTexts texts;
    private final Sights sights;

    DossierTexts(JointTexts texts, Sights sights) {
        this.texts = texts;
        this.sights = sights;
    }

    @Override
    public String title() {
        return "drafting.texts.title";
    }

    @Override
    public List<Line> of(Officer officer, Dossier dossier) {
        return texts.of(sights.of(officer), dossier.partnership(), dossier.ref()).stream()
                .map(DossierTexts::line)
                .toList();
    }

    private static Line line(TextLine text) {
        return new Line(
                "/joint-text/" + text.ref(),
                text.title(),
                "drafting.kind." + text.kind().word(),
                "drafting.state." + text.state().word(),
                text.state().tone());
    }

    @Override
    public boolean mayAdd(Officer officer, Dossier dossier) {
        return texts.mayDraft(officer);
    }

    @Override
    public String add() {
        return "drafting.open.title";
    }

    @Override
    public String addPath() {
        return "/joint-text";
    }
}
