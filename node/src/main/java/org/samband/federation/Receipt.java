// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.samband.act.Outcome;
import org.samband.act.Refusal;
import org.samband.ledger.LedgerId;
import org.samband.proof.CanonicalJson;
import org.samband.proof.Checkpoint;
import org.samband.proof.JsonRefused;

/// What comes back for a segment. Only {@link Cosigned} says that entries were taken, and only when
/// its cosignature has been checked. Format `samband-receipt/1`; source: `spec/federation/`.
public sealed interface Receipt {
    String FORMAT = "samband-receipt/1";

    /// Most bytes of a receipt. Source: FEDERATION-05.
    int LARGEST = 1 << 16;

    /// The counterpart holds the ledger up to this checkpoint, which it has cosigned.
    record Cosigned(Checkpoint checkpoint) implements Receipt {}

    /// The counterpart took nothing of the segment.
    ///
    /// @param rule ID of the rule that refuses, for instance `LED-04`
    /// @param sentence in English, for a reader whose node does not know the rule
    /// @param facts of the sentence
    /// @param have how many entries of the ledger the counterpart holds
    record Refused(String rule, String sentence, Map<String, String> facts, long have)
            implements Receipt {
        private static final Pattern RULE = Pattern.compile("[A-Z]{2,4}-[0-9]{2,3}");
        private static final int LONGEST = 1_000;
        private static final int MOST_FACTS = 20;

        public Refused {
            facts = Map.copyOf(facts);
            if (!RULE.matcher(rule).matches()) {
                throw new IllegalArgumentException("a rule's ID is of the form LED-04");
            }
            if (sentence.length() > LONGEST
                    || facts.size() > MOST_FACTS
                    || facts.values().stream().anyMatch(fact -> fact.length() > LONGEST)) {
                throw new IllegalArgumentException("a refusal is one sentence");
            }
            if (have < 0) {
                throw new IllegalArgumentException("a number of entries starts at 0");
            }
        }

        static Refused of(Refusal refusal, long have) {
            var facts = new TreeMap<String, String>();
            refusal.facts().forEach((name, fact) -> facts.put(name, shortened(fact)));
            return new Refused(refusal.rule().id(), shortened(refusal.sentence()), facts, have);
        }

        private static String shortened(String text) {
            return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
        }
    }

    /// The segment is on its way by a medium that does not answer at once.
    ///
    /// @param medium for instance `file`
    record Pending(String medium) implements Receipt {}

    /// The canonical bytes.
    ///
    /// @param ledger that the receipt is about
    default byte[] bytes(LedgerId ledger) {
        var members = new TreeMap<String, @Nullable Object>();
        members.put("format", FORMAT);
        members.put("partnership", ledger.partnership().value());
        members.put("party", ledger.party().value());
        switch (this) {
            case Cosigned(var checkpoint) -> members.put("checkpoint", checkpoint.note());
            case Refused(var rule, var sentence, var facts, var have) -> {
                members.put("rule", rule);
                members.put("sentence", sentence);
                members.put("facts", facts);
                members.put("have", have);
            }
            case Pending(var medium) -> members.put("medium", medium);
        }
        return CanonicalJson.bytes(members);
    }

    /// Reads what came back.
    ///
    /// @param ledger that it must be about
    static Outcome<Receipt> read(byte[] bytes, LedgerId ledger) {
        if (bytes.length > LARGEST) {
            return notOne("it is too long");
        }
        try {
            var members =
                    new LinkedHashMap<String, @Nullable Object>(
                            CanonicalJson.readCanonicalObject(bytes));
            if (!FORMAT.equals(members.remove("format"))
                    || !ledger.partnership().value().equals(members.remove("partnership"))
                    || !ledger.party().value().equals(members.remove("party"))) {
                return notOne("it is of another format or ledger");
            }
            return of(members)
                    .map(Outcome::accepted)
                    .orElseGet(() -> notOne("its members are not those of a receipt"));
        } catch (JsonRefused refused) {
            return notOne(refused.sentence());
        } catch (IllegalArgumentException | ClassCastException wrong) {
            return notOne("a member is not in its form");
        }
    }

    private static Optional<Receipt> of(Map<String, @Nullable Object> members) {
        var names = members.keySet();
        if (names.equals(Set.of("checkpoint"))) {
            return Optional.of(new Cosigned(Checkpoint.parse(text(members, "checkpoint"))));
        }
        if (names.equals(Set.of("medium"))) {
            return Optional.of(new Pending(text(members, "medium")));
        }
        if (names.equals(Set.of("rule", "sentence", "facts", "have"))
                && members.get("facts") instanceof Map<?, ?> found
                && members.get("have") instanceof Long have) {
            var facts = new TreeMap<String, String>();
            found.forEach((name, fact) -> facts.put((String) name, String.valueOf(fact)));
            return Optional.of(
                    new Refused(text(members, "rule"), text(members, "sentence"), facts, have));
        }
        return Optional.empty();
    }

    private static String text(Map<String, @Nullable Object> members, String name) {
        if (members.get(name) instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("the member \"" + name + "\" is no text");
    }

    private static <T> Outcome<T> notOne(String reason) {
        return Outcome.refused(Refusal.of(FederationRule.NOT_A_RECEIPT).with("reason", reason));
    }
}
