// SPDX-License-Identifier: EUPL-1.2
package org.samband.commitment.web;

import java.util.List;
import org.samband.commitment.TextVersions;
import org.samband.parties.Officer;
import org.samband.procedure.Dossier;
import org.samband.procedure.DossierTool;
import org.springframework.stereotype.Component;

/// Leads from a revision whose text both parties agreed to the form that proposes it for adoption.
/// Source: SDP §48.
@Component
class RevisedTexts implements DossierTool {
    /// Below the path of a dossier.
    static final String PATH = "/text-version";

    private final TextVersions versions;

    RevisedTexts(TextVersions versions) {
        this.versions = versions;
    }

    @Override
    public String title() {
        return "commitment.version.tool";
    }

    /// What was proposed stands among the dossiers that come from this one.
    @Override
    public List<Line> of(Officer officer, Dossier dossier) {
        return List.of();
    }

    @Override
    public boolean mayAdd(Officer officer, Dossier dossier) {
        return versions.isRevised(dossier) && versions.mayPropose(officer, dossier.partnership());
    }

    @Override
    public String add() {
        return "commitment.version.title";
    }

    @Override
    public String addPath() {
        return PATH;
    }
}
