// SPDX-License-Identifier: EUPL-1.2
package org.samband.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.samband.act.Outcome;
import org.samband.act.Refusal;
import org.samband.federation.NodeKeys;
import org.samband.federation.PairFile;
import org.samband.federation.PairPlaces;
import org.samband.parties.PartyCode;

/// The pair files on disk: those that this node gives stand in its data folder, those that it was
/// given where the settings say.
final class PairFiles {
    private PairFiles() {}

    /// The file's name: `eu-norway.EU.pair`.
    static String name(String partnership, String party) {
        return partnership + "." + party + ".pair";
    }

    /// The node's keys; made at first use.
    static NodeKeys keys(Settings settings) {
        Folders.ownOnly(settings.data());
        return NodeKeys.in(
                Folders.ownOnly(settings.data().resolve("keys")),
                settings.party(),
                InstantSource.system(),
                settings.secondSignature());
    }

    /// Where the pair files stand.
    static PairPlaces places(Settings settings) {
        return new PairPlaces(
                address(settings),
                settings.partnerships().stream()
                        .collect(
                                Collectors.toMap(
                                        Settings.Partnership::name,
                                        Settings.Partnership::counterpart)),
                settings.partnerships().stream()
                        .collect(
                                Collectors.toMap(
                                        Settings.Partnership::name, one -> own(settings, one))));
    }

    private static Path own(Settings settings, Settings.Partnership partnership) {
        return settings.data().resolve(name(partnership.name().value(), settings.party().value()));
    }

    private static URI address(Settings settings) {
        return URI.create("https://" + settings.link().publicAddress());
    }

    /// What a pair file says, and where it stands.
    record Given(Path path, PairFile file) {}

    /// Writes what this node gives to its counterparts.
    static List<Given> write(Settings settings) {
        return write(settings, keys(settings));
    }

    static List<Given> write(Settings settings, NodeKeys keys) {
        var given = new ArrayList<Given>();
        for (var partnership : settings.partnerships()) {
            var file = keys.pairFile(partnership.name(), settings.party(), address(settings));
            var path = own(settings, partnership);
            try {
                // Whoever reads it meanwhile reads all of it.
                var fresh = path.resolveSibling(path.getFileName() + ".new");
                Files.writeString(fresh, file.text());
                Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
            given.add(new Given(path, file));
        }
        return given;
    }

    /// What the counterpart gave; empty while it is not there.
    ///
    /// @throws StartRefused if the file is of another pair or was changed
    static Optional<PairFile> given(Settings.Partnership partnership, PartyCode counterpart) {
        var path = partnership.counterpart();
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        try {
            return switch (PairFile.read(Files.readString(path), partnership.name(), counterpart)) {
                case Outcome.Accepted<PairFile>(var file) -> Optional.of(file);
                case Outcome.Refused<PairFile>(var refusal) ->
                        throw new StartRefused(
                                new Refusal(refusal.rule(), path.toString(), refusal.facts()));
            };
        } catch (IOException broken) {
            throw new UncheckedIOException("the pair file " + path + " cannot be read", broken);
        }
    }
}
