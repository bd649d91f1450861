// SPDX-License-Identifier: EUPL-1.2
package org.samband.ledger;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.samband.proof.Digest;
import org.samband.proof.JsonRefused;
import org.samband.proof.MerkleTree;

/// Reads and hashes entries of a delivery on other processors, some before they are asked for: what
/// an entry says needs neither the entries before it nor the database. What depends on the order is
/// left to {@link AdmissionBatch}, which takes them in that.
final class ReadAhead implements AutoCloseable {
    private static final int TOGETHER = 64;
    private static final int BYTES_TOGETHER = 1 << 19;
    private static final int AHEAD = 2 * Runtime.getRuntime().availableProcessors();

    private final Iterator<byte[]> entries;
    private final ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor();
    private final Deque<Future<List<One>>> ahead = new ArrayDeque<>();
    private Iterator<One> some = List.<One>of().iterator();

    ReadAhead(Iterator<byte[]> entries) {
        this.entries = entries;
    }

    /// An entry as it came, and what it says.
    static final class One {
        private final byte[] bytes;
        private final Digest leaf;
        private final @Nullable Entry entry;
        private final String wrong;

        private One(byte[] bytes, @Nullable Entry entry, String wrong) {
            this.bytes = bytes;
            this.leaf = MerkleTree.leaf(bytes);
            this.entry = entry;
            this.wrong = wrong;
        }

        static One of(byte[] bytes) {
            try {
                return new One(bytes, EntryForm.read(bytes), "");
            } catch (JsonRefused refused) {
                return new One(bytes, null, refused.sentence());
            } catch (IllegalArgumentException wrong) {
                return new One(bytes, null, String.valueOf(wrong.getMessage()));
            }
        }

        byte[] bytes() {
            return bytes;
        }

        Digest leaf() {
            return leaf;
        }

        /// Null where it is in no canonical form.
        @Nullable Entry entry() {
            return entry;
        }

        /// Why it is in no canonical form.
        String wrong() {
            return wrong;
        }
    }

    boolean hasNext() {
        return some.hasNext() || !ahead.isEmpty() || entries.hasNext();
    }

    /// The next entry; there is one.
    One next() {
        if (!some.hasNext()) {
            while (ahead.size() < AHEAD && entries.hasNext()) {
                ahead.add(reading());
            }
            some = read(ahead.remove()).iterator();
        }
        return some.next();
    }

    /// A few entries are read at once: others would be waited for as long.
    private Future<List<One>> reading() {
        var bytes = new ArrayList<byte[]>();
        int length = 0;
        while (entries.hasNext() && bytes.size() < TOGETHER && length < BYTES_TOGETHER) {
            var next = entries.next();
            length += next.length;
            bytes.add(next);
        }
        return ahead.isEmpty() && !entries.hasNext()
                ? CompletableFuture.completedFuture(read(bytes))
                : readers.submit(() -> read(bytes));
    }

    private static List<One> read(List<byte[]> bytes) {
        return bytes.stream().map(One::of).toList();
    }

    private static List<One> read(Future<List<One>> reading) {
        try {
            return reading.get();
        } catch (ExecutionException bug) {
            throw new IllegalStateException(bug.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the admission was stopped", stopped);
        }
    }

    @Override
    public void close() {
        readers.shutdownNow();
    }
}
