// SPDX-License-Identifier: EUPL-1.2
package org.samband.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.samband.proof.CanonicalJson;
import org.samband.proof.Digest;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// The procedures that both sides hold, with the hash that an opening entry names. Source: PROC-02
/// and PROC-03.
public final class HeldProcedures {
    private final Map<String, Held> newest;

    private HeldProcedures(Map<String, Held> newest) {
        this.newest = Map.copyOf(newest);
    }

    /// One version of a procedure.
    record Held(String procedure, long version, String hash) {}

    /// Reads procedure files; of several versions the newest is used.
    ///
    /// @param files content of each, YAML
    /// @throws IllegalArgumentException if one is no procedure
    public static HeldProcedures of(List<byte[]> files) {
        var newest = new HashMap<String, Held>();
        for (var file : files) {
            var yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
            Map<String, Object> content = yaml.load(new String(file, UTF_8));
            if (content.get("procedure") instanceof String name
                    && content.get("version") instanceof Integer version) {
                var held =
                        new Held(name, version, Digest.sha256(CanonicalJson.bytes(content)).hex());
                newest.merge(name, held, (one, two) -> one.version() > two.version() ? one : two);
            } else {
                throw new IllegalArgumentException("a procedure file names procedure and version");
            }
        }
        return new HeldProcedures(newest);
    }

    Optional<Held> procedure(String name) {
        return Optional.ofNullable(newest.get(name));
    }
}
