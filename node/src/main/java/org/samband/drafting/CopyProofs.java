// SPDX-License-Identifier: EUPL-1.2
package org.samband.drafting;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.samband.ledger.Ledgers;
import org.samband.proof.Checkpoint;
import org.springframework.stereotype.Component;

/// What shows on a copy of a sealed text that both ledgers hold the agreements. Source:
/// spec/drafting, DRAFT-40 and DRAFT-41.
@Component
public class CopyProofs {
    private final Ledgers ledgers;

    CopyProofs(Ledgers ledgers) {
        this.ledgers = ledgers;
    }

    /// Checkpoints of both ledgers, ours first, that hold the agreements over the sealed text, each
    /// signed by the party whose ledger it is and cosigned by the other.
    ///
    /// @return empty as long as the counterpart has not confirmed that it has ours
    public List<String> notes(JointText text) {
        var pair = ledgers.pair(text.opening().partnership()).orElseThrow();
        var held =
                Stream.of(
                                ledgers.head(pair.shared()).cosigned(),
                                ledgers.head(pair.counterparts()).cosigned())
                        .flatMap(Optional::stream)
                        .toList();
        var agreements = text.seal().orElseThrow().agreements();
        var covered =
                held.size() == 2
                        && covers(held.getFirst(), agreements.get(pair.ours()))
                        && covers(held.getLast(), agreements.get(pair.counterpart()));
        return covered ? CopyForm.shown(held) : List.of();
    }

    private static boolean covers(Checkpoint checkpoint, JointText.@Nullable Agreement agreement) {
        return agreement != null && checkpoint.size() >= agreement.ref().number();
    }

    /// Whether a checkpoint of our own ledger says what our ledger says, and holds our agreement.
    public boolean isOurs(JointText text, String note) {
        var pair = ledgers.pair(text.opening().partnership()).orElseThrow();
        var checkpoint = Checkpoint.parse(note);
        return checkpoint.origin().equals(Ledgers.origin(pair.shared()))
                && checkpoint.size() <= ledgers.head(pair.shared()).size()
                && ledgers.checkpoint(pair.shared(), checkpoint.size())
                        .root()
                        .equals(checkpoint.root())
                && covers(checkpoint, text.seal().orElseThrow().agreements().get(pair.ours()));
    }
}
