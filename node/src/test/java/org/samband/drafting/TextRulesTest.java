// SPDX-License-Identifier: EUPL-1.2
package org.samband.drafting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.samband.drafting.TwoDrafters.EU;
import static org.samband.drafting.TwoDrafters.NO;
import static org.samband.drafting.TwoDrafters.accept;
import static org.samband.drafting.TwoDrafters.adReferendum;
import static org.samband.drafting.TwoDrafters.fresh;
import static org.samband.drafting.TwoDrafters.point;
import static org.samband.drafting.TwoDrafters.propose;
import static org.samband.drafting.TwoDrafters.reopen;
import static org.samband.drafting.TwoDrafters.says;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.samband.act.Refusal;
import org.samband.attachment.Attachment;
import org.samband.parties.PartyCode;
import org.samband.procedure.ActRef;
import org.samband.proof.Digest;

/// Each rule of the text itself accepts once and refuses once.
class TextRulesTest {
    private final TwoDrafters text = new TwoDrafters();
    private final ActRef first = text.make(EU, fresh(says("One.")));
    private final PointId one = point(first);

    TextRulesTest() {
        text.bothWays();
    }

    private void allows(PartyCode party, TextMove move) {
        assertThat(text.whyNot(party, move)).isEmpty();
    }

    private void refuses(DraftingRule rule, PartyCode party, TextMove move) {
        assertThat(text.whyNot(party, move).map(Refusal::rule)).contains(rule);
    }

    private void close() {
        text.make(NO, accept(one, first));
        text.bothWays();
    }

    private void seal() {
        close();
        text.make(EU, text.agree(EU));
        text.bothWays();
        text.make(NO, text.agree(NO));
        text.bothWays();
    }

    @Test
    void aPointMustBeThere() {
        allows(NO, accept(one, first));
        refuses(DraftingRule.UNKNOWN_POINT, NO, accept(new PointId(first, 2), first));
    }

    @Test
    void aClosedPointIsNotChangedByOneParty() {
        allows(NO, text.instead(NO, one, says("Other.")));
        close();
        refuses(DraftingRule.CLOSED, NO, text.instead(NO, one, says("Other.")));
        refuses(DraftingRule.CLOSED, EU, accept(one, first));
    }

    @Test
    void aProposalIsMadeUponWhatStands() {
        var upon = text.instead(EU, one, says("Later."));
        allows(EU, upon);
        text.make(EU, text.instead(EU, one, says("Meanwhile.")));
        refuses(DraftingRule.CHANGED_MEANWHILE, EU, upon);
        allows(EU, text.instead(EU, one, says("Later.")));
    }

    @Test
    void whatChangesNothingIsNoMove() {
        refuses(DraftingRule.NOTHING_NEW, EU, text.instead(EU, one, says("One.")));
        refuses(DraftingRule.NOTHING_NEW, EU, accept(one, first));
        allows(EU, adReferendum(one, first));
        allows(EU, text.instead(EU, one, says("Two.")));
    }

    @Test
    void onlyAWordingThatStandsIsAccepted() {
        allows(NO, accept(one, first));
        text.make(EU, text.instead(EU, one, says("Later.")));
        text.bothWays();
        refuses(DraftingRule.NOT_STANDING, NO, accept(one, first));
    }

    @Test
    void onlyAClosedPointIsReopenedAndEachPartyAsksOnce() {
        refuses(DraftingRule.NOT_CLOSED, EU, reopen(one));
        close();
        allows(EU, reopen(one));
        text.make(EU, reopen(one));
        refuses(DraftingRule.REOPENING_ALREADY, EU, reopen(one));
        text.bothWays();
        allows(NO, reopen(one));
    }

    @Test
    void aTextIsAgreedWithoutBracketsOverItsOwnBytesAndOnce() {
        refuses(DraftingRule.BRACKETS_LEFT, EU, text.agree(EU));
        close();
        allows(EU, text.agree(EU));
        refuses(DraftingRule.OTHER_BYTES, EU, new TextMove.Agree("0".repeat(64)));
        text.make(EU, text.agree(EU));
        refuses(DraftingRule.AGREED_ALREADY, EU, text.agree(EU));
    }

    @Test
    void anEmptyTextIsNotAgreed() {
        var empty = new TwoDrafters();
        assertThat(empty.whyNot(EU, empty.agree(EU)).map(Refusal::rule))
                .contains(DraftingRule.NO_POINTS);
    }

    @Test
    void nothingInASealedTextChangesAndCommentsGoOn() {
        allows(EU, fresh(says("More.")));
        seal();
        refuses(DraftingRule.SEALED, EU, fresh(says("More.")));
        refuses(DraftingRule.SEALED, NO, reopen(one));
        allows(NO, new TextMove.Comment(Optional.of(one), "EXERCISE: thank you"));
    }

    @Test
    void aReadoutIsMadePublicOnceItIsSealed() {
        refuses(DraftingRule.NOT_SEALED, EU, publish());
        seal();
        allows(EU, publish());
        refuses(DraftingRule.OTHER_BYTES, EU, new TextMove.Publish(publish().hash(), Map.of()));
        text.make(EU, publish());
        refuses(DraftingRule.PUBLISHED_ALREADY, EU, publish());
        text.bothWays();
        assertThat(text.text(NO).state()).isEqualTo(JointText.State.SEALED);
        text.make(NO, publish());
        text.bothWays();
        assertThat(text.text(EU).state()).isEqualTo(JointText.State.PUBLIC);
    }

    @Test
    void aCopyIsSignedByBothNodesOnceTheTextIsSealed() {
        var hash = CanonicalText.hash(text.text(EU));
        refuses(DraftingRule.NOT_SEALED_YET, EU, copy(hash));
        seal();
        var sealed = CanonicalText.hash(text.text(EU));
        refuses(DraftingRule.OTHER_BYTES, EU, copy("0".repeat(64)));
        var first = text.make(EU, copy(sealed));
        refuses(DraftingRule.NO_COPY, NO, new TextMove.Countersign(first, file("2")));
        text.bothWays();
        refuses(DraftingRule.NO_COPY, EU, new TextMove.Countersign(first, file("2")));
        text.make(NO, new TextMove.Countersign(first, file("2")));
        text.bothWays();
        refuses(DraftingRule.COPY_SIGNED, NO, new TextMove.Countersign(first, file("3")));
        refuses(DraftingRule.COPY_SIGNED, EU, copy(sealed));
        for (var party : List.of(EU, NO)) {
            assertThat(text.text(party).copies().values())
                    .extracting(SignedCopy::newest)
                    .containsExactly(file("2"));
            assertThat(text.text(party).state()).isEqualTo(JointText.State.SEALED);
        }
    }

    /// The one that crossed a new one is not taken for it.
    @Test
    void aCopySentAnewIsSignedAnew() {
        seal();
        var sealed = CanonicalText.hash(text.text(EU));
        var first = text.make(EU, copy(sealed));
        text.bothWays();
        text.make(NO, new TextMove.Countersign(first, file("2")));
        text.make(EU, copy(sealed));
        text.bothWays();
        assertThat(text.text(EU).copies()).isEqualTo(text.text(NO).copies());
    }

    private static TextMove copy(String hash) {
        return new TextMove.Copy(hash, List.of("one", "other"), file("1"));
    }

    private static Attachment file(String digit) {
        return new Attachment(Digest.ofHex(digit.repeat(64)), 1, "copy.pdf", "application/pdf");
    }

    private TextMove.Publish publish() {
        var now = text.text(EU);
        return new TextMove.Publish(CanonicalText.hash(now), CanonicalText.object(now));
    }

    @Test
    void conclusionsAreNotMadePublic() {
        var conclusions = new TwoDrafters(TwoDrafters.opening(TextKind.CONCLUSIONS));
        assertThat(conclusions.whyNot(EU, publish()).map(Refusal::rule))
                .contains(DraftingRule.NOT_FOR_THE_PUBLIC);
    }

    @Test
    void aPointStandsBehindAnotherOne() {
        allows(NO, fresh(new Wording("", "Two.", Optional.of(one))));
        var unknown = Optional.of(new PointId(new ActRef(NO, 9), 1));
        refuses(DraftingRule.PLACE, NO, fresh(new Wording("", "Two.", unknown)));
        refuses(
                DraftingRule.PLACE,
                NO,
                text.instead(NO, one, new Wording("", "One.", Optional.of(one))));
    }

    @Test
    void onlyItemsOfAnAgendaHaveATimeAndThereTheyHaveATitle() {
        var slot = new Slot(List.of("23"), 20, "", Optional.empty());
        var titled = new Wording("Space", "Standing item.", Optional.empty(), slot);
        refuses(DraftingRule.NO_AGENDA, EU, fresh(titled));
        var agenda = new TwoDrafters(TwoDrafters.opening(TextKind.AGENDA));
        assertThat(agenda.whyNot(EU, fresh(titled))).isEmpty();
        assertThat(agenda.whyNot(EU, fresh(says("Standing item."))).map(Refusal::rule))
                .contains(DraftingRule.ITEM_TITLE);
    }

    @Test
    void aTextHasSoManyPointsAndNoMore() {
        var many = new ArrayList<TextMove.Change>();
        for (int i = 1; i < TextJudge.MOST_POINTS; i++) {
            many.add(
                    new TextMove.Change(
                            Optional.empty(), List.of(), Optional.of(says("Point " + i))));
        }
        allows(EU, propose(many.toArray(TextMove.Change[]::new)));
        many.add(many.getFirst());
        refuses(DraftingRule.TOO_MANY_POINTS, EU, propose(many.toArray(TextMove.Change[]::new)));
    }
}
