// SPDX-License-Identifier: EUPL-1.2
package org.samband.commitment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.samband.attachment.Attachments;
import org.samband.instrument.Imported;
import org.samband.instrument.InstrumentFile;
import org.samband.parties.PartnershipId;
import org.samband.parties.Partnerships;
import org.samband.parties.Profile;
import org.samband.proof.Digest;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// The instruments of the node's partnerships: the first version, read once at start from
/// `spec/instrument/`, and those that acts carry.
@Component
class Instruments {
    private static final int LARGEST = 24 << 20;

    private final Map<String, InstrumentHeld> held = new HashMap<>();
    private final Map<String, InstrumentHeld> carried = new ConcurrentHashMap<>();
    private final Attachments attachments;

    Instruments(Partnerships partnerships, Attachments attachments) {
        this.attachments = attachments;
        for (var profile : partnerships.profiles()) {
            var folder = "/spec/instrument/" + profile.instrument() + "/";
            file(folder + "instrument.json")
                    .flatMap(text ->
                            file(folder + "commitments.json")
                                    .map(commitments -> read(folder, text, commitments)))
                    .ifPresent(one -> held.put(profile.instrument(), one));
        }
    }

    /// Empty if no import has been made of it.
    Optional<InstrumentHeld> of(String instrument) {
        return Optional.ofNullable(held.get(instrument));
    }

    /// The version of two hashes: that of the folder, or two files that acts of the partnership
    /// carry or that are on a form. A file is known by its SHA-256 alone.
    Optional<InstrumentHeld> find(Profile profile, String instrumentHash, String commitmentsHash) {
        var first = of(profile.instrument());
        if (first.filter(one -> one.instrumentHash().equals(instrumentHash))
                .filter(one -> one.commitmentsHash().equals(commitmentsHash))
                .isPresent()) {
            return first;
        }
        var key = profile.id() + " " + instrumentHash + " " + commitmentsHash;
        var known = carried.get(key);
        if (known != null) {
            return Optional.of(known);
        }
        var read =
                blob(profile.id(), instrumentHash)
                        .flatMap(text ->
                                blob(profile.id(), commitmentsHash)
                                        .flatMap(commitments -> sound(text, commitments)));
        read.ifPresent(one -> carried.put(key, one));
        return read;
    }

    private Optional<byte[]> blob(PartnershipId partnership, String hash) {
        return attachments.find(partnership, Digest.ofHex(hash)).flatMap(Instruments::bytes);
    }

    private static Optional<byte[]> bytes(Path path) {
        try {
            return Files.size(path) > LARGEST
                    ? Optional.empty()
                    : Optional.of(Files.readAllBytes(path));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// Empty if the bytes are not what an import writes.
    private static Optional<InstrumentHeld> sound(byte[] instrument, byte[] commitments) {
        try {
            var imported = InstrumentFile.read(instrument, commitments);
            var hashes = List.of(Digest.sha256(instrument).hex(), Digest.sha256(commitments).hex());
            return Optional.of(
                            new InstrumentHeld(
                                    imported, hashes.getFirst(), hashes.getLast(), Map.of()))
                    .filter(InstrumentHeld::isSound);
        } catch (IllegalArgumentException | ClassCastException | ArithmeticException _) {
            return Optional.empty();
        }
    }

    private static InstrumentHeld read(String folder, byte[] instrument, byte[] commitments) {
        var imported = InstrumentFile.read(instrument, commitments);
        return new InstrumentHeld(
                imported,
                Digest.sha256(instrument).hex(),
                Digest.sha256(commitments).hex(),
                file(folder + "mechanisms.yaml")
                        .map(text -> mechanisms(folder, text, imported))
                        .orElse(Map.of()));
    }

    private static Map<String, Mechanism> mechanisms(
            String folder, byte[] text, Imported imported) {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        var read = new HashMap<String, Mechanism>();
        if (new Yaml(new SafeConstructor(options)).load(new String(text, StandardCharsets.UTF_8))
                instanceof Map<?, ?> lines) {
            lines.forEach((id, line) -> {
                var word = line instanceof Map<?, ?> said ? said.get("mechanism") : null;
                var mechanism = Mechanism.ofWord(String.valueOf(word));
                if (mechanism.isEmpty()
                        || imported.commitments().stream().noneMatch(one -> one.id().equals(id))) {
                    throw new IllegalArgumentException(
                            folder
                                    + "mechanisms.yaml: "
                                    + id
                                    + " with "
                                    + word
                                    + " names no commitment or no mechanism");
                }
                read.put(String.valueOf(id), mechanism.get());
            });
        }
        return read;
    }

    private static Optional<byte[]> file(String name) {
        try (var file = Instruments.class.getResourceAsStream(name)) {
            return file == null ? Optional.empty() : Optional.of(file.readAllBytes());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
