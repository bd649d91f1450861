// SPDX-License-Identifier: EUPL-1.2
package org.samband.stocktake;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.samband.commitment.LivingCommitment;
import org.samband.commitment.LivingText;
import org.samband.parties.Area;
import org.samband.parties.NeedToKnow;
import org.samband.parties.Profile;
import org.samband.procedure.Evidence;
import org.samband.procedure.Past;

/// Where every commitment stands after a period, and what both parties did in it: a pure function
/// of its scope and the ledgers. Source: SDP paragraph 47.
///
/// @param instrumentHash of the version of the text that is meant
/// @param whole whether all areas are in it; else those of the officer's need-to-know alone
/// @param areas in the order of the text, with what stands under no area last
/// @param frames in which each party reports for itself
public record Stocktake(
        Profile profile,
        String instrumentHash,
        Scope scope,
        boolean whole,
        List<AreaStock> areas,
        List<OwnFrame> frames) {
    public Stocktake {
        areas = List.copyOf(areas);
        frames = List.copyOf(frames);
    }

    /// @param past dossiers that the scope counts and the officer may see, and no others
    /// @param before the text on the day before the period
    /// @param now the text on its last day
    static Stocktake of(
            Scope scope, Past past, LivingText before, LivingText now, NeedToKnow seen) {
        var profile = past.profile();
        var zones = new TreeMap<org.samband.parties.PartyCode, java.time.ZoneId>();
        profile.parties().forEach(party -> zones.put(party.code(), party.zone()));
        var period = new Figures.Period(scope.from(), scope.to(), zones);
        var views =
                past.of(View.PROCEDURE).stream()
                        .flatMap(review -> View.of(review, profile, period).stream())
                        .toList();
        var areas =
                Stream.concat(profile.areas().stream().map(Area::shortName), Stream.of(""))
                        .filter(area -> seen.covers(profile.id(), area))
                        .map(area ->
                                new AreaStock(
                                        area,
                                        commitments(profile, area, before, now, period),
                                        Figures.of(
                                                past.dossiers().stream()
                                                        .filter(one -> one.area().equals(area))
                                                        .toList(),
                                                period),
                                        views.stream()
                                                .filter(one -> one.area().equals(area))
                                                .toList()))
                        .filter(area -> !area.isEmpty())
                        .toList();
        return new Stocktake(
                profile,
                now.adoption().instrumentHash(),
                scope,
                profile.areas().stream()
                        .allMatch(area -> seen.covers(profile.id(), area.shortName())),
                areas,
                past.of(OwnFrame.PROCEDURE).stream()
                        .filter(one -> seen.covers(profile.id(), one.area()))
                        .flatMap(one -> OwnFrame.of(one, period).stream())
                        .toList());
    }

    /// The frames of both parties in an area, in the order of their dossiers.
    public List<OwnFrame> frames(String area) {
        return frames.stream().filter(one -> one.area().equals(area)).toList();
    }

    private static List<CommitmentStock> commitments(
            Profile profile,
            String area,
            LivingText before,
            LivingText now,
            Figures.Period period) {
        return profile.area(area).stream()
                .flatMap(one -> now.in(one).stream())
                .flatMap(
                        one -> one.shown().stream().map(shown -> stock(one, shown, before, period)))
                .toList();
    }

    private static CommitmentStock stock(
            LivingCommitment one,
            LivingCommitment.Shown shown,
            LivingText before,
            Figures.Period period) {
        var dated = shown.evidence().reversed();
        return new CommitmentStock(
                one,
                before.commitment(one.id())
                        .flatMap(LivingCommitment::shown)
                        .map(LivingCommitment.Shown::standing)
                        .orElse(shown.standing()),
                shown.standing(),
                dated.stream().filter(evidence -> period.holds(evidence.on())).toList(),
                dated.stream().map(Evidence::on).anyMatch(day -> day.isBefore(period.from())));
    }

    public Optional<AreaStock> area(String shortName) {
        return areas.stream().filter(one -> one.area().equals(shortName)).findFirst();
    }

    public Optional<CommitmentStock> commitment(String id) {
        return areas.stream()
                .flatMap(area -> area.commitments().stream())
                .filter(one -> one.id().equals(id))
                .findFirst();
    }

    /// Effective acts of all areas by month, months without one too.
    public SortedMap<YearMonth, Integer> months() {
        var all = new TreeMap<YearMonth, Integer>();
        for (var month = YearMonth.from(scope.from());
                !month.isAfter(YearMonth.from(scope.to()));
                month = month.plusMonths(1)) {
            all.put(month, 0);
        }
        areas.forEach(area ->
                area.figures()
                        .months()
                        .forEach((month, acts) -> all.merge(month, acts, Integer::sum)));
        return all;
    }
}
