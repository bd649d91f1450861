// SPDX-License-Identifier: EUPL-1.2
package org.samband.instrument.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// Where a sentence ends, and where it only seems to.
class SentenceEndsTest {
    @Test
    void aFullStopBeforeACapitalEndsASentence() {
        assertThat(cut("They meet. They agree! Do they? Yes."))
                .containsExactly("They meet.", "They agree!", "Do they?", "Yes.");
    }

    @Test
    void abbreviationsEndNone() {
        whole(
                "Both support the U.S. Navy, e.g. The Fleet, and No. 4 of Art. 5 (cf. Annex), etc."
                        + " as before.");
        whole("Mr. A. Proba and Dr. B. Test meet at St. Olaf, para. 3 vs. Part II.");
    }

    @Test
    void anAbbreviationBeforeAnOpenerEndsASentence() {
        assertThat(cut("They consult the U.S. The two sides agree.")).hasSize(2);
    }

    @Test
    void bracketsAndQuotationsHoldTogether() {
        whole("Exchanges (on space. And cyber.) continue.");
        assertThat(cut("He said \"Never again.\" They agreed."))
                .containsExactly("He said \"Never again.\"", "They agreed.");
    }

    @Test
    void aBracketThatNeverClosesHoldsNothing() {
        assertThat(cut("They meet (in Oslo. They agree.")).hasSize(2);
    }

    @Test
    void semicolonsAndDecimalsEndNone() {
        whole("They give 1.5 million; they train 3.000 officers; they meet.");
    }

    @Test
    void aNumberIsNoSentence() {
        assertThat(cut("They meet. 3. They agree."))
                .containsExactly("They meet.", "3. They agree.");
    }

    @Test
    void textAfterAListIsItsOwnSentenceUnlessItGoesOnSmall() {
        assertThat(cut("The sides will:\nThey report."))
                .containsExactly("The sides will:", "They report.");
        assertThat(cut("The sides will:\nas appropriate.")).hasSize(1);
    }

    private static void whole(String text) {
        assertThat(cut(text)).containsExactly(text);
    }

    private static List<String> cut(String text) {
        return Sentences.of(text).stream()
                .map(each -> text.substring(each.start(), each.end()))
                .toList();
    }
}
