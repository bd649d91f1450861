// SPDX-License-Identifier: EUPL-1.2
package org.samband.commitment;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.samband.instrument.Commitment;
import org.samband.instrument.Undertaking;
import org.samband.parties.PartyCode;
import org.samband.parties.Profile;
import org.samband.procedure.ActRef;
import org.samband.procedure.Dossier;

/// A corrected reading of one member of one commitment, proposed by one party. It changes the
/// reading when the other party has agreed the same. Source: design section 5.
///
/// @param member name as in `commitments.json`: `undertaking`, `cadence` ...
/// @param value empty for none
/// @param decided when the other party answered; empty while it is open
public record Correction(
        ActRef dossier,
        String commitment,
        String member,
        String value,
        String reason,
        PartyCode by,
        State state,
        Instant proposed,
        Optional<Instant> decided) {

    /// Where the proposal stands.
    public enum State {
        OPEN,
        AGREED,
        DECLINED,
        WITHDRAWN;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static final String PROCEDURE = "commitment-correction";

    static Correction of(Dossier dossier) {
        var state = dossier.state();
        var moved = dossier.act(state.moved()).map(act -> act.act().at());
        var stands =
                switch (state.state().name()) {
                    case "agreed" -> State.AGREED;
                    case "declined" -> State.DECLINED;
                    case "withdrawn" -> State.WITHDRAWN;
                    default -> State.OPEN;
                };
        return new Correction(
                dossier.ref(),
                text(dossier, "commitment"),
                text(dossier, "member"),
                text(dossier, "value"),
                text(dossier, "reason"),
                state.opener(),
                stands,
                dossier.opened(),
                stands == State.OPEN ? Optional.empty() : moved);
    }

    private static String text(Dossier dossier, String field) {
        return dossier.state().value(field).map(String::valueOf).orElse("").strip();
    }

    /// The commitment with this reading; empty if the value is no word for the member.
    Optional<Commitment> applied(Commitment to, Profile profile) {
        return switch (member) {
            case "undertaking" -> undertaking().map(one -> with(to, one));
            case "boundParties" -> parties(profile).map(names -> bound(to, names));
            case "cadence" -> Optional.of(how(to, none(value), to.condition()));
            case "condition" -> Optional.of(how(to, to.cadence(), none(value)));
            case "object" -> Optional.of(what(to, value, to.forum(), to.named(), to.area()));
            case "forum" -> Optional.of(what(to, to.object(), none(value), to.named(), to.area()));
            case "named" -> Optional.of(what(to, to.object(), to.forum(), list(), to.area()));
            case "area" ->
                    profile.areaOfHeading(value)
                            .or(() -> profile.area(value))
                            .map(area ->
                                    what(to, to.object(), to.forum(), to.named(), area.heading()));
            default -> Optional.empty();
        };
    }

    private Optional<Undertaking> undertaking() {
        var word = value.toUpperCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
        return Arrays.stream(Undertaking.values())
                .filter(one -> one.name().equals(word))
                .findFirst();
    }

    private Optional<List<String>> parties(Profile profile) {
        var names = list();
        var known = profile.parties().stream().map(party -> party.name()).toList();
        return names.isEmpty() || !known.containsAll(names) ? Optional.empty() : Optional.of(names);
    }

    private List<String> list() {
        return Arrays.stream(value.split("[;,]"))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .toList();
    }

    private static @Nullable String none(String value) {
        return value.isEmpty() ? null : value;
    }

    private static Commitment with(Commitment to, Undertaking undertaking) {
        return copy(
                to,
                to.boundParties(),
                undertaking,
                to.cadence(),
                to.condition(),
                to.area(),
                to.object(),
                to.forum(),
                to.named());
    }

    private static Commitment bound(Commitment to, List<String> parties) {
        return copy(
                to,
                parties,
                to.undertaking(),
                to.cadence(),
                to.condition(),
                to.area(),
                to.object(),
                to.forum(),
                to.named());
    }

    private static Commitment how(
            Commitment to, @Nullable String cadence, @Nullable String condition) {
        return copy(
                to,
                to.boundParties(),
                to.undertaking(),
                cadence,
                condition,
                to.area(),
                to.object(),
                to.forum(),
                to.named());
    }

    private static Commitment what(
            Commitment to, String object, @Nullable String forum, List<String> named, String area) {
        return copy(
                to,
                to.boundParties(),
                to.undertaking(),
                to.cadence(),
                to.condition(),
                area,
                object,
                forum,
                named);
    }

    private static Commitment copy(
            Commitment to,
            List<String> parties,
            Undertaking undertaking,
            @Nullable String cadence,
            @Nullable String condition,
            String area,
            String object,
            @Nullable String forum,
            List<String> named) {
        return new Commitment(
                to.id(),
                to.paragraph(),
                to.sentence(),
                parties,
                undertaking,
                cadence,
                condition,
                area,
                to.words(),
                to.verb(),
                object,
                forum,
                named,
                to.also(),
                to.conditions(),
                to.leadIn(),
                to.frame(),
                to.negative(),
                to.start(),
                to.end());
    }
}
