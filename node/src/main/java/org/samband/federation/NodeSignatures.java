// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation;

import java.security.cert.Certificate;
import java.util.Optional;
import org.samband.parties.PartnershipId;
import org.springframework.stereotype.Component;

/// The door to signatures of nodes over what is handed out: made with the link key, of which each
/// side has pinned the other's certificate. Source: ETSI EN 319 122-1, level B-B; spec/drafting,
/// DRAFT-41.
@Component
public class NodeSignatures {
    private final NodeKeys keys;
    private final Counterparts counterparts;

    NodeSignatures(NodeKeys keys, Counterparts counterparts) {
        this.keys = keys;
        this.counterparts = counterparts;
    }

    /// A detached CAdES signature without a time of its own, as PAdES wants it: the time stands in
    /// the document.
    public byte[] of(byte[] content) {
        return FileSignature.of(content, keys, Optional.empty());
    }

    /// Whether the counterpart's node signed, with the key that is pinned now.
    public boolean isCounterparts(PartnershipId partnership, byte[] signature, byte[] content) {
        var pinned = counterparts.of(partnership).map(file -> file.certificate().getPublicKey());
        var signer = FileSignature.signer(signature, content).map(Certificate::getPublicKey);
        return pinned.isPresent() && pinned.equals(signer);
    }
}
