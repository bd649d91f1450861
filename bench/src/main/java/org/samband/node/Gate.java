// SPDX-License-Identifier: EUPL-1.2
package org.samband.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The way to a node's link port, which can be shut: who comes then is turned away. Notes when the
/// first one came through after it was opened, because a sender tries again at its own time.
final class Gate implements AutoCloseable {
    private final ServerSocket entrance;
    private final int exit;
    private final Set<Socket> through = ConcurrentHashMap.newKeySet();
    private volatile boolean isOpen = true;
    private volatile long first;

    /// @param exit port on this machine
    Gate(int exit) throws IOException {
        this.exit = exit;
        entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::take);
    }

    int port() {
        return entrance.getLocalPort();
    }

    void shut() throws IOException {
        isOpen = false;
        for (var socket : through) {
            socket.close();
        }
    }

    void open() {
        first = 0;
        isOpen = true;
    }

    /// When the first connection came through, by {@link System#nanoTime}.
    long first() {
        return first;
    }

    private void take() {
        try {
            while (true) {
                var from = entrance.accept();
                var to = isOpen ? reached() : Optional.<Socket>empty();
                if (to.isPresent()) {
                    first = first == 0 ? System.nanoTime() : first;
                    through(from, to.get());
                } else {
                    from.close();
                }
            }
        } catch (IOException closed) {
            // The measurement is over.
        }
    }

    /// The node behind the gate, if it is there already.
    private Optional<Socket> reached() {
        try {
            return Optional.of(new Socket(InetAddress.getLoopbackAddress(), exit));
        } catch (IOException notThereYet) {
            return Optional.empty();
        }
    }

    private void through(Socket from, Socket to) {
        through.add(from);
        through.add(to);
        Thread.ofVirtual().start(() -> pass(from, to));
        Thread.ofVirtual().start(() -> pass(to, from));
    }

    private void pass(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException cut) {
            // One end closes or the gate is shut: both ends close.
        } finally {
            through.remove(from);
            through.remove(to);
        }
    }

    @Override
    public void close() {
        try {
            entrance.close();
            shut();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
