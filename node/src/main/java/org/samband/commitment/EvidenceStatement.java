// SPDX-License-Identifier: EUPL-1.2
package org.samband.commitment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.samband.parties.PartnershipId;
import org.samband.parties.PartyCode;
import org.samband.procedure.ActRef;
import org.samband.procedure.Dossier;
import org.samband.procedure.Evidence;

/// What one party says about the evidence of a commitment: that something more counts, or that an
/// act does not. Source: design section 5; `docs/standings.md`.
///
/// @param commitment identity in the instrument
/// @param subject the act that it disputes; of added evidence the act that adds it
/// @param type kind of the event that is added; empty where an act is disputed
/// @param on day of the event that is added
/// @param by the party that says it
/// @param answer why the other party sees it otherwise; empty where it does not, or has not said
public record EvidenceStatement(
        Kind kind,
        ActRef dossier,
        String title,
        String commitment,
        Optional<ActRef> subject,
        String type,
        Optional<LocalDate> on,
        String reason,
        PartyCode by,
        State state,
        String answer,
        Instant said) {
    static final String ADDITION = "evidence-addition";
    static final String DISPUTE = "evidence-dispute";

    public enum Kind {
        ADDED,
        DISPUTED
    }

    /// What the other party says to it.
    public enum State {
        OPEN,
        AGREED,
        DECLINED,
        WITHDRAWN;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static EvidenceStatement of(Dossier dossier) {
        var added = dossier.procedure().id().equals(ADDITION);
        var state = state(dossier.state().state().name());
        return new EvidenceStatement(
                added ? Kind.ADDED : Kind.DISPUTED,
                dossier.ref(),
                dossier.title(),
                text(dossier, "commitment"),
                added ? Optional.of(dossier.ref()) : ActRef.of(text(dossier, "evidence")),
                added ? "stated-" + text(dossier, "event") : "",
                added ? day(text(dossier, "happened-on")) : Optional.empty(),
                text(dossier, "reason"),
                dossier.state().opener(),
                state,
                state == State.DECLINED ? text(dossier, added ? "why-not" : "why") : "",
                dossier.opened());
    }

    private static State state(String name) {
        return switch (name) {
            case "counted", "taken-out" -> State.AGREED;
            case "not-counted", "maintained" -> State.DECLINED;
            case "withdrawn" -> State.WITHDRAWN;
            default -> State.OPEN;
        };
    }

    private static String text(Dossier dossier, String field) {
        return dossier.state().value(field).map(String::valueOf).orElse("").strip();
    }

    /// What was recalled has no day.
    private static Optional<LocalDate> day(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
    }

    /// Whether a party goes by it. Added evidence counts for both when both count it, for who added
    /// it alone when the other does not, and for nobody before the other has answered. What is
    /// disputed does not count for who disputes it, and for nobody when both agree.
    boolean holdsFor(PartyCode party) {
        return switch (state) {
            case AGREED -> true;
            case DECLINED -> party.equals(by);
            case OPEN -> kind == Kind.DISPUTED && party.equals(by);
            case WITHDRAWN -> false;
        };
    }

    boolean disputes(Evidence one) {
        return kind == Kind.DISPUTED && subject.filter(one.act()::equals).isPresent();
    }

    /// The event that is added; empty where an act is disputed.
    Optional<Evidence> added(PartnershipId partnership) {
        return kind == Kind.ADDED
                ? on.map(day ->
                        new Evidence(
                                partnership,
                                commitment,
                                type,
                                day,
                                dossier,
                                dossier,
                                ADDITION,
                                title))
                : Optional.empty();
    }
}
