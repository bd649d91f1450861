// SPDX-License-Identifier: EUPL-1.2
package org.samband.drafting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.samband.drafting.TwoDrafters.EU;
import static org.samband.drafting.TwoDrafters.NO;
import static org.samband.drafting.TwoDrafters.accept;
import static org.samband.drafting.TwoDrafters.adReferendum;
import static org.samband.drafting.TwoDrafters.fresh;
import static org.samband.drafting.TwoDrafters.point;
import static org.samband.drafting.TwoDrafters.reopen;
import static org.samband.drafting.TwoDrafters.says;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.samband.parties.PartyCode;
import org.samband.procedure.ActRef;

/// How points, places and the seal follow from the entries of both parties.
class TextFoldTest {
    private final TwoDrafters text = new TwoDrafters();

    private Point only(PartyCode at) {
        return text.text(at).points().getFirst();
    }

    private static Optional<String> wording(Point point, PartyCode party) {
        return point.of(party).flatMap(Position::wording).map(Wording::text);
    }

    private List<String> order(PartyCode at) {
        return text.text(at).standing().stream()
                .map(point -> point.any().orElseThrow().text())
                .toList();
    }

    private ActRef sealed(ActRef proposal) {
        text.bothWays();
        text.make(NO, accept(point(proposal), proposal));
        text.bothWays();
        text.make(EU, text.agree(EU));
        text.bothWays();
        var last = text.make(NO, text.agree(NO));
        text.bothWays();
        return last;
    }

    @Test
    void aPointIsInBracketsUntilBothStandOnTheSameWording() {
        var proposal = text.make(EU, fresh(says("Both welcome the exchange.")));
        assertThat(only(EU).state()).isEqualTo(Point.State.OPEN);
        text.bothWays();
        text.make(NO, text.instead(NO, point(proposal), says("Both note the exchange.")));
        text.bothWays();
        assertThat(only(EU).state()).isEqualTo(Point.State.OPEN);
        assertThat(wording(only(EU), EU)).contains("Both welcome the exchange.");
        assertThat(wording(only(EU), NO)).contains("Both note the exchange.");
        text.make(EU, accept(point(proposal), new ActRef(NO, 1)));
        text.bothWays();
        assertThat(only(NO).state()).isEqualTo(Point.State.CLOSED);
        assertThat(only(NO).agreed().orElseThrow().text()).isEqualTo("Both note the exchange.");
    }

    @Test
    void crossingProposalsStandBesideEachOther() {
        var first = text.make(EU, fresh(says("One.")));
        text.bothWays();
        text.make(EU, text.instead(EU, point(first), says("One, of the EU.")));
        text.make(NO, text.instead(NO, point(first), says("One, of Norway.")));
        text.bothWays();
        for (var at : List.of(EU, NO)) {
            assertThat(wording(only(at), EU)).contains("One, of the EU.");
            assertThat(wording(only(at), NO)).contains("One, of Norway.");
        }
    }

    @Test
    void anAcceptanceThatCrossedANewProposalBindsNobody() {
        var first = text.make(EU, fresh(says("One.")));
        text.bothWays();
        text.make(NO, accept(point(first), first));
        assertThat(only(NO).state()).isEqualTo(Point.State.CLOSED);
        text.make(EU, text.instead(EU, point(first), says("Better.")));
        text.bothWays();
        assertThat(only(NO).state()).isEqualTo(Point.State.OPEN);
        assertThat(wording(only(NO), EU)).contains("Better.");
        assertThat(wording(only(NO), NO)).contains("One.");
    }

    @Test
    void adReferendumKeepsAPointOpenUntilTheCapitalConfirms() {
        var first = text.make(EU, fresh(says("One.")));
        text.bothWays();
        text.make(NO, adReferendum(point(first), first));
        text.bothWays();
        assertThat(only(EU).state()).isEqualTo(Point.State.AD_REFERENDUM);
        assertThat(only(EU).agreed().orElseThrow().text()).isEqualTo("One.");
        assertThat(text.text(EU).open()).isOne();
        text.make(NO, accept(point(first), first));
        text.bothWays();
        assertThat(only(EU).state()).isEqualTo(Point.State.CLOSED);
    }

    @Test
    void aClosedPointOpensOnceBothAskAndRemembersWhatWasAgreed() {
        var first = text.make(EU, fresh(says("One.")));
        text.bothWays();
        var taken = text.make(NO, accept(point(first), first));
        text.bothWays();
        text.make(NO, reopen(point(first)));
        text.bothWays();
        assertThat(only(EU).state()).isEqualTo(Point.State.CLOSED);
        assertThat(only(EU).reopening()).containsExactly(NO);
        text.make(EU, reopen(point(first)));
        text.bothWays();
        assertThat(only(NO).state()).isEqualTo(Point.State.OPEN);
        assertThat(only(NO).positions()).isEmpty();
        assertThat(only(NO).before().flatMap(Position::wording).orElseThrow().text())
                .isEqualTo("One.");
        var before = only(EU).before().orElseThrow().from();
        assertThat(before).isIn(first, taken);
        text.make(EU, accept(point(first), before));
        text.bothWays();
        text.make(NO, accept(point(first), before));
        text.bothWays();
        assertThat(only(EU).state()).isEqualTo(Point.State.CLOSED);
    }

    @Test
    void aPointThatNobodyWantsIsRemovedAndOneThatCrossedAnAcceptanceIsNot() {
        var first = text.make(EU, fresh(says("One.")));
        text.make(EU, text.remove(EU, point(first)));
        text.bothWays();
        assertThat(only(NO).state()).isEqualTo(Point.State.REMOVED);
        assertThat(text.text(NO).standing()).isEmpty();

        var second = text.make(EU, fresh(says("Two.")));
        text.bothWays();
        text.make(NO, accept(point(second), second));
        text.make(EU, text.remove(EU, point(second)));
        text.bothWays();
        assertThat(text.text(EU).point(point(second)).orElseThrow().state())
                .isEqualTo(Point.State.OPEN);
    }

    @Test
    void aNewPointStandsBehindTheOneThatItNamesAndMovesOnceBothWantIt() {
        var first = text.make(EU, fresh(says("One.")));
        var two = new Wording("", "Two.", Optional.of(point(first)));
        var second = text.make(EU, fresh(two));
        var third = text.make(EU, fresh(new Wording("", "Three.", Optional.of(point(second)))));
        text.bothWays();
        assertThat(order(NO)).containsExactly("One.", "Two.", "Three.");
        var moved = new Wording("", "One.", Optional.of(point(third)));
        var move = text.make(NO, text.instead(NO, point(first), moved));
        text.bothWays();
        assertThat(order(EU)).containsExactly("One.", "Two.", "Three.");
        text.make(EU, accept(point(first), move));
        text.bothWays();
        assertThat(order(EU)).containsExactly("Two.", "Three.", "One.");
        assertThat(order(NO)).isEqualTo(order(EU));
        assertThat(text.text(NO).standing()).extracting(Point::number).containsExactly(1, 2, 3);
    }

    @Test
    void onePointPutBehindAnotherOfTheSameEntryComesWithIt() {
        var self = text.next(EU, fresh(says("x"))).ref();
        var both =
                new TextMove.Propose(
                        List.of(
                                new TextMove.Change(
                                        Optional.empty(), List.of(), Optional.of(says("One."))),
                                new TextMove.Change(
                                        Optional.empty(),
                                        List.of(),
                                        Optional.of(
                                                new Wording(
                                                        "",
                                                        "Two.",
                                                        Optional.of(new PointId(self, 1)))))),
                        "");
        text.make(EU, both);
        text.bothWays();
        assertThat(order(NO)).containsExactly("One.", "Two.");
    }

    @Test
    void theSealStandsOnceBothAgreedTheSameBytesAndNothingMovesItAfterwards() {
        var by = sealed(text.make(EU, fresh(says("One."))));
        for (var at : List.of(EU, NO)) {
            assertThat(text.text(at).state()).isEqualTo(JointText.State.SEALED);
            assertThat(text.text(at).seal().orElseThrow().by()).isEqualTo(by);
            assertThat(text.text(at).seal().orElseThrow().hash())
                    .isEqualTo(CanonicalText.hash(text.text(at)));
        }
    }

    @Test
    void aProposalThatMetTheSealOnItsWayHasNoEffect() {
        var first = text.make(EU, fresh(says("One.")));
        text.bothWays();
        text.make(NO, accept(point(first), first));
        text.bothWays();
        text.make(EU, text.agree(EU));
        text.toNorway();
        var late = text.make(EU, fresh(says("One more.")));
        text.make(NO, text.agree(NO));
        assertThat(text.text(NO).state()).isEqualTo(JointText.State.SEALED);
        text.bothWays();
        for (var at : List.of(EU, NO)) {
            assertThat(text.text(at).state()).isEqualTo(JointText.State.SEALED);
            assertThat(text.text(at).crossed()).containsExactly(late);
            assertThat(order(at)).containsExactly("One.");
        }
    }

    @Test
    void anAgreementFallsWithTheTextThatItWasOver() {
        var first = text.make(EU, fresh(says("One.")));
        text.bothWays();
        text.make(NO, accept(point(first), first));
        text.bothWays();
        text.make(EU, text.agree(EU));
        text.make(NO, fresh(says("Another point.")));
        text.bothWays();
        var there = text.text(EU);
        assertThat(there.agreement(EU)).isEmpty();
        assertThat(there.agreements()).containsKey(EU);
        assertThat(there.state()).isEqualTo(JointText.State.NEGOTIATED);
    }

    @Test
    void aVersionIsWhatTheActingPartyKnew() {
        var first = text.make(EU, fresh(says("One.")));
        text.make(NO, fresh(says("Of Norway.")));
        text.bothWays();
        text.make(EU, text.instead(EU, point(first), says("One, later.")));
        var all = text.all();
        var version =
                TextFold.of(
                        TwoDrafters.OPENING, TextOrder.until(all.get(1), all), TwoDrafters.FIRST);
        assertThat(version.points())
                .singleElement()
                .extracting(point -> point.any().orElseThrow().text())
                .isEqualTo("Of Norway.");
    }

    @Test
    void eachCopyNamesItsOwnPartyFirstAndTheBytesAreTheSame() {
        text.make(EU, fresh(says("{first party} and {second party} met.")));
        var profile = org.samband.node.TestRooms.partnerships("EU").profiles().getFirst();
        var line = only(EU).any().orElseThrow().text();
        assertThat(CanonicalText.copy(line, profile, EU, "en"))
                .isEqualTo("European Union and Kingdom of Norway met.");
        assertThat(CanonicalText.copy(line, profile, NO, "en"))
                .isEqualTo("Kingdom of Norway and European Union met.");
        text.bothWays();
        assertThat(CanonicalText.bytes(text.text(NO)))
                .isEqualTo(CanonicalText.bytes(text.text(EU)));
    }
}
