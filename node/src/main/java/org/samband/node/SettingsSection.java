// SPDX-License-Identifier: EUPL-1.2
package org.samband.node;

import java.lang.reflect.RecordComponent;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.samband.act.Refusal;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/// One section of the settings file while it is read: every question knows the line, so that every
/// refusal can name it.
final class SettingsSection {
    private static final Pattern WORD_START = Pattern.compile("([A-Z])");

    private final Path file;
    private final String path;
    private final @Nullable Mark start;
    private final Map<String, NodeTuple> values;

    private SettingsSection(
            Path file, String path, @Nullable Mark start, Map<String, NodeTuple> values) {
        this.file = file;
        this.path = path;
        this.start = start;
        this.values = values;
    }

    /// The whole file.
    static SettingsSection of(Path file, Node root) {
        return read(file, "", root);
    }

    private static SettingsSection read(Path file, String path, Node node) {
        if (!(node instanceof MappingNode mapping)) {
            throw wrong(file, path, node, "a section with settings is wanted here");
        }
        var values = new LinkedHashMap<String, NodeTuple>();
        for (var setting : mapping.getValue()) {
            if (!(setting.getKeyNode() instanceof ScalarNode key)) {
                throw wrong(file, path, setting.getKeyNode(), "the name of a setting is a word");
            }
            if (values.put(key.getValue(), setting) != null) {
                throw wrong(file, name(path, key.getValue()), key, "it stands there twice");
            }
        }
        return new SettingsSection(file, path, node.getStartMark(), values);
    }

    /// Refuses every setting that is no component of this record.
    SettingsSection only(Class<? extends Record> known) {
        return only(names(known));
    }

    SettingsSection only(List<String> names) {
        values.forEach((name, setting) -> {
            if (!names.contains(name)) {
                throw new StartRefused(
                        Refusal.at(
                                        NodeRule.SETTING_UNKNOWN,
                                        place(file, setting.getKeyNode().getStartMark()))
                                .with("key", name(path, name))
                                .with("known", String.join(", ", names)));
            }
        });
        return this;
    }

    /// The settings of a record, spelled with hyphens, in order.
    static List<String> names(Class<? extends Record> known) {
        return Arrays.stream(known.getRecordComponents())
                .map(RecordComponent::getName)
                .map(name -> WORD_START.matcher(name).replaceAll("-$1").toLowerCase(Locale.ROOT))
                .toList();
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    /// A section within; an empty one where it is left out.
    SettingsSection section(String name) {
        var setting = values.get(name);
        return setting == null
                ? new SettingsSection(file, name(path, name), start, Map.of())
                : read(file, name(path, name), setting.getValueNode());
    }

    /// The sections of a list.
    List<SettingsSection> list(String name, String help) {
        var node = value(name, help);
        if (!(node instanceof SequenceNode sequence) || sequence.getValue().isEmpty()) {
            throw wrong(file, name(path, name), node, help);
        }
        return sequence.getValue().stream().map(one -> read(file, name(path, name), one)).toList();
    }

    /// @param help completes the sentence when the value is missing or wrong
    /// @param form reads the value; an IllegalArgumentException says that it is wrong
    <T> T needed(String name, String help, Function<String, T> form) {
        return formed(name, value(name, help), help, form);
    }

    <T> Optional<T> optional(String name, String help, Function<String, T> form) {
        return Optional.ofNullable(values.get(name))
                .map(setting -> formed(name, setting.getValueNode(), help, form));
    }

    /// A file or folder; a relative one is meant from the folder of the settings file.
    Optional<Path> path(String name, String help) {
        return optional(name, help, text -> fromFile(file, text));
    }

    Path neededPath(String name, String help) {
        return needed(name, help, text -> fromFile(file, text));
    }

    private static Path fromFile(Path file, String text) {
        if (text.isBlank()) {
            throw new InvalidPathException(text, "empty");
        }
        return file.toAbsolutePath().resolveSibling(text).normalize();
    }

    boolean flag(String name, boolean otherwise) {
        return optional(name, "true or false is wanted", SettingsSection::flag).orElse(otherwise);
    }

    private static boolean flag(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }

    int port(String name, int otherwise) {
        return optional(name, "a port is a number from 0 to 65535", SettingsSection::port)
                .orElse(otherwise);
    }

    private static int port(String text) {
        var port = Integer.parseInt(text);
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException(text);
        }
        return port;
    }

    /// For a rule about several settings together.
    StartRefused refused(NodeRule rule, String name, Map<String, String> facts) {
        var setting = values.get(name);
        var mark = setting == null ? start : setting.getKeyNode().getStartMark();
        return new StartRefused(new Refusal(rule, place(file, mark), facts));
    }

    private Node value(String name, String help) {
        var setting = values.get(name);
        if (setting == null) {
            throw new StartRefused(
                    Refusal.at(NodeRule.SETTING_MISSING, place(file, start))
                            .with("key", name(path, name))
                            .with("help", help));
        }
        return setting.getValueNode();
    }

    private <T> T formed(String name, Node node, String help, Function<String, T> form) {
        if (!(node instanceof ScalarNode scalar)) {
            throw wrong(file, name(path, name), node, help);
        }
        try {
            return form.apply(scalar.getValue());
        } catch (IllegalArgumentException _) {
            throw wrong(file, name(path, name), node, help);
        }
    }

    private static StartRefused wrong(Path file, String name, Node node, String help) {
        return new StartRefused(
                Refusal.at(NodeRule.SETTING_WRONG, place(file, node.getStartMark()))
                        .with("key", name)
                        .with("value", node instanceof ScalarNode scalar ? scalar.getValue() : "…")
                        .with("help", help));
    }

    private static String name(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    /// Line and column as editors count them, from 1.
    static String place(Path file, @Nullable Mark mark) {
        return mark == null
                ? file + ":1:1"
                : file + ":" + (mark.getLine() + 1) + ":" + (mark.getColumn() + 1);
    }
}
