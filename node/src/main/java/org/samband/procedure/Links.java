// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.samband.act.Refusal;
import org.samband.parties.Officer;
import org.samband.parties.PartnershipId;
import org.samband.parties.PartyCode;
import org.samband.parties.Sight;
import org.samband.parties.Sights;
import org.springframework.stereotype.Component;

/// The door to what dossiers say about each other. Of a dossier that an officer may not see nothing
/// is told: neither its number nor its title, and it is not counted.
@Component
public class Links {
    private final DossierLinkRows rows;
    private final DossierRows dossiers;
    private final DossierReading reading;
    private final Sights sights;

    Links(DossierLinkRows rows, DossierRows dossiers, DossierReading reading, Sights sights) {
        this.rows = rows;
        this.dossiers = dossiers;
        this.reading = reading;
        this.sights = sights;
    }

    /// The dossiers that this one names, then those that name it.
    public List<Link> of(Sight sight, PartnershipId partnership, ActRef dossier) {
        return sights.within(
                sight,
                () -> {
                    var all = new ArrayList<Link>();
                    rows.named(partnership, dossier)
                            .forEach(one -> all.add(link(Link.Way.TO, one)));
                    rows.naming(partnership, dossier)
                            .forEach(one -> all.add(link(Link.Way.FROM, one)));
                    return all;
                });
    }

    private Link link(Link.Way way, DossierLinkRows.Found found) {
        return new Link(way, found.kind(), found.act(), reading.line(found.other()));
    }

    /// What waits in or for one dossier.
    public List<Waiting> waiting(Sight sight, PartnershipId partnership, ActRef dossier) {
        return waiting(sight, partnership, Optional.of(dossier), DossierFilter.PAGE);
    }

    /// What waits in all dossiers, the latest first.
    ///
    /// @param most of each kind
    public List<Waiting> waiting(Sight sight, PartnershipId partnership, int most) {
        return waiting(sight, partnership, Optional.empty(), most);
    }

    private List<Waiting> waiting(
            Sight sight, PartnershipId partnership, Optional<ActRef> dossier, int most) {
        return sights.within(
                sight,
                () -> {
                    var all = new ArrayList<Waiting>();
                    rows.toOpen(partnership, dossier, most)
                            .forEach(one -> all.add(waiting(Waiting.Kind.OPEN, one)));
                    rows.toClose(partnership, dossier, most)
                            .forEach(one -> all.add(waiting(Waiting.Kind.CLOSE, one)));
                    return all;
                });
    }

    private Waiting waiting(Waiting.Kind kind, DossierLinkRows.Asked asked) {
        return new Waiting(
                kind,
                reading.line(asked.dossier()),
                asked.act(),
                asked.opens(),
                Optional.of(asked.party()).filter(code -> !code.isEmpty()).map(PartyCode::new),
                asked.by(),
                asked.at());
    }

    /// The open dossiers for which an act has to wait, as far as the officer sees them: what is not
    /// seen holds up nothing, so that nobody learns of it.
    public List<DossierLine> waitedFor(
            Officer officer, PartnershipId partnership, ActRef dossier, ActForm act) {
        return act.waitsFor().isEmpty()
                ? List.of()
                : of(sights.of(officer), partnership, dossier).stream()
                        .filter(link -> link.way() == Link.Way.FROM)
                        .filter(link -> link.kind() == Link.Kind.FROM)
                        .map(Link::other)
                        .filter(other -> act.waitsFor().contains(other.procedure()))
                        .filter(other -> !other.last())
                        .distinct()
                        .toList();
    }

    /// Why the act has to wait.
    Optional<Refusal> waits(
            Officer officer, PartnershipId partnership, ActRef dossier, ActForm act) {
        var open = waitedFor(officer, partnership, dossier, act);
        return open.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        ProcedureRule.named(
                                        Refusal.of(ProcedureRule.WAITS_FOR_OTHERS),
                                        "act",
                                        act.title())
                                .with(
                                        "dossiers",
                                        open.stream()
                                                .map(line -> line.ref().toString())
                                                .collect(Collectors.joining(", "))));
    }

    /// Whether an officer may name these dossiers. One that is not there and one that the officer
    /// does not see are refused in the same words.
    ///
    /// @param self the dossier in which the act stands; empty where it opens one
    /// @param fields what the act will say
    List<Refusal> mayName(
            Officer officer,
            PartnershipId partnership,
            ActForm act,
            Optional<ActRef> self,
            Map<String, Object> fields) {
        return act.fields().stream()
                .filter(field -> field.type() == Field.Type.DOSSIER)
                .filter(field -> fields.containsKey(field.name()))
                .filter(field ->
                        !mayName(
                                officer,
                                partnership,
                                field,
                                self,
                                String.valueOf(fields.get(field.name()))))
                .map(field ->
                        ProcedureRule.named(
                                        Refusal.at(ProcedureRule.NO_SUCH_DOSSIER, field.name()),
                                        "field",
                                        field.title())
                                .with("typed", String.valueOf(fields.get(field.name()))))
                .toList();
    }

    private boolean mayName(
            Officer officer,
            PartnershipId partnership,
            Field field,
            Optional<ActRef> self,
            String number) {
        return ActRef.of(number)
                .filter(ref -> self.filter(ref::equals).isEmpty())
                .flatMap(ref ->
                        sights.within(sights.of(officer), () -> dossiers.find(partnership, ref)))
                .filter(row -> field.of().isEmpty() || field.of().contains(row.procedure()))
                .isPresent();
    }
}
