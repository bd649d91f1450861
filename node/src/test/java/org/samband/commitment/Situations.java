// SPDX-License-Identifier: EUPL-1.2
package org.samband.commitment;

import static org.samband.commitment.Sentences.evidence;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.samband.procedure.Evidence;

/// What can be on record about a commitment on 15 June 2028, when the text has been in effect since
/// May 2025.
final class Situations {
    static final LocalDate TODAY = LocalDate.of(2028, 6, 15);
    static final LocalDate EFFECT = LocalDate.of(2025, 5, 28);

    private Situations() {}

    static Map<String, List<Evidence>> all() {
        var map = new LinkedHashMap<String, List<Evidence>>();
        map.put("nothing", List.of());
        map.put("held this year", List.of(held("2028-02-01", 1)));
        map.put("held last year", List.of(held("2027-12-31", 1)));
        map.put("held the year before", List.of(held("2026-01-01", 1)));
        map.put("called for", List.of(evidence("edition-announced", "2028-02-01", 1)));
        map.put(
                "called for and answered",
                List.of(
                        evidence("edition-announced", "2028-02-01", 1),
                        evidence("invitation-sent", "2028-03-01", 1)));
        map.put(
                "answered, called for again",
                List.of(
                        evidence("edition-announced", "2027-02-01", 1),
                        evidence("invitation-sent", "2027-03-01", 1),
                        evidence("edition-announced", "2028-02-01", 2)));
        map.put("only agreed afterwards", List.of(evidence("dialogue-concluded", "2028-01-02", 1)));
        map.put("taken up", List.of(evidence("exploration-opened", "2028-01-02", 1)));
        map.put("result found", List.of(evidence("options-explored", "2028-03-02", 1)));
        map.put("established", List.of(evidence("dialogue-established", "2027-03-02", 1)));
        map.put(
                "suspended",
                List.of(held("2028-02-01", 1), evidence("commitment-suspended", "2028-03-01", 2)));
        map.put(
                "suspended and resumed",
                List.of(
                        held("2028-02-01", 1),
                        evidence("commitment-suspended", "2028-03-01", 2),
                        evidence("commitment-resumed", "2028-04-01", 3)));
        map.put("only corrected", List.of(evidence("commitment-corrected", "2028-01-02", 1)));
        map.put("dated tomorrow", List.of(held("2028-06-16", 1)));
        map.put("type not known here", List.of(evidence("something-new", "2028-01-01", 1)));
        return map;
    }

    private static Evidence held(String on, long dossier) {
        return evidence("dialogue-held", on, dossier);
    }
}
