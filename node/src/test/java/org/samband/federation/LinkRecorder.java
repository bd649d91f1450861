// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import javax.net.SocketFactory;
import javax.net.ssl.SSLServerSocket;

/// Stands between two nodes with the keys of both, and writes down every byte, each direction of
/// each connection for itself.
final class LinkRecorder implements AutoCloseable {
    private final List<ByteArrayOutputStream> crossed = new CopyOnWriteArrayList<>();
    private final SSLServerSocket door;

    /// @param from whose node connects
    /// @param to whose node is reached
    /// @param port of that node's link
    LinkRecorder(NodeKeys from, NodeKeys to, int port) throws IOException {
        door =
                (SSLServerSocket)
                        PinnedTrust.context(to, () -> Set.of(PairFile.pin(from.certificate())))
                                .getServerSocketFactory()
                                .createServerSocket(0);
        door.setNeedClientAuth(true);
        var out = PinnedTrust.context(from, () -> Set.of(PairFile.pin(to.certificate())));
        Thread.ofVirtual()
                .start(() -> {
                    while (!door.isClosed()) {
                        try {
                            through(door.accept(), out.getSocketFactory(), port);
                        } catch (IOException _) {
                            // The test ends.
                        }
                    }
                });
    }

    private void through(Socket inner, SocketFactory sockets, int port) throws IOException {
        try {
            var outer = sockets.createSocket("127.0.0.1", port);
            Thread.ofVirtual().start(() -> pump(inner, outer));
            Thread.ofVirtual().start(() -> pump(outer, inner));
        } catch (IOException _) {
            inner.close(); // The node behind is not there yet.
        }
    }

    private void pump(Socket from, Socket to) {
        var written = new ByteArrayOutputStream();
        crossed.add(written);
        try (from;
                to) {
            var buffer = new byte[8_192];
            int read = from.getInputStream().read(buffer);
            while (read >= 0) {
                written.write(buffer, 0, read);
                to.getOutputStream().write(buffer, 0, read);
                to.getOutputStream().flush();
                read = from.getInputStream().read(buffer);
            }
        } catch (IOException _) {
            // One side hung up.
        }
    }

    int port() {
        return door.getLocalPort();
    }

    /// Each byte as one character.
    String crossed() {
        return crossed.stream().map(one -> one.toString(ISO_8859_1)).collect(Collectors.joining());
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
