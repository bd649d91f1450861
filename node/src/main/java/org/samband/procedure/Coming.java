// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.samband.label.Marking;
import org.samband.parties.Bilingual;
import org.samband.parties.PartnershipId;
import org.samband.parties.PartyCode;

/// A day that a dossier names and that may still lie ahead: it stands in the calendar.
///
/// @param on the day as the parties wrote it, in no particular zone
/// @param procedure title of the dossier's procedure
/// @param party code of the party that is expected to act by that day; empty for a common day
/// @param text what is due, of a follow-up; else empty
/// @param moment at which it is over, where the hour counts; else empty
/// @param origin who says so
/// @param source where a period comes from; empty where a party named the day
/// @param marking of the dossier
public record Coming(
        PartnershipId partnership,
        ActRef dossier,
        Bilingual procedure,
        String title,
        LocalDate on,
        Kind kind,
        String party,
        String text,
        Optional<Instant> moment,
        Deadline.Origin origin,
        String source,
        Marking marking) {

    /// What the day is.
    public enum Kind {
        /// The matter takes place, as announced or agreed.
        AGREED,
        /// It was proposed and not agreed.
        PROPOSED,
        /// An answer is wanted until then.
        ANSWER,
        /// A period ends that the procedure declares.
        CLOCK,
        /// A follow-up is due.
        FOLLOW_UP,
        /// The parties want to look at the matter again; nothing is due.
        REMINDER,
        /// A day that our party set for itself.
        OWN_TARGET;

        /// The word for sentences: `follow-up`.
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /// How it is shown on a day: only what expects something can have passed.
        public String tone(LocalDate on, LocalDate today) {
            return this == PROPOSED || this == REMINDER
                    ? "neutral"
                    : expects() && on.isBefore(today) ? "warning" : "info";
        }

        /// Whether something is expected by that day, so that it can have passed. What is explored
        /// is never late: a reminder expects nothing.
        public boolean expects() {
            return switch (this) {
                case ANSWER, CLOCK, FOLLOW_UP, OWN_TARGET -> true;
                case AGREED, PROPOSED, REMINDER -> false;
            };
        }
    }

    /// @param turn the parties whose turn it is
    /// @param zones in which a party's days are counted
    static List<Coming> of(
            PartnershipId partnership,
            ActRef dossier,
            String title,
            DossierState state,
            List<PartyCode> turn,
            Map<PartyCode, ZoneId> zones,
            Marking marking) {
        var procedure = state.procedure();
        var named =
                new Coming(
                        partnership,
                        dossier,
                        procedure.title(),
                        title,
                        LocalDate.EPOCH,
                        Kind.AGREED,
                        "",
                        "",
                        Optional.empty(),
                        Deadline.Origin.ASKED,
                        "",
                        marking);
        var days = new ArrayList<Coming>();
        state.state()
                .day()
                .flatMap(procedure::field)
                .ifPresent(field -> {
                    var kind = field.type() == Field.Type.DATES ? Kind.PROPOSED : Kind.AGREED;
                    for (var day : state.dates(field.name())) {
                        FieldForm.date(day).ifPresent(on -> days.add(named.on(on, kind, "", "")));
                    }
                });
        state.state()
                .remind()
                .flatMap(state::value)
                .flatMap(day -> FieldForm.date(String.valueOf(day)))
                .ifPresent(on -> days.add(named.on(on, Kind.REMINDER, "", "")));
        var asked = turn.size() == 1 ? turn.getFirst().value() : "";
        state.answerBy().ifPresent(on -> days.add(named.on(on, Kind.ANSWER, asked, "")));
        state.clock(zones)
                .ifPresent(end -> days.add(named.on(end.on(), Kind.CLOCK, asked, "").by(end)));
        for (var followUp : state.followUps()) {
            followUp.due()
                    .filter(due -> followUp.open())
                    .map(due -> named.on(due, Kind.FOLLOW_UP, followUp.owner(), followUp.text()))
                    .ifPresent(one -> days.add(followUp.agreed() ? one : one.asked()));
        }
        return days;
    }

    /// What both parties agreed is agreed; what one named is its wish.
    private Coming on(LocalDate day, Kind of, String by, String what) {
        var says =
                switch (of) {
                    case AGREED, FOLLOW_UP -> Deadline.Origin.AGREED;
                    case PROPOSED, ANSWER, CLOCK, REMINDER -> Deadline.Origin.ASKED;
                    case OWN_TARGET -> Deadline.Origin.OWN_TARGET;
                };
        return new Coming(
                partnership,
                dossier,
                procedure,
                title,
                day,
                of,
                by,
                what,
                Optional.empty(),
                says,
                "",
                marking);
    }

    /// Said by one party and not agreed yet.
    private Coming asked() {
        return with(moment, Deadline.Origin.ASKED, source);
    }

    private Coming by(Deadline end) {
        return with(
                end.toTheHour() ? Optional.of(end.until()) : Optional.empty(),
                end.origin(),
                end.source());
    }

    private Coming with(Optional<Instant> at, Deadline.Origin says, String from) {
        return new Coming(
                partnership,
                dossier,
                procedure,
                title,
                on,
                kind,
                party,
                text,
                at,
                says,
                from,
                marking);
    }
}
