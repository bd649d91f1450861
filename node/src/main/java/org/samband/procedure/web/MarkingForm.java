// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure.web;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.samband.label.Category;
import org.samband.label.Ceiling;
import org.samband.label.Label;
import org.samband.label.Level;
import org.samband.label.Marking;
import org.samband.label.Policies;
import org.samband.label.Policy;
import org.samband.parties.Officer;
import org.samband.parties.PartyCode;
import org.samband.web.Choice;
import org.samband.web.Words;
import org.springframework.util.MultiValueMap;

/// The choice of a marking on a form: for each policy that the node may hold one level, and the
/// categories beside it. Works without script.
public record MarkingForm(List<OfPolicy> policies) {

    /// @param levels the first one is "none"
    /// @param chosen short name of the chosen level; empty for none
    /// @param boxes categories that can be ticked
    public record OfPolicy(
            String shortName, String name, List<Choice> levels, String chosen, List<Box> boxes) {}

    /// @param checked whether it is ticked
    public record Box(String value, String label, boolean checked) {}

    public MarkingForm {
        policies = List.copyOf(policies);
    }

    static MarkingForm of(
            Marking chosen,
            Policies policies,
            Ceiling ceiling,
            Officer officer,
            PartyCode counterpart,
            Words words) {
        var all = new ArrayList<OfPolicy>();
        for (var policy : policies.all()) {
            var highest = ceiling.levels().get(policy.shortName());
            if (highest != null && officer.clearance().grants().containsKey(policy.shortName())) {
                all.add(one(policy, highest, chosen, counterpart, words));
            }
        }
        return new MarkingForm(all);
    }

    private static OfPolicy one(
            Policy policy, String highest, Marking chosen, PartyCode counterpart, Words words) {
        var label = chosen.label(policy.shortName());
        var most = policy.level(highest).map(Level::order).orElse(-1);
        var levels = new ArrayList<Choice>();
        levels.add(new Choice("", words.of("procedure.marking.none")));
        policy.levels().stream()
                .filter(level -> level.order() <= most)
                .forEach(level -> levels.add(new Choice(level.shortName(), level.original())));
        var boxes =
                policy.categories().stream()
                        .filter(category ->
                                category.kind() != Category.Kind.RELEASABILITY
                                        || category.party().equals(counterpart.value()))
                        .map(category ->
                                new Box(
                                        category.shortName(),
                                        "nb".equals(words.language())
                                                ? category.nb()
                                                : category.en(),
                                        label.filter(one ->
                                                        one.categories()
                                                                .contains(category.shortName()))
                                                .isPresent()))
                        .toList();
        return new OfPolicy(
                policy.shortName(),
                policy.name(),
                levels,
                label.map(Label::level).orElse(""),
                boxes);
    }

    /// The marking that was chosen; the missing one where nothing or no word of a marking was sent.
    static Marking read(Policies policies, MultiValueMap<String, String> sent) {
        var labels = new ArrayList<Label>();
        try {
            for (var policy : policies.all()) {
                var level = sent.getFirst("marking." + policy.shortName());
                if (level != null && !level.isEmpty()) {
                    var boxes =
                            sent.getOrDefault("marking." + policy.shortName() + ".with", List.of());
                    labels.add(new Label(policy.shortName(), level, new TreeSet<>(boxes)));
                }
            }
        } catch (IllegalArgumentException noWord) {
            return Marking.NONE;
        }
        return new Marking(labels);
    }
}
