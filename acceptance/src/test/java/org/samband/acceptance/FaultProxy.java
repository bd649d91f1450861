// SPDX-License-Identifier: EUPL-1.2
package org.samband.acceptance;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/// The way of one node to the other's link port: passes on what comes, until it is told to do
/// something else. What passes is TLS; the proxy has no key and knows no more than a cable.
final class FaultProxy implements AutoCloseable {
    private static final int CHUNK = 16_384;

    /// A connection is asked something only after its handshake.
    private static final long HANDSHAKE = Duration.ofMillis(300).toNanos();

    /// What the line does to bytes.
    enum Line {
        CLEAR,
        /// Connections are refused; those that stand were reset.
        CUT,
        /// Connections are taken and nothing passes.
        SILENT,
        /// Bytes pass in small pieces, late.
        SLOW,
        /// One bit of each chunk passes turned.
        CHANGING,
        /// Each chunk passes twice.
        DOUBLING,
        /// The end of each chunk is lost.
        LOSING,
        /// What is asked passes; when the answer comes back, the connection is reset instead. The
        /// asked node has done what it was asked, the asking one will ask again.
        DEAF
    }

    private final ServerSocket entrance;
    private final int exit;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicLong touched = new AtomicLong();
    private volatile Line line = Line.CLEAR;
    private volatile byte[] recorded = new byte[0];

    /// @param exit port on this machine to which the way leads
    FaultProxy(int exit) {
        this.exit = exit;
        try {
            entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        Thread.ofVirtual().start(this::takeConnections);
    }

    /// Where the way begins.
    int port() {
        return entrance.getLocalPort();
    }

    /// From now on.
    void become(Line next) {
        line = next;
        if (next == Line.CUT) {
            reset();
        }
    }

    /// Clear again. What stood through the disturbance is reset: half a record of TLS is none.
    void clear() {
        boolean disturbed = line != Line.CLEAR;
        line = Line.CLEAR;
        if (disturbed) {
            reset();
        }
    }

    /// How many chunks were changed, doubled, shortened, held up or thrown away, and connections
    /// refused: a fault that met nothing tells nothing.
    long touched() {
        return touched.get();
    }

    private void reset() {
        open.forEach(FaultProxy::reset);
    }

    /// Sends once more, on a connection of its own, what a node last sent on a whole connection.
    void replay() {
        try (var again = new Socket(InetAddress.getLoopbackAddress(), exit)) {
            again.setSoTimeout(1_000);
            again.getOutputStream().write(recorded);
            touched.incrementAndGet();
            again.getInputStream().readNBytes(CHUNK);
        } catch (IOException _) {
            // The node ended it, as it should.
        }
    }

    private void takeConnections() {
        while (!entrance.isClosed()) {
            try {
                var near = entrance.accept();
                if (line == Line.CUT) {
                    touched.incrementAndGet();
                    reset(near);
                } else {
                    Thread.ofVirtual().start(() -> join(near));
                }
            } catch (IOException _) {
                // Closed, or a connection that was given up before it was taken.
            }
        }
    }

    private void join(Socket near) {
        open.add(near);
        try (var far = new Socket(InetAddress.getLoopbackAddress(), exit)) {
            open.add(far);
            var back = Thread.ofVirtual().start(() -> pass(far, near, true));
            pass(near, far, false);
            back.join();
            open.remove(far);
        } catch (IOException _) {
            // Nobody listens at the exit: the node is down.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            reset(near);
            open.remove(near);
        }
    }

    private void pass(Socket from, Socket to, boolean answer) {
        var said = new ByteArrayOutputStream();
        long begun = System.nanoTime();
        try {
            var in = from.getInputStream();
            var buffer = new byte[CHUNK];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                var chunk = Arrays.copyOf(buffer, read);
                if (!answer && said.size() < 1 << 20) {
                    said.writeBytes(chunk);
                }
                pass(chunk, to, answer, System.nanoTime() - begun > HANDSHAKE);
            }
        } catch (IOException _) {
            // One of the two has ended it.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        if (!answer) {
            recorded = said.toByteArray();
        }
        reset(from);
        reset(to);
    }

    private void pass(byte[] chunk, Socket to, boolean answer, boolean stands)
            throws IOException, InterruptedException {
        var out = to.getOutputStream();
        var now = line;
        if (now != Line.CLEAR && now != Line.DEAF) {
            touched.incrementAndGet();
        }
        switch (now) {
            case CLEAR -> out.write(chunk);
            case CUT -> throw new IOException("cut");
            case SILENT -> {
                while (line == Line.SILENT) {
                    Thread.sleep(10);
                }
                throw new IOException("what was held up is lost");
            }
            case SLOW -> {
                int piece = Math.max(1, chunk.length / 8);
                for (int at = 0; at < chunk.length; at += piece) {
                    Thread.sleep(30);
                    out.write(chunk, at, Math.min(piece, chunk.length - at));
                }
            }
            case CHANGING -> {
                chunk[chunk.length / 2] ^= 1;
                out.write(chunk);
            }
            case DOUBLING -> {
                out.write(chunk);
                out.write(chunk);
            }
            case LOSING -> out.write(chunk, 0, chunk.length - Math.min(chunk.length, 7));
            case DEAF -> {
                if (answer && stands) {
                    touched.incrementAndGet();
                    throw new IOException("the answer is lost");
                }
                out.write(chunk);
            }
        }
    }

    /// Without a word: the other side sees that the connection broke.
    private static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException _) {
            // It is closed.
        }
    }

    @Override
    public void close() {
        try {
            entrance.close();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        reset();
    }
}
