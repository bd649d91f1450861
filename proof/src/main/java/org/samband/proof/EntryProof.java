// SPDX-License-Identifier: EUPL-1.2
package org.samband.proof;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Proof that one entry stands in a ledger, for who has no export of it. Source: `spec/ledger/`,
/// LEDGER-29; C2SP tlog-proof.
public final class EntryProof {
    /// How a file with a proof begins.
    static final String FORM = "c2sp.org/tlog-proof@v1";

    /// End of a file's name. Source: C2SP tlog-proof.
    public static final String END = "tlog-proof";

    private static final String EXTRA = "extra ";
    private static final String INDEX = "index ";

    private final byte[] entry;
    private final long number;
    private final List<Digest> path;
    private final Checkpoint checkpoint;

    /// @param entry its bytes as they were signed
    /// @param number of the entry, counted from 1
    /// @param path the inclusion proof of LEDGER-14 in the tree of the checkpoint
    /// @param checkpoint signed by the party and, where there is one, with the counterpart's
    ///   receipt
    public EntryProof(byte[] entry, long number, List<Digest> path, Checkpoint checkpoint) {
        this.entry = entry.clone();
        this.number = number;
        this.path = List.copyOf(path);
        this.checkpoint = checkpoint;
    }

    /// The file.
    public String text() {
        var text = new StringBuilder(FORM).append('\n');
        text.append(EXTRA).append(base64(entry)).append('\n');
        text.append(INDEX).append(number - 1).append('\n');
        path.forEach(hash -> text.append(base64(hash.raw())).append('\n'));
        return text.append('\n').append(checkpoint.note()).toString();
    }

    /// @throws IllegalArgumentException if the text is no such proof
    static EntryProof parse(String text) {
        int end = text.indexOf("\n\n");
        var lines = List.of(text.substring(0, Math.max(end, 0)).split("\n", -1));
        if (lines.size() < 3
                || !lines.get(0).equals(FORM)
                || !lines.get(1).startsWith(EXTRA)
                || !lines.get(2).matches(INDEX + "(0|[1-9][0-9]{0,17})")) {
            throw new IllegalArgumentException(
                    "a proof is its form, the entry, its index, hashes and a checkpoint");
        }
        var path = new ArrayList<Digest>();
        for (var hash : lines.subList(3, lines.size())) {
            path.add(Digest.of(Base64.getDecoder().decode(hash)));
        }
        var read =
                new EntryProof(
                        Base64.getDecoder().decode(lines.get(1).substring(EXTRA.length())),
                        Long.parseLong(lines.get(2).substring(INDEX.length())) + 1,
                        path,
                        Checkpoint.parse(text.substring(end + 2)));
        if (!read.text().equals(text)) {
            throw new IllegalArgumentException("the proof is not in the form in which it is made");
        }
        return read;
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /// What is wrong first: with the entry's place, its path, or the signatures of the party.
    ///
    /// @param keys that the parties gave out; of a party without one no signature is looked at
    /// @throws IllegalArgumentException if the entry is no canonical JSON object
    Optional<Verification.Broken> fault(List<VerifierKey> keys) {
        var said = members();
        var party = String.valueOf(said.get("party"));
        var origin = "samband/" + said.get("partnership") + "/" + party;
        if (!"shared".equals(said.get("line"))
                || !origin.equals(checkpoint.origin())
                || !(said.get("number") instanceof Number named)
                || named.longValue() != number) {
            return Optional.of(
                    broken(
                            party,
                            "LEDGER-29",
                            "the entry does not say that it has this place in this ledger"));
        }
        var leaf = MerkleTree.leaf(entry);
        if (!MerkleProof.included(leaf, number - 1, checkpoint.size(), path, checkpoint.root())) {
            return Optional.of(
                    broken(party, "LEDGER-14", "the entry does not stand under the root"));
        }
        return unsigned(keys)
                .map(requirement ->
                        broken(
                                party,
                                requirement,
                                "the checkpoint is signed with none of the keys given"));
    }

    private Map<String, ?> members() {
        try {
            return CanonicalJson.readCanonicalObject(entry);
        } catch (JsonRefused refused) {
            throw new IllegalArgumentException("the entry is no canonical JSON object", refused);
        }
    }

    private Verification.Broken broken(String party, String requirement, String sentence) {
        return new Verification.Broken(party, number, requirement, sentence);
    }

    /// The requirement that the signatures of the party do not meet.
    private Optional<String> unsigned(List<VerifierKey> keys) {
        var own = keys.stream().filter(key -> key.name().equals(checkpoint.origin())).toList();
        for (var algorithm : List.of(KeyAlgorithm.ED25519, KeyAlgorithm.ML_DSA_65)) {
            var some = own.stream().filter(key -> key.algorithm() == algorithm).toList();
            if (!some.isEmpty() && some.stream().noneMatch(checkpoint::isSignedBy)) {
                return Optional.of(algorithm == KeyAlgorithm.ED25519 ? "LEDGER-12" : "LEDGER-28");
            }
        }
        return Optional.empty();
    }

    /// The keys of others that cosigned, each with the second since 1970.
    Map<VerifierKey, Long> receipts(List<VerifierKey> keys) {
        var receipts = new LinkedHashMap<VerifierKey, Long>();
        for (var key : keys) {
            if (!key.name().equals(checkpoint.origin())) {
                checkpoint
                        .cosignedAt(key.forCosignatures())
                        .ifPresent(time -> receipts.put(key, time));
            }
        }
        return receipts;
    }

    long number() {
        return number;
    }

    Checkpoint checkpoint() {
        return checkpoint;
    }

    /// What the entry says, as it was signed.
    String said() {
        return new String(entry, StandardCharsets.UTF_8);
    }
}
