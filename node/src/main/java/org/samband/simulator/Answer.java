// SPDX-License-Identifier: EUPL-1.2
package org.samband.simulator;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.samband.proof.CanonicalJson;
import org.samband.proof.Checkpoint;
import org.samband.proof.JsonRefused;

/// What the node under test answered. Source: FEDERATION-05.
sealed interface Answer {
    int LARGEST = 65_536;

    /// Took it, and proves it by its cosignature.
    ///
    /// @param size of our ledger that the cosignature covers
    record Receipt(long size) implements Answer {}

    /// Took nothing.
    ///
    /// @param have how many of our entries it says that it holds
    /// @param rejected leaf of each entry that it names, in hexadecimal, by number
    /// @param blobs files that it wants first
    record Refused(
            String rule, String sentence, long have, Map<Long, String> rejected, List<String> blobs)
            implements Answer {
        public Refused {
            rejected = Map.copyOf(rejected);
            blobs = List.copyOf(blobs);
        }
    }

    /// A status of HTTP without a body: there is no such line.
    record Status(int status) implements Answer {}

    /// The connection was not made, or ended without an answer.
    record Cut(String why) implements Answer {}

    /// The case could not be tried.
    record NotTried(String why) implements Answer {}

    /// Something that no answer may be, or what a case of several steps found.
    record Found(boolean right, String what) implements Answer {}

    /// In a line of the report.
    default String text() {
        return switch (this) {
            case Receipt(var size) -> "receipt for " + size;
            case Refused(var rule, _, var have, _, _) -> rule + ", has " + have;
            case Status(var status) -> "status " + status + ", no body";
            case Cut(var why) -> "no conversation (" + why + ")";
            case NotTried(var why) -> "not tried: " + why;
            case Found(_, var what) -> what;
        };
    }

    /// What we answer to a segment that we have admitted.
    ///
    /// @param party of the ledger that the segment is of
    /// @param note its checkpoint with our cosignature
    static String receipt(String partnership, String party, String note) {
        return CanonicalJson.text(
                new TreeMap<>(
                        Map.of(
                                "format",
                                "samband-receipt/1",
                                "partnership",
                                partnership,
                                "party",
                                party,
                                "checkpoint",
                                note)));
    }

    /// Reads what came back for a segment.
    ///
    /// @param our our ledger's key and name
    /// @param theirs keys of the node under test
    static Answer of(int status, byte[] body, PairText our, PairText theirs) {
        if (body.length == 0) {
            return new Status(status);
        }
        if (body.length > LARGEST) {
            return new Found(false, "an answer of more than " + LARGEST + " bytes");
        }
        try {
            return receipt(CanonicalJson.readCanonicalObject(body), our, theirs);
        } catch (JsonRefused refused) {
            return new Found(false, "an answer that is no canonical JSON: " + refused.sentence());
        } catch (IllegalArgumentException | ClassCastException wrong) {
            return new Found(false, "an answer that is no receipt: " + wrong.getMessage());
        }
    }

    /// What is asked of the node's own ledger is refused in that ledger's name.
    private static boolean isOfTheirs(Map<String, ?> members, PairText theirs) {
        return members.containsKey("rule")
                && theirs.origin()
                        .equals(
                                "samband/"
                                        + members.get("partnership")
                                        + "/"
                                        + members.get("party"));
    }

    private static Answer receipt(Map<String, ?> members, PairText our, PairText theirs) {
        if (!"samband-receipt/1".equals(members.get("format"))
                || !our.partnership().equals(members.get("partnership"))
                || !(our.party().equals(members.get("party")) || isOfTheirs(members, theirs))) {
            return new Found(false, "an answer of another format or ledger");
        }
        if (members.containsKey("rule")) {
            return Refusing.read(members, theirs.key());
        }
        if (members.get("checkpoint") instanceof String note) {
            var checkpoint = Checkpoint.parse(note);
            if (!checkpoint.origin().equals(our.origin())
                    || !checkpoint.isSignedBy(our.key())
                    || !theirs.cosigned(checkpoint)) {
                return new Found(false, "a receipt without a cosignature that holds");
            }
            return new Receipt(checkpoint.size());
        }
        return new Found(false, "an answer with other members");
    }
}
