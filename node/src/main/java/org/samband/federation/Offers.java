// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.samband.act.Refusal;
import org.samband.attachment.Attachment;
import org.samband.attachment.AttachmentRule;
import org.samband.attachment.Attachments;
import org.samband.ledger.LedgerPair;

/// Gives segments to the counterpart of one partnership, each with the files that it is asked for.
final class Offers {
    private final LedgerPair pair;
    private final Attachments attachments;
    private final Refused refused;
    private final Transport transport;
    private int atOnce = Segment.MOST_ENTRIES;

    Offers(LedgerPair pair, Attachments attachments, Refused refused, Transport transport) {
        this.pair = pair;
        this.attachments = attachments;
        this.refused = refused;
        this.transport = transport;
    }

    /// How many entries are sent at a time: fewer after a cut.
    int atOnce() {
        return atOnce;
    }

    /// Offers a segment, after a cut a shorter one, and brings first what the counterpart asks for.
    Receipt of(Segment segment, BooleanSupplier stopped) throws TransportUnavailable {
        try {
            var answer = genuine(transport.offer(segment));
            var brought = new HashSet<Attachment>();
            while (answer instanceof Receipt.Refused asks
                    && asks.rule().equals(AttachmentRule.NOT_HERE.id())
                    && !stopped.getAsBoolean()) {
                var files = segment.attachments(segment.from()).keySet();
                var wrong = brought(asks, files, brought);
                if (wrong.isPresent()) {
                    return wrong.get();
                }
                answer = genuine(transport.offer(segment));
            }
            atOnce = Segment.MOST_ENTRIES;
            return answer;
        } catch (TransportUnavailable cut) {
            atOnce = (int) Math.max(1, Math.min(atOnce, segment.count()) / 4);
            throw cut;
        }
    }

    /// Brings the files that the counterpart asks for: of those alone that the segment carries,
    /// which has passed the gate.
    ///
    /// @return why it goes no further, if it does not
    private Optional<Receipt> brought(
            Receipt.Refused asks, Set<Attachment> files, Set<Attachment> brought)
            throws TransportUnavailable {
        boolean further = false;
        for (var file : files) {
            var path = attachments.find(pair.partnership(), file);
            if (asks.blobs().contains(file.blob().hex()) && path.isPresent() && brought.add(file)) {
                var refusal = transport.bring(file, path.get());
                if (refusal.isPresent()) {
                    return Optional.of(genuine(refusal.get()));
                }
                further = true;
            }
        }
        return further ? Optional.empty() : Optional.of(asks);
    }

    private Receipt genuine(Receipt answer) throws TransportUnavailable {
        if (answer instanceof Receipt.Refused why && !refused.isGenuine(why)) {
            throw new TransportUnavailable(
                    Refusal.of(FederationRule.NOT_A_RECEIPT)
                            .with("reason", "it is not signed with the counterpart's key"));
        }
        return answer;
    }
}
