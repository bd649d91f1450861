// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.samband.act.Outcome;
import org.samband.act.Refusal;
import org.samband.attachment.Attachment;
import org.samband.attachment.Attachments;
import org.samband.parties.Officer;
import org.samband.parties.PartnershipId;
import org.samband.procedure.ActForm;
import org.samband.procedure.Field;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.multipart.MultipartFile;

/// Keeps the files that an officer has put on a form. They stay on it when the act is refused.
@Component
class Uploads {
    private final Attachments attachments;

    Uploads(Attachments attachments) {
        this.attachments = attachments;
    }

    /// A form with its new files.
    ///
    /// @param sent what came, with one line for each file that is kept
    /// @param refusals of files, at their fields
    record Kept(MultiValueMap<String, String> sent, List<Refusal> refusals) {}

    /// @param sent texts of the form
    /// @param files by name of the control
    Kept keep(
            Officer officer,
            PartnershipId partnership,
            ActForm form,
            MultiValueMap<String, String> sent,
            MultiValueMap<String, MultipartFile> files) {
        var all = new LinkedMultiValueMap<String, String>();
        sent.forEach((name, values) -> values.forEach(value -> all.add(name, value)));
        var refusals = new ArrayList<Refusal>();
        var may =
                form.roleOf(officer).isPresent()
                        && officer.needToKnow().areas().containsKey(partnership);
        for (var field : form.fields()) {
            if (may && field.type() == Field.Type.ATTACHMENTS) {
                for (var file : files.getOrDefault(field.name() + ".file", List.of())) {
                    keep(officer, partnership, field, file, all, refusals);
                }
            }
        }
        return new Kept(all, refusals);
    }

    private void keep(
            Officer officer,
            PartnershipId partnership,
            Field field,
            MultipartFile file,
            MultiValueMap<String, String> sent,
            List<Refusal> refusals) {
        var name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
        if (name.isEmpty() && file.isEmpty()) {
            return; // A control without a choice sends one such file.
        }
        try (var in = file.getInputStream()) {
            var type = Objects.requireNonNullElse(file.getContentType(), Attachment.UNKNOWN_TYPE);
            switch (attachments.keep(officer, partnership, in, name, type)) {
                case Outcome.Accepted<Attachment>(var kept) -> sent.add(field.name(), kept.typed());
                case Outcome.Refused<Attachment>(var why) ->
                        refusals.add(new Refusal(why.rule(), field.name(), why.facts()));
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
