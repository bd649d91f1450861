// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.samband.proof.CanonicalJson;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/// All procedures that this node knows, read and checked at start from `spec/procedure/`. A file
/// that is wrong stops the start with one sentence.
@Component
public class Procedures {
    private static final String SCHEMA = "/spec/procedure/procedure.schema.json";
    private static final int LARGEST_FILE = 1 << 20;

    private final List<Procedure> all;
    private final Map<Procedure, Object> texts = new HashMap<>();

    /// Reads the files that come with the program.
    public Procedures() {
        this(files());
    }

    /// @param files text by name of the file
    Procedures(Map<String, String> files) {
        var schema = schema();
        all =
                files.entrySet().stream()
                        .map(file -> read(schema, file.getKey(), file.getValue()))
                        .sorted(Comparator.comparing(Procedure::id))
                        .toList();
        all.forEach(one -> refuse(one.id() + ".yaml", OpeningSense.findings(one, all)));
    }

    public List<Procedure> all() {
        return all;
    }

    /// The newest version of a procedure, in which new dossiers are opened.
    public Optional<Procedure> newest(String id) {
        return all.stream()
                .filter(one -> one.id().equals(id))
                .max(Comparator.comparingInt(Procedure::version));
    }

    /// The very procedure that an opening entry names.
    public Optional<Procedure> exactly(String id, long version, String hash) {
        return all.stream()
                .filter(one ->
                        one.id().equals(id) && one.version() == version && one.hash().equals(hash))
                .findFirst();
    }

    /// The content of a procedure's file, of which its hash is made (PROC-02).
    Object text(Procedure procedure) {
        return Objects.requireNonNull(texts.get(procedure), procedure.id());
    }

    static Map<String, String> files() {
        try {
            var found =
                    new PathMatchingResourcePatternResolver()
                            .getResources("classpath:/spec/procedure/*.yaml");
            return Arrays.stream(found)
                    .collect(
                            Collectors.toMap(
                                    file -> String.valueOf(file.getFilename()), Procedures::text));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String text(Resource file) {
        try {
            return file.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Schema schema() {
        try (InputStream file = Procedures.class.getResourceAsStream(SCHEMA)) {
            if (file == null) {
                throw new IllegalStateException(
                        "the schema of procedures is not on the class path");
            }
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private Procedure read(Schema schema, String name, String text) {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setCodePointLimit(LARGEST_FILE);
        Object content;
        try {
            content = new Yaml(new SafeConstructor(options)).load(text);
        } catch (YAMLException wrong) {
            throw new IllegalArgumentException(name + " is no YAML: " + wrong.getMessage(), wrong);
        }
        var findings =
                schema.validate(CanonicalJson.text(content), InputFormat.JSON).stream()
                        .map(Error::toString)
                        .toList();
        refuse(name, findings);
        var procedure = ProcedureFile.read(ProcedureFile.map(content));
        refuse(name, ProcedureSense.findings(procedure));
        texts.put(procedure, content);
        return procedure;
    }

    private static void refuse(String name, List<String> findings) {
        if (!findings.isEmpty()) {
            throw new IllegalArgumentException(
                    "procedure file " + name + ": " + String.join("; ", findings));
        }
    }
}
