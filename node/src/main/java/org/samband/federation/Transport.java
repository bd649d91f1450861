// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation;

import java.nio.file.Path;
import java.util.Optional;
import org.samband.attachment.Attachment;

/// A way to one counterpart. Every transport carries the same segments; what counts as delivered is
/// decided by the receipt alone. Source: design section 7.
interface Transport extends AutoCloseable {

    /// Gives a segment to the counterpart. The same one may be given again at any time.
    ///
    /// @throws TransportUnavailable if it cannot be known whether the segment came
    Receipt offer(Segment segment) throws TransportUnavailable;

    /// Whether what is offered can leave this node by that.
    default boolean carries() {
        return true;
    }

    /// Asks for entries of the counterpart's ledger. Whoever asked closes the segment.
    ///
    /// @param from number of the first, counted from 1
    /// @return empty where the transport has no way back
    Optional<Segment> fetch(long from) throws TransportUnavailable;

    /// Asks for entries of our own ledger, as the counterpart holds them. Whoever asked closes the
    /// segment.
    ///
    /// @param from number of the first, counted from 1
    /// @return empty where the transport has no way back, or the counterpart does not give them
    default Optional<Segment> fetchOurs(long from) throws TransportUnavailable {
        return Optional.empty();
    }

    /// Brings a file that the counterpart asked for before it takes a segment, from where an
    /// earlier try was cut. A transport that carries files together with their segment is never
    /// asked to.
    ///
    /// @return why the counterpart does not take it; empty if it has all of it
    default Optional<Receipt.Refused> bring(Attachment attachment, Path bytes)
            throws TransportUnavailable {
        throw new UnsupportedOperationException("files go with their segment");
    }

    /// Fetches a file that a segment of the counterpart carries, from where an earlier try was cut.
    default void collect(Attachment attachment) throws TransportUnavailable {
        throw new UnsupportedOperationException("files come with their segment");
    }

    /// Lets go of connections.
    @Override
    void close();
}
