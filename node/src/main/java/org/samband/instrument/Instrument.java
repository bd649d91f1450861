// SPDX-License-Identifier: EUPL-1.2
package org.samband.instrument;

import java.util.List;
import java.util.Optional;

/// An agreed text, paragraph by paragraph.
///
/// @param version `sha256:` and the hash of the healed text; equal texts in different file formats
///   have the same version
/// @param parties in the order of the title
/// @param parts headings with their paragraphs in the order of the text, nested by their depth
/// @param signatures blocks of the signature block
/// @param notes footnotes, as `label text`
/// @param gaps what could not be read, in the order of the text
public record Instrument(
        String title,
        String version,
        List<Party> parties,
        List<Part> parts,
        List<Signature> signatures,
        List<String> notes,
        List<Gap> gaps) {
    public Instrument {
        parties = List.copyOf(parties);
        parts = List.copyOf(parts);
        signatures = List.copyOf(signatures);
        notes = List.copyOf(notes);
        gaps = List.copyOf(gaps);
    }

    /// The paragraphs that describe and give no commitments.
    public List<Paragraph> preamble() {
        return parts.stream()
                .filter(part -> part.kind() == Part.Kind.PREAMBLE)
                .flatMap(part -> part.paragraphs().stream())
                .toList();
    }

    /// The areas of cooperation.
    public List<Part> areas() {
        return parts.stream().filter(part -> part.kind() == Part.Kind.AREA).toList();
    }

    /// All paragraphs, the preamble's too.
    public List<Paragraph> paragraphs() {
        return parts.stream().flatMap(part -> part.paragraphs().stream()).toList();
    }

    /// @param id for instance `p11`
    public Optional<Paragraph> paragraph(String id) {
        return paragraphs().stream().filter(paragraph -> paragraph.id().equals(id)).findFirst();
    }
}
