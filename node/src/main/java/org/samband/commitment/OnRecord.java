// SPDX-License-Identifier: EUPL-1.2
package org.samband.commitment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.samband.instrument.Commitment;
import org.samband.parties.Area;
import org.samband.parties.NeedToKnow;
import org.samband.parties.PartyCode;
import org.samband.parties.Profile;
import org.samband.procedure.ActRef;
import org.samband.procedure.Coming;
import org.samband.procedure.Evidence;

/// What a partnership's commitments are looked at with, as far as one officer may see it.
///
/// @param all true for the node itself
/// @param evidence by identity of the commitment, in any order
/// @param next the next agreed day by identity of the commitment
/// @param effect the day from which the commitments of the first version are followed
/// @param versions of the instrument, up to the one that is looked at
record OnRecord(
        Profile profile,
        PartyCode own,
        boolean all,
        NeedToKnow needToKnow,
        Map<String, List<Evidence>> evidence,
        Map<String, Coming> next,
        List<Correction> corrections,
        List<EvidenceStatement> statements,
        LocalDate today,
        LocalDate effect,
        List<InstrumentVersion> versions) {
    /// Stands for a heading that the profile does not list: seen by those who see every area.
    private static final String UNLISTED = "unlisted";

    /// Of the version that is looked at, in the order of the text.
    List<LivingCommitment> standing() {
        return versions.getLast().commitments().stream()
                .map(one -> living(versions.getLast().identity(one), one, versions, today))
                .toList();
    }

    /// What stood in an earlier version and stands in the text no more, as it read there.
    ///
    /// @param seen whether the officer sees the dossier in which both said why
    List<LivingCommitment> dropped(Predicate<ActRef> seen) {
        var all = new ArrayList<LivingCommitment>();
        for (var version : versions) {
            var gone = new TreeSet<>(version.dropped().keySet());
            gone.addAll(version.joined().keySet());
            for (var identity : gone) {
                var before = versions.subList(0, version.number() - 1);
                before.getLast()
                        .commitment(identity)
                        .map(one -> living(identity, one, before, left(version)))
                        .ifPresent(one -> all.add(one.with(history(identity, seen))));
            }
        }
        return all;
    }

    /// The last day on which it stood in the text.
    private LocalDate left(InstrumentVersion version) {
        return version.from().map(day -> day.minusDays(1)).filter(today::isAfter).orElse(today);
    }

    private CommitmentHistory history(String identity, Predicate<ActRef> seen) {
        var full = CommitmentHistory.of(identity, versions);
        return new CommitmentHistory(
                full.since(),
                full.earlier(),
                full.dropped()
                        .map(one ->
                                one.dossier().filter(seen).isPresent()
                                        ? one
                                        : new CommitmentHistory.Dropped(
                                                one.on(), "", Optional.empty(), one.joined())),
                full.from());
    }

    private LivingCommitment living(
            String identity, Commitment proposed, List<InstrumentVersion> upTo, LocalDate asOf) {
        var reading = Reading.of(proposed, of(identity, upTo), profile);
        var read = reading.commitment();
        var area = area(identity, read, upTo);
        var name = area.map(one -> one.shortName()).orElse(UNLISTED);
        var seen = all || needToKnow.covers(profile.id(), name);
        // Outside of need-to-know not even a correction shows: it may be marked above what the
        // officer reads.
        return new LivingCommitment(
                identity,
                seen ? read : proposed,
                seen ? area : area(identity, proposed, upTo),
                mechanism(identity, seen ? read : proposed),
                CommitmentHistory.of(identity, upTo),
                seen ? Optional.of(shown(identity, reading, upTo, asOf)) : Optional.empty());
    }

    private Mechanism mechanism(String identity, Commitment one) {
        return versions.getFirst().held().mechanisms().getOrDefault(identity, Mechanism.of(one));
    }

    /// A heading that reads otherwise than the profile keeps the area that its commitment had.
    private Optional<Area> area(String identity, Commitment one, List<InstrumentVersion> upTo) {
        return profile.areaOfHeading(one.area())
                .or(() ->
                        upTo.reversed().stream()
                                .flatMap(version -> version.commitment(identity).stream())
                                .flatMap(before -> profile.areaOfHeading(before.area()).stream())
                                .findFirst());
    }

    /// Corrections of the words as they stand now; those of earlier words went with them.
    private List<Correction> of(String identity, List<InstrumentVersion> upTo) {
        var words = upTo.getLast().words().getOrDefault(identity, 1);
        var since = words == 1 ? Optional.<LocalDate>empty() : upTo.get(words - 1).from();
        return corrections.stream()
                .filter(one -> one.commitment().equals(identity))
                .filter(one -> since.filter(day -> day(one.proposed()).isBefore(day)).isEmpty())
                .toList();
    }

    private LocalDate day(Instant at) {
        return Standings.today(at, profile.zones());
    }

    private LivingCommitment.Shown shown(
            String identity, Reading reading, List<InstrumentVersion> upTo, LocalDate asOf) {
        var history = CommitmentHistory.of(identity, upTo);
        var whose = TakenOver.joined(identity, upTo);
        var said = statements.stream().filter(one -> whose.contains(one.commitment())).toList();
        var views =
                new EvidenceViews(profile.id(), TakenOver.evidence(identity, upTo, evidence), said);
        // A commitment that came later is followed from then on.
        return new LivingCommitment.Shown(
                standing(reading, views, history.since().orElse(effect), asOf),
                views.all().reversed(),
                Stream.concat(Stream.of(identity), history.from().stream())
                        .flatMap(one -> Stream.ofNullable(next.get(one)))
                        .min(Comparator.comparing(Coming::on)),
                reading.corrections(),
                said,
                reading.unreadable());
    }

    /// Each party's reading with the evidence that it counts; where both stand alike, that one.
    private Standing standing(
            Reading reading, EvidenceViews views, LocalDate followed, LocalDate asOf) {
        var disputed = reading.disputed(profile);
        if (disputed.isEmpty() && views.statements().isEmpty()) {
            return standing(reading, disputed, views.recorded(), followed, asOf);
        }
        var ours = disputed.filter(other -> other.by().equals(own));
        var theirs = disputed.filter(other -> !other.by().equals(own));
        return Standings.between(
                standing(reading, ours, views.of(own), followed, asOf),
                standing(
                        reading, theirs, views.of(profile.counterpart(own).code()), followed, asOf),
                disputed.isPresent() ? CommitmentRule.DISPUTED : CommitmentRule.EVIDENCE_DISPUTED);
    }

    private Standing standing(
            Reading agreed,
            Optional<Reading.Disputed> own,
            List<Evidence> counted,
            LocalDate followed,
            LocalDate asOf) {
        var commitment = own.map(Reading.Disputed::commitment).orElse(agreed.commitment());
        return Standings.of(commitment, counted, asOf, followed);
    }
}
