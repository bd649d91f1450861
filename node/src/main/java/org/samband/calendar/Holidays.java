// SPDX-License-Identifier: EUPL-1.2
package org.samband.calendar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.samband.parties.Bilingual;
import org.samband.parties.PartyCode;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/// Holidays of the parties, read once at start from `spec/holiday/`.
@Component
public class Holidays {
    private static final String FILES = "classpath:/spec/holiday/*.yaml";

    private final Map<PartyCode, List<Holiday>> days = new HashMap<>();
    private final Map<PartyCode, String> sources = new HashMap<>();

    Holidays() {
        try {
            for (var file : new PathMatchingResourcePatternResolver().getResources(FILES)) {
                read(
                        String.valueOf(file.getFilename()),
                        file.getContentAsString(StandardCharsets.UTF_8));
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// What the party has on a day; empty if it works.
    public Optional<Bilingual> on(PartyCode party, LocalDate day) {
        return days.getOrDefault(party, List.of()).stream()
                .filter(one -> one.falls(day))
                .findFirst()
                .map(Holiday::name);
    }

    /// Where the days of a party come from; empty where none are known.
    public Optional<String> source(PartyCode party) {
        return Optional.ofNullable(sources.get(party));
    }

    private void read(String name, String text) {
        try {
            var options = new LoaderOptions();
            options.setAllowDuplicateKeys(false);
            var file = map(new Yaml(new SafeConstructor(options)).load(text));
            var party = new PartyCode(String.valueOf(file.get("party")));
            var all = new ArrayList<Holiday>();
            if (file.get("days") instanceof List<?> list) {
                list.forEach(one -> all.add(holiday(map(one))));
            }
            days.put(party, List.copyOf(all));
            sources.put(party, String.valueOf(map(file.get("source")).get("ref")));
        } catch (YAMLException | DateTimeException | IllegalArgumentException wrong) {
            throw new IllegalStateException(
                    "spec/holiday/" + name + " is not in its form: " + wrong.getMessage(), wrong);
        }
    }

    private static Holiday holiday(Map<?, ?> said) {
        var both = map(said.get("name"));
        var name = new Bilingual(String.valueOf(both.get("en")), String.valueOf(both.get("nb")));
        if (said.get("easter") instanceof Integer from) {
            return new Holiday.FromEaster(from, name);
        }
        var first = day(said.get("day"));
        return new Holiday.Fixed(first, said.get("to") == null ? first : day(said.get("to")), name);
    }

    private static MonthDay day(@Nullable Object text) {
        return MonthDay.parse("--" + text);
    }

    private static Map<?, ?> map(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw new IllegalArgumentException("an object is expected, not " + value);
    }
}
