// SPDX-License-Identifier: EUPL-1.2
package org.samband.web;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.samband.act.Outcome;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/// The answer to a page that keeps what stands in its form by itself: one sentence, which the page
/// shows beside the form.
public final class KeptDraft {
    /// Value of the control `step` of a form that the page keeps by itself.
    public static final String BY_ITSELF = "by-itself";

    private static final MediaType TEXT = new MediaType("text", "plain", StandardCharsets.UTF_8);

    private KeptDraft() {}

    /// @param kept when it was kept, or why it was not
    public static ResponseEntity<String> said(Outcome<Instant> kept, Words words) {
        return switch (kept) {
            case Outcome.Accepted<Instant>(var at) ->
                    ResponseEntity.ok()
                            .contentType(TEXT)
                            .body(words.of("web.draft.kept", words.moment(at)));
            case Outcome.Refused<Instant>(var why) ->
                    ResponseEntity.status(Page.REFUSED).contentType(TEXT).body(words.refusal(why));
        };
    }
}
