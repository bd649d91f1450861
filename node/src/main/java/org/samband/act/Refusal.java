// SPDX-License-Identifier: EUPL-1.2
package org.samband.act;

import java.util.Map;
import java.util.TreeMap;

/// A refusal as an answer: which rule, where (field, line or pointer; empty where the whole is
/// meant), and the facts that its sentence names. Never carries content that the reader may not
/// see.
public record Refusal(Rule rule, String where, Map<String, String> facts) {
    /// Characters that are repeated of what was typed.
    private static final int LONGEST = 60;

    public Refusal {
        facts = Map.copyOf(facts);
    }

    public static Refusal of(Rule rule) {
        return new Refusal(rule, "", Map.of());
    }

    public static Refusal at(Rule rule, String where) {
        return new Refusal(rule, where, Map.of());
    }

    /// The same refusal with one more fact for its sentence.
    public Refusal with(String name, Object value) {
        var more = new TreeMap<>(facts);
        more.put(name, String.valueOf(value));
        return new Refusal(rule, where, more);
    }

    /// The same refusal with what was typed, so much of it that the reader knows it again.
    public Refusal typed(String typed) {
        var line = typed.strip();
        return with(
                "typed",
                line.codePointCount(0, line.length()) <= LONGEST
                        ? line
                        : line.substring(0, line.offsetByCodePoints(0, LONGEST)) + "…");
    }

    /// The English sentence with its facts filled in.
    public String sentence() {
        return fill(rule.sentence());
    }

    /// Fills the facts into a translated sentence.
    public String fill(String sentence) {
        var filled = sentence;
        for (var fact : facts.entrySet()) {
            filled = filled.replace("{" + fact.getKey() + "}", fact.getValue());
        }
        return filled;
    }
}
