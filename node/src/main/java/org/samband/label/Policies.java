// SPDX-License-Identifier: EUPL-1.2
package org.samband.label;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.samband.act.Outcome;
import org.samband.act.Refusal;

/// The policies of a node, side by side, and the questions that they answer. All answers are total
/// and depend on nothing but their arguments. Source: design section 6; normative: `spec/label/`.
public record Policies(List<Policy> all) {
    /// How much of a text that is no marking a refusal repeats.
    private static final int SHOWN = 60;

    public Policies {
        all = List.copyOf(all);
        if (all.stream().map(Policy::shortName).distinct().count() != all.size()) {
            throw new IllegalArgumentException("two policies have one short name");
        }
    }

    public Optional<Policy> policy(String shortName) {
        return all.stream().filter(policy -> policy.shortName().equals(shortName)).findFirst();
    }

    /// Reads a marking from outside (a form, an entry, a file): grammar and vocabulary.
    public Outcome<Marking> read(String text) {
        Marking marking;
        try {
            marking = Marking.parse(text);
        } catch (IllegalArgumentException notOne) {
            return Outcome.refused(
                    Refusal.of(LabelRule.NO_GRAMMAR)
                            .with("text", text.length() > SHOWN ? text.substring(0, SHOWN) : text)
                            .with("reason", String.valueOf(notOne.getMessage())));
        }
        return firstUnknown(marking)
                .map(Outcome::<Marking>refused)
                .orElseGet(() -> Outcome.accepted(marking));
    }

    /// May an officer with this clearance read it? Every label must be satisfied.
    public Decision mayRead(Clearance clearance, Marking marking) {
        return first(marking, label -> whyNotRead(clearance, label));
    }

    /// May a node with this ceiling hold it?
    public Decision mayHold(Ceiling ceiling, Marking marking) {
        return first(marking, label -> whyNotHold(ceiling, label));
    }

    /// May it go to this counterpart over the line of a node with this ceiling? Asked before an
    /// entry is appended to a shared line and again before it is delivered.
    ///
    /// @param counterpart party code of the receiving party
    public Decision mayRelease(Marking marking, String counterpart, Ceiling ceiling) {
        return first(
                marking,
                label -> whyNotHold(ceiling, label).or(() -> whyNotRelease(label, counterpart)));
    }

    /// Is the first at least as restrictive as the second? A partial order: many pairs are not
    /// comparable. The missing marking is above all others.
    public boolean dominates(Marking first, Marking second) {
        return merge(first, second).equals(first);
    }

    /// The least restrictive marking that is at least as restrictive as both: per policy the higher
    /// level, all restrictive categories, the releasabilities that both have; an informative
    /// category only where each of the two has it somewhere. The missing marking stays missing.
    ///
    /// @throws IllegalArgumentException if a marking has a word that no policy knows
    public Marking merge(Marking first, Marking second) {
        known(first);
        known(second);
        if (first.isMissing() || second.isMissing()) {
            return Marking.NONE;
        }
        var informing = informing(first);
        informing.retainAll(informing(second));
        var labels = new ArrayList<Label>();
        for (var policy : all) {
            var one = first.label(policy.shortName());
            var other = second.label(policy.shortName());
            if (one.isPresent() || other.isPresent()) {
                labels.add(
                        merge(
                                policy,
                                one.or(() -> other).orElseThrow(),
                                other.or(() -> one).orElseThrow(),
                                informing));
            }
        }
        return new Marking(labels);
    }

    private void known(Marking marking) {
        firstUnknown(marking)
                .ifPresent(refusal -> {
                    throw new IllegalArgumentException(refusal.sentence());
                });
    }

    private Set<String> informing(Marking marking) {
        return marking.labels().stream()
                .flatMap(label ->
                        label.categories().stream()
                                .filter(name -> kind(label, name) == Category.Kind.INFORMATIVE))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Category.Kind kind(Label label, String category) {
        return policy(label.policy())
                .flatMap(policy -> policy.category(category))
                .orElseThrow()
                .kind();
    }

    private static Label merge(Policy policy, Label one, Label other, Set<String> informing) {
        var higher =
                policy.level(one.level()).orElseThrow().order()
                                >= policy.level(other.level()).orElseThrow().order()
                        ? one.level()
                        : other.level();
        var categories = new TreeSet<String>();
        for (var category : policy.categories()) {
            var name = category.shortName();
            var inOne = one.categories().contains(name);
            var inOther = other.categories().contains(name);
            if (switch (category.kind()) {
                case RESTRICTIVE -> inOne || inOther;
                case RELEASABILITY -> inOne && inOther;
                case INFORMATIVE -> (inOne || inOther) && informing.contains(name);
            }) {
                categories.add(name);
            }
        }
        return new Label(policy.shortName(), higher, categories);
    }

    /// For the head and foot of pages and exports.
    ///
    /// @param language `en` or `nb`
    public Banner banner(Marking marking, String language) {
        var nb = "nb".equals(language);
        if (marking.isMissing()) {
            return new Banner(nb ? "UTEN MERKING" : "NO MARKING", "grey");
        }
        var texts = new ArrayList<String>();
        var tone = "grey";
        for (var label : marking.labels()) {
            var policy = policy(label.policy());
            var level = policy.flatMap(one -> one.level(label.level()));
            texts.add(level.map(Level::original).orElse(label.level()));
            for (var category : label.categories()) {
                texts.add(
                        policy.flatMap(one -> one.category(category))
                                .map(one -> nb ? one.nb() : one.en())
                                .orElse(category));
            }
            tone = level.map(Level::colour).filter(colour -> !"grey".equals(colour)).orElse(tone);
        }
        return new Banner(texts.stream().distinct().collect(Collectors.joining(" · ")), tone);
    }

    private Decision first(
            Marking marking, java.util.function.Function<Label, Optional<Refusal>> whyNot) {
        if (marking.isMissing()) {
            return Decision.refused(Refusal.of(LabelRule.NO_MARKING));
        }
        return firstUnknown(marking)
                .or(() ->
                        marking.labels().stream()
                                .flatMap(label -> whyNot.apply(label).stream())
                                .findFirst())
                .map(Decision::refused)
                .orElseGet(Decision::allowed);
    }

    private Optional<Refusal> firstUnknown(Marking marking) {
        return marking.labels().stream().flatMap(label -> unknown(label).stream()).findFirst();
    }

    private Optional<Refusal> unknown(Label label) {
        var policy = policy(label.policy());
        if (policy.isEmpty()) {
            return unknownWord(label.policy());
        }
        if (policy.get().level(label.level()).isEmpty()) {
            return unknownWord(label.policy() + ":" + label.level());
        }
        return label.categories().stream()
                .filter(category -> policy.get().category(category).isEmpty())
                .findFirst()
                .flatMap(Policies::unknownWord);
    }

    private static Optional<Refusal> unknownWord(String word) {
        return Optional.of(Refusal.of(LabelRule.UNKNOWN_WORD).with("word", word));
    }

    private Optional<Refusal> whyNotRead(Clearance clearance, Label label) {
        var policy = policy(label.policy()).orElseThrow();
        var grant = clearance.grants().get(label.policy());
        var highest = grant == null ? Optional.<Level>empty() : policy.level(grant.level());
        var level = policy.level(label.level()).orElseThrow();
        if (grant == null || highest.isEmpty() || level.order() > highest.get().order()) {
            return Optional.of(Refusal.of(LabelRule.ABOVE_CLEARANCE));
        }
        return label.categories().stream()
                .filter(name ->
                        policy.category(name).orElseThrow().kind() == Category.Kind.RESTRICTIVE)
                .filter(name -> !grant.categories().contains(name))
                .findFirst()
                .map(name -> Refusal.of(LabelRule.NOT_ADMITTED).with("category", name));
    }

    private Optional<Refusal> whyNotHold(Ceiling ceiling, Label label) {
        var policy = policy(label.policy()).orElseThrow();
        var level = policy.level(label.level()).orElseThrow();
        var highest =
                Optional.ofNullable(ceiling.levels().get(label.policy())).flatMap(policy::level);
        return highest.isPresent() && level.order() <= highest.get().order()
                ? Optional.empty()
                : Optional.of(Refusal.of(LabelRule.ABOVE_CEILING).with("level", level.original()));
    }

    private Optional<Refusal> whyNotRelease(Label label, String counterpart) {
        var policy = policy(label.policy()).orElseThrow();
        var level = policy.level(label.level()).orElseThrow();
        if (policy.owner().equals(counterpart)) {
            return Optional.empty();
        }
        var rule =
                switch (level.release()) {
                    case OPEN -> Optional.<LabelRule>empty();
                    case LISTED ->
                            listed(policy, label, counterpart)
                                    ? Optional.<LabelRule>empty()
                                    : Optional.of(LabelRule.NOT_RELEASABLE);
                    case MEMBERS ->
                            policy.members().contains(counterpart)
                                    ? Optional.<LabelRule>empty()
                                    : Optional.of(LabelRule.ORIGINATOR_CONTROL);
                    case NEVER -> Optional.of(LabelRule.FOR_PERSONS_ONLY);
                };
        return rule.map(
                one -> Refusal.of(one).with("level", level.original()).with("party", counterpart));
    }

    private static boolean listed(Policy policy, Label label, String counterpart) {
        return label.categories().stream()
                .map(name -> policy.category(name).orElseThrow())
                .anyMatch(category ->
                        category.kind() == Category.Kind.RELEASABILITY
                                && category.party().equals(counterpart));
    }
}
