// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.samband.act.Refusal;
import org.samband.ledger.Entry;
import org.samband.ledger.LedgerId;

/// The content of the entries of dossiers, as it is written and as it is read. Source:
/// spec/procedure/README.md, "Entries".
final class DossierEntries {
    static final String OPEN = "dossier.open";
    static final String ACT = "dossier.act";
    static final String NOTE = "note";

    /// Value of the member `about` of a note that says who else holds what was sent.
    static final String HOLDERS = "holders";

    /// Member of a note that sets an own target: a date.
    static final String TARGET = "target";

    static final int LONGEST_TITLE = 200;
    static final int LONGEST_NOTE = 20_000;

    private static final Set<String> OF_AN_ACT = Set.of("act", "fields", "confirms");
    private static final Set<String> OF_AN_OPENING =
            Set.of("procedure", "version", "hash", "title", "act", "fields", "confirms");

    private DossierEntries() {}

    static Map<String, Object> opening(Procedure procedure, String title, Map<String, Object> act) {
        var content = new TreeMap<>(act);
        content.put("procedure", procedure.id());
        content.put("version", (long) procedure.version());
        content.put("hash", procedure.hash());
        content.put("title", title);
        return content;
    }

    static Map<String, Object> act(
            ActForm act, Map<String, Object> fields, Optional<String> confirms) {
        var content = new TreeMap<String, Object>();
        content.put("act", act.name());
        content.put("fields", fields);
        confirms.ifPresent(hash -> content.put("confirms", hash));
        return content;
    }

    /// Whether the entry opens a dossier or is an act in one.
    static boolean isAct(Entry entry) {
        return entry.ledger().line() == LedgerId.Line.SHARED
                && (entry.kind().equals(OPEN) || entry.kind().equals(ACT));
    }

    static boolean opens(Entry entry) {
        return isAct(entry) && entry.kind().equals(OPEN);
    }

    static boolean isNote(Entry entry) {
        return entry.ledger().line() == LedgerId.Line.OWN && entry.kind().equals(NOTE);
    }

    static ActRef ref(Entry entry) {
        return new ActRef(entry.ledger().party(), entry.number().value());
    }

    /// What is wrong with the members of an entry of a dossier, whatever its procedure says.
    static Optional<Refusal> malformed(Entry entry) {
        var content = entry.content();
        var members = opens(entry) ? OF_AN_OPENING : OF_AN_ACT;
        return content.keySet().stream()
                .filter(member -> !members.contains(member))
                .findFirst()
                .or(() -> opens(entry) ? wrongOpening(entry) : Optional.empty())
                .or(() -> content.get("act") instanceof String ? Optional.empty() : one("act"))
                .or(() -> content.get("fields") instanceof Map ? Optional.empty() : one("fields"))
                .or(() ->
                        content.containsKey("confirms") && !hash(content.get("confirms"))
                                ? one("confirms")
                                : Optional.empty())
                .map(DossierEntries::malformed);
    }

    static Refusal malformed(String member) {
        return Refusal.at(ProcedureRule.MALFORMED, "/" + member).with("member", member);
    }

    private static Optional<String> wrongOpening(Entry entry) {
        var content = entry.content();
        if (!entry.subject().equals(Entry.ownSubject(entry.ledger(), entry.number()))) {
            return one("subject");
        }
        if (!(content.get("procedure") instanceof String)) {
            return one("procedure");
        }
        if (!(content.get("version") instanceof Long)) {
            return one("version");
        }
        if (!hash(content.get("hash"))) {
            return one("hash");
        }
        return content.get("title") instanceof String title && isTitle(title)
                ? Optional.empty()
                : one("title");
    }

    static boolean isTitle(String title) {
        return !title.isBlank()
                && title.codePointCount(0, title.length()) <= LONGEST_TITLE
                && title.lines().count() == 1
                && !FieldForm.cannotBeShown(title);
    }

    private static Optional<String> one(String member) {
        return Optional.of(member);
    }

    private static boolean hash(@org.jspecify.annotations.Nullable Object value) {
        return value instanceof String text && FieldForm.HASH.matcher(text).matches();
    }

    /// The procedure that an opening entry names, if this node holds that very one.
    static Optional<Procedure> procedure(Procedures procedures, Entry opening) {
        var content = opening.content();
        return content.get("version") instanceof Long version
                ? procedures.exactly(
                        String.valueOf(content.get("procedure")),
                        version,
                        String.valueOf(content.get("hash")))
                : Optional.empty();
    }

    static String title(Entry opening) {
        return String.valueOf(opening.content().get("title"));
    }

    /// The act that a well-formed entry says.
    static DossierAct read(Entry entry) {
        return new DossierAct(
                ref(entry),
                entry.seen(),
                entry.at(),
                entry.by(),
                entry.circle(),
                entry.marking(),
                String.valueOf(entry.content().get("act")),
                fields(entry),
                Optional.ofNullable(entry.content().get("confirms")).map(String::valueOf));
    }

    static Map<String, Object> fields(Entry entry) {
        return ProcedureFile.map(entry.content().getOrDefault("fields", Map.of()));
    }

    /// The acts among the entries about one dossier.
    static List<DossierAct> acts(List<Entry> entries) {
        return entries.stream().filter(DossierEntries::isAct).map(DossierEntries::read).toList();
    }
}
