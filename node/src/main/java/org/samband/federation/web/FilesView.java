// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation.web;

import java.util.ArrayList;
import java.util.List;
import org.samband.federation.CarriedFile;
import org.samband.federation.SegmentFiles;
import org.samband.web.Words;

/// The segment files of a line in plain words.
///
/// @param carries whether the officer may take files out and bring files in
/// @param seesAll whether the officer may see every entry, so that numbers are shown
/// @param waiting files that can be made now
/// @param carried files that were made and taken, the newest first
/// @param taken what came of files that were just brought
public record FilesView(
        boolean carries,
        boolean seesAll,
        List<SegmentFiles.Waiting> waiting,
        List<CarriedFile> carried,
        List<SegmentFiles.Taken> taken,
        Words words) {

    public boolean isShown() {
        return carries || !carried.isEmpty();
    }

    /// What would be in a file: `Entries 12 to 17`.
    public String content(SegmentFiles.Waiting file) {
        var content = new ArrayList<String>();
        content.add(content(file.first(), file.last()));
        if (file.files() > 0) {
            content.add(
                    words.count("federation.file.with", file.files(), words.size(file.bytes())));
        }
        if (file.parts() > 1) {
            content.add(words.of("federation.file.part", file.place().part(), file.parts()));
        }
        return String.join(", ", content);
    }

    public String content(CarriedFile file) {
        return content(file.first(), file.last());
    }

    private String content(long first, long last) {
        if (last < first) {
            return words.of("federation.file.receipt");
        }
        return first == last
                ? words.of("federation.file.entry", first)
                : words.of("federation.file.entries", first, last);
    }

    public String direction(CarriedFile file) {
        return words.of("federation.file." + file.direction().word());
    }

    /// What came of one file, in a word.
    public String result(SegmentFiles.Taken file) {
        if (file.refusal().isPresent()) {
            return words.of("federation.file.refused");
        }
        return words.of(
                file.fresh() == 0 && file.receipted() == 0
                        ? "federation.file.known"
                        : "federation.file.taken");
    }

    public String tone(SegmentFiles.Taken file) {
        return file.refusal().isPresent() ? "danger" : "success";
    }

    /// What came of one file, in a sentence.
    public String sentence(SegmentFiles.Taken file) {
        return file.refusal()
                .map(words::refusal)
                .orElseGet(() ->
                        seesAll
                                ? words.of(
                                        "federation.file.counted",
                                        words.count("federation.file.fresh", file.fresh()),
                                        words.count("federation.file.receipted", file.receipted()))
                                : words.of("federation.file.uncounted"));
    }
}
