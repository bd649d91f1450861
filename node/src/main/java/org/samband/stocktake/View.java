// SPDX-License-Identifier: EUPL-1.2
package org.samband.stocktake;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.samband.parties.Area;
import org.samband.parties.PartyCode;
import org.samband.parties.Profile;
import org.samband.procedure.ActRef;
import org.samband.procedure.Dossier;
import org.samband.procedure.DossierState;

/// How one party sees an area, in its own words. The views of both stand beside each other and are
/// never merged. Source: SDP paragraph 47.
///
/// @param area short name; empty where the act names none that the profile knows
/// @param progress chosen word: `good`, `some`, `little`, `too-early`
/// @param act that says it
public record View(
        String area, PartyCode by, String progress, String words, ActRef dossier, ActRef act) {
    static final String PROCEDURE = "area-review";
    private static final String ACT = "put-view";

    /// What a review holds, of each party and area the latest in the period.
    static List<View> of(Dossier review, Profile profile, Figures.Period period) {
        var all =
                review.state().acts().stream()
                        .filter(one -> one.act().act().equals(ACT) && one.effective())
                        .filter(period::holds)
                        .map(one -> view(review, one, profile))
                        .toList();
        return Stream.iterate(all.size() - 1, i -> i >= 0, i -> i - 1)
                .filter(i ->
                        all.subList(i + 1, all.size()).stream()
                                .noneMatch(later -> later.sameAs(all.get(i))))
                .map(all::get)
                .toList()
                .reversed();
    }

    private boolean sameAs(View other) {
        return area.equals(other.area) && by.equals(other.by);
    }

    private static View view(Dossier review, DossierState.Folded one, Profile profile) {
        return new View(
                area(text(one, "area-of"), profile).map(Area::shortName).orElse(""),
                one.act().ref().party(),
                text(one, "progress"),
                text(one, "view"),
                review.ref(),
                one.act().ref());
    }

    /// An area by its short name, its heading or its name in either language.
    private static Optional<Area> area(String typed, Profile profile) {
        var said = typed.strip().toLowerCase(Locale.ROOT);
        return profile.areas().stream()
                .filter(area ->
                        Stream.of(
                                        area.shortName(),
                                        area.heading(),
                                        area.name().en(),
                                        area.name().nb())
                                .anyMatch(name -> name.toLowerCase(Locale.ROOT).equals(said)))
                .findFirst();
    }

    private static String text(DossierState.Folded one, String field) {
        var said = one.act().fields().get(field);
        return said == null ? "" : String.valueOf(said);
    }
}
