// SPDX-License-Identifier: EUPL-1.2
package org.samband.commitment.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.samband.web.WordFiles;

/// Every type of evidence in the procedure files reads as words in both languages.
class EventWordsTest {
    private static final Pattern TYPE = Pattern.compile("evidence: \\{ type: ([a-z-]+)");

    @Test
    void noTypeIsShownByItsKey() throws IOException {
        var types = new TreeSet<String>();
        try (var files = Files.list(Path.of("../spec/procedure"))) {
            for (var file : files.filter(one -> one.toString().endsWith(".yaml")).toList()) {
                TYPE.matcher(Files.readString(file))
                        .results()
                        .forEach(found -> types.add(found.group(1)));
            }
        }
        assertThat(types).hasSizeGreaterThan(100);
        for (var language : new String[] {"en", "nb"}) {
            var say = new StandingWords(new WordFiles().in(language, ZoneId.of("Europe/Brussels")));
            assertThat(types)
                    .allSatisfy(type ->
                            assertThat(say.event(type)).as(type).doesNotContain("commitment."));
        }
    }
}
