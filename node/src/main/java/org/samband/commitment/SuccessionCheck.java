// SPDX-License-Identifier: EUPL-1.2
package org.samband.commitment;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.samband.act.Outcome;
import org.samband.act.Refusal;
import org.samband.ledger.Entry;
import org.samband.ledger.EntryCheck;
import org.samband.parties.Partnerships;
import org.samband.parties.Profile;
import org.samband.parties.Sight;
import org.samband.procedure.ActRef;
import org.samband.procedure.Dossier;
import org.samband.procedure.Dossiers;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Refuses our own act that would adopt a version of the instrument which cannot follow the one in
/// force, or whose mapping does not say where every commitment goes. What the counterpart writes is
/// admitted: it has effect only when we agree. Source: spec/instrument/README.md, INS-V4.
@Component
class SuccessionCheck implements EntryCheck {
    private static final String REVISION = "instrument-revision";

    private final Partnerships partnerships;
    private final ObjectProvider<Successions> successions;
    private final ObjectProvider<Dossiers> dossiers;

    /// @param successions and dossiers asked late, because they ask the ledgers
    SuccessionCheck(
            Partnerships partnerships,
            ObjectProvider<Successions> successions,
            ObjectProvider<Dossiers> dossiers) {
        this.partnerships = partnerships;
        this.successions = successions;
        this.dossiers = dossiers;
    }

    @Override
    public Optional<Refusal> check(Entry entry, boolean ours) {
        var profile = partnerships.profile(entry.ledger().partnership());
        if (!ours || profile.isEmpty()) {
            return Optional.empty();
        }
        return switch (entry.kind()) {
            case "dossier.open" ->
                    Adoption.PROCEDURE.equals(entry.content().get("procedure"))
                            ? proposal(profile.get(), entry)
                            : Optional.empty();
            case "dossier.act" -> act(profile.get(), entry);
            default -> Optional.empty();
        };
    }

    private Optional<Refusal> act(Profile profile, Entry entry) {
        var act = String.valueOf(entry.content().get("act"));
        if (!List.of("agree", "draft", "return-text").contains(act)) {
            return Optional.empty();
        }
        var dossier =
                ActRef.of(entry.subject())
                        .flatMap(
                                ref -> dossiers.getObject().dossier(Sight.NODE, profile.id(), ref));
        return dossier.flatMap(one ->
                switch (one.procedure().id()) {
                    case Adoption.PROCEDURE -> agreement(profile, one, entry.at());
                    case REVISION -> draft(profile, text(entry, Mapping.FIELD));
                    default -> Optional.empty();
                });
    }

    private Optional<Refusal> proposal(Profile profile, Entry entry) {
        if (!profile.instrument().equals(text(entry, "instrument"))
                || text(entry, Succession.REPLACES).isEmpty()) {
            return Optional.empty();
        }
        var effect = text(entry, Succession.EFFECT);
        return follows(
                profile,
                new Succession.Proposed(
                        ActRef.of(entry.subject()).orElseThrow(),
                        text(entry, "instrument-hash"),
                        text(entry, "commitments-hash"),
                        Optional.of(Long.valueOf(text(entry, Succession.REPLACES))),
                        text(entry, Mapping.FIELD),
                        effect.isEmpty()
                                ? Optional.empty()
                                : Optional.of(java.time.LocalDate.parse(effect)),
                        Optional.empty()));
    }

    private Optional<Refusal> agreement(Profile profile, Dossier dossier, Instant at) {
        var proposed = Succession.Proposed.of(dossier);
        return Adoption.isOf(profile, dossier) && proposed.replaces().isPresent()
                ? follows(profile, proposed.agreedAt(at))
                : Optional.empty();
    }

    private Optional<Refusal> follows(Profile profile, Succession.Proposed proposed) {
        return succession(profile)
                .flatMap(now ->
                        switch (now.next(
                                profile, proposed, successions.getObject().library(profile))) {
                            case Outcome.Accepted<InstrumentVersion> _ -> Optional.empty();
                            case Outcome.Refused<InstrumentVersion>(var why) -> Optional.of(why);
                        });
    }

    /// There is no new version yet: what is asked of the old one alone.
    private Optional<Refusal> draft(Profile profile, String mapping) {
        return switch (Mapping.read(mapping)) {
            case Outcome.Refused<Mapping>(var why) -> Optional.of(why);
            case Outcome.Accepted<Mapping>(var read) ->
                    succession(profile)
                            .flatMap(now ->
                                    Mapped.unknown(now.versions().getLast().commitments(), read));
        };
    }

    private Optional<Succession> succession(Profile profile) {
        var door = successions.getObject();
        return door.first(profile)
                .map(first ->
                        door.of(profile, first, door.all(Sight.NODE, profile, Adoption.PROCEDURE)));
    }

    private static String text(Entry entry, String field) {
        return entry.content().get("fields") instanceof Map<?, ?> fields
                        && fields.get(field) != null
                ? String.valueOf(fields.get(field))
                : "";
    }
}
