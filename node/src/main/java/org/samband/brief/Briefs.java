// SPDX-License-Identifier: EUPL-1.2
package org.samband.brief;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.samband.commitment.Commitments;
import org.samband.commitment.LivingCommitment;
import org.samband.commitment.LivingText;
import org.samband.label.Marking;
import org.samband.label.Policies;
import org.samband.parties.Area;
import org.samband.parties.PartnershipId;
import org.samband.parties.Partnerships;
import org.samband.parties.Sight;
import org.samband.parties.Sights;
import org.samband.procedure.ActRef;
import org.samband.procedure.Dossier;
import org.samband.procedure.DossierFilter;
import org.samband.procedure.DossierState;
import org.samband.procedure.Dossiers;
import org.samband.procedure.Evidence;
import org.samband.procedure.Field;
import org.samband.procedure.FollowUp;
import org.samband.procedure.TypedFields;
import org.springframework.stereotype.Component;

/// The door to briefs: made from what an officer may see, and never stored.
@Component
public class Briefs {
    /// So that a brief stays two pages.
    private static final int MOST_FACTS = 3;

    private static final int MOST_WORDS = 3;
    private static final int MOST_LINES = 3;
    private static final int MOST_MATTERS = 12;
    private static final int LONGEST = 280;

    private final Dossiers dossiers;
    private final Commitments commitments;
    private final Partnerships partnerships;
    private final Policies policies;
    private final Sights sights;

    Briefs(
            Dossiers dossiers,
            Commitments commitments,
            Partnerships partnerships,
            Policies policies,
            Sights sights) {
        this.dossiers = dossiers;
        this.commitments = commitments;
        this.partnerships = partnerships;
        this.policies = policies;
        this.sights = sights;
    }

    /// Empty if the officer does not see the dossier, or the node holds no text of the partnership.
    public Optional<Brief> of(Sight sight, PartnershipId partnership, ActRef meeting) {
        return sights.within(
                sight,
                () ->
                        dossiers.dossier(sight, partnership, meeting)
                                .flatMap(dossier ->
                                        commitments
                                                .text(sight, partnership)
                                                .map(text -> brief(sight, text, dossier))));
    }

    private Brief brief(Sight sight, LivingText text, Dossier meeting) {
        var addressed = addressed(text, meeting);
        var areas =
                addressed.isEmpty()
                        ? List.of(meeting.area())
                        : addressed.stream()
                                .map(one -> one.area().map(Area::shortName).orElse(""))
                                .distinct()
                                .toList();
        var markings = new ArrayList<Marking>();
        markings.add(meeting.marking());
        var topics =
                areas.stream()
                        .map(area ->
                                topic(
                                        text,
                                        area,
                                        of(addressed, area),
                                        matters(sight, meeting, area, markings)))
                        .toList();
        var lines = lines(meeting).toList();
        lines.forEach(note -> markings.add(note.marking()));
        topics.forEach(topic -> topic.lines().forEach(line -> markings.add(line.note().marking())));
        return new Brief(
                meeting,
                day(meeting),
                text(meeting.state(), "agenda"),
                lines,
                topics,
                markings.stream().distinct().reduce(policies::merge).orElseThrow());
    }

    private static List<LivingCommitment> of(List<LivingCommitment> addressed, String area) {
        return addressed.stream()
                .filter(one -> one.area().map(Area::shortName).orElse("").equals(area))
                .toList();
    }

    /// The commitments that its agenda addresses.
    private static List<LivingCommitment> addressed(LivingText text, Dossier meeting) {
        return meeting.procedure().acts().stream()
                .flatMap(act -> act.fields().stream())
                .filter(field -> field.type() == Field.Type.COMMITMENTS)
                .map(Field::name)
                .distinct()
                .flatMap(name -> meeting.state().value(name).stream())
                .flatMap(value -> value instanceof List<?> ids ? ids.stream() : Stream.of())
                .flatMap(id -> text.commitment(String.valueOf(id)).stream())
                .distinct()
                .toList();
    }

    /// Open matters of an area other than the meeting, the latest change first.
    private List<Dossier> matters(
            Sight sight, Dossier meeting, String area, List<Marking> markings) {
        var filter =
                new DossierFilter(
                        Optional.empty(),
                        Optional.of(area).filter(name -> !name.isEmpty()),
                        Optional.of(false),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        1);
        var found =
                dossiers.list(sight, meeting.partnership(), filter).lines().stream()
                        .filter(line -> line.area().equals(area))
                        .filter(line -> !line.ref().equals(meeting.ref()))
                        .limit(MOST_MATTERS)
                        .flatMap(line ->
                                dossiers.dossier(sight, meeting.partnership(), line.ref()).stream())
                        .toList();
        found.forEach(one -> markings.add(one.marking()));
        return found;
    }

    private Brief.Topic topic(
            LivingText text, String area, List<LivingCommitment> addressed, List<Dossier> matters) {
        return new Brief.Topic(
                area,
                addressed,
                addressed.stream()
                        .flatMap(one -> one.shown().stream())
                        .flatMap(shown -> shown.evidence().stream())
                        .filter(one -> !one.on().isAfter(text.today()))
                        .sorted(Evidence.EARLIEST_FIRST.reversed())
                        .distinct()
                        .limit(MOST_FACTS)
                        .toList(),
                matters.stream()
                        .flatMap(one -> lastWord(text, one).stream())
                        .sorted(Comparator.comparing(Brief.LastWord::on).reversed())
                        .limit(MOST_WORDS)
                        .toList(),
                matters.stream()
                        .flatMap(one -> one.state().followUps().stream())
                        .filter(FollowUp::open)
                        .toList(),
                matters.stream()
                        .flatMap(one ->
                                lines(one)
                                        .map(note -> new Brief.Line(one.ref(), one.title(), note)))
                        .sorted(
                                Comparator.comparing((Brief.Line line) -> line.note().at())
                                        .reversed())
                        .limit(MOST_LINES)
                        .toList());
    }

    /// Notes about who holds something are none of what we mean to say.
    private static Stream<Dossier.Note> lines(Dossier dossier) {
        return dossier.notes().reversed().stream().filter(note -> !note.holders());
    }

    private Optional<Brief.LastWord> lastWord(LivingText text, Dossier matter) {
        var theirs = partnerships.counterpart(matter.partnership());
        return matter.state().acts().reversed().stream()
                .filter(one -> one.effective() && one.act().ref().party().equals(theirs.code()))
                .findFirst()
                .flatMap(one ->
                        matter.procedure()
                                .act(one.act().act())
                                .map(form ->
                                        new Brief.LastWord(
                                                matter.ref(),
                                                one.act().ref(),
                                                matter.title(),
                                                theirs.code(),
                                                LocalDate.ofInstant(
                                                        one.act().at(), zone(text, one)),
                                                form.done(),
                                                form.fields().stream()
                                                        .filter(field ->
                                                                field.type()
                                                                        == Field.Type.MULTILINE)
                                                        .flatMap(field ->
                                                                Stream.ofNullable(
                                                                        one.act()
                                                                                .fields()
                                                                                .get(field.name())))
                                                        .map(String::valueOf)
                                                        .findFirst()
                                                        .map(Briefs::shortened)
                                                        .orElse(""))));
    }

    private static ZoneId zone(LivingText text, DossierState.Folded act) {
        return text.profile().party(act.act().ref().party()).orElseThrow().zone();
    }

    private static String shortened(String words) {
        var line = words.strip().replaceAll("\\s+", " ");
        if (line.length() <= LONGEST) {
            return line;
        }
        var end = line.lastIndexOf(' ', LONGEST);
        return line.substring(0, end < LONGEST / 2 ? LONGEST : end) + " …";
    }

    private static Optional<LocalDate> day(Dossier meeting) {
        return meeting.procedure().states().stream()
                .flatMap(state -> state.day().stream())
                .filter(name -> !name.equals("dates"))
                .distinct()
                .flatMap(name -> text(meeting.state(), name).stream())
                .flatMap(day -> TypedFields.day(day).stream())
                .findFirst();
    }

    private static Optional<String> text(DossierState state, String field) {
        return state.value(field).map(String::valueOf).filter(one -> !one.isBlank());
    }
}
