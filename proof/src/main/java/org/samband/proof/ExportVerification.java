// SPDX-License-Identifier: EUPL-1.2
package org.samband.proof;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.samband.proof.dossier.DossierNames;
import org.samband.proof.dossier.DossierStates;

/// Re-derives every root, signature and dossier state of an export from its bytes alone. Source:
/// `spec/ledger/`.
public final class ExportVerification {
    /// The format that is written.
    public static final String FORMAT = "samband-export/2";

    /// The first format, without dossiers; it is read for good.
    static final String FIRST_FORMAT = "samband-export/1";

    private static final int STATES_TOGETHER = 256;

    private final ExportFile export;
    private final ExportLines lines;
    private final LongConsumer progress;
    private final InOrder work;
    private final Map<String, Long> sizes = new LinkedHashMap<>();
    private final Map<String, LedgerCheck> checked = new HashMap<>();
    private String partnership = "";
    private Optional<DossierStates> dossiers = Optional.empty();
    private long read;

    private ExportVerification(ExportFile export, LongConsumer progress, InOrder work) {
        this.export = export;
        lines = new ExportLines(export);
        this.progress = progress;
        this.work = work;
    }

    /// Verifies one export that comes as a stream, see {@link ExportFile}.
    ///
    /// @param in read to its end, not closed
    /// @param progress told the number of entries read so far, every thousand or so
    /// @throws IOException if the bytes cannot be read
    public static Verification of(InputStream in, LongConsumer progress) throws IOException {
        try (var export = ExportFile.of(in)) {
            return of(export, progress);
        }
    }

    /// Verifies one export in a file.
    ///
    /// @param progress told the number of entries read so far, every thousand or so
    /// @throws IOException if the bytes cannot be read
    public static Verification of(Path file, LongConsumer progress) throws IOException {
        try (var export = ExportFile.open(file)) {
            return of(export, progress);
        }
    }

    /// With all processors.
    private static Verification of(ExportFile export, LongConsumer progress) throws IOException {
        try (var work = new InOrder()) {
            return new ExportVerification(export, progress, work).verify();
        } catch (UncheckedIOException broken) {
            throw Objects.requireNonNull(broken.getCause());
        } catch (ExportBroken wrong) {
            return wrong.broken();
        } catch (NotAnExport not) {
            return new Verification.Unreadable(not.sentence);
        }
    }

    private Verification verify() throws ExportBroken, NotAnExport {
        var headers = header();
        for (var header : headers) {
            var check = new LedgerCheck(partnership, header, sequence(header.party()));
            check.header();
            checked.put(header.party(), check);
        }
        for (var header : headers) {
            ledger(check(header), header);
        }
        for (var header : headers) {
            check(header).cosignatures(checked.values());
        }
        int states = states();
        if (lines.next() != null) {
            throw new ExportBroken(
                    "", 0, "LEDGER-21", "more lines follow than the first line announces");
        }
        var proved = headers.stream().map(header -> check(header).proved()).toList();
        return new Verification.Holds(partnership, proved, states);
    }

    private LedgerCheck check(LedgerHeader header) {
        return Objects.requireNonNull(checked.get(header.party()));
    }

    private List<LedgerHeader> header() throws NotAnExport {
        try {
            var first = lines.next();
            if (first == null) {
                throw new NotAnExport("the file is empty");
            }
            var json = CanonicalJson.readCanonicalObject(first);
            var format = json.get("format");
            if (!FORMAT.equals(format) && !FIRST_FORMAT.equals(format)) {
                throw new NotAnExport("the first line does not say \"format\":\"" + FORMAT + "\"");
            }
            partnership = (String) LedgerHeader.required(json, "partnership");
            var headers = new ArrayList<LedgerHeader>();
            for (var ledger : (List<?>) LedgerHeader.required(json, "ledgers")) {
                headers.add(LedgerHeader.of(CanonicalJson.object(ledger)));
            }
            headers.forEach(header -> sizes.put(header.party(), header.size()));
            if (headers.isEmpty() || headers.size() > 2 || sizes.size() != headers.size()) {
                throw new NotAnExport("an export holds one ledger or both of a partnership");
            }
            if (FORMAT.equals(format)) {
                dossiers =
                        Optional.of(
                                DossierStates.of(json, List.copyOf(sizes.keySet()), export::copy));
            }
            return headers;
        } catch (JsonRefused | IllegalArgumentException | ClassCastException | ExportBroken wrong) {
            throw new NotAnExport(
                    "the first line is no header of an export: " + wrong.getMessage());
        }
    }

    private void ledger(LedgerCheck check, LedgerHeader header) throws ExportBroken {
        var expected = EntryWalk.Expected.of(partnership, header.party(), names());
        check.checkpointsDue();
        long[] asked = {0};
        work.each(
                () -> {
                    int most = (int) Math.min(EntryBatch.WHOLE, header.size() - asked[0]);
                    // After lines that were too long to come together, whole batches again.
                    int left = EntryBatch.WHOLE - (int) (asked[0] % EntryBatch.WHOLE);
                    var next = most == 0 ? null : lines.next(Math.min(most, left));
                    asked[0] += next == null ? 0 : next.count();
                    return next;
                },
                batch -> EntryBatch.of(batch, expected),
                batch -> take(check, batch));
        check.complete();
    }

    private void take(LedgerCheck check, EntryBatch batch) throws ExportBroken {
        check.take(batch, this::readOn);
        read += batch.count();
        lines.release(batch.lines());
        progress.accept(read);
    }

    private void readOn(String party, long number, long seen, EntrySequence.Content content)
            throws ExportBroken {
        if (dossiers.isEmpty()) {
            return;
        }
        var states = dossiers.get();
        var act = states.act(party, number, seen, content.place(), content.to() - content.from());
        if (content.kind() == EntryWalk.Kind.ACT) {
            states.acted(act, content.subject());
            return;
        }
        var fault =
                states.opened(
                        act, content.subject(), content.bytes(), content.from(), content.to());
        if (fault.isPresent()) {
            throw new ExportBroken(party, number, "PROC-03", fault.get());
        }
    }

    private DossierNames names() {
        return new DossierNames(List.copyOf(sizes.keySet()));
    }

    private EntrySequence sequence(String party) {
        var counterpart = sizes.keySet().stream().filter(other -> !other.equals(party)).findFirst();
        return new EntrySequence(
                partnership,
                party,
                names(),
                counterpart.map(other -> sizes.getOrDefault(other, 0L)).orElse(-1L),
                counterpart.map(checked::get).map(LedgerCheck::sequence).orElse(null));
    }

    /// Derives the state of each dossier and holds it against the line that the node wrote.
    private int states() throws ExportBroken {
        if (dossiers.isEmpty()) {
            return 0;
        }
        var states = dossiers.get();
        states.inOrder();
        int[] asked = {0};
        work.each(
                () -> {
                    int most = Math.min(STATES_TOGETHER, states.count() - asked[0]);
                    var next = most == 0 ? null : lines.next(most);
                    var part = next == null ? null : new StatePart(asked[0], next);
                    asked[0] += next == null ? 0 : next.count();
                    return part;
                },
                part -> new StateAnswer(part, wrong(states, part)),
                answer -> {
                    if (answer.wrong() >= 0) {
                        throw state(states, answer.wrong());
                    }
                    lines.release(answer.part().lines());
                });
        if (asked[0] < states.count()) {
            throw state(states, asked[0]);
        }
        return states.count();
    }

    private record StatePart(int from, ExportLines.Lines lines) {}

    private record StateAnswer(StatePart part, int wrong) {}

    /// The first dossier of a part whose line is not what its entries say; -1 if there is none.
    private static int wrong(DossierStates states, StatePart part) {
        var folding = states.new Folding();
        for (int i = 0; i < part.lines().count(); i++) {
            var derived = folding.line(part.from() + i);
            if (!Arrays.equals(
                    derived,
                    0,
                    derived.length,
                    part.lines().bytes(),
                    part.lines().from(i),
                    part.lines().to(i))) {
                return part.from() + i;
            }
        }
        return -1;
    }

    private static ExportBroken state(DossierStates states, int place) {
        return new ExportBroken(
                states.party(place),
                states.number(place),
                "LEDGER-26",
                "the dossier that this entry opened is not in the state that the export says:"
                        + " its entries say "
                        + states.sentence(place));
    }

    private static final class NotAnExport extends Exception {
        private static final long serialVersionUID = 1;

        private final String sentence;

        NotAnExport(String sentence) {
            super(sentence);
            this.sentence = sentence;
        }
    }
}
