// SPDX-License-Identifier: EUPL-1.2
package org.samband.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.samband.parties.PartyCode;
import org.samband.parties.Profile;
import org.samband.simulator.HeldProcedures;
import org.samband.simulator.PairText;
import org.samband.simulator.Simulation;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import picocli.CommandLine.Option;

/// Where the node under test and the simulated counterpart are: from the node's settings, or given
/// one by one for a node that is not ours.
final class CounterpartOptions {
    private static final String PROCEDURES = "classpath:/spec/procedure/*.yaml";
    private static final int PORT = 8543;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Settings of the node under test, where it runs on this machine.")
    private @Nullable Path config;

    @Option(
            names = "--node",
            paramLabel = "FILE",
            description = "Else: the pair file that the node under test gives to its counterpart.")
    private @Nullable Path node;

    @Option(
            names = "--partnership",
            paramLabel = "NAME",
            description = "Which of the settings' partnerships. Default: the first.")
    private @Nullable String partnership;

    @Option(
            names = "--party",
            paramLabel = "CODE",
            description = "Party that is played. Default: the other one of the profile.")
    private @Nullable String party;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description =
                    "Folder for keys and ledgers of the simulated counterpart. Default: simulator"
                            + " beside the settings or the pair file.")
    private @Nullable Path data;

    @Option(
            names = "--port",
            paramLabel = "N",
            description =
                    "Port at which the node reaches the simulated counterpart. Default: 8543.")
    private int port = PORT;

    @Option(
            names = "--address",
            paramLabel = "HOST:PORT",
            description =
                    "The same as the node sees it; stands in the pair file. Default: localhost and"
                            + " the port.")
    private @Nullable String address;

    @Option(
            names = "--patience",
            paramLabel = "SECONDS",
            description = "How long to wait for the node. Default: 120.")
    private int patience = 120;

    /// What a command works with.
    ///
    /// @param node pair file of the node under test
    /// @param put where the node's settings look for the simulated counterpart's pair file, if
    ///   known
    /// @param hosted procedures in which the played party is the host
    record Counterpart(
            Simulation.Place place, PairText node, Optional<Path> put, Set<String> hosted) {
        Counterpart {
            hosted = Set.copyOf(hosted);
        }
    }

    /// @throws IllegalArgumentException if something is missing or does not fit
    /// @throws StartRefused if the settings are wrong
    Counterpart read() {
        if (config != null) {
            return ofSettings(SettingsFile.read(config), config);
        }
        if (node == null) {
            throw new IllegalArgumentException(
                    "say which node is tested: --config FILE, or --node with its pair file");
        }
        return counterpart(node(node), node, Optional.empty());
    }

    private Counterpart ofSettings(Settings settings, Path file) {
        var chosen =
                settings.partnerships().stream()
                        .filter(one ->
                                partnership == null || one.name().value().equals(partnership))
                        .findFirst()
                        .orElseThrow(() ->
                                new IllegalArgumentException(
                                        "the settings have no such partnership"));
        var name = PairFiles.name(chosen.name().value(), settings.party().value());
        var given = settings.data().resolve(name);
        if (!Files.exists(given)) {
            PairFiles.write(settings);
        }
        return counterpart(node(given), file, Optional.of(chosen.counterpart()));
    }

    private static PairText node(Path file) {
        try {
            return PairText.read(Files.readString(file));
        } catch (IOException missing) {
            throw new IllegalArgumentException("there is no pair file " + file, missing);
        }
    }

    private Counterpart counterpart(PairText tested, Path beside, Optional<Path> put) {
        var profile = Specification.profile(tested.partnership(), Specification.policies());
        var played =
                party != null
                        ? party
                        : profile.counterpart(new PartyCode(tested.party())).code().value();
        var folder = data != null ? data : beside.resolveSibling("simulator");
        var seen = address != null ? address : "localhost:" + port;
        var place =
                new Simulation.Place(
                        folder,
                        played,
                        "0.0.0.0",
                        port,
                        URI.create("https://" + seen),
                        Duration.ofSeconds(patience));
        return new Counterpart(place, tested, put, hosted(profile, played));
    }

    private static Set<String> hosted(Profile profile, String party) {
        var hosted = new HashSet<String>();
        profile.procedures()
                .forEach((name, use) -> {
                    if (use instanceof Map<?, ?> members
                            && members.get("roles") instanceof Map<?, ?> roles
                            && party.equals(roles.get("host"))) {
                        hosted.add(name);
                    }
                });
        return hosted;
    }

    /// Writes the pair file of the simulated counterpart, also to where the node looks for it.
    ///
    /// @return where it stands
    /// @throws IllegalArgumentException if another counterpart's file stands there
    static List<Path> write(Counterpart counterpart, PairText pair) {
        var written = new ArrayList<Path>();
        var name = PairFiles.name(pair.partnership(), pair.party());
        try {
            written.add(Files.writeString(counterpart.place().folder().resolve(name), pair.text()));
            if (counterpart.put().isPresent()) {
                var put = counterpart.put().get();
                if (Files.exists(put) && !node(put).fingerprint().equals(pair.fingerprint())) {
                    throw new IllegalArgumentException(
                            put
                                    + " is of another counterpart: test a node of its own, never"
                                    + " the one that speaks with your real counterpart");
                }
                written.add(Files.writeString(put, pair.text()));
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return written;
    }

    static HeldProcedures procedures() {
        try {
            var files = new ArrayList<byte[]>();
            for (var file : new PathMatchingResourcePatternResolver().getResources(PROCEDURES)) {
                files.add(file.getContentAsByteArray());
            }
            return HeldProcedures.of(files);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static InstantSource clock() {
        return InstantSource.system();
    }
}
