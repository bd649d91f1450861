// SPDX-License-Identifier: EUPL-1.2
package org.samband.parties;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.samband.act.Outcome;
import org.samband.act.Refusal;
import org.samband.proof.CanonicalJson;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/// The text of a profile: valid YAML that its schema accepts, and where in it each member stands.
final class ProfileText {
    private static final String SCHEMA = "/spec/profile/profile.schema.json";
    private static final int LARGEST = 256 * 1024;
    private static final int DEPTH = 20;

    private final String name;
    private final Map<String, Object> content;
    private final Node root;

    private ProfileText(String name, Map<String, Object> content, Node root) {
        this.name = name;
        this.content = content;
        this.root = root;
    }

    /// What is wrong, and where.
    ///
    /// @param pointer JSON pointer into the content
    record Finding(String pointer, String reason) {}

    static Outcome<ProfileText> read(String name, String text) {
        if (text.length() > LARGEST) {
            return Outcome.refused(refusal(name, 1, "it has more than " + LARGEST + " characters"));
        }
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setMaxAliasesForCollections(0);
        var yaml = new Yaml(new SafeConstructor(options));
        Object content;
        Node root;
        try {
            content = yaml.load(text);
            root = yaml.compose(new StringReader(text));
        } catch (MarkedYAMLException wrong) {
            var line = wrong.getProblemMark() == null ? 1 : wrong.getProblemMark().getLine() + 1;
            return Outcome.refused(refusal(name, line, "it is no YAML: " + wrong.getProblem()));
        } catch (YAMLException wrong) {
            return Outcome.refused(refusal(name, 1, "it is no YAML: " + wrong.getMessage()));
        }
        if (deep(content, DEPTH)) {
            return Outcome.refused(refusal(name, 1, "it is nested too deep"));
        }
        if (!(content instanceof Map<?, ?>) || root == null) {
            return Outcome.refused(refusal(name, 1, "it is no YAML object"));
        }
        var read = new ProfileText(name, ProfileFile.map(content), root);
        return read.checked();
    }

    /// Also for what contains itself.
    private static boolean deep(@Nullable Object value, int left) {
        return left == 0
                || switch (value) {
                    case Map<?, ?> map ->
                            map.values().stream().anyMatch(one -> deep(one, left - 1));
                    case List<?> list -> list.stream().anyMatch(one -> deep(one, left - 1));
                    case null, default -> false;
                };
    }

    private Outcome<ProfileText> checked() {
        String json;
        try {
            json = CanonicalJson.text(content);
        } catch (IllegalArgumentException notJson) {
            return Outcome.refused(refusal(name, 1, String.valueOf(notJson.getMessage())));
        }
        return schema().validate(json, InputFormat.JSON).stream()
                .map(error ->
                        new Finding(
                                String.valueOf(error.getInstanceLocation()),
                                String.valueOf(error.getMessage())))
                .findFirst()
                .map(finding -> Outcome.<ProfileText>refused(refusal(finding)))
                .orElseGet(() -> Outcome.accepted(this));
    }

    Map<String, Object> content() {
        return content;
    }

    Refusal refusal(Finding finding) {
        return refusal(
                name,
                line(finding.pointer()),
                (finding.pointer().isEmpty() ? "" : finding.pointer() + ": ") + finding.reason());
    }

    private static Refusal refusal(String name, int line, String reason) {
        return Refusal.at(PartyRule.PROFILE_FILE, "line " + line)
                .with("file", name)
                .with("line", line)
                .with("reason", reason);
    }

    /// Line of the deepest member on the way that is there, counted from 1.
    private int line(String pointer) {
        var at = root;
        var line = root.getStartMark().getLine() + 1;
        for (var step : pointer.split("/", -1)) {
            if (step.isEmpty()) {
                continue;
            }
            var next = member(at, step.replace("~1", "/").replace("~0", "~"));
            if (next == null) {
                return line;
            }
            at = next;
            line = at.getStartMark().getLine() + 1;
        }
        return line;
    }

    private static @Nullable Node member(Node node, String step) {
        return switch (node) {
            case MappingNode map ->
                    map.getValue().stream()
                            .filter(member ->
                                    member.getKeyNode() instanceof ScalarNode key
                                            && key.getValue().equals(step))
                            .map(member -> member.getValueNode())
                            .findFirst()
                            .orElse(null);
            case SequenceNode list -> item(list, step);
            default -> null;
        };
    }

    private static @Nullable Node item(SequenceNode list, String step) {
        var place = step.chars().allMatch(Character::isDigit) ? Integer.parseInt(step) : -1;
        return place >= 0 && place < list.getValue().size() ? list.getValue().get(place) : null;
    }

    private static com.networknt.schema.Schema schema() {
        try (var file = ProfileText.class.getResourceAsStream(SCHEMA)) {
            if (file == null) {
                throw new IllegalStateException("the schema of profiles is not on the class path");
            }
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
