// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.samband.ledger.LedgerId;
import org.samband.parties.PartnershipId;
import org.samband.parties.PartyCode;
import org.samband.proof.Checkpoint;
import org.samband.proof.Digest;

/// Made-up forms for tests. EXERCISE.
final class Forms {
    static final PartnershipId PARTNERSHIP = new PartnershipId("eu-norway");
    static final PartyCode EU = new PartyCode("EU");
    static final PartyCode NO = new PartyCode("NO");
    static final LedgerId EU_LEDGER = new LedgerId(PARTNERSHIP, EU, LedgerId.Line.SHARED);
    static final InstantSource CLOCK = () -> Instant.parse("2026-03-02T12:00:00Z");

    private Forms() {}

    static NodeKeys keys(Path folder, PartyCode party) {
        try {
            return NodeKeys.in(
                    Files.createDirectories(folder.resolve("keys-" + party)), party, CLOCK);
        } catch (java.io.IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }

    static PairFile pairFile(Path folder, PartyCode party) {
        return keys(folder, party)
                .pairFile(PARTNERSHIP, party, URI.create("https://node.example:7443"));
    }

    static Checkpoint checkpoint(PartyCode party, long size) {
        return new Checkpoint(
                "samband/eu-norway/" + party,
                size,
                Digest.sha256(),
                List.of(new Checkpoint.SignatureLine("samband/eu-norway/" + party, "AAAAAAAA")));
    }

    static Segment segment(long from, byte[]... entries) {
        return new Segment(
                PARTNERSHIP,
                EU,
                from,
                List.of(entries),
                checkpoint(EU, from - 1 + entries.length),
                Optional.of(checkpoint(NO, 3)));
    }
}
