// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation;

import java.util.Optional;

/// The way of a partnership whose nodes have no connection: segments leave and come as files that
/// officers carry, through {@link SegmentFiles}. By itself nothing leaves. Source:
/// `spec/federation/`, FEDERATION-60.
final class FileTransport implements Transport {
    @Override
    public Receipt offer(Segment segment) {
        return new Receipt.Pending(Link.FILE);
    }

    @Override
    public boolean carries() {
        return false;
    }

    @Override
    public Optional<Segment> fetch(long from) {
        return Optional.empty();
    }

    @Override
    public void close() {
        // Holds nothing.
    }
}
