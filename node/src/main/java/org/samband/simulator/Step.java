// SPDX-License-Identifier: EUPL-1.2
package org.samband.simulator;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// One line of the script that a simulated counterpart plays.
public sealed interface Step {

    /// Opens a dossier under a procedure.
    record Open(String procedure) implements Step {}

    /// Answers for so long what the officers of the node do.
    record Answering(Duration time) implements Step {}

    /// From now on answers so much later.
    record Later(Duration each) implements Step {}

    /// Goes away for so long, and comes back.
    record Away(Duration time) implements Step {}

    /// Does nothing for so long.
    record Pause(Duration time) implements Step {}

    /// Sends every fault.
    record Faults() implements Step {}

    /// The usual script.
    List<Step> USUAL =
            List.of(
                    new Open("consultation"),
                    new Open("forum-invitation"),
                    new Later(Duration.ofSeconds(1)),
                    new Answering(Duration.ofSeconds(20)),
                    new Away(Duration.ofSeconds(5)),
                    new Faults());

    /// Reads a script: one step per line; what follows `#` is a remark.
    ///
    /// @throws IllegalArgumentException naming the line that is no step
    static List<Step> script(String text) {
        var steps = new ArrayList<Step>();
        int number = 0;
        for (var line : text.lines().toList()) {
            number++;
            var words = line.replaceFirst("#.*", "").strip();
            if (!words.isEmpty()) {
                steps.add(step(words, number));
            }
        }
        return List.copyOf(steps);
    }

    private static Step step(String line, int number) {
        var words = line.split("\\s+", -1);
        var rest = words.length == 2 ? words[1] : "";
        return switch (words[0] + words.length) {
            case "open2" -> new Open(rest);
            case "answer2" -> new Answering(time(rest, number));
            case "delay2" -> new Later(time(rest, number));
            case "away2" -> new Away(time(rest, number));
            case "wait2" -> new Pause(time(rest, number));
            case "faults1" -> new Faults();
            default ->
                    throw new IllegalArgumentException(
                            "line "
                                    + number
                                    + " of the script is no step: open PROCEDURE, answer TIME,"
                                    + " delay TIME, away TIME, wait TIME or faults");
        };
    }

    private static Duration time(String text, int number) {
        var found = Pattern.compile("([0-9]{1,4})(s|min)").matcher(text);
        if (!found.matches()) {
            throw new IllegalArgumentException(
                    "line " + number + " of the script: a time is for instance 20s or 5min");
        }
        long count = Long.parseLong(found.group(1));
        return found.group(2).equals("s") ? Duration.ofSeconds(count) : Duration.ofMinutes(count);
    }
}
