// SPDX-License-Identifier: EUPL-1.2
package org.samband.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.samband.act.Circle;
import org.samband.label.Marking;
import org.samband.ledger.Entry;
import org.samband.ledger.EntryNumber;
import org.samband.ledger.LedgerId;
import org.samband.parties.PartnershipId;
import org.samband.parties.PartyCode;
import org.samband.procedure.ActRef;
import org.samband.proof.CanonicalJson;

/// The vectors of spec/drafting fold as they say.
@NullUnmarked // what is missing fails the test
class TextVectorsTest {
    private static final PartnershipId PARTNERSHIP = new PartnershipId("eu-norway");
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Path VECTORS = Path.of("../spec/drafting/vectors");

    static Stream<Path> vectors() throws IOException {
        try (var files = Files.list(VECTORS)) {
            return files.sorted().toList().stream();
        }
    }

    private static Map<String, Object> map(Object value) {
        return TextEntries.map(value);
    }

    private static Entry entry(Map<String, Object> said) {
        var party = new PartyCode(String.valueOf(said.get("party")));
        return new Entry(
                new LedgerId(PARTNERSHIP, party, LedgerId.Line.SHARED),
                new EntryNumber((long) said.get("number")),
                (long) said.get("seen"),
                NOON,
                new Entry.By("MFA", "EXERCISE officer", "desk officer"),
                Circle.SHARED,
                Marking.parse("TLP:GREEN"),
                "",
                String.valueOf(said.get("kind")),
                "EU-1",
                map(said.get("content")));
    }

    private static TextOpening opening(Map<String, Object> said) {
        var ref =
                new ActRef(
                        new PartyCode(String.valueOf(said.get("party"))),
                        (long) said.get("number"));
        return new TextOpening(
                PARTNERSHIP,
                ref,
                ref,
                TextKind.of(String.valueOf(said.get("kind"))).orElseThrow(),
                String.valueOf(said.get("language")),
                String.valueOf(said.get("title")),
                "",
                Marking.parse("TLP:GREEN"),
                NOON,
                new Entry.By("EEAS", "EXERCISE officer", "desk officer"));
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void foldsAsItSays(Path file) throws Exception {
        var vector = map(CanonicalJson.read(Files.readAllBytes(file)));
        var opening = opening(map(vector.get("opening")));
        var entries =
                TextEntries.list(vector, "entries").stream().map(one -> entry(map(one))).toList();
        for (var entry : entries) {
            assertThat(TextForm.malformed(entry)).as(entry.toString()).isEmpty();
        }
        var moves = entries.stream().map(TextEntries::read).toList();
        for (var move : moves) {
            var known = TextFold.of(opening, TextOrder.before(move, moves), TwoDrafters.FIRST);
            assertThat(new TextJudge(known, move).whyNot()).as(move.toString()).isEmpty();
        }
        var text = TextFold.of(opening, moves, TwoDrafters.FIRST);
        var expected = map(vector.get("expected"));
        assertThat(text.state().word()).isEqualTo(expected.get("state"));
        assertThat(
                        text.points().stream()
                                .map(point -> point.id() + " " + point.state().word())
                                .toList())
                .isEqualTo(
                        TextEntries.list(expected, "points").stream()
                                .map(one -> map(one).get("point") + " " + map(one).get("state"))
                                .toList());
        assertThat(text.crossed().stream().map(ActRef::toString).toList())
                .isEqualTo(List.copyOf(TextEntries.list(expected, "crossed")));
        assertThat(CanonicalText.hash(text))
                .isEqualTo(Objects.requireNonNull(expected.get("hash")));
    }
}
