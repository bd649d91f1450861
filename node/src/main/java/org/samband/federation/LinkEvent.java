// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation;

import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.samband.act.Refusal;

/// Something that kept entries from crossing. What lasts is one event with the number of times that
/// it was met.
///
/// @param rule ID of the rule; one of a newer node may be unknown here
/// @param sentence in English, as it was given
/// @param facts of the sentence
/// @param times how often it was met, from 1
/// @param ended when entries crossed again; empty while it lasts
public record LinkEvent(
        Kind kind,
        String rule,
        String sentence,
        Map<String, String> facts,
        Instant first,
        Instant last,
        long times,
        Optional<Instant> ended) {

    public enum Kind {
        /// We refused what the counterpart sent.
        REFUSED_HERE("refused-here"),
        /// The counterpart refused what we sent.
        REFUSED_THERE("refused-there"),
        /// An entry of ours may not leave, and what follows waits behind it.
        NOT_SENT("not-sent"),
        /// The counterpart's node did not answer as it must.
        OUTAGE("outage");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /// As it stands in the database and in keys of words.
        public String word() {
            return word;
        }

        static Kind of(String word) {
            return Arrays.stream(values())
                    .filter(kind -> kind.word.equals(word))
                    .findFirst()
                    .orElseThrow();
        }
    }

    public LinkEvent {
        facts = Map.copyOf(facts);
    }

    public boolean lasts() {
        return ended.isEmpty();
    }

    /// The refusal; pages say it in the officer's language where they know its rule.
    public Refusal refusal() {
        return new Refusal(new ToldRule(rule, "", sentence), "", facts);
    }
}
