// SPDX-License-Identifier: EUPL-1.2
package org.samband.commitment;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.samband.procedure.Evidence;

/// What counts for a commitment because it counted for another one: all of one that joined it, and
/// of one from which it was split off what happened from the day of the split on. Source:
/// spec/instrument/README.md, INS-V6.
final class TakenOver {
    private TakenOver() {}

    /// Identities from which it took something over, in whatever version, sorted.
    static List<String> from(String identity, List<InstrumentVersion> versions) {
        var all = new TreeSet<String>();
        for (var version : versions) {
            for (var other : version.takenOver(identity)) {
                all.add(other);
                all.addAll(from(other, before(version, versions)));
            }
        }
        return List.copyOf(all);
    }

    /// The identity and those that joined it.
    static Set<String> joined(String identity, List<InstrumentVersion> versions) {
        var all = new TreeSet<String>();
        all.add(identity);
        for (var version : versions) {
            version.joined()
                    .forEach((from, to) -> {
                        if (to.equals(identity)) {
                            all.addAll(joined(from, before(version, versions)));
                        }
                    });
        }
        return all;
    }

    /// @param recorded by identity
    /// @return each act once for each kind of event, earliest first
    static List<Evidence> evidence(
            String identity,
            List<InstrumentVersion> versions,
            Map<String, List<Evidence>> recorded) {
        if (versions.stream().allMatch(version -> version.takenOver(identity).isEmpty())) {
            return sorted(recorded.getOrDefault(identity, List.of()));
        }
        var all = new HashMap<List<Object>, Evidence>();
        recorded.getOrDefault(identity, List.of()).forEach(one -> all.put(key(one), one));
        for (var version : versions) {
            for (var other : version.takenOver(identity)) {
                var joined = identity.equals(version.joined().get(other));
                var since = joined ? LocalDate.MIN : version.from().orElse(LocalDate.MAX);
                evidence(other, before(version, versions), recorded).stream()
                        .filter(one -> !one.on().isBefore(since))
                        .forEach(one -> all.putIfAbsent(key(one), of(identity, one)));
            }
        }
        return sorted(all.values());
    }

    private static List<Evidence> sorted(Collection<Evidence> all) {
        return all.stream().sorted(Evidence.EARLIEST_FIRST).toList();
    }

    private static List<InstrumentVersion> before(
            InstrumentVersion version, List<InstrumentVersion> versions) {
        return versions.subList(0, version.number() - 1);
    }

    private static List<Object> key(Evidence one) {
        return List.of(one.act(), one.type());
    }

    private static Evidence of(String identity, Evidence one) {
        return new Evidence(
                one.partnership(),
                identity,
                one.type(),
                one.on(),
                one.dossier(),
                one.act(),
                one.procedure(),
                one.title());
    }
}
