// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.samband.parties.Bilingual;
import org.samband.parties.Profile;

/// A commitment that an officer can name in a dossier as what it serves or addresses. Data:
/// sections `commitments` and `procedures` of the profile.
///
/// @param commitment identity in the instrument, for instance `p20.s1`
/// @param title short, for instance "Further involvement in defence initiatives"
public record Subject(String commitment, Bilingual title) {

    /// Those of a procedure, in the order of the text.
    public static List<Subject> of(Profile profile, String procedure) {
        var section = section(profile, procedure);
        var ids = new LinkedHashSet<String>();
        if (section.get("chosen") instanceof Map<?, ?> acts) {
            acts.values().forEach(list -> ids.addAll(ids(list)));
        }
        ids.addAll(ids(section.get("topics")));
        return titled(profile, List.copyOf(ids));
    }

    /// Whether dossiers of a procedure can also name commitments that a later version added.
    public static boolean canBeLater(Profile profile, String procedure) {
        return section(profile, procedure).containsKey("added");
    }

    /// Those that the text wants named each time: space security in the annual Dialogue.
    public static List<Subject> standingItems(Profile profile, String procedure) {
        return titled(profile, ids(section(profile, procedure).get("standing-items")));
    }

    private static List<Subject> titled(Profile profile, List<String> ids) {
        return ids.stream()
                .map(id -> new Subject(id, title(profile, id)))
                .sorted(Comparator.comparing(Subject::place))
                .toList();
    }

    private static Bilingual title(Profile profile, String id) {
        return profile.commitments().getOrDefault(id, new Bilingual(id, id));
    }

    private static Map<?, ?> section(Profile profile, String procedure) {
        return profile.procedures().get(procedure) instanceof Map<?, ?> section
                ? section
                : Map.of();
    }

    private static List<String> ids(@Nullable Object list) {
        var ids = new ArrayList<String>();
        if (list instanceof List<?> all) {
            all.forEach(id -> ids.add(String.valueOf(id)));
        }
        return ids;
    }

    /// `p11.3.s2` after `p2.s1`: numbers count as numbers.
    private String place() {
        var padded = new StringBuilder();
        for (var part : commitment.split("(?<=[0-9])(?=[^0-9])|(?<=[^0-9])(?=[0-9])", -1)) {
            padded.append("0".repeat(Math.max(0, 6 - part.length()))).append(part);
        }
        return padded.toString();
    }

    /// The number of its paragraph or item: `20`, `11.3`.
    public String paragraph() {
        return paragraph(commitment);
    }

    /// The number of the paragraph or item of a commitment.
    public static String paragraph(String commitment) {
        var sentence = commitment.lastIndexOf(".s");
        return commitment.substring(1, sentence < 1 ? commitment.length() : sentence);
    }
}
