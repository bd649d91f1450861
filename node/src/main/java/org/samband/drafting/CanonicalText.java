// SPDX-License-Identifier: EUPL-1.2
package org.samband.drafting;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.samband.parties.Party;
import org.samband.parties.PartyCode;
import org.samband.parties.Profile;
import org.samband.proof.CanonicalJson;
import org.samband.proof.Digest;

/// The bytes of a text that both parties agree: RFC 8785 JSON, the same whichever party reads them.
/// The *alternat* is made when a copy is written out: in each party's copy `{first party}` is its
/// own name and `{second party}` the other's. Source: spec/drafting, "Canonical text".
public final class CanonicalText {
    public static final String FORMAT = "samband-text/1";

    /// In the text in place of the names of the parties.
    public static final String FIRST = "{first party}";

    public static final String SECOND = "{second party}";

    private CanonicalText() {}

    /// What both stand for now. A point in brackets is not in it.
    public static Map<String, Object> object(JointText text) {
        var points = new ArrayList<Object>();
        for (var point : text.standing()) {
            point.agreed().ifPresent(wording -> points.add(point(wording)));
        }
        var object = new TreeMap<String, Object>();
        object.put("format", FORMAT);
        object.put("kind", text.opening().kind().word());
        object.put("language", text.opening().language());
        object.put("title", text.opening().title());
        object.put("points", List.copyOf(points));
        return object;
    }

    private static Map<String, Object> point(Wording wording) {
        var point = new TreeMap<String, Object>();
        point.put("wording", wording.text());
        if (!wording.heading().isEmpty()) {
            point.put("heading", wording.heading());
        }
        if (!wording.slot().isNone()) {
            point.put("item", wording.slot().entry());
        }
        return point;
    }

    public static byte[] bytes(JointText text) {
        return CanonicalJson.bytes(object(text));
    }

    /// SHA-256 of the canonical bytes, 64 hexadecimal digits.
    public static String hash(JointText text) {
        return hash(object(text));
    }

    static String hash(Map<String, Object> object) {
        return Digest.sha256(CanonicalJson.bytes(object)).hex();
    }

    /// A line of the text as it reads in the copy of a party.
    public static String copy(String text, Profile profile, PartyCode of, String language) {
        var first = profile.party(of).orElseThrow();
        return text.replace(FIRST, name(first, language))
                .replace(SECOND, name(profile.counterpart(of), language));
    }

    /// A party as a text in this language names it.
    public static String name(Party party, String language) {
        return party.fullName().in(language);
    }
}
