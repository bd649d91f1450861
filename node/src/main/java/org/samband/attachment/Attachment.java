// SPDX-License-Identifier: EUPL-1.2
package org.samband.attachment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.samband.proof.Digest;

/// A file that an act carries, as its entry refers to it. The bytes stand outside of the entry, in
/// the blob with this SHA-256. Source: `spec/ledger/`, LEDGER-16.
///
/// @param blob SHA-256 of the bytes
/// @param length of the file in bytes, from 1
/// @param name as the officer gave it; shown, and never part of a path
/// @param mediaType as the officer's browser gave it, for instance `application/pdf`; says nothing
///   that a reader may trust
public record Attachment(Digest blob, long length, String name, String mediaType) {
    /// Most bytes of one file: 2 GiB. Source: LEDGER-16.
    public static final long LARGEST = 1L << 31;

    /// What a file is taken for when nothing better is known.
    public static final String UNKNOWN_TYPE = "application/octet-stream";

    /// Member that marks an object in an entry's content as a reference.
    public static final String MARK = "blob";

    private static final Set<String> MEMBERS = Set.of(MARK, "length", "name", "media-type");
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern TYPE =
            Pattern.compile("[a-z0-9][a-z0-9!#$&^_.+-]{0,62}/[a-z0-9][a-z0-9!#$&^_.+-]{0,62}");
    private static final int LONGEST_NAME = 200;
    private static final String TURNING = "\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069";

    public Attachment {
        if (length < 1 || length > LARGEST) {
            throw new IllegalArgumentException(
                    "a file has 1 to " + LARGEST + " bytes, not " + length);
        }
        if (!isName(name)) {
            throw new IllegalArgumentException("the name of a file is not of its form");
        }
        if (!isMediaType(mediaType)) {
            throw new IllegalArgumentException("a media type is of the form application/pdf");
        }
    }

    /// Whether a file may be called so: 1 to 200 characters in one line, no stroke, nothing that
    /// cannot be shown or that turns the direction of writing.
    public static boolean isName(String name) {
        return !name.isBlank()
                && name.codePointCount(0, name.length()) <= LONGEST_NAME
                && !name.equals(".")
                && !name.equals("..")
                && name.codePoints().noneMatch(Attachment::cannotStand);
    }

    private static boolean cannotStand(int point) {
        return Character.isISOControl(point)
                || Character.getType(point) == Character.SURROGATE
                || point == '/'
                || point == '\\'
                || point == '\u2028'
                || point == '\u2029'
                || TURNING.indexOf(point) >= 0;
    }

    public static boolean isMediaType(String type) {
        return TYPE.matcher(type).matches();
    }

    public static boolean isBlob(String text) {
        return HASH.matcher(text).matches();
    }

    /// The reference in one line, as a form carries it: blob, length, media type, name.
    public String typed() {
        return blob.hex() + " " + length + " " + mediaType + " " + name;
    }

    /// Reads {@link #typed()}.
    public static Optional<Attachment> typed(String line) {
        var parts = line.split(" ", 4);
        if (parts.length < 4 || !isBlob(parts[0]) || !parts[1].matches("[1-9][0-9]{0,9}")) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new Attachment(
                            Digest.ofHex(parts[0]), Long.parseLong(parts[1]), parts[3], parts[2]));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /// The reference as it stands in an entry.
    public Map<String, Object> reference() {
        return Map.of(MARK, blob.hex(), "length", length, "name", name, "media-type", mediaType);
    }

    /// Reads a reference.
    ///
    /// @return empty if it is not of its form
    public static Optional<Attachment> of(@Nullable Object reference) {
        if (reference instanceof Map<?, ?> members
                && members.keySet().equals(MEMBERS)
                && members.get(MARK) instanceof String blob
                && isBlob(blob)
                && members.get("length") instanceof Long length
                && members.get("name") instanceof String name
                && members.get("media-type") instanceof String type) {
            try {
                return Optional.of(new Attachment(Digest.ofHex(blob), length, name, type));
            } catch (IllegalArgumentException _) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /// The references in an entry's content, at any depth, in the order of its canonical form;
    /// empty in place of one that is not of its form.
    public static List<Optional<Attachment>> in(Map<String, Object> content) {
        var found = new ArrayList<Optional<Attachment>>();
        collect(content, found);
        return found;
    }

    /// The references that are of their form.
    public static List<Attachment> wellFormed(Map<String, Object> content) {
        return in(content).stream().flatMap(Optional::stream).toList();
    }

    private static void collect(@Nullable Object value, List<Optional<Attachment>> found) {
        switch (value) {
            case Map<?, ?> map when map.containsKey(MARK) -> found.add(of(map));
            case Map<?, ?> map ->
                    map.entrySet().stream()
                            .sorted((one, other) ->
                                    String.valueOf(one.getKey())
                                            .compareTo(String.valueOf(other.getKey())))
                            .forEach(member -> collect(member.getValue(), found));
            case List<?> list -> list.forEach(item -> collect(item, found));
            case null, default -> {}
        }
    }
}
