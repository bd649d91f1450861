// SPDX-License-Identifier: EUPL-1.2
package org.samband.drafting.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.samband.drafting.CanonicalText;
import org.samband.drafting.JointText;
import org.samband.drafting.JointTexts;
import org.samband.label.Policies;
import org.samband.paper.PaperPdf;
import org.samband.parties.Partnerships;
import org.samband.parties.Profile;
import org.samband.web.FileAnswer;
import org.samband.web.FileKind;
import org.samband.web.NotFound;
import org.samband.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// A readout that both parties made public, for anyone who has its address. Whatever else is asked
/// for is not there, in the same words. Source: spec/drafting, DRAFT-19 and DRAFT-43.
@Controller
class PublicTextPages {
    private final JointTexts texts;
    private final TextParts parts;
    private final Partnerships partnerships;
    private final Policies policies;

    PublicTextPages(
            JointTexts texts, TextParts parts, Partnerships partnerships, Policies policies) {
        this.texts = texts;
        this.parts = parts;
        this.partnerships = partnerships;
        this.policies = policies;
    }

    /// Where anyone reads a text.
    static String address(JointText text) {
        return "/public/" + text.opening().partnership() + "/" + CanonicalText.hash(text);
    }

    @GetMapping("/public/{of}/{hash}")
    Page page(@PathVariable String of, @PathVariable String hash) {
        var text = find(of, hash);
        var names = parts.namesOf(text);
        return Page.of("drafting/public.jte")
                .titled(names.copy(text.opening().title(), text))
                .marked(JointTexts.PUBLIC)
                .with("copy", TextCopy.of(text, names))
                .with("language", text.opening().language())
                .with("hash", hash);
    }

    @GetMapping("/public/{of}/{hash}/pdf")
    void pdf(@PathVariable String of, @PathVariable String hash, HttpServletResponse response)
            throws IOException {
        var text = find(of, hash);
        var names = parts.namesOf(text);
        var words = names.words();
        var banner = policies.banner(JointTexts.PUBLIC, words.language()).text();
        var circle = words.of("paper.circle.public");
        var pdf = PaperPdf.of(TextPaper.sealed(text, names, banner, circle).paper());
        FileAnswer.head(response, FileKind.PDF, text.ref().toString(), JointTexts.PUBLIC);
        response.getOutputStream().write(pdf);
    }

    private JointText find(String of, String hash) {
        return partnerships.profiles().stream()
                .map(Profile::id)
                .filter(id -> id.value().equals(of))
                .findFirst()
                .flatMap(id -> texts.published(id, hash))
                .orElseThrow(NotFound::new);
    }
}
