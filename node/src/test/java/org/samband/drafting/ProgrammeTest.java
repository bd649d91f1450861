// SPDX-License-Identifier: EUPL-1.2
package org.samband.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.samband.procedure.ActRef;

/// Times of an agenda follow from its start and from how long each item takes.
class ProgrammeTest {
    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");

    private final TwoDrafters text = new TwoDrafters(TwoDrafters.opening(TextKind.AGENDA));

    private static TextMove.Change item(int behind, String title, Slot.Typed slot) {
        var after =
                behind == 0
                        ? Optional.<PointId>empty()
                        : Optional.of(new PointId(new ActRef(TwoDrafters.EU, 2), behind));
        return new TextMove.Change(
                Optional.empty(),
                List.of(),
                Optional.of(new Wording(title, "EXERCISE", after, slot.slot())));
    }

    private static Slot.Typed typed(String minutes, String at) {
        return new Slot.Typed("23, 11.3", minutes, "EEAS, Deputy Secretary General", at);
    }

    @Test
    void anItemBeginsWhenTheOneBeforeItEnds() {
        var entry =
                text.make(
                        TwoDrafters.EU,
                        new TextMove.Propose(
                                List.of(
                                        item(0, "Opening", typed("10", "")),
                                        item(1, "Ukraine", typed("30", "9.30")),
                                        item(2, "Space", typed("", "")),
                                        item(3, "Unknown", typed("15", "")),
                                        item(4, "After lunch", typed("20", "14:00"))),
                                ""));
        var read = TextFold.of(TwoDrafters.opening(TextKind.AGENDA), text.all(), TwoDrafters.FIRST);
        assertThat(read.standing()).hasSize(5);
        assertThat(Programme.minutes(read)).isEqualTo(75);
        var spans = Programme.of(read, LocalDate.of(2027, 3, 12), BRUSSELS);
        assertThat(said(spans, entry, read))
                .containsExactlyInAnyOrder(
                        "Ukraine 09:30 10:00", "Space 10:00 -", "After lunch 14:00 14:20");
    }

    private static List<String> said(
            Map<PointId, Programme.Span> spans, ActRef entry, JointText text) {
        assertThat(spans.keySet()).allMatch(id -> id.entry().equals(entry));
        return spans.entrySet().stream()
                .map(one ->
                        text.point(one.getKey()).flatMap(Point::any).orElseThrow().heading()
                                + " "
                                + one.getValue().from().toLocalTime()
                                + " "
                                + one.getValue()
                                        .to()
                                        .map(end -> end.toLocalTime().toString())
                                        .orElse("-"))
                .toList();
    }

    @Test
    void aConclusionHasNoProgramme() {
        var conclusions = new TwoDrafters(TwoDrafters.opening(TextKind.CONCLUSIONS));
        conclusions.make(TwoDrafters.EU, TwoDrafters.fresh(TwoDrafters.says("One.")));
        assertThat(
                        Programme.of(
                                conclusions.text(TwoDrafters.EU),
                                LocalDate.of(2027, 3, 12),
                                BRUSSELS))
                .isEmpty();
    }

    @Test
    void whatCannotBeReadIsNamed() {
        assertThat(typed("10", "09:30").wrong()).isEmpty();
        assertThat(new Slot.Typed("§23", "", "", "").wrong()).contains("paragraphs");
        assertThat(typed("0", "").wrong()).contains("minutes");
        assertThat(typed("1441", "").wrong()).contains("minutes");
        assertThat(typed("ten", "").wrong()).contains("minutes");
        assertThat(typed("10", "25:00").wrong()).contains("at");
        assertThat(new Slot.Typed("", "", "x".repeat(201), "").wrong()).contains("speaker");
    }

    @Test
    void anItemInAnEntryHasItsFormOrIsNone() {
        assertThat(Slot.of(Map.of("minutes", 20L, "at", "09:30"))).isPresent();
        for (var wrong :
                List.<Map<String, Object>>of(
                        Map.of(),
                        Map.of("minutes", 0L),
                        Map.of("minutes", "20"),
                        Map.of("at", "24:10"),
                        Map.of("at", "9:30"),
                        Map.of("paragraphs", List.of()),
                        Map.of("paragraphs", List.of("23", "23")),
                        Map.of("paragraphs", List.of("p23")),
                        Map.of("speaker", "two\nlines"),
                        Map.of("room", "12"))) {
            assertThat(Slot.of(wrong)).as(wrong.toString()).isEmpty();
        }
    }
}
