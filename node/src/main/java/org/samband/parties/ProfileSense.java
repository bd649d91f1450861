// SPDX-License-Identifier: EUPL-1.2
package org.samband.parties;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.samband.act.Outcome;
import org.samband.label.Ceiling;
import org.samband.label.Decision;
import org.samband.label.Marking;
import org.samband.label.Policies;
import org.samband.parties.ProfileText.Finding;

/// What a schema cannot say of a profile. Source: PROF-04 to PROF-08.
final class ProfileSense {
    private final Map<String, Object> file;
    private final Policies policies;

    ProfileSense(ProfileText text, Policies policies) {
        this.file = text.content();
        this.policies = policies;
    }

    Optional<Finding> finding() {
        return partiesDiffer()
                .or(this::zones)
                .or(this::markings)
                .or(() -> twice("/areas", "area"))
                .or(() -> twice("/areas", "heading"))
                .or(() -> twice("/parties/0/authorities", "code"))
                .or(() -> twice("/parties/1/authorities", "code"))
                .or(this::bindings);
    }

    private List<Map<String, Object>> parties() {
        return ProfileFile.maps(file.get("parties"));
    }

    private String code(int place) {
        return ProfileFile.text(parties().get(place), "code");
    }

    private Optional<Finding> partiesDiffer() {
        return code(0).equals(code(1))
                ? found("/parties/1/code", "both parties have the code " + code(0))
                : Optional.empty();
    }

    private Optional<Finding> zones() {
        for (var place = 0; place < 2; place++) {
            var zone = ProfileFile.text(parties().get(place), "zone");
            try {
                ZoneId.of(zone);
            } catch (DateTimeException notOne) {
                return found("/parties/" + place + "/zone", "there is no time zone " + zone);
            }
        }
        return Optional.empty();
    }

    private Optional<Finding> markings() {
        for (var place = 0; place < 2; place++) {
            var at = "/parties/" + place + "/marking";
            switch (policies.read(ProfileFile.text(parties().get(place), "marking"))) {
                case Outcome.Refused<Marking>(var refusal) -> {
                    return found(at, refusal.sentence());
                }
                case Outcome.Accepted<Marking>(var marking) -> {
                    if (policies.mayRelease(marking, code(1 - place), heldByOwner(marking))
                            instanceof Decision.Refused(var refusal)) {
                        return found(at, refusal.sentence());
                    }
                }
            }
        }
        return Optional.empty();
    }

    /// A node's ceiling is a matter of its operator, not of the profile.
    private static Ceiling heldByOwner(Marking marking) {
        return new Ceiling(
                marking.labels().stream()
                        .collect(
                                Collectors.toMap(
                                        label -> label.policy(),
                                        label -> label.level(),
                                        (one, other) -> one,
                                        java.util.TreeMap::new)));
    }

    private Optional<Finding> twice(String pointer, String member) {
        Object at = file;
        for (var step : pointer.substring(1).split("/", -1)) {
            at =
                    at instanceof List<?> list
                            ? list.get(Integer.parseInt(step))
                            : ProfileFile.map(at).get(step);
        }
        var seen = new HashSet<String>();
        var place = 0;
        for (var one : ProfileFile.maps(at)) {
            var value = ProfileFile.text(one, member);
            if (!seen.add(value)) {
                return found(
                        pointer + "/" + place + "/" + member,
                        "\"" + value + "\" stands here twice");
            }
            place++;
        }
        return Optional.empty();
    }

    private Optional<Finding> bindings() {
        var areas =
                ProfileFile.maps(file.get("areas")).stream()
                        .map(area -> ProfileFile.text(area, "area"))
                        .collect(Collectors.toSet());
        var codes = Set.of(code(0), code(1));
        for (var procedure : ProfileFile.map(file.get("procedures")).entrySet()) {
            var at = "/procedures/" + procedure.getKey();
            var section = ProfileFile.map(procedure.getValue());
            if (section.get("area") instanceof String area && !areas.contains(area)) {
                return found(at + "/area", "there is no area " + area);
            }
            var untitled = untitled(section);
            if (untitled.isPresent()) {
                return found(at, "the commitment " + untitled.get() + " has no title");
            }
            for (var role : ProfileFile.map(section.get("roles")).entrySet()) {
                if (!codes.contains(String.valueOf(role.getValue()))) {
                    return found(
                            at + "/roles/" + role.getKey(),
                            role.getValue() + " is no party of this partnership");
                }
            }
        }
        return Optional.empty();
    }

    /// What officers choose among has a title.
    private Optional<String> untitled(Map<String, Object> section) {
        var titles = ProfileFile.map(file.get("commitments")).keySet();
        var lists = new ArrayList<>(ProfileFile.map(section.get("chosen")).values());
        lists.add(section.getOrDefault("topics", List.of()));
        lists.add(section.getOrDefault("standing-items", List.of()));
        return lists.stream()
                .flatMap(list -> list instanceof List<?> ids ? ids.stream() : Stream.empty())
                .map(String::valueOf)
                .filter(id -> !titles.contains(id))
                .findFirst();
    }

    private static Optional<Finding> found(String pointer, String reason) {
        return Optional.of(new Finding(pointer, reason));
    }
}
