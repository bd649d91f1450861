// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.samband.act.Circle;
import org.samband.act.Refusal;
import org.samband.act.Rule;
import org.samband.label.Category;
import org.samband.label.Ceiling;
import org.samband.label.LabelRule;
import org.samband.label.Level;
import org.samband.label.Marking;
import org.samband.label.Policies;
import org.samband.label.Policy;
import org.samband.ledger.Entry;
import org.samband.ledger.EntryNumber;
import org.samband.ledger.LedgerId;
import org.samband.ledger.LedgerPair;
import org.samband.parties.PartnershipId;

class ReleaseTest {
    private static final Policies POLICIES =
            new Policies(
                    List.of(
                            new Policy(
                                    "EU",
                                    "EU",
                                    "EU",
                                    Set.of(),
                                    List.of(
                                            level("LIMITE", 1, Level.Release.LISTED),
                                            level("R-UE", 2, Level.Release.LISTED)),
                                    List.of(
                                            new Category(
                                                    "REL NO",
                                                    Category.Kind.RELEASABILITY,
                                                    "Releasable to Norway",
                                                    "Kan frigis til Norge",
                                                    "NO")))));
    private static final Ceiling CEILING = new Ceiling(new TreeMap<>(Map.of("EU", "LIMITE")));
    private static final Release RELEASE = new Release(POLICIES, CEILING);

    private static Level level(String name, int order, Level.Release release) {
        return new Level(name, order, name, name, name, "grey", false, release, List.of());
    }

    @Test
    void aReleasableEntryLeaves() {
        assertThat(leaves(entry(Circle.SHARED, "EU:LIMITE;REL NO"))).isEmpty();
        assertThat(leaves(entry(Circle.PUBLIC, "EU:LIMITE;REL NO"))).isEmpty();
    }

    @Test
    void anOwnRecordDoesNotLeave() {
        assertThat(leaves(entry(Circle.OWN, "EU:LIMITE;REL NO")))
                .contains(FederationRule.OWN_RECORD);
    }

    @Test
    void anEntryOfAnotherPartnershipDoesNotLeave() {
        assertThat(
                        RELEASE.refusal(
                                        entry(Circle.SHARED, "EU:LIMITE;REL NO"),
                                        new PartnershipId("eu-japan"),
                                        Forms.NO)
                                .map(Refusal::rule))
                .contains(FederationRule.OTHER_PARTNERSHIP);
    }

    @Test
    @Holds("FEDERATION-20")
    void anEntryWithoutMarkingOrAboveTheCeilingOrNotReleasableDoesNotLeave() {
        assertThat(leaves(entry(Circle.SHARED, ""))).contains(LabelRule.NO_MARKING);
        assertThat(leaves(entry(Circle.SHARED, "EU:R-UE;REL NO")))
                .contains(LabelRule.ABOVE_CEILING);
        assertThat(leaves(entry(Circle.SHARED, "EU:LIMITE"))).contains(LabelRule.NOT_RELEASABLE);
        assertThat(leaves(entry(Circle.SHARED, "XX:LIMITE"))).contains(LabelRule.UNKNOWN_WORD);
    }

    @Test
    @Holds("FEDERATION-21")
    void whatTheCounterpartMarkedAboveOurCeilingIsNotTaken() {
        var check = check();
        assertThat(rule(check.check(entry(Circle.SHARED, "EU:R-UE"), false)))
                .contains(FederationRule.ABOVE_CEILING);
        assertThat(rule(check.check(entry(Circle.SHARED, "XX:LIMITE"), false)))
                .contains(FederationRule.UNKNOWN_MARKING);
        assertThat(check.check(entry(Circle.SHARED, "EU:LIMITE"), false)).isEmpty();
        assertThat(check.check(entry(Circle.SHARED, "EU:R-UE"), false).orElseThrow().sentence())
                .startsWith("entry 4 is marked R-UE, above");
    }

    @Test
    void anActThatCouldNotLeaveIsRefusedToTheOfficer() {
        var check = check();
        assertThat(rule(check.check(entry(Circle.SHARED, "EU:LIMITE"), true)))
                .contains(LabelRule.NOT_RELEASABLE);
        assertThat(check.check(entry(Circle.SHARED, "EU:LIMITE;REL NO"), true)).isEmpty();
    }

    @Test
    void anOwnNoteNeedsNoReleaseAndStaysBelowTheCeiling() {
        var check = check();
        assertThat(check.check(entry(Circle.OWN, "EU:LIMITE"), true)).isEmpty();
        assertThat(check.check(entry(Circle.OWN, ""), true)).isEmpty();
        assertThat(rule(check.check(entry(Circle.OWN, "EU:R-UE"), true)))
                .contains(LabelRule.ABOVE_CEILING);
    }

    private static ReleaseCheck check() {
        return new ReleaseCheck(
                List.of(new LedgerPair(Forms.PARTNERSHIP, Forms.EU, Forms.NO, Optional.empty())),
                POLICIES,
                CEILING);
    }

    private static Optional<Rule> leaves(Entry entry) {
        return rule(RELEASE.refusal(entry, Forms.PARTNERSHIP, Forms.NO));
    }

    private static Optional<Rule> rule(Optional<Refusal> refusal) {
        return refusal.map(Refusal::rule);
    }

    private static Entry entry(Circle circle, String marking) {
        var line = circle == Circle.OWN ? LedgerId.Line.OWN : LedgerId.Line.SHARED;
        return new Entry(
                new LedgerId(Forms.PARTNERSHIP, Forms.EU, line),
                new EntryNumber(4),
                0,
                Forms.CLOCK.instant(),
                new Entry.By("EEAS", "Exercise Officer", "desk officer"),
                circle,
                Marking.parse(marking),
                "",
                "test",
                "EU-4",
                Map.of());
    }
}
