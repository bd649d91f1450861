// SPDX-License-Identifier: EUPL-1.2
package org.samband.commitment.web;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.samband.commitment.AgendaItem;
import org.samband.commitment.Commitments;
import org.samband.commitment.LivingCommitment;
import org.samband.label.Marking;
import org.samband.label.Policies;
import org.samband.parties.Officer;
import org.samband.parties.PartnershipId;
import org.samband.parties.Partnerships;
import org.samband.parties.Sights;
import org.samband.procedure.ActForm;
import org.samband.procedure.ActRef;
import org.samband.procedure.Dossier;
import org.samband.procedure.Dossiers;
import org.samband.procedure.Evidences;
import org.samband.procedure.Field;
import org.samband.procedure.FollowUpFilter;
import org.samband.procedure.Subject;
import org.samband.web.NotFound;
import org.samband.web.Page;
import org.samband.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// An agenda made from what is on record: what the text wants named, what is due, what the parties
/// see differently, what was said would be done, what is quiet. The officer chooses and goes on
/// with the form of the act.
@Controller
class AgendaPages {
    private static final String AGENDA = "agenda";

    private final Commitments commitments;
    private final Dossiers dossiers;
    private final Evidences evidences;
    private final Partnerships partnerships;
    private final Policies policies;
    private final Sights sights;

    AgendaPages(
            Commitments commitments,
            Dossiers dossiers,
            Evidences evidences,
            Partnerships partnerships,
            Policies policies,
            Sights sights) {
        this.commitments = commitments;
        this.dossiers = dossiers;
        this.evidences = evidences;
        this.partnerships = partnerships;
        this.policies = policies;
        this.sights = sights;
    }

    @GetMapping({
        "/{partnership}/dossier/{ref}/agenda/{act}",
        "/{partnership}/dossier/{ref}/agenda"
    })
    Page agenda(
            @PathVariable PartnershipId partnership,
            @PathVariable String ref,
            @PathVariable Optional<String> act,
            @RequestParam(defaultValue = "") List<String> item,
            @RequestParam(defaultValue = "") String chosen,
            Officer officer,
            Words words) {
        var sight = sights.of(officer);
        return sights.within(
                sight,
                () -> {
                    var dossier =
                            ActRef.of(ref)
                                    .flatMap(one -> dossiers.dossier(sight, partnership, one))
                                    .orElseThrow(NotFound::new);
                    if (dossier.procedure().acts().stream()
                            .noneMatch(one -> one.field(AGENDA).isPresent())) {
                        throw new NotFound();
                    }
                    var form =
                            act.map(name ->
                                    dossier.procedure()
                                            .act(name)
                                            .filter(AgendaPages::hasAgenda)
                                            .orElseThrow(NotFound::new));
                    var text = commitments.text(sight, partnership).orElseThrow(NotFound::new);
                    var items =
                            AgendaItem.of(
                                    text,
                                    evidences.followUps(sight, partnership, FollowUpFilter.OPEN, 1),
                                    dossier.procedure().id());
                    var taken =
                            items.stream()
                                    .filter(one ->
                                            chosen.isEmpty()
                                                    ? one.reason().proposed()
                                                    : item.contains(one.key()))
                                    .toList();
                    return page(
                            dossier, form, items, taken, new AgendaWords(text.profile(), words));
                });
    }

    /// Whether an act says an agenda and which commitments it addresses.
    static boolean hasAgenda(ActForm form) {
        return form.field(AGENDA).isPresent() && addresses(form).isPresent();
    }

    private static Optional<Field> addresses(ActForm form) {
        return form.fields().stream()
                .filter(field -> field.type() == Field.Type.COMMITMENTS)
                .findFirst();
    }

    private Page page(
            Dossier dossier,
            Optional<ActForm> form,
            List<AgendaItem> items,
            List<AgendaItem> taken,
            AgendaWords say) {
        var words = say.words();
        return Page.of("commitment/agenda.jte")
                .titled(words.of("commitment.agenda.title"))
                .in(dossier.partnership())
                .at("procedure.navigation.dossiers")
                .marked(marking(dossier, items))
                .with("dossier", dossier)
                .with("act", form)
                .with("say", say)
                .with("items", items)
                .with("taken", taken.stream().map(AgendaItem::key).collect(Collectors.toSet()))
                .with("agenda", say.agenda(taken))
                .with("chosen", taken)
                .with("field", form.flatMap(AgendaPages::addresses).map(Field::name).orElse(""))
                .with("addresses", addressed(dossier, taken))
                .with("marking", partnerships.us(dossier.partnership()).marking());
    }

    /// Of the commitments that stand on it those that the form can name.
    private List<String> addressed(Dossier dossier, List<AgendaItem> taken) {
        var profile = partnerships.profile(dossier.partnership()).orElseThrow();
        var nameable =
                Subject.of(profile, dossier.procedure().id()).stream()
                        .map(Subject::commitment)
                        .toList();
        return taken.stream()
                .flatMap(one -> one.commitment().stream())
                .map(LivingCommitment::id)
                .distinct()
                .filter(nameable::contains)
                .toList();
    }

    private Marking marking(Dossier dossier, List<AgendaItem> items) {
        return Stream.concat(
                        Stream.of(dossier.marking()),
                        items.stream()
                                .flatMap(one -> one.followUp().stream())
                                .map(one -> one.marking()))
                .distinct()
                .reduce(policies::merge)
                .orElseThrow();
    }
}
