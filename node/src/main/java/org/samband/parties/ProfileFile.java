// SPDX-License-Identifier: EUPL-1.2
package org.samband.parties;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.samband.act.Outcome;
import org.samband.label.Category;
import org.samband.label.Label;
import org.samband.label.Marking;
import org.samband.label.Policies;

/// Reads the profile of a partnership. Normative: `spec/profile/README.md`.
public final class ProfileFile {
    private static final String EXERCISE = "EXERCISE";

    private ProfileFile() {}

    /// @param name of the file, for the refusal
    /// @param policies whose words the parties' markings must be
    public static Outcome<Profile> read(String name, String text, Policies policies) {
        return ProfileText.read(name, text)
                .then(content -> {
                    var finding = new ProfileSense(content, policies).finding();
                    return finding.isPresent()
                            ? Outcome.refused(content.refusal(finding.get()))
                            : Outcome.accepted(profile(content.content()));
                });
    }

    /// The same partnership for an exercise: what the parties write is proposed to bear EXERCISE,
    /// where the policy has that word.
    public static Profile inExercise(Profile profile, Policies policies) {
        return new Profile(
                profile.id(),
                profile.instrument(),
                profile.name(),
                profile.parties().stream()
                        .map(party ->
                                new Party(
                                        party.code(),
                                        party.name(),
                                        party.fullName(),
                                        party.called(),
                                        party.zone(),
                                        inExercise(party.marking(), policies),
                                        party.authorities()))
                        .toList(),
                profile.areas(),
                profile.procedures(),
                profile.commitments());
    }

    private static Marking inExercise(Marking marking, Policies policies) {
        return new Marking(
                marking.labels().stream().map(label -> inExercise(label, policies)).toList());
    }

    private static Label inExercise(Label label, Policies policies) {
        var has =
                policies.policy(label.policy())
                        .flatMap(policy -> policy.category(EXERCISE))
                        .filter(category -> category.kind() == Category.Kind.INFORMATIVE)
                        .isPresent();
        if (!has) {
            return label;
        }
        var categories = new TreeSet<>(label.categories());
        categories.add(EXERCISE);
        return new Label(label.policy(), label.level(), categories);
    }

    private static Profile profile(Map<String, Object> file) {
        return new Profile(
                new PartnershipId(text(file, "partnership")),
                text(file, "instrument"),
                bilingual(file.get("name")),
                maps(file.get("parties")).stream().map(ProfileFile::party).toList(),
                maps(file.get("areas")).stream().map(ProfileFile::area).toList(),
                map(file.get("procedures")),
                titles(file));
    }

    private static Map<String, Bilingual> titles(Map<String, Object> file) {
        var titles = new LinkedHashMap<String, Bilingual>();
        map(file.get("commitments")).forEach((id, title) -> titles.put(id, bilingual(title)));
        return titles;
    }

    private static Party party(Map<String, Object> party) {
        var name = text(party, "name");
        var full = bilingual(party.get("full-name"));
        return new Party(
                new PartyCode(text(party, "code")),
                name,
                full,
                party.containsKey("called")
                        ? bilingual(party.get("called"))
                        : new Bilingual(name, full.nb()),
                ZoneId.of(text(party, "zone")),
                Marking.parse(text(party, "marking")),
                maps(party.get("authorities")).stream()
                        .map(one -> new Authority(text(one, "code"), bilingual(one.get("name"))))
                        .toList());
    }

    private static Area area(Map<String, Object> area) {
        return new Area(
                text(area, "area"),
                text(area, "heading"),
                bilingual(area.get("name")),
                !Boolean.FALSE.equals(area.get("cooperation")));
    }

    private static Bilingual bilingual(@org.jspecify.annotations.Nullable Object value) {
        var both = map(value);
        return new Bilingual(text(both, "en"), text(both, "nb"));
    }

    static String text(Map<String, Object> in, String member) {
        return String.valueOf(in.get(member));
    }

    static List<Map<String, Object>> maps(@org.jspecify.annotations.Nullable Object value) {
        var read = new ArrayList<Map<String, Object>>();
        if (value instanceof List<?> list) {
            list.forEach(one -> read.add(map(one)));
        }
        return read;
    }

    /// Members in the order of the file; empty for what is no object.
    static Map<String, Object> map(@org.jspecify.annotations.Nullable Object value) {
        var read = new LinkedHashMap<String, Object>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((member, one) -> read.put(String.valueOf(member), one));
        }
        return read;
    }
}
