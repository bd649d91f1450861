// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

import java.util.List;
import org.samband.act.Outcome;
import org.samband.act.Refusal;

/// The answer to what an officer wants to do in a dossier: the entry that it became, or all that is
/// wrong with it at once.
public sealed interface Acted {

    /// @param act party and number of the entry; of an opening act it is the dossier's number
    record Done(ActRef act) implements Acted {}

    /// Nothing has changed.
    ///
    /// @param refusals at least one, in the order of the form
    record Refused(List<Refusal> refusals) implements Acted {
        public Refused {
            refusals = List.copyOf(refusals);
            if (refusals.isEmpty()) {
                throw new IllegalArgumentException("a refusal names its rule");
            }
        }
    }

    static Acted refused(Refusal... refusals) {
        return new Refused(List.of(refusals));
    }

    /// The same with the first refusal alone.
    default Outcome<ActRef> outcome() {
        return switch (this) {
            case Done(var act) -> Outcome.accepted(act);
            case Refused(var refusals) -> Outcome.refused(refusals.getFirst());
        };
    }
}
