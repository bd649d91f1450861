// SPDX-License-Identifier: EUPL-1.2
package org.samband.node;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

/// The settings file of a node that is measured.
final class BenchSettings {
    private BenchSettings() {}

    /// @param folder of the pair
    /// @return the file
    static Path write(Path folder, String party, String other) throws IOException {
        int link = freePort();
        return write(folder, party, other, link, link);
    }

    /// @param link port on which the node takes what comes
    /// @param seen port that the other node is told
    static Path write(Path folder, String party, String other, int link, int seen)
            throws IOException {
        var own = Files.createDirectories(folder.resolve(party));
        Files.writeString(own.resolve("password"), "exercise-for-measurements-only\n");
        return Files.writeString(
                own.resolve("node.yaml"),
                """
                party: %s
                data: data
                cache: ../../cache
                pages:
                  port: %d
                link:
                  port: %d
                  public-address: localhost:%d
                partnerships:
                  - name: eu-norway
                    counterpart: ../%s/data/eu-norway.%s.pair
                sample:
                  password-file: password
                """
                        .formatted(party, freePort(), link, seen, other, other));
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
