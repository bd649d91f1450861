// SPDX-License-Identifier: EUPL-1.2
package org.samband.instrument.reading;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Short names that a text defines: `(hereinafter "X")`, `("the X")`.
final class Definitions {
    private Definitions() {}

    /// Full name to short name, as the text defines them.
    static Map<String, String> of(String title, String text) {
        var found = new LinkedHashMap<String, String>();
        var opener =
                StructureWords.get().list("definition").stream()
                        .map(Pattern::quote)
                        .collect(Collectors.joining("|"));
        var form =
                Pattern.compile(
                        "([^()\"“”\\n]{3,160}?),?\\s*\\(?\\s*((?:"
                                + opener
                                + ")\\s*(?:as\\s+)?(?:the\\s+)?|\\(\\s*(?:the\\s+)?)[\"“”„'‘’](?:the\\s+)?([^\"“”'’\\n]{2,40})[\"“”'’]",
                        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        var match = form.matcher(text);
        while (match.find()) {
            boolean bare = match.group(2).startsWith("(");
            var full = phrase(match.group(1));
            var name = match.group(3).strip();
            if (full.isPresent()
                    && !StructureWords.get().is("collective", name)
                    && (!bare || PartyNames.contains(title, full.get()))) {
                found.putIfAbsent(full.get(), name);
            }
        }
        return found;
    }

    /// The name with which a text ends, "and the Kingdom of X" for instance.
    private static Optional<String> phrase(String text) {
        var match =
                Pattern.compile(
                                "(?:^|\\s|,)((?:\\p{Lu}[\\p{L}’'-]*)(?:\\s+(?:of|and|the|for|de|\\p{Lu}[\\p{L}’'-]*))*)$")
                        .matcher(text.strip().replaceAll(",$", ""));
        if (!match.find()) {
            return Optional.empty();
        }
        return Optional.of(
                        match.group(1)
                                .replaceAll("^(?:The|Between|And)\\s+(?:the\\s+)?", "")
                                .strip())
                .filter(name -> !name.isEmpty());
    }
}
