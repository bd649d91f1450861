// SPDX-License-Identifier: EUPL-1.2
package org.samband.commitment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.samband.commitment.Sentences.commitment;
import static org.samband.commitment.Sentences.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.samband.instrument.Undertaking;
import org.samband.procedure.Evidence;

/// What holds for every commitment, whatever is on record. The seed is printed when a property
/// fails.
class StandingsPropertiesTest {
    private static final int ROUNDS = 20_000;
    private static final List<String> SHOWING =
            List.of(
                    "dialogue-held",
                    "invitation-sent",
                    "forum-attended",
                    "dialogue-concluded",
                    "follow-up-done",
                    "exploration-opened",
                    "options-explored",
                    "dialogue-established",
                    "something-new");
    private static final List<String> OTHER =
            List.of(
                    "edition-announced",
                    "commitment-corrected",
                    "commitment-suspended",
                    "commitment-resumed");
    private static final @Nullable String[] CADENCES = {
        null, "annual", "biannual", "regular", "every month"
    };

    private final long seed = new Random().nextLong();
    private final Random random = new Random(seed);

    @Test
    void moreEvidenceNeverMakesItWorse() {
        for (int round = 0; round < ROUNDS; round++) {
            var one =
                    commitment(
                            any(Undertaking.values()), CADENCES[random.nextInt(CADENCES.length)]);
            var evidence = someEvidence(SHOWING, 4);
            var more = new ArrayList<>(evidence);
            more.addAll(someEvidence(SHOWING, 3));
            Collections.shuffle(more, random);
            var today = day();
            var effect = day();
            assertThat(rank(Standings.of(one, more, today, effect)))
                    .as(
                            "seed %d, %s %s on %s: %s, then %s",
                            seed, one.undertaking(), one.cadence(), today, evidence, more)
                    .isGreaterThanOrEqualTo(rank(Standings.of(one, evidence, today, effect)));
        }
    }

    @Test
    void theOrderInWhichEvidenceArrivesDoesNotMatter() {
        for (int round = 0; round < ROUNDS; round++) {
            var one =
                    commitment(
                            any(Undertaking.values()), CADENCES[random.nextInt(CADENCES.length)]);
            var evidence = new ArrayList<>(someEvidence(all(), 6));
            var today = day();
            var effect = day();
            var before = Standings.of(one, evidence, today, effect);
            Collections.shuffle(evidence, random);
            assertThat(Standings.of(one, evidence, today, effect))
                    .as("seed %d", seed)
                    .isEqualTo(before);
        }
    }

    @Test
    void onlyFirmUndertakingsAreEverDueAndOnlyAnnualOnesEverOutstanding() {
        for (int round = 0; round < ROUNDS; round++) {
            var one =
                    commitment(
                            any(Undertaking.values()), CADENCES[random.nextInt(CADENCES.length)]);
            var standing = Standings.of(one, someEvidence(all(), 5), day(), day());
            var firm =
                    switch (one.undertaking()) {
                        case WILL, TAKES_PLACE, ARE_TO, HAVE_DECIDED, ARE_COMMITTED_TO -> true;
                        case AIM_TO,
                                WILL_EXPLORE,
                                WILL_CONSIDER,
                                MAY_WHERE_APPROPRIATE,
                                IS_WELCOME_TO ->
                                false;
                    };
            if (standing instanceof Standing.Overdue) {
                assertThat(firm && "annual".equals(one.cadence()))
                        .as("seed %d: %s", seed, one)
                        .isTrue();
            }
            if (standing instanceof Standing.Due) {
                assertThat(firm).as("seed %d: %s", seed, one).isTrue();
            }
        }
    }

    @Test
    void theStrongWordStandsNowhere() throws IOException {
        var word = "brea" + "ch";
        for (var file :
                List.of(
                        "src/main/java/org/samband/commitment",
                        "src/main/jte/commitment",
                        "src/main/resources/words/commitment.en.properties")) {
            var path = Path.of(file);
            if (Files.exists(path)) {
                try (var files = Files.walk(path)) {
                    assertThat(
                                    files.filter(Files::isRegularFile)
                                            .filter(one -> read(one).contains(word)))
                            .isEmpty();
                }
            }
        }
        var norwegian = read(Path.of("src/main/resources/words/commitment.nb.properties"));
        assertThat(norwegian.toLowerCase(Locale.ROOT)).doesNotContain("brudd", "mislig");
    }

    private static int rank(Standing standing) {
        return switch (standing) {
            case Standing.Overdue _ -> 0;
            case Standing.Due _, Standing.NotTriggered _, Standing.Quiet _ -> 1;
            case Standing.UnderExploration _, Standing.Active _ -> 2;
            case Standing.Kept _, Standing.Used _, Standing.Explored _, Standing.Established _ -> 3;
            case Standing.Suspended _, Standing.Disputed _ -> throw new AssertionError();
        };
    }

    private List<Evidence> someEvidence(List<String> types, int most) {
        var evidence = new ArrayList<Evidence>();
        for (int at = random.nextInt(most + 1); at > 0; at--) {
            evidence.add(
                    evidence(
                            types.get(random.nextInt(types.size())),
                            day().toString(),
                            1 + random.nextInt(1_000_000)));
        }
        return evidence;
    }

    private static List<String> all() {
        var all = new ArrayList<>(SHOWING);
        all.addAll(OTHER);
        return all;
    }

    private LocalDate day() {
        return LocalDate.of(2025, 1, 1).plusDays(random.nextInt(5 * 365));
    }

    private <T> T any(T[] values) {
        return values[random.nextInt(values.length)];
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
