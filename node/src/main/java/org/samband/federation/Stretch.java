// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.samband.proof.Checkpoint;

/// Segments of one ledger, one after the other, that one checkpoint shows together: that after the
/// last of them. So entries are given back, of which the counterpart holds a checkpoint only here
/// and there. Source: `spec/federation/`, FEDERATION-45.
///
/// @param parts at least one
record Stretch(List<Segment> parts) implements AutoCloseable {
    Stretch {
        parts = List.copyOf(parts);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("a stretch has a segment");
        }
    }

    long from() {
        return parts.getFirst().from();
    }

    Segment last() {
        return parts.getLast();
    }

    Checkpoint checkpoint() {
        return last().checkpoint();
    }

    /// Number of the first entry that is missing on the way from one number to the checkpoint;
    /// after that of the checkpoint where none is.
    ///
    /// @param first number of the first entry that is wanted, counted from 1
    long next(long first) {
        long next = first;
        for (var part : parts) {
            if (part.from() <= next) {
                next = Math.max(next, part.end() + 1);
            }
        }
        return next;
    }

    /// The entries of all parts, each once.
    Entries entries() {
        return new Entries(parts);
    }

    @Override
    public void close() {
        parts.forEach(Segment::close);
    }

    /// Entries as they were signed, of one part after the other.
    static final class Entries implements Iterator<byte[]>, AutoCloseable {
        private final Iterator<Segment> parts;
        private Segment.Lines lines;
        private long next;

        private Entries(List<Segment> parts) {
            this.parts = parts.iterator();
            var first = this.parts.next();
            lines = first.lines();
            next = first.from();
        }

        @Override
        public boolean hasNext() {
            while (!lines.hasNext() && parts.hasNext()) {
                lines.close();
                var part = parts.next();
                lines = part.lines();
                for (long number = part.from(); number < next && lines.hasNext(); number++) {
                    lines.next();
                }
            }
            return lines.hasNext();
        }

        @Override
        public byte[] next() {
            if (!hasNext()) {
                throw new NoSuchElementException("there are no more entries");
            }
            next++;
            return lines.next();
        }

        @Override
        public void close() {
            lines.close();
        }
    }
}
