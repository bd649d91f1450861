// SPDX-License-Identifier: EUPL-1.2
package org.samband.parties;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.samband.act.Refusal;
import org.samband.label.Policies;

/// Is an appointment one that this node can keep? The place of a refusal is the field: `account`,
/// `name`, `authority`, `roles`, `areas`, `clearance`, `language`.
final class AppointmentCheck {
    static final List<String> LANGUAGES = List.of("en", "nb");
    static final Set<String> THEMES = Set.of("auto", "light", "dark");

    private static final Pattern ACCOUNT = Pattern.compile("[a-z][a-z0-9.-]{1,39}");
    private static final int SHORTEST_NAME = 2;
    private static final int LONGEST_NAME = 100;

    private final Partnerships partnerships;
    private final Policies policies;

    AppointmentCheck(Partnerships partnerships, Policies policies) {
        this.partnerships = partnerships;
        this.policies = policies;
    }

    Optional<Refusal> refusal(Appointment wanted) {
        return account(wanted)
                .or(() -> name(wanted))
                .or(() -> authority(wanted))
                .or(() -> roles(wanted))
                .or(() -> needToKnow(wanted))
                .or(() -> clearance(wanted))
                .or(() -> language(wanted.language()));
    }

    static boolean isAccount(String text) {
        return ACCOUNT.matcher(text).matches();
    }

    private static Optional<Refusal> account(Appointment wanted) {
        return isAccount(wanted.account())
                ? Optional.empty()
                : Optional.of(Refusal.at(PartyRule.ACCOUNT_FORM, "account"));
    }

    private static Optional<Refusal> name(Appointment wanted) {
        var name = wanted.name();
        var good =
                name.length() >= SHORTEST_NAME
                        && name.length() <= LONGEST_NAME
                        && name.equals(name.strip())
                        && name.codePoints().noneMatch(AppointmentCheck::unseen);
        return good ? Optional.empty() : Optional.of(Refusal.at(PartyRule.NAME_FORM, "name"));
    }

    /// Line breaks, control characters, and those that turn or hide what stands beside them.
    private static boolean unseen(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.UNASSIGNED ->
                    true;
            default -> false;
        };
    }

    /// Before a node holds its first partnership there is no list to choose from.
    private Optional<Refusal> authority(Appointment wanted) {
        var none = partnerships.profiles().isEmpty();
        var known =
                partnerships.profiles().stream()
                        .flatMap(profile -> profile.party(partnerships.own()).stream())
                        .anyMatch(us -> us.authority(wanted.authority()).isPresent());
        return none || known
                ? Optional.empty()
                : Optional.of(
                        Refusal.at(PartyRule.UNKNOWN_AUTHORITY, "authority")
                                .with("authority", wanted.authority()));
    }

    private static Optional<Refusal> roles(Appointment wanted) {
        return wanted.roles().isEmpty()
                ? Optional.of(Refusal.at(PartyRule.NO_ROLE, "roles"))
                : Optional.empty();
    }

    private Optional<Refusal> needToKnow(Appointment wanted) {
        for (var one : wanted.needToKnow().areas().entrySet()) {
            var profile = partnerships.profile(one.getKey());
            if (profile.isEmpty()) {
                return Optional.of(
                        Refusal.at(PartyRule.UNKNOWN_PARTNERSHIP, "areas")
                                .with("partnership", one.getKey()));
            }
            for (var area : one.getValue()) {
                if (!area.equals(Area.ALL) && profile.get().area(area).isEmpty()) {
                    return Optional.of(
                            Refusal.at(PartyRule.UNKNOWN_AREA, "areas")
                                    .with("partnership", one.getKey())
                                    .with("area", area));
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Refusal> clearance(Appointment wanted) {
        for (var one : wanted.clearance().grants().entrySet()) {
            var policy = policies.policy(one.getKey());
            var grant = one.getValue();
            if (policy.flatMap(known -> known.level(grant.level())).isEmpty()) {
                return unknownLevel(one.getKey() + ":" + grant.level());
            }
            for (var category : grant.categories()) {
                if (policy.get().category(category).isEmpty()) {
                    return unknownLevel(category);
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Refusal> unknownLevel(String word) {
        return Optional.of(Refusal.at(PartyRule.UNKNOWN_LEVEL, "clearance").with("word", word));
    }

    static Optional<Refusal> language(String language) {
        return LANGUAGES.contains(language)
                ? Optional.empty()
                : Optional.of(
                        Refusal.at(PartyRule.UNKNOWN_CHOICE, "language").with("value", language));
    }

    static Optional<Refusal> theme(String theme) {
        return THEMES.contains(theme)
                ? Optional.empty()
                : Optional.of(Refusal.at(PartyRule.UNKNOWN_CHOICE, "theme").with("value", theme));
    }
}
