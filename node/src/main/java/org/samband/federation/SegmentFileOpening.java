// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.samband.act.Outcome;
import org.samband.act.Refusal;
import org.samband.ledger.LedgerPair;
import org.samband.proof.Digest;

/// Opens the files that came, and lets pass those that the counterpart of the pair made. Source:
/// `spec/federation/`, FEDERATION-64.
final class SegmentFileOpening {
    private static final int LONGEST_NAME = 200;

    private final NodeKeys keys;
    private final LinkPins pins;

    SegmentFileOpening(NodeKeys keys, LinkPins pins) {
        this.keys = keys;
        this.pins = pins;
    }

    /// A file that is whole and the counterpart's.
    record Opened(int place, SegmentFiles.Brought file, SegmentFile content) {
        static final Comparator<Opened> ORDER =
                Comparator.<Opened>comparingLong(one -> one.segment().from())
                        .thenComparingLong(one -> one.segment().end());

        Segment segment() {
            return content.segment();
        }

        CarriedFile carried(Instant at, String by) {
            var name = file.name();
            return new CarriedFile(
                    CarriedFile.Direction.IN,
                    name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME),
                    sha256(file.path()),
                    segment().from(),
                    segment().end(),
                    at,
                    by);
        }
    }

    /// To compare a file on its way.
    static Digest sha256(Path file) {
        try (var in = Files.newInputStream(file)) {
            return Hashed.of(in, Long.MAX_VALUE).digest();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// Opens a file that came on the line of a pair.
    ///
    /// @param place among the files that were brought with it
    Outcome<Opened> of(LedgerPair pair, int place, SegmentFiles.Brought brought) {
        return SegmentFileReading.read(brought.path())
                .then(file -> {
                    var refusal = notTheirs(pair, file);
                    return refusal.isPresent()
                            ? Outcome.refused(refusal.get())
                            : Outcome.accepted(new Opened(place, brought, file));
                });
    }

    private Optional<Refusal> notTheirs(LedgerPair pair, SegmentFile file) {
        var ledger = file.segment().ledger();
        if (file.isSignedBy(keys)) {
            return Optional.of(
                    Refusal.of(
                            ledger.partnership().equals(pair.partnership())
                                    ? SegmentFileRule.OWN_FILE
                                    : SegmentFileRule.OTHER_PARTNERSHIP));
        }
        if (!ledger.equals(pair.counterparts()) && !ledger.equals(pair.shared())) {
            return Optional.of(Refusal.of(SegmentFileRule.OTHER_PARTNERSHIP));
        }
        return pins.counts(pair.partnership(), file.pin())
                ? Optional.empty()
                : Optional.of(
                        SegmentFileReading.notSigned(
                                "another key signed it", "en annen nøkkel har signert den"));
    }
}
