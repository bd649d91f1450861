// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure.web;

import java.util.Optional;
import org.samband.parties.Officer;
import org.samband.procedure.ActRef;
import org.samband.procedure.Dossier;
import org.samband.procedure.Recall;
import org.samband.procedure.Recalls;

/// What the timeline of a dossier says of recalls, and what the officer may do about them.
///
/// @param recalls whether the officer may recall what our party said
/// @param receipts whether the officer may say what became of what the counterpart recalled
/// @param audits whether the officer may read what the counterpart recalled
public record RecallLines(
        Dossier dossier, PartyWords parties, boolean recalls, boolean receipts, boolean audits) {

    static RecallLines of(Dossier dossier, Officer officer, PartyWords parties, Recalls door) {
        return new RecallLines(
                dossier,
                parties,
                door.mayRecall(officer),
                door.mayReceipt(officer),
                door.mayAudit(officer));
    }

    public Optional<Recall> of(ActRef act) {
        return dossier.recall(act);
    }

    /// `Recalled by EU, 12 March 2027, 14:05 CET`.
    public String title(Recall recall) {
        return parties.words()
                .of(
                        "procedure.recall.by",
                        parties.party(recall.ref().party()),
                        parties.words().moment(recall.at()));
    }

    /// Who has still to say what became of it: the same party on both nodes.
    public String waits(Recall recall) {
        return parties.words()
                .of(
                        "procedure.recall.waits",
                        parties.party(
                                isOurs(recall.ref()) ? parties.counterpart() : parties.own()));
    }

    /// What became of it, in a sentence.
    public String receipt(Recall.Receipt receipt) {
        return parties.words()
                .of(
                        "procedure.recall.outcome." + receipt.outcome().word(),
                        parties.party(receipt.ref().party()),
                        parties.words().moment(receipt.at()));
    }

    public String who(Recall recall) {
        return recall.by().authority() + ", " + recall.by().officer();
    }

    public String who(Recall.Receipt receipt) {
        return receipt.by().authority() + ", " + receipt.by().officer();
    }

    public boolean isOurs(ActRef act) {
        return act.party().equals(parties.own());
    }

    /// Whether the officer may recall this act now.
    public boolean offers(ActRef act) {
        return recalls && isOurs(act) && of(act).isEmpty();
    }

    /// Whether the officer may receipt this recall now.
    public boolean asks(Recall recall) {
        return receipts && !isOurs(recall.ref()) && recall.receipt().isEmpty();
    }

    /// Whether the content is hidden here and the officer may read it all the same.
    public boolean opens(Recall recall) {
        return audits && !isOurs(recall.ref());
    }
}
