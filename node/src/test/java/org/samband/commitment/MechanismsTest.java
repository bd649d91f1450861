// SPDX-License-Identifier: EUPL-1.2
package org.samband.commitment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.samband.instrument.Imported;
import org.samband.instrument.InstrumentFile;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// The mechanisms and the bindings of the first instrument name its commitments and its own words.
@NullUnmarked // what is missing fails the test
class MechanismsTest {
    private static final Path FOLDER = Path.of("../spec/instrument/eu-norway-2024");

    private static Imported imported() throws IOException {
        return InstrumentFile.read(
                Files.readAllBytes(FOLDER.resolve("instrument.json")),
                Files.readAllBytes(FOLDER.resolve("commitments.json")));
    }

    private static Map<?, ?> yaml(Path file) throws IOException {
        return (Map<?, ?>)
                new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(file));
    }

    @Test
    void everyMechanismNamesACommitmentAndQuotesItsWords() throws IOException {
        var lines = yaml(FOLDER.resolve("mechanisms.yaml"));
        var read = imported();
        var words = new TreeSet<String>();
        for (var one : read.commitments()) {
            assertThat(lines.get(one.id())).as(one.id()).isInstanceOf(Map.class);
            var line = (Map<?, ?>) lines.get(one.id());
            assertThat(Mechanism.ofWord(String.valueOf(line.get("mechanism"))))
                    .as(one.id())
                    .isPresent();
            assertThat(plain(one.words())).contains(plain(String.valueOf(line.get("source"))));
            words.add(one.id());
        }
        assertThat(lines.keySet()).map(String::valueOf).containsExactlyInAnyOrderElementsOf(words);
    }

    private static String plain(String text) {
        return text.replace('’', '\'');
    }

    @Test
    void whatFollowsFromTheWordsIsMostlyWhatAReaderChose() throws IOException {
        var lines = yaml(FOLDER.resolve("mechanisms.yaml"));
        var other = new ArrayList<String>();
        var all = imported().commitments();
        for (var one : all) {
            var line = (Map<?, ?>) lines.get(one.id());
            if (line != null && !Mechanism.of(one).word().equals(line.get("mechanism"))) {
                other.add(one.id());
            }
        }
        assertThat(other.size()).as("%s", other).isLessThan(all.size() / 4);
    }

    @Test
    void theProfileBindsActsToCommitmentsThatAreThere() throws IOException {
        var ids = imported().commitments().stream().map(one -> one.id()).toList();
        var procedures =
                (Map<?, ?>) yaml(Path.of("../spec/profile/eu-norway.yaml")).get("procedures");
        for (var section : procedures.values()) {
            if (((Map<?, ?>) section).get("commitments") instanceof Map<?, ?> acts) {
                for (var served : acts.values()) {
                    assertThat(ids)
                            .containsAll(((List<?>) served).stream().map(String::valueOf).toList());
                }
            }
        }
    }
}
