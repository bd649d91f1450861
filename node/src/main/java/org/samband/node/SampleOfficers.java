// SPDX-License-Identifier: EUPL-1.2
package org.samband.node;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.samband.label.Clearance;
import org.samband.parties.Appointment;
import org.samband.parties.NeedToKnow;
import org.samband.parties.PartnershipId;
import org.samband.parties.PartyCode;
import org.samband.parties.Role;

/// The made-up officers of a partnership: `sample/<partnership>/officers.yaml`.
record SampleOfficers(List<One> all) {

    /// @param party at whose node the officer works
    /// @param task in one phrase, for the demo's list
    record One(PartyCode party, String task, Appointment appointment) {}

    SampleOfficers {
        all = List.copyOf(all);
    }

    static SampleOfficers of(String partnership) {
        var file = SampleYear.load("sample/" + partnership + "/officers.yaml");
        return new SampleOfficers(
                SampleYear.list(file).stream()
                        .map(SampleYear::map)
                        .map(one -> one(one, new PartnershipId(partnership)))
                        .toList());
    }

    List<One> of(PartyCode party) {
        return all.stream().filter(one -> one.party().equals(party)).toList();
    }

    private static One one(Map<String, Object> one, PartnershipId partnership) {
        var areas = new TreeSet<>(texts(one, "areas"));
        var needToKnow =
                areas.isEmpty()
                        ? NeedToKnow.NOTHING
                        : new NeedToKnow(new TreeMap<>(Map.of(partnership, areas)));
        return new One(
                new PartyCode(text(one, "party")),
                text(one, "task"),
                new Appointment(
                        text(one, "account"),
                        text(one, "name"),
                        text(one, "authority"),
                        texts(one, "roles").stream().map(Role::of).collect(Collectors.toSet()),
                        needToKnow,
                        clearance(one),
                        text(one, "language")));
    }

    private static Clearance clearance(Map<String, Object> one) {
        return Clearance.upTo(
                SampleYear.map(one.getOrDefault("clearance", Map.of())).entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey,
                                        level -> String.valueOf(level.getValue()))));
    }

    private static String text(Map<String, Object> one, String member) {
        return String.valueOf(one.get(member));
    }

    private static List<String> texts(Map<String, Object> one, String member) {
        return SampleYear.list(one.getOrDefault(member, List.of())).stream()
                .map(String::valueOf)
                .toList();
    }
}
