// SPDX-License-Identifier: EUPL-1.2
package org.samband.document;

import java.util.List;
import java.util.Optional;
import org.samband.act.Outcome;
import org.samband.act.Refusal;
import org.springframework.stereotype.Component;

/// All forms of documents that this node reads.
@Component
public class Documents {
    private final List<DocumentForm> forms =
            List.of(AlignmentDeclarations.specified(), CiseMessages.specified());

    public Optional<DocumentForm> form(String name) {
        return forms.stream().filter(form -> form.name().equals(name)).findFirst();
    }

    /// Reads a document of one form. What is empty or too large is refused unread.
    public Outcome<DocumentReading> read(DocumentForm form, byte[] document) {
        if (document.length == 0) {
            return Outcome.refused(DocumentRule.EMPTY);
        }
        if (document.length > DocumentForm.LARGEST) {
            return Outcome.refused(
                    Refusal.of(DocumentRule.TOO_LARGE)
                            .with("kibibytes", DocumentForm.LARGEST >> 10));
        }
        return form.read(document);
    }
}
