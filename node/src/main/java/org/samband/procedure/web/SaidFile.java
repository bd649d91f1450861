// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure.web;

import java.util.List;
import org.samband.attachment.Attachment;
import org.samband.parties.PartnershipId;
import org.samband.procedure.ActRef;
import org.samband.web.Words;

/// A file that an act carries, as it is shown.
///
/// @param size with its unit, in the officer's language
/// @param path from where it is fetched
/// @param hash SHA-256, 64 hexadecimal digits
public record SaidFile(String name, String size, String path, String hash) {
    /// Where the files of an act are fetched.
    static String place(PartnershipId partnership, ActRef dossier, ActRef act) {
        return "/" + partnership + "/dossier/" + dossier + "/file/" + act + "/";
    }

    static List<SaidFile> of(Object value, Words words, String place) {
        return value instanceof List<?> files
                ? files.stream()
                        .flatMap(file -> Attachment.of(file).stream())
                        .map(file ->
                                new SaidFile(
                                        file.name(),
                                        words.size(file.length()),
                                        place + file.blob().hex(),
                                        file.blob().hex()))
                        .toList()
                : List.of();
    }
}
