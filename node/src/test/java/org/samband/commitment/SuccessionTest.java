// SPDX-License-Identifier: EUPL-1.2
package org.samband.commitment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.samband.act.Outcome;
import org.samband.act.Refusal;
import org.samband.instrument.Commitment;
import org.samband.instrument.Imported;
import org.samband.instrument.InstrumentFile;
import org.samband.instrument.InstrumentImport;
import org.samband.parties.PartnershipId;
import org.samband.parties.PartyCode;
import org.samband.procedure.ActRef;
import org.samband.procedure.Evidence;
import org.samband.proof.Digest;

/// Versions of an instrument: what maps by itself, what an officer says, what is refused, and that
/// a commitment keeps its identity. Source: spec/instrument/README.md, INS-V1 to V5.
class SuccessionTest {
    private static final String OLD =
            """
            PACT BETWEEN THE EUROPEAN UNION AND NORWAY

            Cyber issues

            1. The EU and Norway will hold regular exchanges on cyber security.

            2. The EU and Norway will explore joint training. They will share lessons.

            3. The EU and Norway will consult annually on space.
            """;

    /// A paragraph was put before the others, one was reworded, one left out.
    private static final String NEW =
            """
            PACT BETWEEN THE EUROPEAN UNION AND NORWAY

            Cyber issues

            1. The EU and Norway will exchange liaison officers.

            2. The EU and Norway will hold regular exchanges on cyber security.

            3. The EU and Norway will hold joint training. They will share lessons.
            """;

    private static final InstrumentHeld FIRST = held(OLD);
    private static final InstrumentHeld SECOND = held(NEW);
    private static final String MAPPING =
            "p2.s1 -> p3.s1\n\n3 → dropped: EXERCISE taken up elsewhere";

    private static InstrumentHeld held(String text) {
        var read = InstrumentImport.read(text.getBytes(StandardCharsets.UTF_8), "pact.txt");
        assertThat(read).isInstanceOf(Outcome.Accepted.class);
        return held(((Outcome.Accepted<Imported>) read).value());
    }

    private static InstrumentHeld held(Imported imported) {
        return new InstrumentHeld(
                imported,
                hash(InstrumentFile.instrumentJson(imported.instrument())),
                hash(InstrumentFile.commitmentsJson(imported.commitments())),
                Map.of());
    }

    private static String hash(String text) {
        return Digest.sha256(text.getBytes(StandardCharsets.UTF_8)).hex();
    }

    private static Optional<InstrumentHeld> library(String instrument, String commitments) {
        return List.of(FIRST, SECOND).stream()
                .filter(one -> one.instrumentHash().equals(instrument))
                .filter(one -> one.commitmentsHash().equals(commitments))
                .findFirst();
    }

    private static ActRef ref(long number) {
        return new ActRef(new PartyCode("EU"), number);
    }

    private static Succession.Proposed proposed(
            long number, InstrumentHeld held, long replaces, String mapping, String agreed) {
        return new Succession.Proposed(
                ref(number),
                held.instrumentHash(),
                held.commitmentsHash(),
                Optional.of(replaces),
                mapping,
                Optional.of(LocalDate.of(2026, 3, 1)),
                agreed.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(agreed)));
    }

    private static Succession of(Succession.Proposed... proposed) {
        return Succession.of(
                ExercisePact.profile(),
                FIRST,
                Adoption.of(ExercisePact.profile(), FIRST, List.of()),
                List.of(proposed),
                SuccessionTest::library);
    }

    private static Refusal refused(Outcome<?> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return ((Outcome.Refused<?>) outcome).refusal();
    }

    private static Outcome<InstrumentVersion> next(String mapping) {
        return of().next(
                        ExercisePact.profile(),
                        proposed(7, SECOND, 1, mapping, ""),
                        SuccessionTest::library);
    }

    private static InstrumentVersion second() {
        return of(proposed(7, SECOND, 1, MAPPING, "2026-02-20T10:00:00Z")).versions().getLast();
    }

    @Test
    void whatReadsTheSameMapsByItselfWhereverItWent() {
        var second = second();
        assertThat(second.number()).isEqualTo(2);
        assertThat(second.identities())
                .containsEntry("p2.s1", "p1.s1")
                .containsEntry("p3.s1", "p2.s1")
                .containsEntry("p3.s2", "p2.s2");
    }

    @Test
    void whatIsNewHasAnIdentityOfItsOwnAndWhatWasDroppedKeepsItsWord() {
        var second = second();
        assertThat(second.identities()).containsEntry("p1.s1", "p1.s1.v2");
        assertThat(second.added()).isEqualTo(Set.of("p1.s1.v2"));
        assertThat(second.dropped()).isEqualTo(Map.of("p3.s1", "EXERCISE taken up elsewhere"));
        assertThat(second.words()).containsEntry("p2.s2", 1).containsEntry("p2.s1", 2);
    }

    @Test
    void theOldVersionHasEffectUntilTheDayOfTheNewOne() {
        var both = of(proposed(7, SECOND, 1, MAPPING, "2026-02-20T10:00:00Z"));
        assertThat(both.on(LocalDate.of(2026, 2, 28)).number()).isEqualTo(1);
        assertThat(both.on(LocalDate.of(2026, 3, 1)).number()).isEqualTo(2);
        assertThat(of(proposed(7, SECOND, 1, MAPPING, "")).versions()).hasSize(1);
    }

    @Test
    void ofTwoThatReplaceTheSameTheOneThatWasAgreedFirstStands() {
        var early = proposed(9, SECOND, 1, MAPPING, "2026-02-19T10:00:00Z");
        var late = proposed(7, FIRST, 1, "", "2026-02-20T10:00:00Z");
        for (var order : List.of(List.of(early, late), List.of(late, early))) {
            var versions = of(order.toArray(Succession.Proposed[]::new)).versions();
            assertThat(versions).hasSize(2);
            assertThat(versions.getLast().dossier()).contains(ref(9));
        }
    }

    @Test
    void aThirdVersionGoesOnFromTheSecond() {
        var back = "p1.s1 -> dropped: EXERCISE no longer\np3.s1 -> p2.s1";
        var all =
                of(
                        proposed(7, SECOND, 1, MAPPING, "2026-02-20T10:00:00Z"),
                        proposed(8, FIRST, 2, back, "2026-02-21T10:00:00Z"));
        assertThat(all.versions()).hasSize(3);
        var third = all.versions().getLast();
        assertThat(third.identities())
                .containsEntry("p1.s1", "p1.s1")
                .containsEntry("p2.s1", "p2.s1")
                .containsEntry("p3.s1", "p3.s1.v3");
        assertThat(CommitmentHistory.of("p2.s1", all.versions()).earlier())
                .extracting(CommitmentHistory.Wording::version)
                .containsExactly(2, 1);
        assertThat(CommitmentHistory.of("p3.s1", all.versions()).dropped())
                .hasValueSatisfying(
                        gone -> assertThat(gone.on()).isEqualTo(LocalDate.of(2026, 3, 1)));
        assertThat(CommitmentHistory.of("p3.s1.v3", all.versions()).since()).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "two to three, COM-38, line",
        "p2.s1 -> 3, COM-38, line",
        "p9.s1 -> p3.s1, COM-39, place",
        "9 -> 3, COM-39, place",
        "p2.s1 -> p9.s1, COM-40, place",
        "p2.s1 -> p3.s1\\n p2.s1 -> p1.s1, COM-41, place",
        "p2.s1 -> p3.s1\\n p3.s1 -> p3.s1, COM-41, place",
        "p3.s1 -> dropped:, COM-42, place",
        "p3.s1 -> dropped, COM-42, place",
        "p2.s1 -> p3.s1, COM-43, places",
    })
    void aMappingThatDoesNotSayWhereEverythingGoesIsRefused(
            String mapping, String rule, String fact) {
        var refusal = refused(next(mapping.replace("\\n", "\n")));
        assertThat(refusal.rule().id()).isEqualTo(rule);
        assertThat(refusal.where()).isEqualTo("mapping");
        assertThat(refusal.facts()).containsKey(fact);
        assertThat(next(MAPPING)).isInstanceOf(Outcome.Accepted.class);
    }

    @Test
    void aLineForAParagraphTakesAllItsCommitmentsAlong() {
        assertThat(next("2 -> 3\n3 -> dropped: EXERCISE"))
                .isInstanceOfSatisfying(
                        Outcome.Accepted.class,
                        read ->
                                assertThat(((InstrumentVersion) read.value()).identities())
                                        .containsEntry("p3.s1", "p2.s1")
                                        .containsEntry("p3.s2", "p2.s2"));
    }

    @Test
    void aVersionThatIsNotHereOrComesInThePlaceOfAnotherIsRefused() {
        var profile = ExercisePact.profile();
        var unknown = proposed(7, SECOND, 1, MAPPING, "");
        assertThat(refused(of().next(profile, unknown, (_, _) -> Optional.empty())).rule())
                .isEqualTo(CommitmentRule.VERSION_NOT_HELD);
        assertThat(
                        refused(
                                        of().next(
                                                        profile,
                                                        proposed(7, SECOND, 2, MAPPING, ""),
                                                        SuccessionTest::library))
                                .rule())
                .isEqualTo(CommitmentRule.OTHER_IN_FORCE);
        var both = of(proposed(7, SECOND, 1, MAPPING, "2026-02-20T10:00:00Z"));
        var early =
                new Succession.Proposed(
                        ref(8),
                        FIRST.instrumentHash(),
                        FIRST.commitmentsHash(),
                        Optional.of(2L),
                        "p1.s1 -> dropped: EXERCISE\np3.s1 -> p2.s1",
                        Optional.of(LocalDate.of(2026, 2, 28)),
                        Optional.empty());
        assertThat(refused(both.next(profile, early, SuccessionTest::library)).rule())
                .isEqualTo(CommitmentRule.EFFECT_TOO_EARLY);
        var others = held(OLD.replace("NORWAY", "JAPAN").replace("Norway", "Japan"));
        assertThat(
                        refused(
                                        of().next(
                                                        profile,
                                                        proposed(7, others, 1, "", ""),
                                                        (_, _) -> Optional.of(others)))
                                .rule())
                .isEqualTo(CommitmentRule.OTHER_PARTIES);
    }

    @Test
    void whatBothAdoptedAndThisNodeDoesNotHoldIsSaid() {
        var gone =
                Succession.of(
                        ExercisePact.profile(),
                        FIRST,
                        Adoption.of(ExercisePact.profile(), FIRST, List.of()),
                        List.of(proposed(7, SECOND, 1, MAPPING, "2026-02-20T10:00:00Z")),
                        (_, _) -> Optional.empty());
        assertThat(gone.versions()).hasSize(1);
        assertThat(gone.missing()).contains(ref(7));
    }

    @Test
    void theOfficerIsAskedOnlyAboutWhatDoesNotMapByItself() {
        var old = FIRST.imported().commitments();
        var next = SECOND.imported().commitments();
        var asked = Mapped.asked(old, next, Mapping.NONE);
        assertThat(asked.lines()).containsExactly("p2.s1 -> p3.s1", "p3.s1 -> dropped: ");
        assertThat(Mapped.asked(old, old, Mapping.NONE)).isEmpty();
        assertThat(Mapped.asked(old, next, read("p2.s1 -> p3.s1")).lines())
                .containsExactly("p3.s1 -> dropped: ");
        assertThat(Mapped.asked(old, next, read(MAPPING))).isEmpty();
    }

    private static Mapping read(String mapping) {
        return ((Outcome.Accepted<Mapping>) Mapping.read(mapping)).value();
    }

    private static Evidence held(String commitment, long act, String day) {
        return new Evidence(
                new PartnershipId("exercise"),
                commitment,
                "consultation-held",
                LocalDate.parse(day),
                ref(act),
                ref(act),
                "consultation",
                "EXERCISE");
    }

    private static List<InstrumentVersion> versions(String mapping) {
        return of(proposed(7, SECOND, 1, mapping, "2026-02-20T10:00:00Z")).versions();
    }

    private static List<Long> counted(
            String identity, List<InstrumentVersion> versions, Evidence... recorded) {
        return TakenOver.evidence(
                        identity,
                        versions,
                        Stream.of(recorded).collect(Collectors.groupingBy(Evidence::commitment)))
                .stream()
                .peek(one -> assertThat(one.commitment()).isEqualTo(identity))
                .map(one -> one.act().number())
                .toList();
    }

    @Test
    void whatWasSplitOffTakesOverWhatHappensFromItsDayOn() {
        var versions = versions("p2.s1 -> p3.s1, p1.s1\n3 -> dropped: EXERCISE");
        var second = versions.getLast();
        assertThat(second.identities()).containsEntry("p3.s1", "p2.s1");
        assertThat(second.split()).isEqualTo(Map.of("p1.s1.v2", Set.of("p2.s1")));
        assertThat(CommitmentHistory.of("p1.s1.v2", versions).from()).containsExactly("p2.s1");
        var before = held("p2.s1", 20, "2026-02-28");
        var after = held("p2.s1", 21, "2026-03-01");
        assertThat(counted("p1.s1.v2", versions, before, after)).containsExactly(21L);
        assertThat(counted("p2.s1", versions, before, after)).containsExactly(20L, 21L);
    }

    @Test
    void aParagraphThatBecameSeveralSplitsOffWhatIsNewInThem() {
        var second = versions("2 -> 3, 1\n3 -> dropped: EXERCISE").getLast();
        assertThat(second.identities())
                .containsEntry("p3.s1", "p2.s1")
                .containsEntry("p3.s2", "p2.s2");
        assertThat(second.split()).isEqualTo(Map.of("p1.s1.v2", Set.of("p2.s1", "p2.s2")));
    }

    @Test
    void whatJoinsAnotherBringsAllItsEvidenceAndIsReadAsItStood() {
        var versions = versions("p2.s1 -> p3.s1\np3.s1 -> joins p3.s1");
        var second = versions.getLast();
        assertThat(second.joined()).isEqualTo(Map.of("p3.s1", "p2.s1"));
        assertThat(second.dropped()).isEmpty();
        assertThat(CommitmentHistory.of("p3.s1", versions).dropped())
                .hasValueSatisfying(gone -> assertThat(gone.joined()).contains("p2.s1"));
        assertThat(CommitmentHistory.of("p2.s1", versions).from()).containsExactly("p3.s1");
        assertThat(TakenOver.joined("p2.s1", versions)).containsExactly("p2.s1", "p3.s1");
        assertThat(
                        counted(
                                "p2.s1",
                                versions,
                                held("p3.s1", 20, "2025-02-01"),
                                held("p2.s1", 21, "2025-01-01")))
                .containsExactly(21L, 20L);
        assertThat(counted("p3.s1", versions, held("p2.s1", 21, "2025-01-01"))).isEmpty();
        assertThat(versions("p2.s1 -> joins p3.s1\n3 -> dropped: EXERCISE").getLast())
                .satisfies(alone -> {
                    assertThat(alone.joined()).isEmpty();
                    assertThat(alone.identities()).containsEntry("p3.s1", "p2.s1");
                });
    }

    /// As a counterpart's node would have it that does not look at the mapping.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "what is this",
                "p2.s1 -> p9.s1\n3 -> dropped: EXERCISE",
                "p2.s1 -> p3.s1, p3.s1\n3 -> dropped: EXERCISE",
                "p2.s1 -> p3.s1\n3 -> joins 3",
                "p2.s1 -> p3.s1\n3 -> dropped:"
            })
    void whatBothAdoptedByABadMappingHasNoEffectAndTheNextOneStands(String bad) {
        var versions =
                of(
                                proposed(7, SECOND, 1, bad, "2026-02-20T10:00:00Z"),
                                proposed(9, SECOND, 1, MAPPING, "2026-02-21T10:00:00Z"))
                        .versions();
        assertThat(versions).hasSize(2);
        assertThat(versions.getLast().dossier()).contains(ref(9));
    }

    @Test
    void twoVersionsBesideEachOtherShowWhatWasSplitAndJoined() {
        var versions = versions("p2.s1 -> p3.s1, p1.s1\np3.s1 -> joins p3.s1");
        var rows =
                VersionComparison.of(
                                ref(7), versions.getFirst(), versions.getLast(), Optional.empty())
                        .rows();
        assertThat(rows)
                .extracting(
                        VersionComparison.Row::identity,
                        VersionComparison.Row::kind,
                        VersionComparison.Row::others)
                .contains(
                        tuple("p1.s1.v2", VersionComparison.Kind.SPLIT, List.of("p2.s1")),
                        tuple("p3.s1", VersionComparison.Kind.JOINED, List.of("p2.s1")),
                        tuple("p2.s1", VersionComparison.Kind.REWORDED, List.of()));
    }

    @Test
    void commitmentsThatDoNotStandInTheirTextAreNotTaken() {
        assertThat(FIRST.isSound()).isTrue();
        var first = FIRST.imported();
        for (var wrong :
                List.of(
                        moved(first.commitments().getFirst(), "p1.s1", 0, 100_000),
                        moved(first.commitments().getFirst(), "p9.s1", 0, 10),
                        moved(first.commitments().getFirst(), "<b>.s1", 0, 10))) {
            var all = new ArrayList<>(first.commitments());
            all.set(0, wrong);
            assertThat(held(new Imported(first.instrument(), all)).isSound()).isFalse();
        }
    }

    private static Commitment moved(Commitment one, String id, int start, int end) {
        return new Commitment(
                id,
                one.paragraph(),
                one.sentence(),
                one.boundParties(),
                one.undertaking(),
                one.cadence(),
                one.condition(),
                one.area(),
                one.words(),
                one.verb(),
                one.object(),
                one.forum(),
                one.named(),
                one.also(),
                one.conditions(),
                one.leadIn(),
                one.frame(),
                one.negative(),
                start,
                end);
    }
}
