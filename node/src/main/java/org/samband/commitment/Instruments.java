// SPDX-License-Identifier: EUPL-1.2
package org.samband.commitment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.samband.instrument.Imported;
import org.samband.instrument.InstrumentFile;
import org.samband.parties.Partnerships;
import org.samband.proof.Digest;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// The instruments of the node's partnerships, read once at start from `spec/instrument/`.
@Component
class Instruments {
    private final Map<String, InstrumentHeld> held = new HashMap<>();

    Instruments(Partnerships partnerships) {
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
