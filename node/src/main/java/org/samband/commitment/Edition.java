// SPDX-License-Identifier: EUPL-1.2
package org.samband.commitment;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.samband.procedure.DossierLine;
import org.samband.procedure.Evidence;
import org.samband.procedure.Opening;

/// The next edition of what takes place again and again by the text.
///
/// @param open dossiers in which it is being prepared
/// @param offers how this officer can open one; empty where one is open
public record Edition(LivingCommitment commitment, List<DossierLine> open, List<Opening> offers) {

    public Edition {
        open = List.copyOf(open);
        offers = List.copyOf(offers);
    }

    /// Whether a day can be proposed for it: the text wants it annually or regularly. An edition
    /// that somebody announces has the day of the announcement.
    public boolean datable() {
        var cadence = Cadence.of(commitment.commitment().cadence());
        return cadence == Cadence.ANNUAL || cadence == Cadence.REGULAR;
    }

    /// When it last took place, as far as the officer sees.
    public Optional<LocalDate> last() {
        return commitment.shown().stream()
                .flatMap(shown -> shown.evidence().stream())
                .filter(one -> EventKind.of(one.type()) == EventKind.TOOK_PLACE)
                .map(Evidence::on)
                .max(LocalDate::compareTo);
    }

    /// Whether the text wants it now and nobody has begun.
    public boolean wanted() {
        return !offers.isEmpty() && isDue(commitment);
    }

    static boolean isDue(LivingCommitment commitment) {
        return commitment.word().equals("due") || commitment.word().equals("overdue");
    }
}
