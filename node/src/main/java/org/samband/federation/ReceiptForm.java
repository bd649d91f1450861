// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation;

import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.samband.ledger.LedgerId;
import org.samband.ledger.Rejection;
import org.samband.proof.Digest;
import org.samband.proof.VerifierKey;

/// The members of receipts, as they are written and read. What is wrong with one is an {@link
/// IllegalArgumentException}.
final class ReceiptForm {
    static final Set<String> REFUSED =
            Set.of("rule", "sentence", "facts", "have", "rejections", "blobs", "at", "signature");
    private static final Set<String> REJECTION =
            Set.of("entry", "leaf", "rule", "sentence", "facts");

    private ReceiptForm() {}

    static Map<String, @Nullable Object> head(LedgerId ledger) {
        var members = new TreeMap<String, @Nullable Object>();
        members.put("format", Receipt.FORMAT);
        members.put("partnership", ledger.partnership().value());
        members.put("party", ledger.party().value());
        return members;
    }

    static Map<String, @Nullable Object> members(Rejection rejection) {
        var members = new TreeMap<String, @Nullable Object>();
        members.put("entry", rejection.entry());
        members.put("leaf", rejection.leaf().hex());
        members.put("rule", rejection.rule());
        members.put("sentence", rejection.sentence());
        members.put("facts", rejection.facts());
        return members;
    }

    static Receipt.Refused refused(Map<String, @Nullable Object> members) {
        var at = text(members, "at");
        var line = text(members, "signature");
        return new Receipt.Refused(
                text(members, "rule"),
                text(members, "sentence"),
                facts(members.get("facts")),
                whole(members.get("have")),
                list(members.get("rejections")).stream().map(ReceiptForm::rejection).toList(),
                list(members.get("blobs")).stream().map(String.class::cast).toList(),
                line.isEmpty() && at.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Receipt.Attest(moment(at), line)));
    }

    private static Instant moment(String text) {
        try {
            var moment = Instant.parse(text);
            if (moment.toString().equals(text)) {
                return moment;
            }
        } catch (DateTimeException _) {
            // Said below.
        }
        throw new IllegalArgumentException("a time is not in its form");
    }

    private static Rejection rejection(@Nullable Object value) {
        if (value instanceof Map<?, ?> members && members.keySet().equals(REJECTION)) {
            return new Rejection(
                    whole(members.get("entry")),
                    Digest.ofHex(String.valueOf(members.get("leaf"))),
                    String.valueOf(members.get("rule")),
                    String.valueOf(members.get("sentence")),
                    facts(members.get("facts")));
        }
        throw new IllegalArgumentException("a rejection is not in its form");
    }

    private static Map<String, String> facts(@Nullable Object value) {
        if (value instanceof Map<?, ?> found) {
            var facts = new TreeMap<String, String>();
            found.forEach((name, fact) -> facts.put((String) name, String.valueOf(fact)));
            return facts;
        }
        throw new IllegalArgumentException("facts are an object");
    }

    private static long whole(@Nullable Object value) {
        if (value instanceof Long whole) {
            return whole;
        }
        throw new IllegalArgumentException("a whole number is wanted");
    }

    private static List<@Nullable Object> list(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return new ArrayList<@Nullable Object>(list);
        }
        throw new IllegalArgumentException("a list is wanted");
    }

    static String text(Map<String, @Nullable Object> members, String name) {
        if (members.get(name) instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("the member \"" + name + "\" is no text");
    }

    /// The signature of a key in a signature line; empty if the line is another key's. Source:
    /// LEDGER-12.
    static Optional<byte[]> signature(String line, VerifierKey key) {
        var prefix = "— " + key.name() + " ";
        if (!line.startsWith(prefix)) {
            return Optional.empty();
        }
        try {
            var blob = Base64.getDecoder().decode(line.substring(prefix.length()));
            return blob.length > Integer.BYTES && ByteBuffer.wrap(blob).getInt() == key.id()
                    ? Optional.of(Arrays.copyOfRange(blob, Integer.BYTES, blob.length))
                    : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
