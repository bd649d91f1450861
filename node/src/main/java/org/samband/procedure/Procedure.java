// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.samband.parties.Bilingual;

/// How one kind of matter moves between the parties: data, not code. Source: design section 4;
/// normative: `spec/procedure/`.
///
/// @param id short name, kept for good: `consultation`
/// @param version counted from 1
/// @param hash SHA-256 of the canonical JSON of the file's content, 64 hexadecimal digits; it
///   stands with the version in the entry that opens a dossier
/// @param roles of its own that the profile binds to parties; empty where the parties are equal
public record Procedure(
        String id,
        int version,
        String hash,
        Bilingual title,
        Bilingual summary,
        List<Source> sources,
        Map<String, Bilingual> roles,
        List<State> states,
        List<ActForm> acts,
        List<Crossing> crossings,
        List<Beside> besides,
        RegisterForm register) {

    /// Where the procedure comes from.
    ///
    /// @param mark `S` read in a public source, `K` known and not read again, `?` not established
    public record Source(String ref, String mark, String says) {}

    public Procedure {
        sources = List.copyOf(sources);
        roles = Map.copyOf(roles);
        states = List.copyOf(states);
        acts = List.copyOf(acts);
        crossings = List.copyOf(crossings);
        besides = List.copyOf(besides);
    }

    public Optional<State> state(String name) {
        return states.stream().filter(state -> state.name().equals(name)).findFirst();
    }

    public Optional<ActForm> act(String name) {
        return acts.stream().filter(act -> act.name().equals(name)).findFirst();
    }

    public State initial() {
        return states.stream().filter(State::initial).findFirst().orElseThrow();
    }

    /// Acts that can open a dossier.
    public List<ActForm> openings() {
        return actsFrom(initial().name());
    }

    public List<ActForm> actsFrom(String state) {
        return acts.stream().filter(act -> act.from().contains(state)).toList();
    }

    /// The field of that name in the first act that has it.
    public Optional<Field> field(String name) {
        return acts.stream().flatMap(act -> act.field(name).stream()).findFirst();
    }

    /// The fields that a register can show: facts that stand, and texts that both parties agree.
    public List<Field> registered() {
        return acts.stream()
                .flatMap(act -> act.fields().stream())
                .map(Field::name)
                .distinct()
                .flatMap(name -> field(name).stream())
                .filter(this::isFact)
                .filter(field -> field.type() != Field.Type.HASH)
                .filter(field -> field.type() != Field.Type.ATTACHMENTS)
                .toList();
    }

    /// Whether the parties agree follow-ups in it: then it is a meeting that takes up those of the
    /// meetings before. Source: spec/procedure/README.md, PROC-85.
    public boolean agreesFollowUps() {
        return FollowUps.fields(this).stream()
                .anyMatch(name -> acts.stream().anyMatch(act -> act.confirms().contains(name)));
    }

    /// Whether what stands in a field is a fact about the matter: messages and follow-ups have
    /// places of their own.
    public boolean isFact(Field field) {
        return switch (field.type()) {
            case FOLLOW_UPS, FOLLOW_UP, DOSSIER -> false;
            case TEXT,
                    DATE,
                    MOMENT,
                    DATES,
                    CHOICE,
                    NUMBER,
                    ORDINAL,
                    YEAR,
                    REFERENCE,
                    HASH,
                    MONEY,
                    COMMITMENTS,
                    ATTACHMENTS ->
                    !field.gathers() || field.stands();
            case MULTILINE ->
                    field.stands()
                            || acts.stream().anyMatch(act -> act.confirms().contains(field.name()));
        };
    }

    /// Which of two acts prevails that were made at once in this state.
    Optional<Crossing> crossing(String state, ActForm one, ActForm other) {
        return crossings.stream()
                .filter(crossing -> crossing.decides(state, one.name(), other.name()))
                .findFirst();
    }
}
