// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.samband.act.Outcome;
import org.samband.attachment.Attachment;
import org.samband.attachment.Attachments;
import org.samband.ledger.LedgerPair;
import org.springframework.stereotype.Component;

/// Takes files that entries carry out of the segment files that hold them. Source:
/// `spec/federation/`, FEDERATION-69.
@Component
class CarriedBlobs {
    private final Attachments attachments;

    CarriedBlobs(Attachments attachments) {
        this.attachments = attachments;
    }

    /// Takes what is asked for out of whichever segment file holds it.
    ///
    /// @return whether some came that were not here, or why one is not taken
    Outcome<Boolean> bring(
            LedgerPair pair, List<Attachment> asked, List<SegmentFileOpening.Opened> holders) {
        boolean some = false;
        for (var file : asked) {
            var holder =
                    holders.stream()
                            .map(SegmentFileOpening.Opened::content)
                            .filter(content -> content.blobs().contains(file.blob()))
                            .findFirst();
            if (holder.isPresent()) {
                switch (brought(pair, file, holder.get())) {
                    case Outcome.Accepted<Long>(var have) -> some |= have == file.length();
                    case Outcome.Refused<Long>(var refusal) -> {
                        return Outcome.refused(refusal);
                    }
                }
            }
        }
        return Outcome.accepted(some);
    }

    private Outcome<Long> brought(LedgerPair pair, Attachment file, SegmentFile from) {
        try (var in = from.open(file.blob())) {
            long have = attachments.have(pair.partnership(), file);
            in.skipNBytes(have);
            return attachments.take(pair.partnership(), file, have, in);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
