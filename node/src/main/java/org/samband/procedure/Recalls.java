// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.samband.act.Circle;
import org.samband.act.Outcome;
import org.samband.act.Refusal;
import org.samband.label.Marking;
import org.samband.ledger.Draft;
import org.samband.ledger.Entry;
import org.samband.ledger.Ledgers;
import org.samband.parties.Officer;
import org.samband.parties.PartnershipId;
import org.samband.parties.Power;
import org.samband.parties.Sight;
import org.samband.parties.Sights;
import org.springframework.stereotype.Component;

/// The door to recalls: takes back what an act of our party said, and says what became of what the
/// counterpart took back.
@Component
public class Recalls {
    /// Where refusals belong on the form.
    public static final String REASON = "reason";

    public static final String OUTCOME = "outcome";

    private static final Set<Power> MAY_RECALL = Set.of(Power.RELEASE, Power.AGREE);
    private static final Set<Power> MAY_RECEIPT = Set.of(Power.REGISTER, Power.AGREE);

    private final Ledgers ledgers;
    private final DossierReading reading;
    private final DossierRows rows;
    private final Sights sights;

    Recalls(Ledgers ledgers, DossierReading reading, DossierRows rows, Sights sights) {
        this.ledgers = ledgers;
        this.reading = reading;
        this.rows = rows;
        this.sights = sights;
    }

    public boolean mayRecall(Officer officer) {
        return power(officer, MAY_RECALL).isPresent();
    }

    public boolean mayReceipt(Officer officer) {
        return power(officer, MAY_RECEIPT).isPresent();
    }

    /// Whether an officer reads what the counterpart recalled: to audit, and noted each time.
    public boolean mayAudit(Officer officer) {
        return officer.may(Power.READ_SECURITY_LOG);
    }

    private static Optional<Power> power(Officer officer, Set<Power> any) {
        return any.stream().filter(officer::may).findFirst();
    }

    /// Takes back what an act of our party said.
    public Acted recall(
            Officer officer, PartnershipId partnership, ActRef dossier, ActRef act, String typed) {
        var power = power(officer, MAY_RECALL);
        if (power.isEmpty()) {
            return Acted.refused(Refusal.of(RecallRule.NOT_FOR_RECALLS));
        }
        var reason = text(typed);
        if (!RecallEntries.isReason(reason)) {
            return Acted.refused(reason());
        }
        return inDossier(
                officer,
                partnership,
                dossier,
                act,
                power.get(),
                RecallEntries.RECALL,
                RecallEntries.recall(act, reason));
    }

    /// Says what became of what the counterpart recalled.
    ///
    /// @param outcome word of {@link Recall.Outcome}
    public Acted receipt(
            Officer officer,
            PartnershipId partnership,
            ActRef dossier,
            ActRef recall,
            String outcome,
            String typed) {
        var power = power(officer, MAY_RECEIPT);
        if (power.isEmpty()) {
            return Acted.refused(Refusal.of(RecallRule.NOT_FOR_RECEIPTS));
        }
        var done = Recall.Outcome.of(outcome);
        if (done.isEmpty()) {
            return Acted.refused(Refusal.at(RecallRule.NO_OUTCOME, OUTCOME));
        }
        var reason = text(typed);
        if (!RecallEntries.isReason(reason)) {
            return Acted.refused(reason());
        }
        return inDossier(
                officer,
                partnership,
                dossier,
                recall,
                power.get(),
                RecallEntries.RECEIPT,
                RecallEntries.receipt(recall, done.get(), reason));
    }

    /// What is written bears the marking of what it is about.
    private Acted inDossier(
            Officer officer,
            PartnershipId partnership,
            ActRef dossier,
            ActRef about,
            Power power,
            String kind,
            Map<String, Object> content) {
        return sights.step(
                Sight.NODE,
                () ->
                        seen(officer, partnership, dossier)
                                .map(found ->
                                        append(
                                                new Draft(
                                                        partnership,
                                                        by(officer, power),
                                                        Circle.SHARED,
                                                        marking(found, about),
                                                        found.area(),
                                                        kind,
                                                        Optional.of(dossier.toString()),
                                                        content)))
                                .orElseGet(() ->
                                        Acted.refused(
                                                Refusal.of(ProcedureRule.UNKNOWN_DOSSIER)
                                                        .with("dossier", dossier))));
    }

    /// The dossier if the officer sees it; no other act comes between until the transaction ends.
    private Optional<Dossier> seen(Officer officer, PartnershipId partnership, ActRef dossier) {
        var sight = sights.of(officer);
        return sights.within(sight, () -> rows.lock(partnership, dossier))
                ? reading.dossier(Sight.NODE, partnership, dossier)
                : Optional.empty();
    }

    private static Marking marking(Dossier dossier, ActRef about) {
        var act =
                dossier.recalls().stream()
                        .filter(recall -> recall.ref().equals(about))
                        .map(Recall::act)
                        .findFirst()
                        .orElse(about);
        return dossier.act(act).map(folded -> folded.act().marking()).orElse(dossier.marking());
    }

    private Acted append(Draft draft) {
        return switch (ledgers.append(draft)) {
            case Outcome.Accepted<Entry>(var entry) -> new Acted.Done(DossierEntries.ref(entry));
            case Outcome.Refused<Entry>(var refusal) -> Acted.refused(refusal);
        };
    }

    private static String text(String typed) {
        return typed.replace("\r\n", "\n").strip();
    }

    private static Refusal reason() {
        return Refusal.at(RecallRule.REASON, REASON).with("most", Recall.LONGEST_REASON);
    }

    private static Entry.By by(Officer officer, Power power) {
        return new Entry.By(officer.authority(), officer.name(), officer.roleFor(power).word());
    }
}
