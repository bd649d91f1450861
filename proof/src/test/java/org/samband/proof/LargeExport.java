// SPDX-License-Identifier: EUPL-1.2
package org.samband.proof;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Makes an export of any size with EXERCISE dossiers of ten acts each: six of the EU, four of
/// Norway. What it says of their states does not come from the program that is tested.
final class LargeExport {
    private static final int OURS = 6;
    private static final int THEIRS = 4;

    /// Acts of one dossier.
    static final int ACTS = OURS + THEIRS;

    private static final String TEXT =
            "EXERCISE: the parties discussed the situation in the area of cooperation, compared"
                    + " their assessments, and agreed to keep each other informed. Æ, ø og å. "
                            .repeat(3);

    private final int dossiers;
    private final KeyPair eu;
    private final KeyPair no;
    private final Map<String, Object> procedure = procedure();
    private final String hash = Digest.sha256(CanonicalJson.bytes(procedure)).hex();

    private final boolean hasFractions;

    private LargeExport(int dossiers, boolean hasFractions) throws GeneralSecurityException {
        this.dossiers = dossiers;
        this.hasFractions = hasFractions;
        var generator = KeyPairGenerator.getInstance("Ed25519");
        eu = generator.generateKeyPair();
        no = generator.generateKeyPair();
    }

    static void write(Path file, int dossiers) throws IOException, GeneralSecurityException {
        write(file, dossiers, false);
    }

    /// @param hasFractions whether entries say numbers that are not whole, which are read in
    ///   another way
    static void write(Path file, int dossiers, boolean hasFractions)
            throws IOException, GeneralSecurityException {
        var export = new LargeExport(dossiers, hasFractions);
        try (var out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
            export.write(out);
        }
    }

    private void write(OutputStream out) throws IOException, GeneralSecurityException {
        var header = new TreeMap<String, Object>();
        header.put("format", "samband-export/2");
        header.put("partnership", "eu-norway");
        header.put("ledgers", List.of(ledger("EU", eu, OURS), ledger("NO", no, THEIRS)));
        header.put("procedures", List.of(procedure));
        header.put("roles", Map.of());
        line(out, CanonicalJson.bytes(header));
        for (var party : List.of("EU", "NO")) {
            int each = party.equals("EU") ? OURS : THEIRS;
            for (int number = 1; number <= dossiers * each; number++) {
                line(out, entry(party, number));
            }
        }
        for (int dossier = 0; dossier < dossiers; dossier++) {
            line(out, state(dossier));
        }
    }

    private Map<String, Object> ledger(String party, KeyPair key, int each)
            throws GeneralSecurityException {
        var tree = MerkleTree.EMPTY;
        for (int number = 1; number <= dossiers * each; number++) {
            tree = tree.append(MerkleTree.leaf(entry(party, number)));
        }
        var encoded = key.getPublic().getEncoded();
        var verifier =
                VerifierKey.of(
                        "samband/eu-norway/" + party,
                        KeyAlgorithm.ED25519,
                        Arrays.copyOfRange(encoded, 12, 44));
        var bare = new Checkpoint(verifier.name(), tree.size(), tree.root(), List.of());
        var signature = Signature.getInstance("Ed25519");
        signature.initSign(key.getPrivate());
        signature.update(bare.body());
        var note = bare.with(Checkpoint.signatureLine(verifier, signature.sign())).note();
        return Map.of(
                "party", party,
                "size", tree.size(),
                "key", verifier.toString(),
                "checkpoints", List.of(note));
    }

    /// The parties act in turn; at last the EU acts twice.
    private byte[] entry(String party, int number) {
        boolean ours = party.equals("EU");
        int each = ours ? OURS : THEIRS;
        int dossier = (number - 1) / each;
        int place = (number - 1) % each;
        int seen = ours ? dossier * THEIRS + Math.min(place, THEIRS) : dossier * OURS + place + 1;
        boolean opens = ours && place == 0;
        var act = opens ? "open" : !ours && place == 0 ? "answer" : "remark";
        var content = new HashMap<String, Object>();
        content.put("act", act);
        content.put("fields", Map.of("text", TEXT + number));
        if (opens) {
            content.putAll(
                    Map.of(
                            "procedure",
                            "exercise",
                            "version",
                            1,
                            "hash",
                            hash,
                            "title",
                            "EXERCISE matter " + dossier));
        }
        if (hasFractions && number % 3 == 0) {
            content.put("half", 0.5);
        }
        var entry = new HashMap<String, Object>();
        entry.put("format", "samband-entry/1");
        entry.put("partnership", "eu-norway");
        entry.put("party", party);
        entry.put("line", "shared");
        entry.put("number", number);
        entry.put("seen", seen);
        entry.put("at", "2026-11-24T10:00:00.123Z");
        entry.put(
                "by",
                Map.of("authority", "EXERCISE", "officer", "A. Example", "role", "desk officer"));
        entry.put("circle", "shared");
        entry.put("marking", "TLP:GREEN;EXERCISE");
        entry.put("area", "maritime-security");
        entry.put("kind", opens ? "dossier.open" : "dossier.act");
        entry.put("subject", "EU-" + (dossier * OURS + 1));
        entry.put("content", content);
        return CanonicalJson.bytes(entry);
    }

    private static byte[] state(int dossier) {
        int us = dossier * OURS;
        int them = dossier * THEIRS;
        var acts = new ArrayList<Object>();
        var remarks = new ArrayList<Object>();
        acts.add(List.of("EU-" + (us + 1), "effective"));
        acts.add(List.of("NO-" + (them + 1), "effective"));
        for (int i = 2; i <= THEIRS; i++) {
            remark("EU-" + (us + i), us + i, acts, remarks);
            remark("NO-" + (them + i), them + i, acts, remarks);
        }
        remark("EU-" + (us + OURS - 1), us + OURS - 1, acts, remarks);
        remark("EU-" + (us + OURS), us + OURS, acts, remarks);
        // The field of remarks gathers: all of them stand, and not what was said before.
        return CanonicalJson.bytes(
                Map.of(
                        "acts",
                        acts,
                        "dossier",
                        "EU-" + (us + 1),
                        "state",
                        "answered",
                        "values",
                        Digest.sha256(CanonicalJson.bytes(Map.of("text", all(them, remarks))))
                                .hex()));
    }

    private static List<Object> all(int them, List<Object> remarks) {
        var all = new ArrayList<Object>();
        all.add(List.of("NO-" + (them + 1), TEXT + (them + 1)));
        all.addAll(remarks);
        return all;
    }

    private static void remark(String ref, int number, List<Object> acts, List<Object> remarks) {
        acts.add(List.of(ref, "effective"));
        remarks.add(List.of(ref, TEXT + number));
    }

    private static Map<String, Object> procedure() {
        var both = Map.of("en", "EXERCISE", "nb", "ØVELSE");
        var procedure = new HashMap<String, Object>();
        procedure.put("procedure", "exercise");
        procedure.put("version", 1);
        procedure.put("title", both);
        procedure.put(
                "states",
                List.of(
                        Map.of("name", "start", "title", both, "initial", true),
                        Map.of("name", "opened", "title", both),
                        Map.of("name", "answered", "title", both)));
        procedure.put(
                "acts",
                List.of(
                        act("open", "any", "start", Map.of("to", "opened"), false),
                        act("answer", "answerer", "opened", Map.of("to", "answered"), false),
                        act("remark", "any", "answered", Map.of(), true)));
        procedure.put("crossings", List.of());
        return procedure;
    }

    private static Map<String, Object> act(
            String name, String by, String from, Map<String, Object> to, boolean gathers) {
        var act = new HashMap<String, Object>(to);
        act.put("name", name);
        act.put("by", by);
        act.put("from", List.of(from));
        act.put(
                "fields",
                List.of(
                        Map.of(
                                "name",
                                "text",
                                "type",
                                "multiline",
                                "required",
                                true,
                                "gathers",
                                gathers)));
        return act;
    }

    private static void line(OutputStream out, byte[] bytes) throws IOException {
        out.write(bytes);
        out.write('\n');
    }
}
