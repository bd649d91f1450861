// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.Optional;
import org.samband.ledger.LedgerKey;
import org.samband.parties.PartnershipId;
import org.samband.parties.PartyCode;

/// The keys of a node, made at its first start: the ledger key, and the key and certificate for the
/// link. Only the node's own account can read the secret ones.
public final class NodeKeys {
    private static final String NEXT = "link.next";

    private final Path folder;
    private final PartyCode party;
    private final InstantSource clock;
    private final LedgerKey ledgerKey;
    private volatile LinkKeyPair link;
    private volatile Optional<LinkKeyPair> next;

    private NodeKeys(Path folder, PartyCode party, InstantSource clock, boolean second)
            throws IOException, GeneralSecurityException {
        this.folder = folder;
        this.party = party;
        this.clock = clock;
        if (!Files.exists(key()) || !Files.exists(shown())) {
            LinkKeyPair.make(party, clock).write(key(), shown());
        }
        ledgerKey = LedgerKey.in(folder.resolve("ledger.key"), second);
        link = LinkKeyPair.read(key(), shown());
        next = Optional.empty();
        if (Files.exists(following())) {
            var begun = LinkKeyPair.read(following(), following());
            next = Optional.of(begun);
            if (begun.certificate().equals(link.certificate())) {
                followed(begun); // It was cut off between the two files.
            }
        }
    }

    /// Reads `ledger.key`, `link.key` and `link.crt` in the folder, and makes what is not there. A
    /// lost certificate is made again with another key, so the counterpart must be told.
    ///
    /// @param folder is there, and only the node's own account can open it
    /// @param party stands in the certificate, for those who look at it with other tools
    /// @throws UncheckedIOException if a file cannot be read or holds no key
    public static NodeKeys in(Path folder, PartyCode party, InstantSource clock) {
        return in(folder, party, clock, false);
    }

    /// @param second whether the node signs its ledgers with ML-DSA-65 as well
    public static NodeKeys in(Path folder, PartyCode party, InstantSource clock, boolean second) {
        try {
            return new NodeKeys(folder, party, clock, second);
        } catch (IOException | GeneralSecurityException | IllegalArgumentException broken) {
            throw new UncheckedIOException(
                    new IOException("the node's keys in " + folder + " cannot be read", broken));
        }
    }

    private Path key() {
        return folder.resolve("link.key");
    }

    private Path shown() {
        return folder.resolve("link.crt");
    }

    private Path following() {
        return folder.resolve(NEXT);
    }

    /// Signs our checkpoints and cosigns the counterpart's.
    public LedgerKey ledgerKey() {
        return ledgerKey;
    }

    PrivateKey linkKey() {
        return link.key();
    }

    X509Certificate certificate() {
        return link.certificate();
    }

    /// The certificate that is to follow; empty where none is.
    Optional<X509Certificate> next() {
        return next.map(LinkKeyPair::certificate);
    }

    /// Makes the key that is to follow; the same until it has followed.
    X509Certificate prepared() {
        try {
            if (next.isEmpty()) {
                var fresh = LinkKeyPair.make(party, clock);
                fresh.write(following());
                next = Optional.of(fresh);
            }
            return next.get().certificate();
        } catch (IOException | GeneralSecurityException broken) {
            throw new IllegalStateException("the next link key cannot be made", broken);
        }
    }

    /// Puts the key that is to follow in the place of the one that was shown, which is gone.
    void follow() {
        try {
            followed(next.orElseThrow());
        } catch (IOException | GeneralSecurityException broken) {
            throw new IllegalStateException("the link key cannot be changed", broken);
        }
    }

    private void followed(LinkKeyPair pair) throws IOException, GeneralSecurityException {
        pair.write(key(), shown());
        Files.deleteIfExists(following());
        link = pair;
        next = Optional.empty();
    }

    /// What we give the counterpart of one partnership.
    ///
    /// @param address at which the counterpart reaches our link port, `https://host:port`
    public PairFile pairFile(PartnershipId partnership, PartyCode ours, URI address) {
        var origin = "samband/" + partnership + "/" + ours;
        return new PairFile(
                partnership,
                ours,
                address,
                ledgerKey.verifier(origin),
                ledgerKey.second(origin),
                link.certificate());
    }
}
