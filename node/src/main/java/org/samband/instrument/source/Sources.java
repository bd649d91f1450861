// SPDX-License-Identifier: EUPL-1.2
package org.samband.instrument.source;

import java.io.IOException;
import org.samband.act.Outcome;
import org.samband.act.Refusal;
import org.samband.instrument.InstrumentRule;

/// Reads a file of any of the five formats; which one shows in its bytes.
public final class Sources {
    private Sources() {}

    /// @param bytes the file as it is
    /// @param fileName named in refusals
    public static Outcome<Source> read(byte[] bytes, String fileName) {
        var format = Format.UNKNOWN;
        try {
            format = Format.of(bytes);
            var source = format.lines(bytes);
            if (source.lines().isEmpty()) {
                throw nothing(source);
            }
            return Outcome.accepted(source);
        } catch (UnreadableException unreadable) {
            return Outcome.refused(
                    Refusal.of(unreadable.rule())
                            .with("file", fileName)
                            .with("format", format.word())
                            .with("what", unreadable.what()));
        } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError broken) {
            return Outcome.refused(
                    Refusal.of(InstrumentRule.DAMAGED)
                            .with("file", fileName)
                            .with("format", format.word())
                            .with("what", "its inner form is broken"));
        }
    }

    private static UnreadableException nothing(Source source) {
        return source.gaps().isEmpty()
                ? new UnreadableException(InstrumentRule.EMPTY, "")
                : new UnreadableException(InstrumentRule.NO_TEXT, "pictures or tables");
    }
}
