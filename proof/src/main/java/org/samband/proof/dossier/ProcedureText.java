// SPDX-License-Identifier: EUPL-1.2
package org.samband.proof.dossier;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.samband.proof.CanonicalJson;
import org.samband.proof.Digest;

/// A procedure as an export carries it: what of it decides states. Source: `spec/procedure/`.
///
/// @param hash SHA-256 of its canonical JSON, as opening entries name it (PROC-02)
record ProcedureText(
        String id,
        long version,
        String hash,
        String initial,
        Map<String, Act> acts,
        List<Crossing> crossings) {
    /// Members of an act that say nothing about states, and those that do. A further one is of a
    /// newer language, whose states this program cannot tell.
    private static final Set<String> OF_AN_ACT =
            Set.of(
                    "name",
                    "title",
                    "done",
                    "table",
                    "by",
                    "officers",
                    "from",
                    "to",
                    "circle",
                    "floor",
                    "confirms",
                    "clears",
                    "opens",
                    "fills",
                    "reads",
                    "invites",
                    "answered-by",
                    "waits-for",
                    "source",
                    "evidence",
                    "fields");

    private static final Set<String> OF_A_FIELD =
            Set.of(
                    "name",
                    "title",
                    "help",
                    "type",
                    "required",
                    "most",
                    "gathers",
                    "stands",
                    "link",
                    "of",
                    "with",
                    "like",
                    "says",
                    "among",
                    "choices");

    /// A step that a party can take.
    ///
    /// @param to the state that it leads to; empty where it does not move the dossier
    record Act(
            String name,
            String by,
            Set<String> from,
            Optional<String> to,
            List<String> confirms,
            List<String> clears,
            List<FieldText> fields) {
        /// The field that a member of an act is named after.
        Optional<FieldText> field(Members said, int member) {
            for (var field : fields) {
                if (said.isNamed(member, field.name())) {
                    return Optional.of(field);
                }
            }
            return Optional.empty();
        }

        boolean moves() {
            return to.isPresent();
        }
    }

    /// Which of two acts prevails that were made at once (PROC-43).
    record Crossing(List<String> in, List<String> acts, String prevails) {
        boolean decides(String state, String one, String other) {
            boolean first = acts.contains(one);
            boolean second = acts.contains(other);
            boolean named;
            if (acts.equals(List.of("same"))) {
                named = one.equals(other);
            } else {
                boolean fits = acts.contains("any") ? first || second : first && second;
                named = fits && !one.equals(other);
            }
            return named && in.contains(state);
        }
    }

    /// @throws IllegalArgumentException if the text is no procedure of a language that this program
    ///   knows
    static ProcedureText of(Map<?, ?> text) {
        var initial = "";
        for (var state : list(text, "states")) {
            if (Boolean.TRUE.equals(map(state).get("initial"))) {
                initial = string(map(state), "name");
            }
        }
        var acts = new HashMap<String, Act>();
        list(text, "acts").forEach(act -> acts.put(string(map(act), "name"), act(map(act))));
        return new ProcedureText(
                string(text, "procedure"),
                text.get("version") instanceof Long version ? version : 0,
                Digest.sha256(CanonicalJson.bytes(text)).hex(),
                initial,
                acts,
                list(text, "crossings").stream().map(one -> crossing(map(one))).toList());
    }

    private static Act act(Map<?, ?> act) {
        known(act, OF_AN_ACT, "act");
        var fields = new LinkedHashMap<String, FieldText>();
        for (var field : list(act, "fields")) {
            known(map(field), OF_A_FIELD, "field");
            fields.put(string(map(field), "name"), FieldText.of(map(field)));
        }
        return new Act(
                string(act, "name"),
                string(act, "by"),
                new HashSet<>(strings(act, "from")),
                Optional.ofNullable(act.get("to")).map(String::valueOf),
                strings(act, "confirms"),
                strings(act, "clears"),
                List.copyOf(fields.values()));
    }

    private static void known(Map<?, ?> part, Set<String> members, String what) {
        for (var member : part.keySet()) {
            if (!members.contains(String.valueOf(member))) {
                throw new IllegalArgumentException(
                        "an "
                                + what
                                + " of a procedure has the member \""
                                + member
                                + "\", which this program does not know: take a newer one");
            }
        }
    }

    private static Crossing crossing(Map<?, ?> crossing) {
        return new Crossing(
                strings(crossing, "in"), strings(crossing, "acts"), string(crossing, "prevails"));
    }

    /// Which of two acts prevails in a state.
    Optional<String> prevails(String state, Act one, Act other) {
        return crossings.stream()
                .filter(crossing -> crossing.decides(state, one.name(), other.name()))
                .findFirst()
                .map(Crossing::prevails);
    }

    static List<?> list(Map<?, ?> in, String name) {
        return in.get(name) instanceof List<?> list ? list : List.of();
    }

    static List<String> strings(Map<?, ?> in, String name) {
        return list(in, name).stream().map(String::valueOf).toList();
    }

    static String string(Map<?, ?> in, String name) {
        if (in.get(name) instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("the member \"" + name + "\" of a procedure is missing");
    }

    static Map<?, ?> map(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw new IllegalArgumentException("a procedure has something else than an object");
    }
}
