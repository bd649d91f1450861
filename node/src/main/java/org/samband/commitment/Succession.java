// SPDX-License-Identifier: EUPL-1.2
package org.samband.commitment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.samband.act.Outcome;
import org.samband.act.Refusal;
import org.samband.parties.Profile;
import org.samband.procedure.ActRef;
import org.samband.procedure.Dossier;

/// The versions of an instrument that both parties adopted, each in place of the one before it: a
/// pure function of the first version and the dossiers, so that both nodes come to the same one.
/// Source: SDP §48; spec/instrument/README.md, INS-V4.
///
/// @param versions at least the first one, by number
/// @param missing what both adopted and this node does not hold
record Succession(List<InstrumentVersion> versions, Optional<ActRef> missing) {
    static final String REPLACES = "replaces";
    static final String EFFECT = "effect-on";

    Succession {
        versions = List.copyOf(versions);
    }

    /// What gives the version of two hashes.
    interface Library {
        Optional<InstrumentHeld> find(String instrumentHash, String commitmentsHash);
    }

    /// What an adoption says.
    ///
    /// @param replaces number of the version in whose place it comes; empty for the first one
    /// @param effect the day that it names
    /// @param agreed when the second party agreed; empty while it has not
    record Proposed(
            ActRef dossier,
            String instrumentHash,
            String commitmentsHash,
            Optional<Long> replaces,
            String mapping,
            Optional<LocalDate> effect,
            Optional<Instant> agreed) {

        static Proposed of(Dossier dossier) {
            var agreed = dossier.state().state().name().equals("agreed");
            return new Proposed(
                    dossier.ref(),
                    text(dossier, "instrument-hash"),
                    text(dossier, "commitments-hash"),
                    dossier.state()
                            .value(REPLACES)
                            .filter(Long.class::isInstance)
                            .map(Long.class::cast),
                    text(dossier, Mapping.FIELD),
                    Optional.of(text(dossier, EFFECT))
                            .filter(day -> !day.isEmpty())
                            .map(LocalDate::parse),
                    agreed
                            ? dossier.act(dossier.state().moved()).map(act -> act.act().at())
                            : Optional.empty());
        }

        /// The same, as if the second party agreed now.
        Proposed agreedAt(Instant at) {
            return new Proposed(
                    dossier,
                    instrumentHash,
                    commitmentsHash,
                    replaces,
                    mapping,
                    effect,
                    Optional.of(at));
        }

        private static String text(Dossier dossier, String field) {
            return dossier.state().value(field).map(String::valueOf).orElse("");
        }
    }

    /// @param adoptions of the instrument, in any order
    /// @param first adoption of the first version
    static Succession of(
            Profile profile,
            InstrumentHeld base,
            Adoption first,
            List<Proposed> adoptions,
            Library library) {
        var versions = new ArrayList<InstrumentVersion>();
        var effect = first.effect();
        versions.add(
                InstrumentVersion.first(
                        base, effect, effect.isPresent() ? first.dossier() : Optional.empty()));
        var agreed =
                adoptions.stream()
                        .filter(one -> one.agreed().isPresent() && one.replaces().isPresent())
                        .sorted(
                                Comparator.comparing((Proposed one) -> one.agreed().orElseThrow())
                                        .thenComparing(Proposed::dossier))
                        .toList();
        for (var one : agreed) {
            var now = new Succession(versions, Optional.empty());
            switch (now.next(profile, one, library)) {
                case Outcome.Accepted<InstrumentVersion>(var next) -> versions.add(next);
                case Outcome.Refused<InstrumentVersion>(var why) -> {
                    if (why.rule() == CommitmentRule.VERSION_NOT_HELD) {
                        return new Succession(versions, Optional.of(one.dossier()));
                    }
                }
            }
        }
        return new Succession(versions, Optional.empty());
    }

    /// The version that would follow, or why it cannot.
    Outcome<InstrumentVersion> next(Profile profile, Proposed one, Library library) {
        var last = versions.getLast();
        if (one.replaces().filter(number -> number == last.number()).isEmpty()) {
            return Outcome.refused(
                    Refusal.at(CommitmentRule.OTHER_IN_FORCE, REPLACES)
                            .with("number", last.number()));
        }
        var held = library.find(one.instrumentHash(), one.commitmentsHash());
        if (held.isEmpty()) {
            return Outcome.refused(Refusal.at(CommitmentRule.VERSION_NOT_HELD, "commitments-hash"));
        }
        var parties = profile.parties().stream().map(party -> party.name()).toList();
        var others =
                held.get().imported().commitments().stream()
                        .flatMap(commitment -> commitment.boundParties().stream())
                        .filter(name -> !parties.contains(name))
                        .distinct()
                        .toList();
        if (!others.isEmpty()) {
            return Outcome.refused(
                    Refusal.at(CommitmentRule.OTHER_PARTIES, "instrument-hash")
                            .with("named", String.join(", ", others))
                            .with("parties", String.join(", ", parties)));
        }
        var day = one.effect().or(() -> one.agreed().map(at -> day(profile, at)));
        if (day.isPresent() && last.from().filter(day.get()::isBefore).isPresent()) {
            return Outcome.refused(
                    Refusal.at(CommitmentRule.EFFECT_TOO_EARLY, EFFECT)
                            .with("day", last.from().get()));
        }
        return Mapping.read(one.mapping())
                .then(mapping ->
                        last.next(
                                held.get(),
                                mapping,
                                used(),
                                day.orElse(LocalDate.MAX),
                                Optional.of(one.dossier())));
    }

    /// A day that is the same at both nodes.
    private static LocalDate day(Profile profile, Instant at) {
        return Standings.today(at, profile.parties().stream().map(party -> party.zone()).toList());
    }

    private Set<String> used() {
        var all = new HashSet<String>();
        versions.forEach(version -> all.addAll(version.identities().values()));
        return all;
    }

    /// Identities of the commitments that later versions added.
    Set<String> later() {
        var all = new HashSet<String>();
        versions.forEach(version -> all.addAll(version.added()));
        return all;
    }

    /// The version that has effect on a day.
    InstrumentVersion on(LocalDate day) {
        return versions.stream()
                .filter(one -> one.number() == 1 || one.from().filter(day::isBefore).isEmpty())
                .reduce((_, later) -> later)
                .orElseThrow();
    }

    /// The versions up to and with one of them.
    List<InstrumentVersion> upTo(InstrumentVersion version) {
        return versions.subList(0, version.number());
    }
}
