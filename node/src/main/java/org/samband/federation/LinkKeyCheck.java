// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation;

import java.util.Optional;
import org.samband.act.Refusal;
import org.samband.ledger.Entry;
import org.samband.ledger.EntryCheck;
import org.springframework.stereotype.Component;

/// Refuses an entry that announces a link key and is not of its form: nobody could follow it.
@Component
class LinkKeyCheck implements EntryCheck {
    @Override
    public Optional<Refusal> check(Entry entry, boolean ours) {
        if (!entry.kind().equals(LinkKeyEntry.KIND)) {
            return Optional.empty();
        }
        if (!entry.subject().equals(LinkKeyEntry.SUBJECT)) {
            return wrong(entry, "its subject is not " + LinkKeyEntry.SUBJECT);
        }
        try {
            LinkKeyEntry.of(entry.content());
            return Optional.empty();
        } catch (IllegalArgumentException wrong) {
            return wrong(entry, String.valueOf(wrong.getMessage()));
        }
    }

    private static Optional<Refusal> wrong(Entry entry, String reason) {
        return Optional.of(
                Refusal.of(FederationRule.LINK_KEY_MALFORMED)
                        .with("number", entry.number().value())
                        .with("reason", reason));
    }
}
