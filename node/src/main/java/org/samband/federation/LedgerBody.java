// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.util.List;
import org.samband.ledger.LedgerId;
import org.samband.ledger.Ledgers;
import org.samband.ledger.Outline;

/// Entries of our ledger, read as they are sent: a few at a time, each read in a transaction of its
/// own, because what stands in a ledger does not change.
final class LedgerBody implements SegmentBody {
    private static final int ENTRIES_AT_ONCE = 500;
    private static final int BYTES_AT_ONCE = 1 << 20;

    private final Ledgers ledgers;
    private final LedgerId ledger;
    private final List<Outline> outlines;

    /// @param outlines of the entries, in order, none left out
    LedgerBody(Ledgers ledgers, LedgerId ledger, List<Outline> outlines) {
        this.ledgers = ledgers;
        this.ledger = ledger;
        this.outlines = List.copyOf(outlines);
    }

    @Override
    public long length() {
        return outlines.stream().mapToLong(outline -> outline.length() + 1L).sum();
    }

    @Override
    public InputStream open() {
        return new Reading();
    }

    private final class Reading extends InputStream {
        private byte[] batch = {};
        private int at;
        private int next;

        @Override
        public int read() {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            if (length == 0) {
                return 0;
            }
            if (at == batch.length && !fill()) {
                return -1;
            }
            int copied = Math.min(length, batch.length - at);
            System.arraycopy(batch, at, into, offset, copied);
            at += copied;
            return copied;
        }

        private boolean fill() {
            int count = 0;
            int bytes = 0;
            while (next + count < outlines.size()
                    && count < ENTRIES_AT_ONCE
                    && (count == 0
                            || bytes + outlines.get(next + count).length() < BYTES_AT_ONCE)) {
                bytes += outlines.get(next + count).length() + 1;
                count++;
            }
            if (count == 0) {
                return false;
            }
            var out = new ByteArrayOutputStream(bytes);
            for (var entry : ledgers.bytes(ledger, outlines.get(next).number().value(), count)) {
                out.writeBytes(entry);
                out.write('\n');
            }
            batch = out.toByteArray();
            at = 0;
            next += count;
            return true;
        }
    }
}
