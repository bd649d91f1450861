// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.samband.procedure.DossierNodes.EU_NORWAY;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.samband.label.Clearance;
import org.samband.parties.NeedToKnow;
import org.samband.parties.Officer;

/// Days that a party sets itself: in its own calendar alone. EXERCISE.
class OwnTargetTest {
    @TempDir private static Path folder;

    private static Acted target(DossierNodes.Node node, ActRef dossier, String day) {
        return node.dossiers()
                .note(
                        node.desk(),
                        EU_NORWAY,
                        dossier,
                        new WrittenNote("EXERCISE plan", DossierNodes.LIMITED, false, day));
    }

    private static List<LocalDate> targets(DossierNodes.Node node, Officer officer) {
        return node
                .evidences()
                .coming(
                        node.sight(officer),
                        EU_NORWAY,
                        LocalDate.of(2026, 1, 1),
                        LocalDate.of(2030, 1, 1))
                .stream()
                .filter(day -> day.origin() == Deadline.Origin.OWN_TARGET)
                .map(Coming::on)
                .toList();
    }

    @Test
    void theLatestOwnTargetOfAnOpenDossierStandsInOurCalendarAlone() {
        try (var nodes = DossierNodes.open(folder)) {
            var dossier = nodes.eu.opened("consultation", Map.of("dates", "12.3.2026"));
            DossierNodes.done(target(nodes.eu, dossier, "1.5.2027"));
            DossierNodes.done(target(nodes.eu, dossier, "2027-06-01"));
            DossierNodes.done(target(nodes.eu, dossier, ""));
            nodes.toNorway();
            assertThat(targets(nodes.eu, nodes.eu.desk()))
                    .containsExactly(LocalDate.of(2027, 6, 1));
            assertThat(targets(nodes.no, nodes.no.desk())).isEmpty();
            var limited =
                    DossierNodes.limited(
                            nodes.eu.desk(),
                            NeedToKnow.allOf(EU_NORWAY),
                            Clearance.upTo(Map.of("TLP", "RED")));
            assertThat(targets(nodes.eu, limited)).isEmpty();
            nodes.eu.dossiers().rebuild(EU_NORWAY);
            assertThat(targets(nodes.eu, nodes.eu.desk()))
                    .containsExactly(LocalDate.of(2027, 6, 1));
            var wrong = target(nodes.eu, dossier, "soon");
            assertThat(DossierNodes.rules(wrong)).containsExactly(ProcedureRule.NOT_A_DATE);
            assertThat(((Acted.Refused) wrong).refusals().getFirst().where()).isEqualTo("target");
        }
    }
}
