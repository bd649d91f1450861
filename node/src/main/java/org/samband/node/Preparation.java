// SPDX-License-Identifier: EUPL-1.2
package org.samband.node;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import org.samband.act.Refusal;
import org.samband.federation.Link;
import org.samband.federation.NodeKeys;
import org.samband.federation.PairFile;
import org.samband.label.Policies;
import org.samband.ledger.LedgerPair;
import org.samband.parties.PartnershipId;
import org.samband.parties.Partnerships;
import org.samband.parties.PartyCode;

/// What stands before the rooms open: everything that an operator can have set wrong is found here,
/// and the database starts meanwhile.
record Preparation(
        Settings settings,
        CompletableFuture<NodeDatabase> startingDatabase,
        Policies policies,
        Partnerships partnerships,
        NodeKeys keys,
        List<LedgerPair> pairs,
        Link link) {

    /// @throws StartRefused if a setting cannot be kept
    static Preparation of(Settings settings) {
        free(settings.pages().address(), settings.pages().port());
        free(settings.link().address(), settings.link().port());
        return ofRooms(settings);
    }

    /// The same without the ports, for commands that answer no one.
    ///
    /// @throws StartRefused if a setting cannot be kept
    static Preparation ofRooms(Settings settings) {
        var policies = Specification.policies();
        var partnerships = Specification.partnerships(settings, policies);
        var keys = PairFiles.keys(settings);
        PairFiles.write(settings, keys);
        var given = given(settings, partnerships);
        var starting = new CompletableFuture<NodeDatabase>();
        Thread.ofPlatform().daemon().name("database").start(() -> start(settings, starting));
        return new Preparation(
                settings,
                starting,
                policies,
                partnerships,
                keys,
                partnerships.profiles().stream()
                        .map(profile ->
                                pair(
                                        profile.id(),
                                        settings.party(),
                                        profile.counterpart(settings.party()).code(),
                                        Optional.ofNullable(given.get(profile.id()))))
                        .toList(),
                new Link(
                        settings.link().address(),
                        settings.link().port(),
                        given,
                        transports(settings)));
    }

    private static LedgerPair pair(
            PartnershipId partnership,
            PartyCode ours,
            PartyCode counterpart,
            Optional<PairFile> given) {
        return new LedgerPair(
                partnership,
                ours,
                counterpart,
                given.map(PairFile::ledgerKey),
                given.flatMap(PairFile::secondKey));
    }

    private static HashMap<PartnershipId, PairFile> given(
            Settings settings, Partnerships partnerships) {
        var given = new HashMap<PartnershipId, PairFile>();
        for (var partnership : settings.partnerships()) {
            var counterpart = partnerships.counterpart(partnership.name()).code();
            PairFiles.given(partnership, counterpart)
                    .ifPresent(file -> given.put(partnership.name(), file));
        }
        return given;
    }

    private static Map<PartnershipId, String> transports(Settings settings) {
        return settings.partnerships().stream()
                .collect(
                        Collectors.toMap(
                                Settings.Partnership::name, Settings.Partnership::transport));
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

    /// @throws StartRefused if another program listens there
    static void free(String address, int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(address), port));
        } catch (IOException _) {
            throw new StartRefused(Refusal.of(NodeRule.PORT_TAKEN).with("port", port));
        }
    }
}
