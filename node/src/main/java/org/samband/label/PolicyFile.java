// SPDX-License-Identifier: EUPL-1.2
package org.samband.label;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.samband.act.Outcome;
import org.samband.act.Refusal;
import org.samband.label.PolicyElement.NotRead;

/// Reads a marking policy in the form of Open XML SPIF, with our own attributes for what that form
/// does not say: short names, explanations in both languages, release, sources. Normative:
/// `spec/label/README.md`, section 6.
final class PolicyFile {
    private static final Set<String> COLOURS = Set.of("grey", "blue", "green", "amber", "red");

    private PolicyFile() {}

    /// @param file name for the refusal
    static Outcome<Policy> read(String file, byte[] bytes) {
        try {
            return Outcome.accepted(policy(PolicyElement.read(bytes)));
        } catch (NotRead wrong) {
            return Outcome.refused(
                    Refusal.at(LabelRule.POLICY_FILE, "line " + wrong.line())
                            .with("file", file)
                            .with("line", wrong.line())
                            .with("reason", wrong.reason()));
        }
    }

    private static Policy policy(PolicyElement spif) throws NotRead {
        var id = spif.one("securityPolicyId");
        var short_ = id.need("name");
        var named = new HashSet<String>();
        for (var other : spif.each("equivalentPolicies").toList()) {
            other.each("equivalentPolicy").forEach(one -> one.maybe("name").ifPresent(named::add));
        }
        var levels = new ArrayList<Level>();
        for (var one :
                spif.one("securityClassifications").each("securityClassification").toList()) {
            levels.add(level(one, named));
        }
        levels.sort(Comparator.comparingInt(Level::order));
        var categories = new ArrayList<Category>();
        for (var sets : spif.each("securityCategoryTagSets").toList()) {
            for (var set : sets.each("securityCategoryTagSet").toList()) {
                for (var tag : set.each("securityCategoryTag").toList()) {
                    categories.addAll(categories(tag));
                }
            }
        }
        distinct(spif, levels.stream().map(Level::shortName).toList(), "level");
        distinct(spif, levels.stream().map(one -> String.valueOf(one.order())).toList(), "order");
        distinct(spif, categories.stream().map(Category::shortName).toList(), "category");
        if (levels.isEmpty()) {
            throw new NotRead(spif.line(), "it has no level");
        }
        word(id, short_);
        return new Policy(
                short_,
                spif.need("samband:title"),
                spif.maybe("samband:owner").orElse(""),
                Set.of(
                        spif.maybe("samband:members")
                                .map(all -> all.split(" "))
                                .orElse(new String[0])),
                levels,
                categories);
    }

    private static Level level(PolicyElement one, Set<String> named) throws NotRead {
        var colour = one.need("color");
        if (!COLOURS.contains(colour)) {
            throw new NotRead(one.line(), "the colour " + colour + " is none of " + COLOURS);
        }
        one.need("samband:source");
        var equivalences = new ArrayList<Level.Equivalence>();
        for (var other : one.each("equivalentClassification").toList()) {
            var policy = other.need("policyRef");
            if (!named.contains(policy)) {
                throw new NotRead(other.line(), "the policy " + policy + " is not declared");
            }
            equivalences.add(
                    new Level.Equivalence(
                            policy, other.need("samband:level"), other.need("samband:source")));
        }
        return new Level(
                word(one, one.need("samband:short")),
                one.number("hierarchy"),
                one.one("markingData").need("phrase"),
                one.need("samband:en"),
                one.need("samband:nb"),
                colour,
                flag(one, "samband:classified"),
                release(one),
                equivalences);
    }

    private static Level.Release release(PolicyElement one) throws NotRead {
        var word = one.need("samband:release");
        return switch (word) {
            case "open" -> Level.Release.OPEN;
            case "listed" -> Level.Release.LISTED;
            case "originator" -> Level.Release.MEMBERS;
            case "never" -> Level.Release.NEVER;
            default ->
                    throw new NotRead(
                            one.line(),
                            "release is open, listed, originator or never, not " + word);
        };
    }

    private static List<Category> categories(PolicyElement tag) throws NotRead {
        var kind = kind(tag);
        var read = new ArrayList<Category>();
        for (var one : tag.each("tagCategory").toList()) {
            one.need("samband:source");
            var party = one.maybe("samband:party").orElse("");
            if ((kind == Category.Kind.RELEASABILITY) == party.isEmpty()) {
                throw new NotRead(
                        one.line(), "a releasability names its party, and nothing else does");
            }
            read.add(
                    new Category(
                            word(one, one.need("name")),
                            kind,
                            phrase(one, "en"),
                            phrase(one, "nb"),
                            party));
        }
        return read;
    }

    private static Category.Kind kind(PolicyElement tag) throws NotRead {
        var type = tag.need("tagType").toLowerCase(Locale.ROOT);
        return switch (type) {
            case "permissive" -> Category.Kind.RELEASABILITY;
            case "restrictive" -> Category.Kind.RESTRICTIVE;
            case "tagtype7" -> Category.Kind.INFORMATIVE;
            default -> throw new NotRead(tag.line(), "the tag type " + type + " is not used here");
        };
    }

    private static String phrase(PolicyElement category, String language) throws NotRead {
        for (var data : category.each("markingData").toList()) {
            if (data.maybe("xml:lang").filter(language::equals).isPresent()) {
                return data.need("phrase");
            }
        }
        throw new NotRead(category.line(), "the phrase in " + language + " is missing");
    }

    private static boolean flag(PolicyElement one, String attribute) throws NotRead {
        var value = one.need(attribute);
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new NotRead(one.line(), attribute + " is true or false, not " + value);
        };
    }

    private static String word(PolicyElement where, String word) throws NotRead {
        try {
            return new Label(word, word, new java.util.TreeSet<>()).level();
        } catch (IllegalArgumentException notOne) {
            throw new NotRead(where.line(), String.valueOf(notOne.getMessage()));
        }
    }

    private static void distinct(PolicyElement where, List<String> words, String what)
            throws NotRead {
        var seen = new HashSet<String>();
        for (var word : words) {
            if (!seen.add(word)) {
                throw new NotRead(where.line(), "the " + what + " " + word + " stands in it twice");
            }
        }
    }
}
