// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation;

import org.samband.ledger.LedgerPair;

/// A kind of transport, chosen for each partnership by the setting `transport`. What is to be sent,
/// what may leave, what is taken and what counts as a receipt stand above it, once; so a
/// partnership can change from one kind to another at any start and nothing is lost. Source: design
/// section 7.
interface TransportKind {
    /// As it stands in the settings, for instance `direct`.
    String word();

    /// Whether the counterpart's node reaches this one at the link port. Where it does not, the
    /// port does not know the partnership.
    boolean listens();

    /// The way to the counterpart of one partnership.
    Transport open(LedgerPair pair, PairFile counterpart);
}
