// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.samband.act.Outcome;
import org.samband.act.Refusal;
import org.samband.attachment.Attachment;
import org.samband.ledger.LedgerId;
import org.samband.ledger.Rejection;
import org.samband.proof.CanonicalJson;
import org.samband.proof.Checkpoint;
import org.samband.proof.JsonRefused;
import org.samband.proof.VerifierKey;

/// What comes back for a segment. Only {@link Cosigned} says that entries were taken, and only when
/// its cosignature has been checked. Format `samband-receipt/1`; source: `spec/federation/`.
public sealed interface Receipt {
    String FORMAT = "samband-receipt/1";

    /// Most bytes of a receipt. Source: FEDERATION-05.
    int LARGEST = 1 << 16;

    /// The counterpart holds the ledger up to this checkpoint, which it has cosigned.
    record Cosigned(Checkpoint checkpoint) implements Receipt {}

    /// The counterpart took nothing of the segment, and has signed why.
    ///
    /// @param rule ID of the rule that refuses, for instance `LED-04`
    /// @param sentence in English, for a reader whose node does not know the rule
    /// @param facts of the sentence
    /// @param have how many entries of the ledger the counterpart holds
    /// @param rejections of single entries; none where the delivery is refused as a whole
    /// @param blobs SHA-256 of files that are to be brought first
    /// @param attest when and by whom it is signed; empty until it is
    record Refused(
            String rule,
            String sentence,
            Map<String, String> facts,
            long have,
            List<Rejection> rejections,
            List<String> blobs,
            Optional<Attest> attest)
            implements Receipt {
        static final int LONGEST = 1_000;

        public Refused {
            facts = Map.copyOf(facts);
            rejections = List.copyOf(rejections);
            blobs = List.copyOf(blobs);
            Rejection.refuseLong(rule, sentence, facts);
            if (have < 0) {
                throw new IllegalArgumentException("a number of entries starts at 0");
            }
            if (!blobs.stream().allMatch(Attachment::isBlob)) {
                throw new IllegalArgumentException("a file is named by its SHA-256");
            }
        }

        /// A refusal of a delivery as a whole, not signed yet.
        Refused(String rule, String sentence, Map<String, String> facts, long have) {
            this(rule, sentence, facts, have, List.of(), List.of(), Optional.empty());
        }

        static Refused of(Refusal refusal, long have) {
            return new Refused(
                    refusal.rule().id(),
                    shortened(refusal.sentence()),
                    shortened(refusal.facts()),
                    have);
        }

        Refused with(List<Rejection> named) {
            return new Refused(rule, sentence, facts, have, named, blobs, attest);
        }

        Refused asking(List<String> files) {
            return new Refused(rule, sentence, facts, have, rejections, files, attest);
        }

        Refused attested(Attest by) {
            return new Refused(rule, sentence, facts, have, rejections, blobs, Optional.of(by));
        }

        static String shortened(String text) {
            return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
        }

        static Map<String, String> shortened(Map<String, String> facts) {
            var all = new TreeMap<String, String>();
            facts.forEach((name, fact) -> all.put(name, shortened(fact)));
            return all;
        }

        /// What is signed: the canonical bytes without the signature. Source: FEDERATION-06.
        byte[] signed(LedgerId ledger, Instant at) {
            return CanonicalJson.bytes(members(ledger, at.toString()));
        }

        private Map<String, @Nullable Object> members(LedgerId ledger, String at) {
            var members = ReceiptForm.head(ledger);
            members.put("rule", rule);
            members.put("sentence", sentence);
            members.put("facts", facts);
            members.put("have", have);
            members.put("rejections", rejections.stream().map(ReceiptForm::members).toList());
            members.put("blobs", blobs);
            members.put("at", at);
            return members;
        }

        /// Whether the key's holder signed this refusal.
        boolean isSignedBy(VerifierKey key, LedgerId ledger) {
            return attest.filter(by ->
                            ReceiptForm.signature(by.line(), key)
                                    .filter(made -> key.verifies(signed(ledger, by.at()), made))
                                    .isPresent())
                    .isPresent();
        }
    }

    /// The signature on a refusal.
    ///
    /// @param at when it was made, by the clock of the node that refuses
    /// @param line as on a checkpoint: `— <name> <base64>`, see LEDGER-12
    record Attest(Instant at, String line) {}

    /// The segment is on its way by a medium that does not answer at once.
    ///
    /// @param medium for instance `file`
    record Pending(String medium) implements Receipt {}

    /// The canonical bytes.
    ///
    /// @param ledger that the receipt is about
    default byte[] bytes(LedgerId ledger) {
        var members = ReceiptForm.head(ledger);
        switch (this) {
            case Cosigned(var checkpoint) -> members.put("checkpoint", checkpoint.note());
            case Refused refused -> {
                members.putAll(
                        refused.members(
                                ledger, refused.attest().map(by -> by.at().toString()).orElse("")));
                members.put("signature", refused.attest().map(Attest::line).orElse(""));
            }
            case Pending(var medium) -> members.put("medium", medium);
        }
        return CanonicalJson.bytes(members);
    }

    /// Reads what came back.
    ///
    /// @param ledger that it must be about
    static Outcome<Receipt> read(byte[] bytes, LedgerId ledger) {
        if (bytes.length > LARGEST) {
            return notOne("it is too long");
        }
        try {
            var members =
                    new LinkedHashMap<String, @Nullable Object>(
                            CanonicalJson.readCanonicalObject(bytes));
            if (!FORMAT.equals(members.remove("format"))
                    || !ledger.partnership().value().equals(members.remove("partnership"))
                    || !ledger.party().value().equals(members.remove("party"))) {
                return notOne("it is of another format or ledger");
            }
            return of(members)
                    .map(Outcome::accepted)
                    .orElseGet(() -> notOne("its members are not those of a receipt"));
        } catch (JsonRefused refused) {
            return notOne(refused.sentence());
        } catch (IllegalArgumentException | ClassCastException wrong) {
            return notOne("a member is not in its form");
        }
    }

    private static Optional<Receipt> of(Map<String, @Nullable Object> members) {
        var names = members.keySet();
        if (names.equals(Set.of("checkpoint"))) {
            return Optional.of(
                    new Cosigned(Checkpoint.parse(ReceiptForm.text(members, "checkpoint"))));
        }
        if (names.equals(Set.of("medium"))) {
            return Optional.of(new Pending(ReceiptForm.text(members, "medium")));
        }
        return names.equals(ReceiptForm.REFUSED)
                ? Optional.of(ReceiptForm.refused(members))
                : Optional.empty();
    }

    private static <T> Outcome<T> notOne(String reason) {
        return Outcome.refused(Refusal.of(FederationRule.NOT_A_RECEIPT).with("reason", reason));
    }
}
