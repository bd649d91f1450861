// SPDX-License-Identifier: EUPL-1.2
package org.samband.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.samband.act.Outcome;
import org.samband.act.Refusal;
import org.samband.label.Policies;
import org.samband.label.PolicyFiles;
import org.samband.parties.Partnerships;
import org.samband.parties.Party;
import org.samband.parties.Profile;
import org.samband.parties.ProfileFile;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// The normative files that this program brings: policies of markings and profiles of partnerships.
final class Specification {
    private static final String PROFILES = "classpath:/spec/profile/*.yaml";

    private Specification() {}

    static Policies policies() {
        return brought(PolicyFiles.read());
    }

    /// The partnerships that the settings name.
    ///
    /// @throws StartRefused if there is no such profile, or the node's party is none of its parties
    static Partnerships partnerships(Settings settings, Policies policies) {
        var profiles = new ArrayList<Profile>();
        for (var partnership : settings.partnerships()) {
            var profile = profile(partnership.name().value(), policies);
            if (profile.party(settings.party()).isEmpty()) {
                throw new StartRefused(
                        Refusal.at(NodeRule.NO_PARTY_OF, "party")
                                .with("party", settings.party())
                                .with("name", profile.id())
                                .with("known", codes(profile.parties())));
            }
            profiles.add(
                    settings.sample().isPresent()
                            ? ProfileFile.inExercise(profile, policies)
                            : profile);
        }
        return new Partnerships(settings.party(), profiles);
    }

    private static String codes(List<Party> parties) {
        return parties.stream()
                .map(party -> party.code().value())
                .collect(Collectors.joining(", "));
    }

    /// Short names of all profiles that this program brings, sorted.
    static List<String> profileNames() {
        return Arrays.stream(profiles())
                .map(file -> Objects.requireNonNull(file.getFilename()).replace(".yaml", ""))
                .sorted()
                .toList();
    }

    private static Resource[] profiles() {
        try {
            return new PathMatchingResourcePatternResolver().getResources(PROFILES);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// @param name one of {@link #profileNames}
    static Profile profile(String name, Policies policies) {
        var fileName = name + ".yaml";
        for (var file : profiles()) {
            if (fileName.equals(file.getFilename())) {
                try {
                    var text = file.getContentAsString(StandardCharsets.UTF_8);
                    return brought(ProfileFile.read(fileName, text, policies));
                } catch (IOException broken) {
                    throw new UncheckedIOException(broken);
                }
            }
        }
        throw new IllegalArgumentException("there is no profile " + name);
    }

    private static <T> T brought(Outcome<T> read) {
        return switch (read) {
            case Outcome.Accepted<T>(var value) -> value;
            case Outcome.Refused<T>(var refusal) -> throw new StartRefused(refusal);
        };
    }
}
