// SPDX-License-Identifier: EUPL-1.2
package org.samband.commitment;

import java.util.List;
import java.util.stream.Stream;
import org.samband.instrument.Commitment;
import org.samband.parties.Bilingual;
import org.samband.parties.Profile;
import org.samband.parties.Sight;
import org.samband.parties.Sights;
import org.samband.procedure.LaterSubjects;
import org.samband.procedure.Subject;
import org.springframework.stereotype.Component;

/// Commitments of the text in force that its first version did not have. The text is public, so it
/// is worked out in the sight of the node. Source: SDP §48.
@Component
class AddedCommitments implements LaterSubjects {
    /// Longer words are cut: the profile has no short title for them.
    private static final int LONGEST = 80;

    private final Commitments commitments;
    private final Successions successions;
    private final Sights sights;

    AddedCommitments(Commitments commitments, Successions successions, Sights sights) {
        this.commitments = commitments;
        this.successions = successions;
        this.sights = sights;
    }

    @Override
    public List<Subject> of(Profile profile) {
        return successions.first(profile).stream()
                .flatMap(first -> sights.within(Sight.NODE, () -> added(profile, first)).stream())
                .toList();
    }

    private List<Subject> added(Profile profile, InstrumentHeld first) {
        var all = successions.all(Sight.NODE, profile, Adoption.PROCEDURE);
        var succession = successions.of(profile, first, all);
        var later = succession.later();
        var now = succession.on(commitments.today(profile));
        return now.commitments().stream()
                .flatMap(one ->
                        Stream.of(now.identity(one))
                                .filter(later::contains)
                                .map(id -> subject(id, one)))
                .toList();
    }

    private static Subject subject(String identity, Commitment one) {
        var words = one.words();
        var end = words.lastIndexOf(' ', LONGEST);
        var cut = words.length() <= LONGEST || end < 0 ? words : words.substring(0, end) + " …";
        return new Subject(identity, new Bilingual(cut, cut));
    }
}
