// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.samband.act.Outcome;
import org.samband.act.Refusal;
import org.samband.federation.FileMarking;
import org.samband.federation.LinkStates;
import org.samband.federation.SegmentFileRule;
import org.samband.federation.SegmentFiles;
import org.samband.parties.Officer;
import org.samband.parties.PartnershipId;
import org.samband.parties.Power;
import org.samband.parties.SecurityEvent;
import org.samband.parties.SecurityLog;
import org.samband.parties.SecurityNote;
import org.samband.parties.Sights;
import org.samband.web.NotFound;
import org.samband.web.Page;
import org.samband.web.Refusals;
import org.samband.web.Words;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/// Takes segment files out of the node and brings the counterpart's in, for an officer who carries
/// them.
@Controller
class SegmentFilePages {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");
    private static final int FORBIDDEN = 403;

    private final LinePage page;
    private final SegmentFiles files;
    private final LinkStates states;
    private final Sights sights;
    private final SecurityLog log;

    SegmentFilePages(
            LinePage page, SegmentFiles files, LinkStates states, Sights sights, SecurityLog log) {
        this.page = page;
        this.files = files;
        this.states = states;
        this.sights = sights;
        this.log = log;
    }

    /// Gives one file for the counterpart.
    ///
    /// @param from number of its first entry; 0 for the first that has no receipt
    /// @param part of the files with the same entries, counted from 1
    /// @param back number of the first entry of its own that the counterpart has lost, as it was
    ///   typed; empty where a file of ours is wanted
    @PostMapping("/{partnership}/line/file")
    Object make(
            @PathVariable PartnershipId partnership,
            @RequestParam(defaultValue = "0") long from,
            @RequestParam(defaultValue = "1") int part,
            @RequestParam Optional<String> back,
            Officer officer,
            Words words,
            HttpServletRequest request)
            throws IOException {
        need(partnership, officer);
        if (!states.seesAll(sights.of(officer), partnership)) {
            return page.of(
                            partnership,
                            officer,
                            words,
                            Refusals.of(Refusal.of(SegmentFileRule.NOT_ALL_SEEN)),
                            List.of())
                    .status(FORBIDDEN);
        }
        return switch (files.make(partnership, place(from, part, back), officer.account())) {
            case Outcome.Accepted<SegmentFiles.Made>(var made) -> {
                note(SecurityEvent.FILE_TAKEN_OUT, partnership, officer, request, made.name());
                yield answer(made);
            }
            case Outcome.Refused<SegmentFiles.Made>(var refusal) ->
                    page.of(partnership, officer, words, Refusals.of(refusal), List.of())
                            .status(Page.REFUSED);
        };
    }

    private static Optional<SegmentFiles.Place> place(long from, int part, Optional<String> back) {
        return back.map(SegmentFilePages::number)
                .map(SegmentFiles.Place::back)
                .or(() -> Optional.of(new SegmentFiles.Place(from, part)).filter(_ -> from > 0));
    }

    /// @return 0 where it is none
    private static long number(String typed) {
        var number = typed.strip();
        return NUMBER.matcher(number).matches() ? Long.parseLong(number) : 0;
    }

    /// The file is gone when it has been sent, or could not be.
    private static ResponseEntity<Resource> answer(SegmentFiles.Made made) throws IOException {
        long length = Files.size(made.path());
        var in = Files.newInputStream(made.path(), StandardOpenOption.DELETE_ON_CLOSE);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(SegmentFiles.MEDIA_TYPE))
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(made.name()).build().toString())
                .header("Samband-Marking", FileMarking.inHeader(made.marking()))
                .contentLength(length)
                .body(new InputStreamResource(in));
    }

    /// Takes files that an officer brings, and says what came of each.
    @PostMapping("/{partnership}/line/files")
    Object take(
            @PathVariable PartnershipId partnership,
            @RequestParam("files") List<MultipartFile> brought,
            Officer officer,
            Words words,
            HttpServletRequest request)
            throws IOException {
        need(partnership, officer);
        var kept = new ArrayList<SegmentFiles.Brought>();
        try {
            for (var file : brought) {
                if (!file.isEmpty()) {
                    var path = files.passing(partnership);
                    kept.add(new SegmentFiles.Brought(name(file), path));
                    file.transferTo(path);
                }
            }
            var taken = files.take(partnership, kept, officer.account());
            taken.stream()
                    .filter(file -> file.refusal().isEmpty())
                    .forEach(file ->
                            note(
                                    SecurityEvent.FILE_BROUGHT_IN,
                                    partnership,
                                    officer,
                                    request,
                                    file.name()));
            return page.of(partnership, officer, words, nothing(kept), taken)
                    .status(kept.isEmpty() ? Page.REFUSED : 200);
        } finally {
            for (var file : kept) {
                Files.deleteIfExists(file.path());
            }
        }
    }

    private static Refusals nothing(List<SegmentFiles.Brought> kept) {
        return kept.isEmpty()
                ? Refusals.of(Refusal.at(SegmentFileRule.NO_FILE, "files"))
                : Refusals.NONE;
    }

    /// The name without folders, which some browsers send.
    private static String name(MultipartFile file) {
        var given = Optional.ofNullable(file.getOriginalFilename()).orElse("");
        var name = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        return name.replaceAll("\\p{Cntrl}", "").strip();
    }

    private void need(PartnershipId partnership, Officer officer) {
        page.state(partnership, officer);
        if (!officer.may(Power.CARRY)) {
            throw new NotFound();
        }
    }

    private void note(
            SecurityEvent event,
            PartnershipId partnership,
            Officer officer,
            HttpServletRequest request,
            String file) {
        log.note(
                SecurityNote.of(event)
                        .by(officer.id())
                        .in(partnership)
                        .from(request.getRemoteAddr())
                        .with("file", file));
    }
}
