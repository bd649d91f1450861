// SPDX-License-Identifier: EUPL-1.2
package org.samband.web.account;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.samband.label.Clearance;
import org.samband.parties.Appointment;
import org.samband.parties.NeedToKnow;
import org.samband.parties.Officer;
import org.samband.parties.PartnershipId;
import org.samband.parties.Role;
import org.springframework.util.MultiValueMap;

/// The form of an officer: what was typed or what stands.
///
/// @param roles words of roles, for instance `desk officer`
/// @param areas `partnership/` for the partnership, `partnership/area` or `partnership/*`
/// @param levels short name of a level by policy; a policy that is not named gives nothing
/// @param categories `policy/category` admitted to
public record OfficerForm(
        String account,
        String name,
        String authority,
        Set<String> roles,
        Set<String> areas,
        TreeMap<String, String> levels,
        Set<String> categories,
        String language) {

    static final OfficerForm EMPTY =
            new OfficerForm("", "", "", Set.of(), Set.of(), new TreeMap<>(), Set.of(), "en");

    static OfficerForm of(Officer officer) {
        var areas = new TreeSet<String>();
        officer.needToKnow()
                .areas()
                .forEach((partnership, names) -> {
                    areas.add(partnership + "/");
                    names.forEach(name -> areas.add(partnership + "/" + name));
                });
        var levels = new TreeMap<String, String>();
        var categories = new TreeSet<String>();
        officer.clearance()
                .grants()
                .forEach((policy, grant) -> {
                    levels.put(policy, grant.level());
                    grant.categories().forEach(one -> categories.add(policy + "/" + one));
                });
        return new OfficerForm(
                officer.account(),
                officer.name(),
                officer.authority(),
                new TreeSet<>(officer.roles().stream().map(Role::word).toList()),
                areas,
                levels,
                categories,
                officer.language());
    }

    static OfficerForm typed(MultiValueMap<String, String> fields) {
        var levels = new TreeMap<String, String>();
        fields.toSingleValueMap()
                .forEach((name, value) -> {
                    if (name.startsWith("level-") && !value.isBlank()) {
                        levels.put(name.substring("level-".length()), value);
                    }
                });
        return new OfficerForm(
                one(fields, "account"),
                one(fields, "name").strip(),
                one(fields, "authority"),
                all(fields, "role"),
                all(fields, "area"),
                levels,
                all(fields, "category"),
                one(fields, "language"));
    }

    private static String one(MultiValueMap<String, String> fields, String name) {
        return Optional.ofNullable(fields.getFirst(name)).orElse("");
    }

    private static Set<String> all(MultiValueMap<String, String> fields, String name) {
        return new TreeSet<>(Optional.ofNullable(fields.get(name)).orElse(List.of()));
    }

    /// Empty if a value is none that the page offers.
    Optional<Appointment> appointment() {
        try {
            return Optional.of(
                    new Appointment(
                            account,
                            name,
                            authority,
                            readRoles(),
                            needToKnow(),
                            clearance(),
                            language));
        } catch (IllegalArgumentException notOffered) {
            return Optional.empty();
        }
    }

    private Set<Role> readRoles() {
        var read = EnumSet.noneOf(Role.class);
        roles.forEach(word -> read.add(Role.of(word)));
        return read;
    }

    private NeedToKnow needToKnow() {
        var read = new TreeMap<PartnershipId, SortedSet<String>>();
        for (var text : areas) {
            var parts = new ArrayList<>(List.of(text.split("/", 2)));
            var names =
                    read.computeIfAbsent(new PartnershipId(parts.getFirst()), _ -> new TreeSet<>());
            if (parts.size() == 2 && !parts.getLast().isEmpty()) {
                names.add(parts.getLast());
            }
        }
        return new NeedToKnow(read);
    }

    private Clearance clearance() {
        var grants = new TreeMap<String, Clearance.Grant>();
        levels.forEach((policy, level) -> {
            var admitted = new TreeSet<String>();
            for (var category : categories) {
                if (category.startsWith(policy + "/")) {
                    admitted.add(category.substring(policy.length() + 1));
                }
            }
            grants.put(policy, new Clearance.Grant(level, admitted));
        });
        return new Clearance(grants);
    }
}
