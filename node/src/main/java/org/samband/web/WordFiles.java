// SPDX-License-Identifier: EUPL-1.2
package org.samband.web;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/// The sentences of all rooms, read once at start.
@Component
public class WordFiles {
    static final List<String> LANGUAGES = List.of("en", "nb");

    private final Map<String, Map<String, String>> sentences = new HashMap<>();

    public WordFiles() {
        for (var language : LANGUAGES) {
            sentences.put(language, read(language));
        }
    }

    /// The words of a language; any other than Norwegian reads English.
    public Words in(String language, ZoneId zone) {
        var known = LANGUAGES.contains(language) ? language : "en";
        return new Words(sentences.getOrDefault(known, Map.of()), known, zone);
    }

    private static Map<String, String> read(String language) {
        var all = new HashMap<String, String>();
        try {
            var files =
                    new PathMatchingResourcePatternResolver()
                            .getResources("classpath*:words/*." + language + ".properties");
            for (var file : files) {
                properties(file).forEach((key, text) -> all.put((String) key, (String) text));
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return Map.copyOf(all);
    }

    private static Properties properties(Resource file) throws IOException {
        var properties = new Properties();
        try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }
}
