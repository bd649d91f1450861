// SPDX-License-Identifier: EUPL-1.2
package org.samband.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.samband.parties.PartyCode;
import org.samband.procedure.ActRef;
import org.samband.proof.Digest;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// The made-up year of a partnership: `sample/<partnership>/year.yaml`. Everything in it is marked
/// EXERCISE. Days are relative to the day on which the demo was first started, so that it always
/// looks alive.
///
/// @param steps in the order in which they are played
record SampleYear(List<SampleStep> steps) {
    private static final Set<String> MEMBERS =
            Set.of(
                    "step", "day", "by", "open", "title", "area", "in", "act", "note", "text",
                    "opens", "crosses", "marking", "fields");
    private static final Pattern FILLED =
            Pattern.compile("\\{(day|year|act|text|sha256)[ ]?([^{}]*)}");
    private static final Pattern WHEN = Pattern.compile("(-?\\d+) (\\d\\d:\\d\\d)");

    SampleYear {
        steps = List.copyOf(steps);
    }

    /// The year of a partnership.
    ///
    /// @throws IllegalStateException if the file is wrong: it comes with the program
    static SampleYear of(String partnership) {
        var name = "sample/" + partnership + "/year.yaml";
        var steps = new LinkedHashMap<String, SampleStep>();
        try {
            for (var one : list(load(name))) {
                var step = step(map(one), steps);
                if (steps.put(step.name(), step) != null) {
                    throw new IllegalArgumentException("the step stands there twice");
                }
            }
        } catch (RuntimeException wrong) {
            throw new IllegalStateException(name + ", step " + (steps.size() + 1), wrong);
        }
        return new SampleYear(List.copyOf(steps.values()));
    }

    static Object load(String name) {
        return new Yaml(new SafeConstructor(new LoaderOptions()))
                .load(new String(bytes(name), StandardCharsets.UTF_8));
    }

    private static byte[] bytes(String name) {
        try (var file = SampleYear.class.getResourceAsStream("/" + name)) {
            if (file == null) {
                throw new IllegalStateException("the program lacks " + name);
            }
            return file.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static List<?> list(Object value) {
        if (value instanceof List<?> list) {
            return list;
        }
        throw new IllegalArgumentException("a list is wanted, not " + value);
    }

    static Map<String, Object> map(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .collect(
                            Collectors.toMap(
                                    member -> String.valueOf(member.getKey()),
                                    Map.Entry::getValue));
        }
        throw new IllegalArgumentException("members are wanted, not " + value);
    }

    private static SampleStep step(Map<String, Object> step, Map<String, SampleStep> earlier) {
        if (!MEMBERS.containsAll(step.keySet())) {
            throw new IllegalArgumentException("one member of " + step.keySet() + " is not known");
        }
        var name = text(step, "step").orElseThrow();
        var when = WHEN.matcher(text(step, "day").orElseThrow());
        var by = text(step, "by").orElseThrow().split(" ", 2);
        if (!when.matches() || by.length != 2) {
            throw new IllegalArgumentException("day is \"-30 09:15\", by is \"EU desk\"");
        }
        var in = text(step, "in").orElse(name);
        var crosses = text(step, "crosses").orElse("");
        for (var other : List.of(in, crosses)) {
            if (!other.isEmpty() && !other.equals(name) && !isKnown(other, earlier)) {
                throw new IllegalArgumentException("there is no earlier step " + other);
            }
        }
        return new SampleStep(
                name,
                earlier.size(),
                Integer.parseInt(when.group(1)),
                LocalTime.parse(when.group(2)),
                new PartyCode(by[0]),
                by[1],
                in,
                deed(step),
                text(step, "opens").orElse(""),
                crosses,
                text(step, "marking").orElse(""),
                fields(step));
    }

    private static boolean isKnown(String name, Map<String, SampleStep> earlier) {
        return earlier.containsKey(name)
                || earlier.values().stream().anyMatch(step -> step.opens().equals(name));
    }

    private static SampleStep.Deed deed(Map<String, Object> step) {
        if (step.containsKey("open")) {
            return new SampleStep.Deed.Open(
                    text(step, "open").orElseThrow(),
                    text(step, "title").orElseThrow(),
                    text(step, "area").orElse(""));
        }
        if (step.containsKey("text")) {
            return new SampleStep.Deed.Text(text(step, "text").orElseThrow());
        }
        return step.containsKey("note")
                ? new SampleStep.Deed.Note(text(step, "note").orElseThrow())
                : new SampleStep.Deed.Act(text(step, "act").orElseThrow());
    }

    private static Map<String, String> fields(Map<String, Object> step) {
        return map(Optional.ofNullable(step.get("fields")).orElse(Map.of())).entrySet().stream()
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey,
                                field -> String.valueOf(field.getValue()).strip()));
    }

    private static Optional<String> text(Map<String, Object> step, String member) {
        return Optional.ofNullable(step.get(member)).map(value -> String.valueOf(value).strip());
    }

    /// Steps that one party's node can see or plays itself: all but the other party's own notes.
    List<SampleStep> seenBy(PartyCode party) {
        var seen = new ArrayList<SampleStep>();
        for (var step : steps) {
            if (step.party().equals(party) || !step.isNote()) {
                seen.add(step);
            }
        }
        return seen;
    }

    /// A text with its days (`{day-30}`), years (`{year+1}`), numbers of acts (`{act hold}`) and of
    /// joint texts (`{text readout}`), and hashes of files (`{sha256 spec/...}`) filled in.
    static String filled(String text, LocalDate lastDay, Map<String, ActRef> acts) {
        return FILLED.matcher(text).replaceAll(found -> filling(found, lastDay, acts));
    }

    private static String filling(MatchResult found, LocalDate lastDay, Map<String, ActRef> acts) {
        var what = found.group(2);
        return switch (found.group(1)) {
            case "day" -> lastDay.plusDays(offset(what)).toString();
            case "year" -> String.valueOf(lastDay.getYear() + offset(what));
            case "act", "text" ->
                    Optional.ofNullable(acts.get(what))
                            .orElseThrow(() -> new IllegalStateException("no step " + what))
                            .toString();
            default -> Digest.sha256(bytes(what)).toString();
        };
    }

    private static int offset(String text) {
        return text.isEmpty() ? 0 : Integer.parseInt(text);
    }
}
