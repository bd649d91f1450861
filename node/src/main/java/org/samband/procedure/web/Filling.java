// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.samband.act.Outcome;
import org.samband.act.Refusal;
import org.samband.document.DocumentForm;
import org.samband.document.DocumentReading;
import org.samband.document.Documents;
import org.samband.label.Ceiling;
import org.samband.label.Decision;
import org.samband.label.Marking;
import org.samband.label.Policies;
import org.samband.parties.Bilingual;
import org.samband.parties.Officer;
import org.samband.parties.PartnershipId;
import org.samband.procedure.ActForm;
import org.samband.procedure.Field;
import org.samband.procedure.Procedure;
import org.samband.web.Words;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.multipart.MultipartFile;

/// Fills in a form from a document that the officer brings. Source: `spec/document/`, DOC-10 to 13.
@Component
class Filling {
    private static final String DOCUMENT = "source-document";

    /// Longer values are not repeated beside the form.
    private static final int SHORT = 200;

    private final Documents documents;
    private final Policies policies;
    private final Ceiling ceiling;
    private final Uploads uploads;

    Filling(Documents documents, Policies policies, Ceiling ceiling, Uploads uploads) {
        this.documents = documents;
        this.policies = policies;
        this.ceiling = ceiling;
        this.uploads = uploads;
    }

    /// A form after a document was read, or refused.
    ///
    /// @param sent the form with what the document says
    /// @param marking that the document bears; missing where it bears none
    record Filled(
            MultiValueMap<String, String> sent,
            Marking marking,
            List<String> filled,
            List<Bilingual> notes,
            List<Refusal> refusals) {}

    /// What the form of an act shows before anything was read; empty where it reads nothing.
    Optional<Documented> offered(ActForm form, Words words) {
        return form.reads()
                .map(_ -> new Documented(title(form, words), "", List.of(), List.of(), false));
    }

    Documented shown(ActForm form, Filled filled, Words words) {
        return new Documented(
                title(form, words),
                filled.refusals().isEmpty() ? "" : FormParts.first(filled.sent(), DOCUMENT),
                filled.filled(),
                filled.notes(),
                true);
    }

    private String title(ActForm form, Words words) {
        return words.in(read(form).title());
    }

    private DocumentForm read(ActForm form) {
        return form.reads().flatMap(documents::form).orElseThrow();
    }

    Filled fill(
            Officer officer,
            PartnershipId partnership,
            Procedure procedure,
            ActForm form,
            MultiValueMap<String, String> sent,
            MultiValueMap<String, MultipartFile> files,
            Words words) {
        var file =
                Optional.ofNullable(files.getFirst(DOCUMENT + ".file"))
                        .filter(one -> !one.isEmpty());
        var bytes = file.map(Filling::bytes).orElseGet(() -> text(sent));
        var read = documents.read(read(form), bytes).then(this::held);
        return switch (read) {
            case Outcome.Refused<DocumentReading>(var refusal) ->
                    new Filled(
                            sent,
                            Marking.NONE,
                            List.of(),
                            List.of(),
                            List.of(new Refusal(refusal.rule(), DOCUMENT, refusal.facts())));
            case Outcome.Accepted<DocumentReading>(var reading) -> {
                var onForm = new LinkedMultiValueMap<String, MultipartFile>();
                var room = form.fields().stream().filter(Filling::takesFiles).findFirst();
                room.ifPresent(
                        field -> file.ifPresent(one -> onForm.add(field.name() + ".file", one)));
                var kept = uploads.keep(officer, partnership, form, sent, onForm);
                yield filled(procedure, form, reading, kept, words);
            }
        };
    }

    private Outcome<DocumentReading> held(DocumentReading reading) {
        return !reading.marking().isMissing()
                        && policies.mayHold(ceiling, reading.marking())
                                instanceof Decision.Refused(var refusal)
                ? Outcome.refused(refusal)
                : Outcome.accepted(reading);
    }

    private static Filled filled(
            Procedure procedure,
            ActForm form,
            DocumentReading reading,
            Uploads.Kept kept,
            Words words) {
        var labels = new ArrayList<String>();
        for (var field : form.fields()) {
            var value = reading.fields().get(field.name());
            if (value != null) {
                kept.sent().set(field.name(), value);
                labels.add(words.in(field.title()));
            }
        }
        var notes = new ArrayList<>(reading.notes());
        also(procedure, form, reading).ifPresent(notes::add);
        return new Filled(kept.sent(), reading.marking(), labels, notes, kept.refusals());
    }

    /// What the document says and this form does not ask: the officer sees whether it is about the
    /// same matter.
    private static Optional<Bilingual> also(
            Procedure procedure, ActForm form, DocumentReading reading) {
        var values =
                procedure.acts().stream()
                        .flatMap(act -> act.fields().stream())
                        .filter(field -> form.field(field.name()).isEmpty())
                        .filter(field ->
                                reading.fields().getOrDefault(field.name(), "").length() <= SHORT)
                        .flatMap(field ->
                                Optional.ofNullable(reading.fields().get(field.name())).stream()
                                        .map(value -> said(field.title(), value)))
                        .distinct()
                        .toList();
        return values.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Bilingual(
                                "The document also says: " + joined(values, Bilingual::en),
                                "Dokumentet sier også: " + joined(values, Bilingual::nb)));
    }

    private static Bilingual said(Bilingual title, String value) {
        var line = ": " + value.replace("\n", ", ");
        return new Bilingual(title.en() + line, title.nb() + line);
    }

    private static String joined(List<Bilingual> values, Function<Bilingual, String> language) {
        return values.stream().map(language).collect(Collectors.joining("; ")) + ".";
    }

    private static boolean takesFiles(Field field) {
        return field.type() == Field.Type.ATTACHMENTS;
    }

    private static byte[] text(Map<String, List<String>> sent) {
        return FormParts.first(sent, DOCUMENT).strip().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] bytes(MultipartFile file) {
        try (var in = file.getInputStream()) {
            return in.readNBytes(DocumentForm.LARGEST + 1);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
