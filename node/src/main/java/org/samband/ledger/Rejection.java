// SPDX-License-Identifier: EUPL-1.2
package org.samband.ledger;

import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;
import org.samband.act.Refusal;
import org.samband.act.Rule;
import org.samband.proof.Digest;

/// The counterpart's reasoned refusal of one entry, part of a statement that it signed. Source:
/// `spec/federation/`, FEDERATION-06.
///
/// @param entry number of the entry, counted from 1
/// @param leaf hash of the entry's bytes, so that it cannot be said of another one
/// @param rule ID of the rule; one of a newer node may be unknown here
/// @param sentence in English, with its facts filled in
/// @param facts of the sentence
public record Rejection(
        long entry, Digest leaf, String rule, String sentence, Map<String, String> facts) {
    private static final Pattern RULE = Pattern.compile("[A-Z]{2,4}-[0-9]{2,3}");
    private static final int LONGEST = 1_000;
    private static final int MOST_FACTS = 20;

    public Rejection {
        facts = Map.copyOf(facts);
        if (entry < 1) {
            throw new IllegalArgumentException("an entry's number starts at 1, not " + entry);
        }
        refuseLong(rule, sentence, facts);
    }

    /// @throws IllegalArgumentException if this is no refusal in one sentence
    public static void refuseLong(String rule, String sentence, Map<String, String> facts) {
        if (!RULE.matcher(rule).matches()) {
            throw new IllegalArgumentException("a rule's ID is of the form LED-04");
        }
        if (sentence.length() > LONGEST
                || facts.size() > MOST_FACTS
                || facts.values().stream().anyMatch(fact -> fact.length() > LONGEST)) {
            throw new IllegalArgumentException("a refusal is one sentence");
        }
    }

    /// A rejection that is kept.
    ///
    /// @param at when the counterpart signed it, by its clock
    public record Kept(Rejection rejection, Instant at) {

        /// The refusal in the officer's language, where this node knows the rule.
        public Refusal refusal() {
            return new Refusal(
                    new Told(rejection.rule(), rejection.sentence()), "", rejection.facts());
        }
    }

    /// A rule of the counterpart's node, as it was told.
    private record Told(String id, String sentence) implements Rule {
        @Override
        public String source() {
            return "";
        }
    }
}
