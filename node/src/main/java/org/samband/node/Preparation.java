// SPDX-License-Identifier: EUPL-1.2
package org.samband.node;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.samband.act.Outcome;
import org.samband.act.Refusal;
import org.samband.label.Policies;
import org.samband.label.PolicyFiles;
import org.samband.ledger.LedgerKey;
import org.samband.ledger.LedgerPair;
import org.samband.parties.Partnerships;

/// What stands before the rooms open: everything that an operator can have set wrong is found here,
/// and the database starts meanwhile.
record Preparation(
        Settings settings,
        CompletableFuture<NodeDatabase> startingDatabase,
        Policies policies,
        Partnerships partnerships,
        LedgerKey ledgerKey,
        List<LedgerPair> pairs) {

    /// @throws StartRefused if a setting cannot be kept
    static Preparation of(Settings settings) {
        portsAreFree(settings);
        Folders.ownOnly(settings.data());
        var keys = Folders.ownOnly(settings.data().resolve("keys"));
        var starting = new CompletableFuture<NodeDatabase>();
        Thread.ofVirtual().name("database").start(() -> start(settings, starting));
        return new Preparation(
                settings,
                starting,
                brought(),
                new Partnerships(settings.party(), List.of()),
                LedgerKey.in(keys.resolve("ledger.key")),
                List.of());
    }

    private static Policies brought() {
        return switch (PolicyFiles.read()) {
            case Outcome.Accepted<Policies>(var policies) -> policies;
            case Outcome.Refused<Policies>(var refusal) -> throw new StartRefused(refusal);
        };
    }

    private static void start(Settings settings, CompletableFuture<NodeDatabase> starting) {
        try {
            starting.complete(database(settings));
        } catch (Throwable refused) { // The thread that waits throws it.
            starting.completeExceptionally(refused);
        }
    }

    private static NodeDatabase database(Settings settings) {
        var given = settings.database();
        return given.url()
                .map(url ->
                        NodeDatabase.external(
                                url,
                                SettingsFile.secret(
                                        "SAMBAND_DATABASE_OWNER_PASSWORD",
                                        given.ownerPasswordFile(),
                                        "database.owner-password-file"),
                                SettingsFile.secret(
                                        "SAMBAND_DATABASE_NODE_PASSWORD",
                                        given.nodePasswordFile(),
                                        "database.node-password-file")))
                .orElseGet(() -> NodeDatabase.embedded(settings.data(), settings.cache()));
    }

    /// Waits until the database answers.
    ///
    /// @throws StartRefused if it does not
    NodeDatabase database() {
        try {
            return startingDatabase.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof StartRefused refused ? refused : failed;
        }
    }

    private static void portsAreFree(Settings settings) {
        free(settings.pages().address(), settings.pages().port());
        free(settings.link().address(), settings.link().port());
    }

    private static void free(String address, int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(address), port));
        } catch (IOException _) {
            throw new StartRefused(Refusal.of(NodeRule.PORT_TAKEN).with("port", port));
        }
    }
}
