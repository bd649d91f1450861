// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation;

import java.util.Optional;

/// A way to one counterpart. Every transport carries the same segments; what counts as delivered is
/// decided by the receipt alone. Source: design section 7.
interface Transport {

    /// Gives a segment to the counterpart. The same one may be given again at any time.
    ///
    /// @throws TransportUnavailable if it cannot be known whether the segment came
    Receipt offer(Segment segment) throws TransportUnavailable;

    /// Asks for entries of the counterpart's ledger.
    ///
    /// @param from number of the first, counted from 1
    /// @return empty where the transport has no way back
    Optional<Segment> fetch(long from) throws TransportUnavailable;

    /// Lets go of connections.
    void close();
}
