// SPDX-License-Identifier: EUPL-1.2
package org.samband.proof;

import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Works on parts of a file with all processors and takes what comes of them in the order of the
/// file, so that the first thing that is wrong is named first.
final class InOrder implements AutoCloseable {
    private final int ahead = 2 * Runtime.getRuntime().availableProcessors();
    private final ExecutorService workers =
            Executors.newFixedThreadPool(
                    Runtime.getRuntime().availableProcessors(),
                    Thread.ofPlatform().daemon().name("verify-", 0).factory());

    /// Where parts come from.
    interface Source<P> {
        @Nullable P next() throws ExportBroken;
    }

    /// Where what came of them goes.
    interface Sink<R> {
        void take(R result) throws ExportBroken;
    }

    <P, R> void each(Source<P> source, Function<P, R> work, Sink<R> sink) throws ExportBroken {
        var waiting = new ArrayDeque<Future<R>>();
        ExportBroken later = null;
        boolean more = true;
        while (true) {
            while (more && waiting.size() < ahead) {
                P part = null;
                try {
                    part = source.next();
                } catch (ExportBroken broken) {
                    later = broken; // What stands before it may be wrong as well.
                }
                more = part != null;
                if (part != null) {
                    var taken = part;
                    waiting.add(workers.submit(() -> work.apply(taken)));
                }
            }
            if (waiting.isEmpty()) {
                break;
            }
            sink.take(result(waiting.poll()));
        }
        if (later != null) {
            throw later;
        }
    }

    private static <R> R result(Future<R> working) {
        try {
            return working.get();
        } catch (ExecutionException bug) {
            if (bug.getCause() instanceof UncheckedIOException broken) {
                throw broken;
            }
            throw new IllegalStateException(bug.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the verification was stopped", stopped);
        }
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }
}
