// SPDX-License-Identifier: EUPL-1.2
package org.samband.instrument.reading;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Short names that a text defines: `(hereinafter "X")`, `("the X")`.
final class Definitions {
    private Definitions() {}

    /// Full name to short name, as the text defines them. Longest text before a definition in which
    /// the name that it shortens is looked for.
    private static final int BEFORE = 160;

    private static final Pattern FORM =
            Pattern.compile(
                    "((?:"
                            + StructureWords.get().list("definition").stream()
                                    .map(Pattern::quote)
                                    .collect(Collectors.joining("|"))
                            + ")\\s*(?:as\\s+)?(?:the\\s+)?|\\(\\s*(?:the\\s+)?)"
                            + "[\"“”„'‘’](?:the\\s+)?([^\"“”'’\\n]{2,40})[\"“”'’]",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern NAME =
            Pattern.compile(
                    "(?:^|[\\s,(])(\\p{Lu}[\\p{L}’'-]*(?:\\s+(?:of|and|the|for|de|\\p{Lu}[\\p{L}’'-]*))*)$");

    /// Full name to short name, as the text defines them.
    ///
    /// @param titled names of the parties in the title
    static Map<String, String> of(List<String> titled, String text) {
        var found = new LinkedHashMap<String, String>();
        var match = FORM.matcher(text);
        while (match.find()) {
            boolean bare = match.group(1).startsWith("(");
            var name = match.group(2).strip();
            var full = full(before(text, match.start()), titled);
            if (full.isPresent()
                    && !StructureWords.get().is("collective", name)
                    && (!bare || titled.stream().anyMatch(full.get()::equalsIgnoreCase))) {
                found.putIfAbsent(full.get(), name);
            }
        }
        titled.forEach(name -> acronym(name, text).ifPresent(it -> found.putIfAbsent(name, it)));
        return found;
    }

    /// An acronym in brackets right after a name, `European Union (EU)` for instance.
    private static Optional<String> acronym(String name, String text) {
        return Pattern.compile(
                        "(?i)\\b" + Pattern.quote(name) + "\\s+\\((?-i)(\\p{Lu}{2,6})\\)",
                        Pattern.UNICODE_CASE)
                .matcher(text)
                .results()
                .map(each -> each.group(1))
                .findFirst();
    }

    private static String before(String text, int end) {
        int from = end;
        while (from > 0 && end - from < BEFORE && ")\"“”\n;:".indexOf(text.charAt(from - 1)) < 0) {
            from--;
        }
        return text.substring(from, end).strip().replaceAll("[,(\\s]+$", "");
    }

    /// The name with which a text ends: one of the title's where it is one, else what stands after
    /// the last "and".
    private static Optional<String> full(String before, List<String> titled) {
        var match = NAME.matcher(before);
        if (!match.find()) {
            return Optional.empty();
        }
        var phrase = match.group(1).replaceAll("^(?:The|Between|And|For)\\s+(?:the\\s+)?", "");
        var last = phrase.replaceAll("^.*\\sand\\s+(?:the\\s+)?", "");
        return titled.stream()
                .filter(name ->
                        phrase.toLowerCase(Locale.ROOT).endsWith(name.toLowerCase(Locale.ROOT)))
                .findFirst()
                .map(name -> phrase.substring(phrase.length() - name.length()))
                .or(() -> Optional.of(last))
                .filter(name -> !name.isBlank());
    }
}
