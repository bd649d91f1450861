// SPDX-License-Identifier: EUPL-1.2
package org.samband.commitment;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.samband.act.Outcome;
import org.samband.act.Refusal;
import org.samband.attachment.Attachment;
import org.samband.attachment.Attachments;
import org.samband.instrument.Imported;
import org.samband.instrument.InstrumentFile;
import org.samband.instrument.InstrumentImport;
import org.samband.label.Marking;
import org.samband.parties.Officer;
import org.samband.parties.PartnershipId;
import org.samband.parties.Partnerships;
import org.samband.parties.Profile;
import org.samband.parties.Sight;
import org.samband.parties.Sights;
import org.samband.procedure.ActForm;
import org.samband.procedure.ActRef;
import org.samband.procedure.Dossier;
import org.samband.procedure.Dossiers;
import org.samband.procedure.FormDraft;
import org.samband.procedure.FormDrafts;
import org.samband.procedure.Openings;
import org.springframework.stereotype.Component;

/// The door to further versions of the instrument: reads a new text into a draft of the form that
/// proposes it, and puts two versions side by side. Source: SDP §48; spec/instrument/README.md.
@Component
public class TextVersions {
    private static final String INSTRUMENT = "instrument.json";
    private static final String COMMITMENTS = "commitments.json";

    private static final String REVISION = "instrument-revision";
    private static final Set<String> DONE = Set.of("agreed", "signed");

    private final Successions successions;
    private final Partnerships partnerships;
    private final Attachments attachments;
    private final FormDrafts drafts;
    private final Openings openings;
    private final Dossiers dossiers;
    private final Sights sights;

    TextVersions(
            Successions successions,
            Partnerships partnerships,
            Attachments attachments,
            FormDrafts drafts,
            Openings openings,
            Dossiers dossiers,
            Sights sights) {
        this.successions = successions;
        this.partnerships = partnerships;
        this.attachments = attachments;
        this.drafts = drafts;
        this.openings = openings;
        this.dossiers = dossiers;
        this.sights = sights;
    }

    /// Whether the officer may propose a version.
    public boolean mayPropose(Officer officer, PartnershipId partnership) {
        return form(partnership).filter(act -> act.roleOf(officer).isPresent()).isPresent()
                && sights.of(officer).needToKnow().covers(partnership, "");
    }

    private Optional<ActForm> form(PartnershipId partnership) {
        return openings.of(partnership, Adoption.PROCEDURE).flatMap(opening -> opening.act());
    }

    /// Reads a new text, keeps what the import writes as files on the form that proposes it, and
    /// fills in the rest of it: a draft of this officer until the act is made.
    ///
    /// @param revision the dossier in which both agreed the text, if it comes from one; its mapping
    ///   stands in the form
    /// @param name of the file that the officer brings
    /// @param type as the browser gives it
    /// @return the path of the form below that of the partnership
    public Outcome<String> take(
            Officer officer,
            PartnershipId partnership,
            Optional<Dossier> revision,
            String name,
            String type,
            byte[] bytes) {
        var profile = partnerships.profile(partnership).orElseThrow();
        var now = succession(profile);
        if (now.isEmpty()) {
            return Outcome.refused(CommitmentRule.VERSION_NOT_HELD);
        }
        return InstrumentImport.read(bytes, name)
                .then(imported ->
                        file(officer, partnership, name, type, bytes)
                                .then(source ->
                                        fill(
                                                officer, profile, now.get(), revision, source,
                                                imported)));
    }

    /// Whether both parties agreed a new text in this dossier, which can be proposed for adoption.
    public boolean isRevised(Dossier dossier) {
        return dossier.procedure().id().equals(REVISION)
                && DONE.contains(dossier.state().state().name());
    }

    /// The dossier of a revision whose text both agreed, if the officer sees it.
    public Optional<Dossier> revised(Officer officer, PartnershipId partnership, ActRef dossier) {
        return dossiers.dossier(sights.of(officer), partnership, dossier).filter(this::isRevised);
    }

    private Outcome<Attachment> file(
            Officer officer, PartnershipId partnership, String name, String type, byte[] bytes) {
        return attachments.keep(officer, partnership, new ByteArrayInputStream(bytes), name, type);
    }

    private Outcome<String> fill(
            Officer officer,
            Profile profile,
            Succession now,
            Optional<Dossier> revision,
            Attachment source,
            Imported imported) {
        return json(officer, profile, INSTRUMENT, imported)
                .then(text ->
                        json(officer, profile, COMMITMENTS, imported)
                                .then(commitments ->
                                        keep(
                                                officer,
                                                profile,
                                                typed(
                                                        profile,
                                                        now.versions().getLast(),
                                                        revision,
                                                        imported,
                                                        List.of(text, commitments, source)))));
    }

    private Outcome<Attachment> json(
            Officer officer, Profile profile, String name, Imported imported) {
        var bytes = Objects.requireNonNull(InstrumentFile.outputs(imported).get(name), name);
        return file(officer, profile.id(), name, "application/json", bytes);
    }

    private static Map<String, List<String>> typed(
            Profile profile,
            InstrumentVersion last,
            Optional<Dossier> revision,
            Imported imported,
            List<Attachment> files) {
        var typed = new TreeMap<String, List<String>>();
        typed.put("instrument", List.of(profile.instrument()));
        typed.put("instrument-hash", List.of(files.getFirst().blob().hex()));
        typed.put("commitments-hash", List.of(files.get(1).blob().hex()));
        typed.put(Succession.REPLACES, List.of(String.valueOf(last.number())));
        revision.ifPresent(one -> typed.put("dossier-of", List.of(one.ref().toString())));
        typed.put(Mapping.FIELD, List.of(mapping(last, imported, revision)));
        typed.put("files", files.stream().map(Attachment::typed).toList());
        return typed;
    }

    /// What both agreed in the revision, and what that leaves open.
    private static String mapping(
            InstrumentVersion last, Imported imported, Optional<Dossier> revision) {
        var agreed =
                revision.flatMap(one -> one.state().value(Mapping.FIELD))
                        .map(String::valueOf)
                        .orElse("");
        var said =
                Mapping.read(agreed) instanceof Outcome.Accepted<Mapping>(var read)
                        ? read
                        : Mapping.NONE;
        return Stream.of(agreed, Mapped.asked(last.commitments(), imported.commitments(), said))
                .filter(text -> !text.isBlank())
                .map(String::strip)
                .collect(Collectors.joining("\n"));
    }

    private Outcome<String> keep(
            Officer officer, Profile profile, Map<String, List<String>> typed) {
        var marking = partnerships.us(profile.id()).marking();
        marking.labels()
                .forEach(label -> {
                    typed.put("marking." + label.policy(), List.of(label.level()));
                    typed.put(
                            "marking." + label.policy() + ".with", List.copyOf(label.categories()));
                });
        var place = new FormDraft.Place(profile.id(), Optional.empty(), Adoption.PROCEDURE);
        return drafts.keep(
                        officer,
                        place,
                        new FormDrafts.Typed(
                                form(profile.id()).orElseThrow(),
                                Optional.empty(),
                                "",
                                "",
                                Marking.NONE,
                                typed))
                .map(_ -> place.path());
    }

    private Optional<Succession> succession(Profile profile) {
        return sights.within(
                Sight.NODE,
                () ->
                        successions
                                .first(profile)
                                .map(first ->
                                        successions.of(
                                                profile,
                                                first,
                                                successions.all(
                                                        Sight.NODE, profile, Adoption.PROCEDURE))));
    }

    /// The version that a dossier proposes, or that both adopted in it, next to the one in whose
    /// place it comes; or why it cannot come there. Empty where the officer sees no such dossier.
    public Optional<Outcome<VersionComparison>> compare(
            Sight sight, PartnershipId partnership, ActRef dossier) {
        var profile = partnerships.profile(partnership);
        return profile.flatMap(one ->
                dossiers.dossier(sight, partnership, dossier)
                        .filter(found -> found.procedure().id().equals(Adoption.PROCEDURE))
                        .filter(found -> Adoption.isOf(one, found))
                        .map(Succession.Proposed::of)
                        .filter(found -> found.replaces().isPresent())
                        .flatMap(found -> succession(one).map(now -> compare(one, now, found))));
    }

    private Outcome<VersionComparison> compare(
            Profile profile, Succession now, Succession.Proposed proposed) {
        var adopted =
                now.versions().stream()
                        .filter(one -> one.number() > 1)
                        .filter(one -> one.dossier().filter(proposed.dossier()::equals).isPresent())
                        .findFirst();
        if (adopted.isPresent()) {
            var next = adopted.get();
            return Outcome.accepted(
                    VersionComparison.of(
                            proposed.dossier(),
                            now.versions().get(next.number() - 2),
                            next,
                            next.from()));
        }
        return now.next(profile, proposed, successions.library(profile))
                .map(next ->
                        VersionComparison.of(
                                proposed.dossier(),
                                now.versions().getLast(),
                                next,
                                proposed.effect()));
    }

    /// Why nothing can be read.
    public static Refusal nothing() {
        return Refusal.of(CommitmentRule.NO_NEW_TEXT);
    }
}
