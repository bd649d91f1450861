// SPDX-License-Identifier: EUPL-1.2
package org.samband.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;
import org.samband.proof.CanonicalJson;
import org.samband.proof.Digest;
import org.samband.proof.MerkleTree;

/// Files that acts carry, and rejections of single entries. Source: LEDGER-16 and FEDERATION-06.
final class FileCases {
    private FileCases() {}

    static List<Case> all() {
        return List.of(
                Case.of(
                        "FEDERATION-05.names-the-entry",
                        "a right entry before one above every ceiling",
                        new Expected.Shown("FED-03 that names the second entry and its leaf"),
                        FileCases::named),
                Case.of(
                        "LEDGER-16.missing",
                        "an entry that carries a file which the node does not have",
                        new Expected.Shown("ATT-01 that names the file"),
                        bench -> {
                            var file = file(bench.self(), "missing");
                            var answer = offered(bench.self(), file);
                            boolean right =
                                    answer instanceof Answer.Refused(var rule, _, _, _, var blobs)
                                            && rule.equals("ATT-01")
                                            && blobs.equals(List.of(blob(file)));
                            return new Answer.Found(right, answer.text());
                        }),
                Case.of(
                        "LEDGER-16.brought",
                        "the same, and then the file and the entry again",
                        new Expected.Receipted(),
                        bench -> {
                            var file = file(bench.self(), "brought");
                            bench.self().append(entry -> entry.put("content", content(file)));
                            bench.self().settle();
                            bench.self().bring(blob(file), file);
                            return bench.self().settle();
                        }),
                Case.of(
                        "LEDGER-16.not-asked-for",
                        "a file that no entry carries",
                        new Expected.Shown("ATT-04"),
                        bench -> {
                            var file = file(bench.self(), "stray");
                            return ruled("ATT-04", bench.self().bring(blob(file), file));
                        }),
                Case.of(
                        "LEDGER-16.changed",
                        "a file of which one byte was changed on the way",
                        new Expected.Shown("ATT-03"),
                        bench -> {
                            var file = file(bench.self(), "changed");
                            offered(bench.self(), file);
                            var changed = file.clone();
                            changed[0] ^= 1;
                            return ruled("ATT-03", bench.self().bring(blob(file), changed));
                        }),
                Case.of(
                        "LEDGER-16.not-given",
                        "asked for a file that no entry of the node carries",
                        new Expected.Shown("ATT-05"),
                        bench ->
                                ruled(
                                        "ATT-05",
                                        bench.self()
                                                .ask(
                                                        Digest.sha256("stranger".getBytes(UTF_8))
                                                                .hex()))));
    }

    private static Answer named(Case.Bench bench) throws java.io.IOException {
        var self = bench.self();
        var above = self.next(1);
        above.put("marking", "EU:TS-UE");
        var second = CanonicalJson.bytes(above);
        var answer =
                self.deliver(
                        self.claiming(List.of(CanonicalJson.bytes(self.next(0)), second)).bytes());
        var leaf = MerkleTree.leaf(second).hex();
        boolean right =
                answer instanceof Answer.Refused(var rule, _, _, var rejected, _)
                        && rule.equals("FED-03")
                        && rejected.equals(Map.of(self.size() + 2, leaf));
        return new Answer.Found(right, answer.text());
    }

    private static Answer ruled(String wanted, Answer answer) {
        boolean right =
                answer instanceof Answer.Refused(var rule, _, _, _, _) && rule.equals(wanted);
        return new Answer.Found(right, answer.text());
    }

    private static Answer offered(SimulatedNode self, byte[] file) throws java.io.IOException {
        var entry = self.next(0);
        entry.put("content", content(file));
        return self.deliver(self.claiming(List.of(CanonicalJson.bytes(entry))).bytes());
    }

    private static byte[] file(SimulatedNode self, String name) {
        return ("EXERCISE file " + name + " " + self.size()).getBytes(UTF_8);
    }

    private static String blob(byte[] file) {
        return Digest.sha256(file).hex();
    }

    private static Map<String, Object> content(byte[] file) {
        return Map.of(
                "file",
                Map.of(
                        "blob",
                        blob(file),
                        "length",
                        (long) file.length,
                        "name",
                        "EXERCISE.txt",
                        "media-type",
                        "text/plain"));
    }
}
