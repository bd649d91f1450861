// SPDX-License-Identifier: EUPL-1.2
package org.samband.simulator;

import java.util.Set;
import java.util.TreeSet;

/// What the specification says that a node answers.
sealed interface Expected {

    /// Its cosignature over all entries that it has been brought.
    record Receipted() implements Expected {}

    /// Takes nothing, by one of these rules, and says what it has.
    record Refusal(Set<String> rules) implements Expected {
        public Refusal {
            rules = Set.copyOf(rules);
        }
    }

    /// As if there were no such line: status 404 and no body.
    record NoSuchLine() implements Expected {}

    /// Speaks with nobody who does not hold the key.
    record NoConversation() implements Expected {}

    /// What several steps must show.
    record Shown(String what) implements Expected {}

    static Expected refusal(String... rules) {
        return new Refusal(Set.of(rules));
    }

    /// Whether an answer is right.
    ///
    /// @param size how many entries of ours the node holds
    default boolean fits(Answer answer, long size) {
        return switch (this) {
            case Receipted _ -> answer instanceof Answer.Receipt(var covered) && covered >= size;
            case Refusal(var rules) ->
                    answer instanceof Answer.Refused(var rule, _, var have, _, _)
                            && rules.contains(rule)
                            && have == size;
            case NoSuchLine _ -> answer instanceof Answer.Status(var status) && status == 404;
            case NoConversation _ -> answer instanceof Answer.Cut;
            case Shown _ -> answer instanceof Answer.Found(var right, _) && right;
        };
    }

    default String text() {
        return switch (this) {
            case Receipted _ -> "receipt";
            case Refusal(var rules) -> String.join(" or ", new TreeSet<>(rules));
            case NoSuchLine _ -> "status 404, no body";
            case NoConversation _ -> "no conversation";
            case Shown(var what) -> what;
        };
    }
}
