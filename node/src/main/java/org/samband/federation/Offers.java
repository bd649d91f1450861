// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation;

import java.util.HashSet;
import java.util.Map;
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
    private final Completeness completeness;
    private final Transport transport;
    private int atOnce = Segment.MOST_ENTRIES;

    Offers(
            LedgerPair pair,
            Attachments attachments,
            Refused refused,
            Completeness completeness,
            Transport transport) {
        this.pair = pair;
        this.attachments = attachments;
        this.refused = refused;
        this.completeness = completeness;
        this.transport = transport;
    }

    /// How many entries are sent at a time: fewer after a cut.
    int atOnce() {
        return atOnce;
    }

    /// How the counterpart answered.
    ///
    /// @param last number of the last entry that can still be sent: those before the first one that
    ///   was refused, or whose file was, are not held up by it
    record Answer(Receipt receipt, long last) {
        static Answer of(Receipt receipt, long from) {
            return new Answer(
                    receipt,
                    receipt instanceof Receipt.Refused why
                            ? Refused.before(why, from)
                            : Long.MAX_VALUE);
        }
    }

    /// Offers a segment, after a cut a shorter one, and brings first what the counterpart asks for.
    Answer of(Segment segment, BooleanSupplier stopped) throws TransportUnavailable {
        if (transport.carries()) {
            completeness.leaving(segment);
        }
        try {
            var answer = genuine(transport.offer(segment));
            var brought = new HashSet<Attachment>();
            while (answer instanceof Receipt.Refused asks
                    && asks.rule().equals(AttachmentRule.NOT_HERE.id())
                    && !stopped.getAsBoolean()) {
                var files = segment.attachments(segment.from());
                var wrong = brought(asks, files, segment.from(), brought);
                if (wrong.isPresent()) {
                    return wrong.get();
                }
                answer = genuine(transport.offer(segment));
            }
            atOnce = Segment.MOST_ENTRIES;
            return Answer.of(answer, segment.from());
        } catch (TransportUnavailable cut) {
            atOnce = (int) Math.max(1, Math.min(atOnce, segment.count()) / 4);
            throw cut;
        }
    }

    /// Brings the files that the counterpart asks for: of those alone that the segment carries,
    /// which has passed the gate.
    ///
    /// @return why it goes no further, if it does not
    private Optional<Answer> brought(
            Receipt.Refused asks, Map<Attachment, Long> files, long from, Set<Attachment> brought)
            throws TransportUnavailable {
        boolean further = false;
        for (var carried : files.entrySet()) {
            var file = carried.getKey();
            var path = attachments.find(pair.partnership(), file);
            if (asks.blobs().contains(file.blob().hex()) && path.isPresent() && brought.add(file)) {
                var refusal = transport.bring(file, path.get());
                if (refusal.isPresent()) {
                    return Optional.of(new Answer(genuine(refusal.get()), carried.getValue() - 1));
                }
                further = true;
            }
        }
        return further ? Optional.empty() : Optional.of(Answer.of(asks, from));
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
