// SPDX-License-Identifier: EUPL-1.2
package org.samband.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Collections.nCopies;
import static org.samband.simulator.Expected.refusal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.samband.proof.CanonicalJson;
import org.samband.proof.Checkpoint;
import org.samband.proof.Digest;

/// Segments whose form, checkpoint or signature is wrong. Source: spec/federation, sections
/// "Segment" and "Admission"; spec/ledger, section "Roots and checkpoints".
final class SegmentCases {
    private static final int LARGEST = 67_108_864;
    private static final int MOST_ENTRIES = 10_000;
    private static final int LONGEST_HEADER = 65_536;

    private SegmentCases() {}

    static List<Case> all() {
        return List.of(
                raw(
                        "no-line-feed",
                        "a segment without its last line feed",
                        bytes -> Arrays.copyOf(bytes, bytes.length - 1)),
                raw(
                        "truncated",
                        "a segment that was cut off in the middle",
                        bytes -> Arrays.copyOf(bytes, bytes.length * 3 / 4)),
                raw("empty", "a segment of no bytes", _ -> new byte[0]),
                raw("not-json", "bytes that are no segment", _ -> "EXERCISE\n".getBytes(UTF_8)),
                raw(
                        "not-canonical",
                        "a first line with a blank too many",
                        bytes ->
                                new String(bytes, UTF_8)
                                        .replaceFirst("\\{\"checkpoint\":", "{\"checkpoint\": ")
                                        .getBytes(UTF_8)),
                header("unknown-format", "samband-segment/99", "format", "samband-segment/99"),
                header("member-too-many", "a member that is not known", "x", "EXERCISE"),
                header("entry-missing", "one entry fewer than it says", "entries", 2L),
                header("wrong-from", "a first number that does not fit", "from", 4_000_000L),
                noted(
                        "LEDGER-10.other-name",
                        "a checkpoint of another ledger",
                        refusal("LED-08"),
                        self ->
                                note ->
                                        self.keys()
                                                .signed(
                                                        new Checkpoint(
                                                                self.self().origin() + "X",
                                                                note.size(),
                                                                note.root(),
                                                                List.of()),
                                                        self.self().origin() + "X")),
                noted(
                        "LEDGER-11.wrong-root",
                        "a signed root that is not that of the entries",
                        refusal("LED-09"),
                        self ->
                                note ->
                                        self.keys()
                                                .signed(
                                                        new Checkpoint(
                                                                note.origin(),
                                                                note.size(),
                                                                Digest.sha256(new byte[] {1}),
                                                                List.of()),
                                                        note.origin())),
                noted(
                        "LEDGER-12.not-signed",
                        "a checkpoint without a signature",
                        refusal("LED-10", "FED-05"),
                        _ ->
                                note ->
                                        new Checkpoint(
                                                note.origin(),
                                                note.size(),
                                                note.root(),
                                                List.of())),
                noted(
                        "FEDERATION-23.wrong-key",
                        "a checkpoint signed with a key that is not of the pair file",
                        refusal("LED-10"),
                        self ->
                                note ->
                                        SimulatorKeys.fresh(self.clock().instant())
                                                .signed(
                                                        new Checkpoint(
                                                                note.origin(),
                                                                note.size(),
                                                                note.root(),
                                                                List.of()),
                                                        note.origin())),
                Case.of(
                        "FEDERATION-02.changed-in-an-entry",
                        "one byte of an entry changed on the way",
                        refusal("LED-09"),
                        bench ->
                                bench.self()
                                        .deliver(
                                                new String(draft(bench.self()).bytes(), UTF_8)
                                                        .replace("EXERCISE entry", "EXERCISE Entry")
                                                        .getBytes(UTF_8))),
                Case.of(
                        "FEDERATION-02.changed-anywhere",
                        "one byte changed, at forty places one after the other",
                        new Expected.Shown("refused forty times"),
                        SegmentCases::anywhere),
                Case.of(
                        "FEDERATION-03.too-many-bytes",
                        "a segment of more than 64 MiB",
                        new Expected.Shown("FED-06, or the connection ended"),
                        SegmentCases::tooManyBytes),
                Case.of(
                        "FEDERATION-03.too-many-entries",
                        "a segment of 10,001 entries",
                        refusal("FED-06"),
                        SegmentCases::tooManyEntries),
                Case.of(
                        "FEDERATION-03.most-entries",
                        "a segment of 10,000 entries",
                        new Expected.Receipted(),
                        bench -> {
                            long first = bench.self().size() + 1;
                            for (int i = 0; i < MOST_ENTRIES; i++) {
                                bench.self().append(_ -> {});
                            }
                            return bench.self().deliver(bench.self().whole(first));
                        }),
                Case.of(
                        "FEDERATION-03.long-first-line",
                        "a first line of more than 64 KiB",
                        refusal("FED-05", "FED-06"),
                        bench ->
                                bench.self()
                                        .deliver(
                                                draft(bench.self())
                                                        .bytes(members ->
                                                                members.put(
                                                                        "receipt",
                                                                        "x"
                                                                                .repeat(
                                                                                        LONGEST_HEADER))))));
    }

    static SegmentDraft draft(SimulatedNode self) {
        return self.claiming(List.of(CanonicalJson.bytes(self.next(0))));
    }

    private static Case raw(String name, String what, Function<byte[], byte[]> fault) {
        return Case.of(
                "FEDERATION-01." + name,
                what,
                refusal("FED-05"),
                bench -> bench.self().deliver(fault.apply(draft(bench.self()).bytes())));
    }

    private static Case header(String name, String what, String member, Object value) {
        Consumer<Map<String, @Nullable Object>> fault = members -> members.put(member, value);
        return Case.of(
                "FEDERATION-01." + name,
                "a first line with " + what,
                refusal("FED-05"),
                bench -> bench.self().deliver(draft(bench.self()).bytes(fault)));
    }

    private static Case noted(
            String id,
            String what,
            Expected expected,
            Function<SimulatedNode, java.util.function.UnaryOperator<Checkpoint>> fault) {
        return Case.of(
                id,
                what,
                expected,
                bench ->
                        bench.self()
                                .deliver(
                                        draft(bench.self())
                                                .noted(fault.apply(bench.self()))
                                                .bytes()));
    }

    private static Answer anywhere(Case.Bench bench) throws java.io.IOException {
        bench.self().silent(true);
        var right = draft(bench.self()).bytes();
        bench.self().silent(false);
        int places = 40;
        for (int i = 0; i < places; i++) {
            int place = (int) ((long) i * (right.length - 1) / (places - 1));
            var changed = right.clone();
            changed[place] ^= 1;
            var answer = bench.self().deliver(changed);
            if (!(answer instanceof Answer.Refused)) {
                return new Answer.Found(false, "byte " + place + ": " + answer.text());
            }
        }
        return new Answer.Found(true, "refused " + places + " times");
    }

    /// A node may answer before it has read all, or end the connection: both refuse.
    private static Answer tooManyBytes(Case.Bench bench) throws java.io.IOException {
        var entry = bench.self().next(0);
        entry.put("content", Map.of("text", "EXERCISE " + "x".repeat(1_000_000)));
        var line = CanonicalJson.bytes(entry);
        var draft =
                bench.self()
                        .claiming(List.of(line))
                        .carrying(nCopies(LARGEST / line.length + 1, line));
        return refusedOrCut(bench.self().deliver(draft));
    }

    private static Answer tooManyEntries(Case.Bench bench) throws java.io.IOException {
        var entries = new ArrayList<byte[]>();
        for (int i = 0; i <= MOST_ENTRIES; i++) {
            entries.add(CanonicalJson.bytes(bench.self().next(i)));
        }
        return bench.self().deliver(bench.self().claiming(entries));
    }

    private static Answer refusedOrCut(Answer answer) {
        return new Answer.Found(
                answer instanceof Answer.Cut
                        || (answer instanceof Answer.Refused(var rule, _, _, _, _)
                                && rule.equals("FED-06")),
                answer.text());
    }
}
