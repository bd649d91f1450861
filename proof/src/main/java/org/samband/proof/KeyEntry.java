// SPDX-License-Identifier: EUPL-1.2
package org.samband.proof;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The content of an entry of kind `ledger.key`: the key with which its party signs from that entry
/// on. Source: `spec/ledger/`, LEDGER-17 to 19.
///
/// @param key named after the ledger's origin
/// @param second with which the party signs beside it, of ML-DSA-65; empty where it does not
/// @param until the last day on which entries are made with it; empty for no end
/// @param revokes up to which size the key before it counts, where that key was lost or stolen
public record KeyEntry(
        VerifierKey key,
        Optional<VerifierKey> second,
        Optional<LocalDate> until,
        OptionalLong revokes) {
    /// The kind of the entry.
    public static final String KIND = "ledger.key";

    private static final Set<String> MEMBERS = Set.of("key", "second", "until", "revokes");
    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    public KeyEntry {
        if (key.algorithm() != KeyAlgorithm.ED25519) {
            throw new IllegalArgumentException("a ledger key is of Ed25519");
        }
        if (second.filter(other -> other.algorithm() != KeyAlgorithm.ML_DSA_65).isPresent()) {
            throw new IllegalArgumentException("a second key is of ML-DSA-65");
        }
        if (revokes.isPresent() && revokes.getAsLong() < 0) {
            throw new IllegalArgumentException("a size starts at 0");
        }
    }

    /// @param origin of the ledger that the entry stands in
    /// @throws IllegalArgumentException if the content is not of the form of LEDGER-17
    public static KeyEntry of(Map<String, ? extends @Nullable Object> content, String origin) {
        if (!MEMBERS.containsAll(content.keySet())) {
            throw new IllegalArgumentException("a key entry has no members but " + MEMBERS);
        }
        if (content.get("key") == null) {
            throw new IllegalArgumentException("the member \"key\" is missing");
        }
        return new KeyEntry(
                key(content.get("key"), origin),
                content.containsKey("second")
                        ? Optional.of(key(content.get("second"), origin))
                        : Optional.empty(),
                until(content.get("until")),
                revokes(content.get("revokes")));
    }

    private static VerifierKey key(@Nullable Object value, String origin) {
        if (!(value instanceof String text)) {
            throw new IllegalArgumentException("a key is a text");
        }
        var key = VerifierKey.parse(text);
        if (!key.name().equals(origin) || !key.toString().equals(text)) {
            throw new IllegalArgumentException("the key is not named after the ledger");
        }
        return key;
    }

    /// Whether an entry may be of this kind, so that a delivery ends with it (LEDGER-18).
    public static boolean mayBe(byte[] entry) {
        return new String(entry, StandardCharsets.UTF_8).contains("\"kind\":\"" + KIND + "\"");
    }

    private static Optional<LocalDate> until(@Nullable Object value) {
        if (value == null) {
            return Optional.empty();
        }
        try {
            if (value instanceof String text && DAY.matcher(text).matches()) {
                return Optional.of(LocalDate.parse(text));
            }
        } catch (DateTimeParseException noDay) {
            throw new IllegalArgumentException("the member \"until\" is no day", noDay);
        }
        throw new IllegalArgumentException("the member \"until\" is no day");
    }

    private static OptionalLong revokes(@Nullable Object value) {
        if (value == null) {
            return OptionalLong.empty();
        }
        if (value instanceof Long size) {
            return OptionalLong.of(size);
        }
        throw new IllegalArgumentException("the member \"revokes\" is no size");
    }

    /// The content that says this.
    public Map<String, Object> content() {
        var content = new TreeMap<String, Object>();
        content.put("key", key.toString());
        second.ifPresent(other -> content.put("second", other.toString()));
        until.ifPresent(day -> content.put("until", day.toString()));
        revokes.ifPresent(size -> content.put("revokes", size));
        return content;
    }
}
