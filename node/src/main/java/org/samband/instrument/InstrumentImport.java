// SPDX-License-Identifier: EUPL-1.2
package org.samband.instrument;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.samband.act.Outcome;
import org.samband.act.Refusal;
import org.samband.instrument.reading.Reading;
import org.samband.instrument.source.Sources;

/// Reads an agreed text from plain text, DOCX, PDF, HTML or Akoma Ntoso and proposes its
/// commitments.
public final class InstrumentImport {
    /// No agreed text is larger; a larger file is refused unread.
    public static final int MOST_BYTES = 24 * 1024 * 1024;

    /// No agreed text takes longer.
    static final Duration LONGEST = Duration.ofSeconds(60);

    /// Bytes of the stack on which a deeply nested file is read.
    private static final long STACK = 16L * 1024 * 1024;

    private InstrumentImport() {}

    /// @param bytes the file as it is; what it is shows in its bytes, not in its name
    /// @param fileName named in refusals
    public static Outcome<Imported> read(byte[] bytes, String fileName) {
        return read(bytes, fileName, LONGEST);
    }

    static Outcome<Imported> read(byte[] bytes, String fileName, Duration longest) {
        if (bytes.length == 0) {
            return Outcome.refused(Refusal.of(InstrumentRule.EMPTY).with("file", fileName));
        }
        if (bytes.length > MOST_BYTES) {
            return Outcome.refused(
                    Refusal.of(InstrumentRule.TOO_LARGE)
                            .with("file", fileName)
                            .with("what", "it has more than " + MOST_BYTES + " bytes"));
        }
        var answer = new CompletableFuture<Outcome<Imported>>();
        var reader =
                new Thread(null, () -> answer(answer, bytes, fileName), "instrument import", STACK);
        reader.setDaemon(true);
        reader.start();
        return awaited(answer, reader, fileName, longest);
    }

    private static void answer(
            CompletableFuture<Outcome<Imported>> answer, byte[] bytes, String fileName) {
        try {
            answer.complete(
                    Sources.read(bytes, fileName)
                            .then(source -> Reading.of(source, fileName))
                            .map(instrument ->
                                    new Imported(instrument, CommitmentReading.of(instrument))));
        } catch (Throwable broken) { // carried to the caller, whatever it is
            answer.completeExceptionally(broken);
        }
    }

    private static Outcome<Imported> awaited(
            CompletableFuture<Outcome<Imported>> answer,
            Thread reader,
            String fileName,
            Duration longest) {
        try {
            return answer.get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException slow) {
            reader.interrupt();
            return Outcome.refused(
                    Refusal.of(InstrumentRule.TOO_SLOW)
                            .with("file", fileName)
                            .with("what", longest.toSeconds() + " seconds"));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            reader.interrupt();
            return Outcome.refused(
                    Refusal.of(InstrumentRule.TOO_SLOW)
                            .with("file", fileName)
                            .with("what", "its caller waited"));
        } catch (ExecutionException broken) {
            throw new IllegalStateException(
                    "the import has a fault at " + fileName, broken.getCause());
        }
    }
}
