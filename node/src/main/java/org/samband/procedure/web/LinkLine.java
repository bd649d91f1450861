// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure.web;

import java.util.List;
import java.util.Locale;
import org.samband.procedure.DossierLine;
import org.samband.procedure.Link;
import org.samband.web.Words;

/// A dossier to which this one is linked, on its page.
///
/// @param says how, for instance "comes from"
public record LinkLine(String says, DossierLine other) {

    static List<LinkLine> of(List<Link> links, Words words) {
        return links.stream()
                .map(link ->
                        new LinkLine(
                                words.of(
                                        "procedure.link."
                                                + link.way().name().toLowerCase(Locale.ROOT)
                                                + "."
                                                + link.kind().word()),
                                link.other()))
                .distinct()
                .toList();
    }
}
