// SPDX-License-Identifier: EUPL-1.2
package org.samband.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The EU's node alone, with a counterpart that is not one of ours.
final class OneNode implements AutoCloseable {
    private static final String PASSWORD = "exercise-for-acceptance-only";

    private final Path folder;
    private final NodeProcess process;
    private final Path config;

    private OneNode(Path folder, Path config, int port) {
        this.folder = folder;
        this.config = config;
        process = new NodeProcess(config, port);
    }

    /// Writes the settings and the node's pair file; the node has not started yet.
    static OneNode in(Path folder) throws IOException {
        var ports = TwoNodes.freePorts(2);
        Files.writeString(folder.resolve("password"), PASSWORD + "\n");
        var config =
                Files.writeString(
                        folder.resolve("node.yaml"),
                        """
                        party: EU
                        data: data
                        cache: %s
                        pages:
                          port: %d
                        link:
                          port: %d
                        partnerships:
                          - name: eu-norway
                            counterpart: other.pair
                        sample:
                          password-file: password
                        """
                                .formatted(StartedNode.CACHE, ports.get(0), ports.get(1)));
        NodeProcess.run("pair", "--config", config.toString());
        return new OneNode(folder, config, ports.get(0));
    }

    Path config() {
        return config;
    }

    /// The file that this node gives to its counterpart.
    String pairFile() throws IOException {
        return Files.readString(folder.resolve("data/eu-norway.EU.pair"));
    }

    /// Starts the node with the counterpart's pair file.
    void start(String counterpart) throws IOException {
        Files.writeString(folder.resolve("other.pair"), counterpart);
        process.start();
    }

    /// Starts the node with the pair file that stands there already.
    void start() {
        process.start();
    }

    Visitor officer(String account) {
        return Visitor.signedIn(process.address(), account, PASSWORD);
    }

    @Override
    public void close() {
        process.close();
    }
}
