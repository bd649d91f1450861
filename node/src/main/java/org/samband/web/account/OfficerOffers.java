// SPDX-License-Identifier: EUPL-1.2
package org.samband.web.account;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.samband.label.Category;
import org.samband.label.Policies;
import org.samband.label.Policy;
import org.samband.parties.Authority;
import org.samband.parties.Partnerships;
import org.samband.parties.Profile;
import org.samband.parties.Role;
import org.samband.web.Choice;
import org.samband.web.Words;
import org.springframework.stereotype.Component;

/// What the form of an officer offers to choose from.
@Component
public class OfficerOffers {
    private final Partnerships partnerships;
    private final Policies policies;

    OfficerOffers(Partnerships partnerships, Policies policies) {
        this.partnerships = partnerships;
        this.policies = policies;
    }

    public List<Choice> authorities(Words words) {
        return partnerships.profiles().stream()
                .flatMap(profile -> profile.party(partnerships.own()).stream())
                .flatMap(us -> us.authorities().stream())
                .distinct()
                .map((Authority one) ->
                        new Choice(one.code(), words.in(one.name()) + " (" + one.code() + ")"))
                .toList();
    }

    public List<Choice> roles(Words words) {
        return Arrays.stream(Role.values())
                .map(role -> new Choice(role.word(), words.of("account.role." + word(role))))
                .toList();
    }

    static String word(Role role) {
        return role.word().replace(' ', '-');
    }

    public List<Profile> partnerships() {
        return partnerships.profiles();
    }

    public List<Choice> areas(Profile profile, Words words) {
        return profile.areas().stream()
                .map(area ->
                        new Choice(profile.id() + "/" + area.shortName(), words.in(area.name())))
                .toList();
    }

    public List<Policy> policies() {
        return policies.all();
    }

    public List<Choice> levels(Policy policy, Words words) {
        var choices = new ArrayList<Choice>();
        choices.add(new Choice("", words.of("account.clearance.none")));
        policy.levels()
                .forEach(level -> choices.add(new Choice(level.shortName(), level.original())));
        return choices;
    }

    /// Those that need an admission.
    public List<Choice> categories(Policy policy) {
        return policy.categories().stream()
                .filter(category -> category.kind() == Category.Kind.RESTRICTIVE)
                .map(category ->
                        new Choice(
                                policy.shortName() + "/" + category.shortName(),
                                category.shortName()))
                .toList();
    }
}
