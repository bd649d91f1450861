// SPDX-License-Identifier: EUPL-1.2
package org.samband.attachment;

import java.util.Optional;
import org.samband.act.Refusal;
import org.samband.act.Rule;
import org.samband.ledger.Entry;
import org.samband.ledger.EntryCheck;
import org.springframework.stereotype.Component;

/// An entry is stored only where every file that it carries is here, whole. Source: `spec/ledger/`,
/// LEDGER-16; `spec/federation/`, FEDERATION-80.
@Component
class AttachmentCheck implements EntryCheck {
    private final Attachments attachments;

    AttachmentCheck(Attachments attachments) {
        this.attachments = attachments;
    }

    @Override
    public Optional<Refusal> check(Entry entry, boolean ours) {
        for (var reference : Attachment.in(entry.content())) {
            if (reference.isEmpty()) {
                return refused(AttachmentRule.MALFORMED, entry);
            }
            if (!attachments.isWhole(entry.ledger().partnership(), reference.get())) {
                return refused(AttachmentRule.NOT_HERE, entry);
            }
            attachments.touch(entry.ledger().partnership(), reference.get());
        }
        return Optional.empty();
    }

    private static Optional<Refusal> refused(Rule rule, Entry entry) {
        return Optional.of(Refusal.of(rule).with("number", entry.number().value()));
    }
}
