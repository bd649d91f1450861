// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.samband.ledger.Entry;
import org.samband.ledger.LedgerId;
import org.samband.ledger.Ledgers;
import org.samband.parties.PartnershipId;
import org.samband.parties.PartyCode;
import org.samband.parties.Profile;
import org.samband.parties.Sight;
import org.samband.parties.Sights;
import org.springframework.stereotype.Component;

/// The door to what the ledgers of a partnership held at any time, folded anew from their entries.
/// It reads with the node's own sight: whoever shows of it must choose what an officer may see, see
/// {@link Past#only}.
@Component
public class PastRecords {
    private static final int BATCH = 500;

    private final Ledgers ledgers;
    private final DossierFolds folds;
    private final Sights sights;

    PastRecords(Ledgers ledgers, DossierFolds folds, Sights sights) {
        this.ledgers = ledgers;
        this.folds = folds;
        this.sights = sights;
    }

    /// All that this node holds.
    public Cut now(Profile profile) {
        return cut(profile, ledger -> ledgers.head(ledger).size());
    }

    /// What the parties had said up to a moment, by the clocks of their nodes: of each ledger
    /// everything up to the last entry that is not later. Both nodes come to the same cut as soon
    /// as each holds the entries.
    public Cut until(Profile profile, Instant moment) {
        return cut(profile, ledger -> last(ledger, ledgers.head(ledger).size(), moment));
    }

    private Cut cut(Profile profile, Function<LedgerId, Long> size) {
        return sights.within(
                Sight.NODE,
                () ->
                        Cut.of(
                                parties(profile).stream()
                                        .collect(
                                                Collectors.toMap(
                                                        party -> party,
                                                        party ->
                                                                size.apply(
                                                                        shared(profile, party))))));
    }

    private long last(LedgerId ledger, long size, Instant moment) {
        for (long end = size; end > 0; end -= BATCH) {
            var from = Math.max(1, end - BATCH + 1);
            var found =
                    ledgers.read(ledger, from, (int) (end - from + 1)).stream()
                            .filter(entry -> !entry.at().isAfter(moment))
                            .mapToLong(entry -> entry.number().value())
                            .max();
            if (found.isPresent()) {
                return found.getAsLong();
            }
        }
        return 0;
    }

    /// All dossiers as they stood at a cut; empty if this node does not hold so many entries of
    /// both ledgers, or the cut names other parties.
    public Optional<Past> at(Profile profile, Cut cut) {
        var now = now(profile);
        var held =
                cut.sizes().keySet().equals(now.sizes().keySet())
                        && cut.sizes().entrySet().stream()
                                .allMatch(one -> one.getValue() <= now.size(one.getKey()));
        return held
                ? Optional.of(sights.within(Sight.NODE, () -> folded(profile, cut)))
                : Optional.empty();
    }

    private Past folded(Profile profile, Cut cut) {
        var bySubject = new TreeMap<String, List<Entry>>();
        for (var party : parties(profile)) {
            var ledger = shared(profile, party);
            for (long from = 1; from <= cut.size(party); from += BATCH) {
                var most = (int) Math.min(BATCH, cut.size(party) - from + 1);
                for (var entry : ledgers.read(ledger, from, most)) {
                    bySubject.computeIfAbsent(entry.subject(), _ -> new ArrayList<>()).add(entry);
                }
            }
        }
        var all = folded(bySubject);
        return new Past(
                profile,
                cut,
                all.stream().map(one -> dossier(profile, one)).toList(),
                all.stream().flatMap(one -> evidence(profile.id(), one).stream()).toList());
    }

    private List<DossierFolds.Folded> folded(Map<String, List<Entry>> bySubject) {
        return bySubject.entrySet().stream()
                .flatMap(one ->
                        ActRef.of(one.getKey())
                                .flatMap(ref -> folds.folded(ref, one.getValue()))
                                .stream())
                .sorted(Comparator.comparing(one -> DossierEntries.ref(one.opening())))
                .toList();
    }

    private static List<Evidence> evidence(PartnershipId partnership, DossierFolds.Folded folded) {
        var dossier = DossierEntries.ref(folded.opening());
        return Evidence.of(partnership, dossier, title(folded), folded.state(), folded.binding());
    }

    private static String title(DossierFolds.Folded folded) {
        var dossier = DossierEntries.ref(folded.opening());
        return folded.recalls().stream().anyMatch(recall -> recall.act().equals(dossier))
                ? Recall.HIDDEN
                : folded.title();
    }

    private static Dossier dossier(Profile profile, DossierFolds.Folded folded) {
        var taken = folded.recalls().stream().map(Recall::act).collect(Collectors.toSet());
        var state = folded.state().without(taken);
        return new Dossier(
                profile.id(),
                DossierEntries.ref(folded.opening()),
                title(folded),
                folded.area(),
                folded.marking(),
                state,
                state.turn(parties(profile)),
                List.of(),
                folded.opening().at(),
                state.acts().stream()
                        .map(act -> act.act().at())
                        .max(Comparator.naturalOrder())
                        .orElseThrow(),
                folded.recalls());
    }

    private static List<PartyCode> parties(Profile profile) {
        return profile.parties().stream().map(one -> one.code()).toList();
    }

    private static LedgerId shared(Profile profile, PartyCode party) {
        return new LedgerId(profile.id(), party, LedgerId.Line.SHARED);
    }
}
