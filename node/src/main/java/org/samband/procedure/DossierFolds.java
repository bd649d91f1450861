// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.samband.label.Marking;
import org.samband.label.Policies;
import org.samband.ledger.Entry;
import org.samband.ledger.EntryNumber;
import org.samband.ledger.Head;
import org.samband.ledger.LedgerId;
import org.samband.ledger.Ledgers;
import org.samband.parties.PartnershipId;
import org.samband.parties.Partnerships;
import org.samband.parties.Party;
import org.samband.parties.PartyCode;
import org.springframework.stereotype.Component;

/// Folds a dossier from the entries of both ledgers. The one way by which this node comes to the
/// state of a dossier.
@Component
class DossierFolds {
    private final Ledgers ledgers;
    private final Procedures procedures;
    private final Partnerships partnerships;
    private final Policies policies;

    DossierFolds(
            Ledgers ledgers, Procedures procedures, Partnerships partnerships, Policies policies) {
        this.ledgers = ledgers;
        this.procedures = procedures;
        this.partnerships = partnerships;
        this.policies = policies;
    }

    /// A dossier as its entries say it.
    ///
    /// @param opening the entry that opened it
    /// @param marking the most restrictive of all its acts: who may not read one of them does not
    ///   see the dossier
    /// @param recalls of its acts
    record Folded(
            Entry opening,
            DossierState state,
            Binding binding,
            Marking marking,
            List<Recall> recalls) {
        String title() {
            return DossierEntries.title(opening);
        }

        /// Acts that another party has taken back: what they said is shown no more.
        Set<ActRef> takenBack(PartyCode own) {
            return recalls.stream()
                    .map(Recall::act)
                    .filter(act -> !act.party().equals(own))
                    .collect(Collectors.toSet());
        }

        /// The title as officers of the own party may read it.
        String title(PartyCode own) {
            return takenBack(own).contains(DossierEntries.ref(opening)) ? Recall.HIDDEN : title();
        }

        String area() {
            return opening.area();
        }
    }

    /// Empty if there is no such dossier.
    Optional<Folded> of(PartnershipId partnership, ActRef dossier) {
        return folded(dossier, ledgers.bySubject(partnership, dossier.toString()));
    }

    /// The dossier as it stood when the ledgers had these heads.
    Optional<Folded> at(List<Head> heads, ActRef dossier) {
        var ledger = heads.getFirst().ledger();
        var entries =
                ledgers.bySubject(ledger.partnership(), dossier.toString()).stream()
                        .filter(entry ->
                                heads.stream()
                                        .anyMatch(head ->
                                                head.ledger().equals(entry.ledger())
                                                        && entry.number().value() <= head.size()))
                        .toList();
        return folded(dossier, entries);
    }

    /// Several dossiers, each by its own entries, in the order of their numbers.
    List<Folded> of(PartnershipId partnership, Collection<ActRef> dossiers) {
        var subjects = dossiers.stream().map(ActRef::toString).toList();
        var entries =
                ledgers.bySubjects(partnership, subjects).stream()
                        .collect(Collectors.groupingBy(Entry::subject));
        return dossiers.stream()
                .sorted()
                .flatMap(dossier ->
                        folded(dossier, entries.getOrDefault(dossier.toString(), List.of()))
                                .stream())
                .toList();
    }

    /// A dossier from the entries that are about it; empty where none of them opens it.
    Optional<Folded> folded(ActRef dossier, List<Entry> entries) {
        return entries.stream()
                .filter(entry ->
                        DossierEntries.opens(entry) && DossierEntries.ref(entry).equals(dossier))
                .findFirst()
                .flatMap(opening -> folded(opening, entries));
    }

    /// The entries that opened dossiers, of those that are there.
    Map<ActRef, Entry> openings(PartnershipId partnership, Collection<ActRef> dossiers) {
        var openings = new HashMap<ActRef, Entry>();
        dossiers.stream()
                .collect(Collectors.groupingBy(ActRef::party))
                .forEach((party, refs) ->
                        ledgers
                                .get(
                                        new LedgerId(partnership, party, LedgerId.Line.SHARED),
                                        refs.stream()
                                                .map(ref -> new EntryNumber(ref.number()))
                                                .toList())
                                .stream()
                                .filter(DossierEntries::opens)
                                .forEach(entry -> openings.put(DossierEntries.ref(entry), entry)));
        return openings;
    }

    private Optional<Folded> folded(Entry opening, List<Entry> entries) {
        var procedure = DossierEntries.procedure(procedures, opening);
        var binding = procedure.flatMap(one -> binding(opening.ledger().partnership(), one.id()));
        return procedure.flatMap(known ->
                binding.flatMap(bound ->
                        Fold.of(
                                        known,
                                        bound.roles(),
                                        DossierEntries.ref(opening),
                                        DossierEntries.acts(entries))
                                .map(state ->
                                        new Folded(
                                                opening,
                                                state,
                                                bound,
                                                merged(state.acts()),
                                                RecallEntries.read(entries)))));
    }

    Optional<Binding> binding(PartnershipId partnership, String procedure) {
        return partnerships.profile(partnership).flatMap(held -> Binding.of(held, procedure));
    }

    /// A word that no policy knows makes the whole unmarked, which nobody sees.
    private Marking merged(List<DossierState.Folded> acts) {
        try {
            var first = acts.getFirst().act().marking();
            if (acts.size() > 1
                    && acts.stream().allMatch(act -> act.act().marking().equals(first))) {
                return policies.merge(first, first);
            }
            return acts.stream()
                    .map(act -> act.act().marking())
                    .distinct()
                    .reduce(policies::merge)
                    .orElse(Marking.NONE);
        } catch (IllegalArgumentException unknownWord) {
            return Marking.NONE;
        }
    }

    /// The codes of both parties; none if this node does not hold the partnership.
    List<PartyCode> parties(PartnershipId partnership) {
        return partnerships.profile(partnership).stream()
                .flatMap(held -> held.parties().stream())
                .map(Party::code)
                .toList();
    }

    /// The entry that opened a dossier.
    Optional<Entry> opening(LedgerId ledger, long number) {
        return ledgers.get(ledger, new EntryNumber(number)).filter(DossierEntries::opens);
    }

    /// All dossiers of a partnership, in the order of their numbers.
    List<ActRef> all(PartnershipId partnership) {
        var batch = 500;
        return partnerships.profile(partnership).orElseThrow().parties().stream()
                .map(party -> new LedgerId(partnership, party.code(), LedgerId.Line.SHARED))
                .flatMap(ledger ->
                        java.util.stream.Stream.iterate(
                                        ledgers.read(ledger, 1, batch),
                                        read -> !read.isEmpty(),
                                        read ->
                                                ledgers.read(
                                                        ledger,
                                                        read.getLast().number().value() + 1,
                                                        batch))
                                .flatMap(List::stream))
                .filter(DossierEntries::opens)
                .map(DossierEntries::ref)
                .sorted(Comparator.naturalOrder())
                .toList();
    }
}
