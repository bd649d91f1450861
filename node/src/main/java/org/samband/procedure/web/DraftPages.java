// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure.web;

import java.util.List;
import java.util.Optional;
import org.samband.act.Outcome;
import org.samband.parties.Officer;
import org.samband.parties.PartnershipId;
import org.samband.procedure.FormDraft;
import org.samband.procedure.FormDrafts;
import org.samband.web.Page;
import org.samband.web.Refusals;
import org.samband.web.Words;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// An officer's drafts in one partnership: go on with one, throw it away, bring it back.
@Controller
class DraftPages {
    private static final int SEE_OTHER = 303;

    private final FormDrafts drafts;
    private final FormParts parts;

    DraftPages(FormDrafts drafts, FormParts parts) {
        this.drafts = drafts;
        this.parts = parts;
    }

    @GetMapping("/{partnership}/drafts")
    Page drafts(
            @PathVariable PartnershipId partnership,
            @RequestParam(defaultValue = "0") String thrown,
            Officer officer,
            Words words) {
        return page(partnership, number(thrown), officer, words, Refusals.NONE);
    }

    @PostMapping("/{partnership}/draft/{id}/throw-away")
    Object throwAway(
            @PathVariable PartnershipId partnership,
            @PathVariable String id,
            Officer officer,
            Words words) {
        return switch (drafts.throwAway(officer, partnership, number(id))) {
            case Outcome.Accepted<FormDraft>(var draft) ->
                    goTo("/" + partnership + "/drafts?thrown=" + draft.id());
            case Outcome.Refused<FormDraft>(var why) ->
                    page(partnership, 0, officer, words, Refusals.of(why)).status(Page.REFUSED);
        };
    }

    @PostMapping("/{partnership}/draft/{id}/bring-back")
    Object bringBack(
            @PathVariable PartnershipId partnership,
            @PathVariable String id,
            Officer officer,
            Words words) {
        return switch (drafts.bringBack(officer, partnership, number(id))) {
            case Outcome.Accepted<FormDraft>(var draft) ->
                    goTo("/" + partnership + draft.place().path());
            case Outcome.Refused<FormDraft>(var why) ->
                    page(partnership, 0, officer, words, Refusals.of(why)).status(Page.REFUSED);
        };
    }

    private static long number(String typed) {
        return typed.matches("[0-9]{1,15}") ? Long.parseLong(typed) : 0;
    }

    static ResponseEntity<Void> goTo(String place) {
        return ResponseEntity.status(SEE_OTHER).header("Location", place).build();
    }

    private Page page(
            PartnershipId partnership,
            long thrown,
            Officer officer,
            Words words,
            Refusals refusals) {
        var all = drafts.all(officer, partnership);
        return parts.marked(
                        Page.of("procedure/drafts.jte"),
                        all.stream().map(FormDraft::marking).toList())
                .titled(words.of("procedure.drafts.title"))
                .in(partnership)
                .at(DossierListPages.AT)
                .with("standing", which(all, false))
                .with("thrown", which(all, true))
                .with(
                        "justThrown",
                        Optional.of(thrown)
                                .filter(id ->
                                        which(all, true).stream().anyMatch(one -> one.id() == id)))
                .with("refusals", refusals);
    }

    private static List<FormDraft> which(List<FormDraft> all, boolean thrown) {
        return all.stream().filter(one -> one.thrownAt().isPresent() == thrown).toList();
    }
}
