// SPDX-License-Identifier: EUPL-1.2
package org.samband.instrument.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.samband.instrument.Party;
import org.samband.instrument.Signature;
import org.samband.instrument.source.Characters;
import org.samband.instrument.source.Line;

/// Cuts the signature block into the blocks of its signatories. A party is named only where the
/// layout tells it: in the same block, in the same column, or by every "for" being followed by its
/// own names.
final class SignatureBlocks {
    private SignatureBlocks() {}

    static List<Signature> of(List<Line> lines, List<Party> parties) {
        var columns = new TreeMap<Integer, List<Line>>();
        SideBySide.cut(lines)
                .forEach(line ->
                        columns.computeIfAbsent(line.place().column(), _ -> new ArrayList<>())
                                .add(line));
        var signatures = new ArrayList<Signature>();
        columns.values().forEach(column -> signatures.addAll(column(column, parties)));
        return signatures;
    }

    private static List<Signature> column(List<Line> lines, List<Party> parties) {
        var groups = groups(lines);
        var follows = eachHasNames(groups);
        var signatures = new ArrayList<Signature>();
        String party = null;
        for (var group : groups) {
            var name = Closing.For.name(group.getFirst());
            if (name != null) {
                party = known(name, parties);
                signatures.add(new Signature(party, group));
            } else {
                signatures.add(new Signature(follows ? party : null, group));
            }
        }
        return signatures;
    }

    private static List<List<String>> groups(List<Line> lines) {
        var groups = new ArrayList<List<String>>();
        for (var line : lines) {
            var text = Characters.spaced(line.text());
            boolean begins =
                    groups.isEmpty()
                            || line.afterBlank()
                            || (Closing.For.name(text) != null && !groups.getLast().isEmpty());
            if (begins) {
                groups.add(new ArrayList<>());
            }
            groups.getLast().add(text);
        }
        return groups;
    }

    /// True where names stand under every "for": in its own group or in the next.
    private static boolean eachHasNames(List<List<String>> groups) {
        boolean waiting = false;
        boolean any = false;
        for (var group : groups) {
            if (Closing.For.name(group.getFirst()) != null) {
                if (waiting) {
                    return false;
                }
                any = true;
                waiting = group.size() == 1;
            } else if (!StructureWords.get().begins("signature-lines", group.getFirst())) {
                waiting = false;
            }
        }
        return any && !waiting;
    }

    private static @Nullable String known(String name, List<Party> parties) {
        return parties.stream()
                .filter(party ->
                        party.name().equalsIgnoreCase(name)
                                || party.fullName().equalsIgnoreCase(name)
                                || PartyNames.contains(name, party.name())
                                || PartyNames.contains(name, party.fullName()))
                .map(Party::name)
                .findFirst()
                .orElse(null);
    }
}
