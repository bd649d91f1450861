// SPDX-License-Identifier: EUPL-1.2
package org.samband.commitment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.samband.procedure.ActRef;

/// What became of a commitment through the versions of the instrument.
///
/// @param since the day from which it stands in the text; empty where it stands there from the
///   first version
/// @param earlier how it read before, the latest first
/// @param dropped that it stands in the text no more
/// @param from identities of the commitments from which it was split off or which joined it: what
///   serves them serves it
public record CommitmentHistory(
        Optional<LocalDate> since,
        List<Wording> earlier,
        Optional<Dropped> dropped,
        List<String> from) {

    /// @param version number of the first version that reads so
    /// @param paragraph as printed there
    public record Wording(int version, String paragraph, String words) {}

    /// @param on the day from which it stands there no more
    /// @param word why, as both parties agreed; empty where it joined another
    /// @param joined identity of the one that it joined
    public record Dropped(
            LocalDate on, String word, Optional<ActRef> dossier, Optional<String> joined) {}

    public CommitmentHistory {
        earlier = List.copyOf(earlier);
        from = List.copyOf(from);
    }

    /// @param versions up to the one that is looked at
    static CommitmentHistory of(String identity, List<InstrumentVersion> versions) {
        var earlier = new ArrayList<Wording>();
        Optional<LocalDate> since = Optional.empty();
        Optional<Dropped> dropped = Optional.empty();
        for (var version : versions) {
            if (version.added().contains(identity)) {
                since = version.from();
            }
            var left = left(version, identity);
            dropped = left.isPresent() ? left : dropped;
            version.commitment(identity)
                    .filter(one ->
                            earlier.isEmpty() || !earlier.getFirst().words().equals(one.words()))
                    .ifPresent(one ->
                            earlier.addFirst(
                                    new Wording(version.number(), one.paragraph(), one.words())));
        }
        var before = earlier.isEmpty() ? earlier : earlier.subList(1, earlier.size());
        return new CommitmentHistory(since, before, dropped, TakenOver.from(identity, versions));
    }

    private static Optional<Dropped> left(InstrumentVersion version, String identity) {
        var joined = Optional.ofNullable(version.joined().get(identity));
        var word =
                Optional.ofNullable(version.dropped().get(identity)).or(() -> joined.map(_ -> ""));
        return version.from()
                .flatMap(day -> word.map(why -> new Dropped(day, why, version.dossier(), joined)));
    }
}
