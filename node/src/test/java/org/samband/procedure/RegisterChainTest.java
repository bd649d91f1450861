// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.samband.label.Marking;
import org.samband.parties.Bilingual;
import org.samband.parties.PartyCode;

/// The chain of days of an alignment: what followed when, what is open, who was not named.
class RegisterChainTest {
    private static final Procedure PROCEDURE =
            new Procedures().newest("sanctions-alignment").orElseThrow();
    private static final RegisterForm.Chain FORM = PROCEDURE.register().chain().orElseThrow();
    private static final Bilingual NOTHING = new Bilingual("", "");

    private static RegisterLine line(long number, boolean closed, Map<String, String> values) {
        var dossier =
                new DossierLine(
                        new ActRef(new PartyCode("EU"), number),
                        PROCEDURE.id(),
                        NOTHING,
                        "EXERCISE",
                        "",
                        Marking.NONE,
                        closed ? "in-force" : "declared",
                        NOTHING,
                        closed,
                        List.of(),
                        Optional.empty(),
                        Instant.EPOCH,
                        Instant.EPOCH,
                        1);
        var all = new java.util.HashMap<String, List<Object>>();
        values.forEach((field, value) -> all.put(field, List.of(value)));
        return new RegisterLine(dossier, NOTHING, Optional.empty(), all);
    }

    private static final RegisterLine WHOLE =
            line(
                    1,
                    true,
                    Map.of(
                            "adopted-on", "2026-03-02",
                            "aligned-on", "2026-03-12",
                            "declared-on", "2026-03-13",
                            "force-on", "2026-03-31",
                            "not-named", "Iceland\nUkraine"));
    private static final RegisterLine DECLARED =
            line(
                    2,
                    false,
                    Map.of(
                            "adopted-on", "2026-04-01",
                            "declared-on", "2026-05-01",
                            "not-named", "Ukraine\n \nTürkiye"));
    private static final RegisterLine INVITED = line(3, false, Map.of("adopted-on", "2026-02-01"));

    @Test
    void eachDayStandsWithTheDaysSinceTheOneBeforeIt() {
        var row = RegisterChain.of(FORM, List.of(WHOLE)).rows().getFirst();
        assertThat(row.links().stream().map(RegisterChain.Link::days))
                .containsExactly(
                        Optional.empty(), Optional.of(10L), Optional.of(1L), Optional.of(18L));
        assertThat(row.gap()).isEmpty();
    }

    @Test
    void whatIsOpenLacksItsNextDayAndWhatWaitsLongestStandsFirst() {
        var chain = RegisterChain.of(FORM, List.of(WHOLE, DECLARED, INVITED));
        assertThat(chain.gaps().stream().map(row -> row.line().dossier().ref().number()))
                .containsExactly(3L, 2L);
        assertThat(chain.gaps().stream().map(row -> row.gap().orElseThrow()))
                .containsExactly("aligned-on", "aligned-on");
        var links = chain.gaps().getLast().links();
        assertThat(links.get(2).days()).as("from the last day that stands").contains(30L);
        assertThat(chain.rows().stream().map(row -> row.line().dossier().ref().number()))
                .containsExactly(2L, 1L, 3L);
    }

    @Test
    void aClosedDossierHasNoGapHoweverFewOfItsDaysStand() {
        var closed = line(4, true, Map.of("adopted-on", "2026-01-01"));
        assertThat(RegisterChain.of(FORM, List.of(closed)).gaps()).isEmpty();
    }

    @Test
    void whoIsNotNamedStandsWithTheDossiersThatLeaveThemOut() {
        var absent = RegisterChain.of(FORM, List.of(WHOLE, DECLARED, INVITED)).absent();
        assertThat(new ArrayList<>(absent.keySet()))
                .containsExactly("Ukraine", "Iceland", "Türkiye");
        assertThat(absent.get("Ukraine")).containsExactly(WHOLE, DECLARED);
    }

    @Test
    void whatIsNoDayIsReadAsNone() {
        var wrong = line(5, false, Map.of("adopted-on", "soon", "aligned-on", "2026-13-40"));
        var row = RegisterChain.of(FORM, List.of(wrong)).rows().getFirst();
        assertThat(row.links()).allMatch(link -> link.on().isEmpty());
        assertThat(row.since()).isEmpty();
    }
}
