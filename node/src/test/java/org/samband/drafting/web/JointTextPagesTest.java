// SPDX-License-Identifier: EUPL-1.2
package org.samband.drafting.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.samband.procedure.DossierNodes.EU_NORWAY;
import static org.samband.procedure.DossierNodes.OPEN;
import static org.samband.procedure.DossierNodes.done;
import static org.samband.procedure.DossierNodes.rules;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.samband.act.Outcome;
import org.samband.attachment.Attachments;
import org.samband.drafting.CanonicalText;
import org.samband.drafting.CopyProofs;
import org.samband.drafting.DraftingRule;
import org.samband.drafting.JointText;
import org.samband.drafting.JointTexts;
import org.samband.drafting.PointDrafts;
import org.samband.federation.NodeSignatures;
import org.samband.federation.SignaturePair;
import org.samband.label.Policies;
import org.samband.node.TestRooms;
import org.samband.paper.PdfSignatures;
import org.samband.paper.VeraPdf;
import org.samband.parties.Officer;
import org.samband.parties.Partnerships;
import org.samband.parties.PartyCode;
import org.samband.parties.Role;
import org.samband.parties.Sights;
import org.samband.procedure.ActRef;
import org.samband.procedure.DossierNodes;
import org.samband.procedure.Dossiers;
import org.samband.web.Frame;
import org.samband.web.NotFound;
import org.samband.web.Page;
import org.samband.web.Papers;
import org.samband.web.WordFiles;
import org.samband.web.Words;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/// The pages of a joint text, from the first point to the sealed copy, at both nodes.
@NullUnmarked // what is missing fails the test
class JointTextPagesTest {
    private static final TemplateEngine TEMPLATES =
            TemplateEngine.createPrecompiled(ContentType.Html);
    private static final WordFiles FILES = new WordFiles();

    @TempDir private static Path folder;
    private static DossierNodes nodes;
    private static ActRef dossier;
    private static Shown eu;
    private static Shown no;

    @BeforeAll
    static void openBothNodes() {
        nodes = DossierNodes.open(folder);
        dossier =
                nodes.eu.opened(
                        "forum-invitation",
                        Map.of("edition", "EXERCISE edition", "begins", "2026-05-20"));
        nodes.bothWays();
        eu = new Shown(nodes.eu, "en");
        no = new Shown(nodes.no, "nb");
    }

    @AfterAll
    static void closeBothNodes() {
        nodes.close();
    }

    /// The pages of one node for an officer who drafts and agrees.
    private static final class Shown {
        private final DossierNodes.Node node;
        private final Officer officer;
        private final Words words;
        private final TextParts parts;

        Shown(DossierNodes.Node node, String language) {
            this.node = node;
            officer = node.officer(Role.DESK_OFFICER, Role.HEAD);
            words = FILES.in(language, ZoneId.of("Europe/Oslo"));
            parts =
                    new TextParts(
                            door(JointTexts.class),
                            door(Dossiers.class),
                            door(Partnerships.class),
                            door(Sights.class),
                            FILES);
        }

        <T> T door(Class<T> type) {
            return node.rooms().door(type);
        }

        JointTextPages texts() {
            return new JointTextPages(
                    door(JointTexts.class), door(PointDrafts.class), parts, door(Sights.class));
        }

        PointPages points() {
            return new PointPages(door(JointTexts.class), door(PointDrafts.class), parts);
        }

        AgreePages agreeing() {
            return new AgreePages(door(JointTexts.class), parts);
        }

        JointText find(ActRef text) {
            return parts.find(EU_NORWAY, text.toString(), officer);
        }

        /// Files come before the entries that name them.
        void carries(byte[] pdf) {
            assertThat(
                            door(Attachments.class)
                                    .keep(
                                            officer,
                                            EU_NORWAY,
                                            new ByteArrayInputStream(pdf),
                                            "EXERCISE.pdf",
                                            "application/pdf"))
                    .matches(Outcome::isAccepted, "is here");
        }

        SignedCopies copies(NodeSignatures signatures) {
            return new SignedCopies(
                    door(JointTexts.class),
                    door(CopyProofs.class),
                    parts,
                    door(Attachments.class),
                    signatures,
                    door(Policies.class),
                    door(Partnerships.class),
                    () -> TestRooms.NOON);
        }

        PublicTextPages open() {
            return new PublicTextPages(
                    door(JointTexts.class), parts, door(Partnerships.class), door(Policies.class));
        }

        TextFiles files() {
            return new TextFiles(
                    parts,
                    new Papers(
                            door(Policies.class), door(Partnerships.class), () -> TestRooms.NOON));
        }

        byte[] canonical(ActRef text) throws IOException {
            var file = new MockHttpServletResponse();
            files().canonical(EU_NORWAY, text.toString(), officer, file);
            return file.getContentAsByteArray();
        }

        ArrangePages arranging() {
            return new ArrangePages(door(JointTexts.class), parts, texts());
        }

        Document sides(ActRef text) {
            return html(
                    new SidesPages(door(JointTexts.class), parts)
                            .sides(EU_NORWAY, text.toString(), officer, words));
        }

        Object agenda(ActRef meeting, MultiValueMap<String, String> items) {
            return new AgendaTextPages(door(JointTexts.class), parts, door(Sights.class))
                    .put(EU_NORWAY, meeting.toString(), items, officer, words);
        }

        VersionPages versions() {
            return new VersionPages(door(JointTexts.class), parts);
        }

        ActRef opened(String kind) {
            var pages = new OpenTextPages(door(JointTexts.class), parts, door(Partnerships.class));
            var form = html(pages.form(EU_NORWAY, dossier.toString(), officer, words));
            assertThat(form.select("form select[name=kind] option")).hasSize(6);
            var marking = form.expectFirst("select[name=marking] option[selected]").val();
            var done =
                    pages.open(
                            EU_NORWAY,
                            dossier.toString(),
                            kind,
                            "en",
                            "EXERCISE readout of the Dialogue",
                            marking,
                            officer,
                            words);
            var path = location(done);
            return ActRef.of(path.substring(path.lastIndexOf('/') + 1)).orElseThrow();
        }

        Document text(ActRef text) {
            return html(texts().text(EU_NORWAY, text.toString(), "", officer, words));
        }

        Object propose(ActRef text, String point, Map<String, String> sent) {
            return points().propose(EU_NORWAY, text.toString(), point, sent, officer, words);
        }

        Document form(ActRef text, String point) {
            return html(points().form(EU_NORWAY, text.toString(), point, "", officer, words));
        }

        Document shown(ActRef text) {
            return html(texts().text(EU_NORWAY, text.toString(), "", officer, words));
        }

        Document html(Object answer) {
            var page = (Page) answer;
            var profile = DossierNodes.profile();
            var values = new LinkedHashMap<>(page.values());
            values.put(
                    "frame",
                    new Frame(
                            words,
                            page.title(),
                            Optional.of(officer),
                            page.partnership().map(_ -> profile),
                            List.of(profile),
                            List.of(),
                            List.of(
                                    door(Policies.class)
                                            .banner(page.marking().orElse(OPEN), words.language())),
                            node.party(),
                            "/",
                            "light",
                            Optional.empty(),
                            new Frame.Csrf("_csrf", "token"),
                            file -> "/static/" + file));
            var html = new StringOutput();
            TEMPLATES.render(page.template(), values, html);
            return Jsoup.parse(html.toString());
        }
    }

    private static String location(Object answer) {
        assertThat(answer).isInstanceOf(ResponseEntity.class);
        return String.valueOf(((ResponseEntity<?>) answer).getHeaders().getLocation());
    }

    private static String point(Object proposed) {
        var path = location(proposed);
        return path.substring(path.indexOf("#point-") + "#point-".length());
    }

    @Test
    void aTextIsNegotiatedAgreedAndCopiedOnThePages() throws IOException {
        var text = eu.opened("readout");
        assertThat(eu.text(text).select(".sb-empty")).isNotEmpty();
        var point =
                point(
                        eu.propose(
                                text,
                                "new",
                                Map.of(
                                        "wording",
                                        "{first party} and {second party} met in Oslo.")));
        nodes.bothWays();

        var there = no.text(text);
        assertThat(there.select(".sb-bracket").text()).contains("[EU:", "met in Oslo.]");
        assertThat(there.select("[data-state=open]")).hasSize(1);
        var form = no.form(text, point);
        assertThat(form.expectFirst("textarea[name=wording]").text()).contains("met in Oslo");
        no.propose(
                text,
                point,
                Map.of(
                        "upon",
                        form.expectFirst("[name=upon]").val(),
                        "wording",
                        "{first party} and {second party} met in Bergen."));
        nodes.bothWays();
        var both = eu.text(text);
        assertThat(both.select(".sb-bracket p.sb-told")).hasSize(2);
        assertThat(both.select(".sb-bracket").first().text()).contains("EU:");

        var compared =
                eu.html(
                        eu.versions()
                                .compare(EU_NORWAY, text.toString(), "", "", eu.officer, eu.words));
        assertThat(compared.select("ins")).isNotEmpty();
        var of = both.expectFirst("input[name=of]").val();
        eu.texts().accept(EU_NORWAY, text.toString(), point, of, "firm", "", eu.officer, eu.words);
        nodes.bothWays();
        assertThat(no.text(text).select("[data-state=closed]")).hasSize(1);

        for (var node : List.of(eu, no)) {
            var agree =
                    node.html(
                            node.agreeing()
                                    .form(EU_NORWAY, text.toString(), node.officer, node.words));
            var hash = agree.expectFirst("form[action$=/agree] [name=hash]").val();
            assertThat(agree.text()).contains(hash);
            location(
                    node.agreeing()
                            .agree(EU_NORWAY, text.toString(), hash, node.officer, node.words));
            if (node == no) {
                // The EU's node has still to confirm it.
                var copies = no.copies(SignaturePair.in(folder).no());
                assertThat(rules(copies.make(no.officer, no.find(text))))
                        .containsExactly(DraftingRule.NOT_RECEIPTED);
            }
            nodes.bothWays();
        }
        var copies =
                List.of(eu, no).stream()
                        .map(node ->
                                node.html(
                                        node.files()
                                                .copy(
                                                        EU_NORWAY,
                                                        text.toString(),
                                                        node.officer,
                                                        node.words)))
                        .toList();
        assertThat(copies.getFirst().select(".sb-copy .sb-told").text())
                .isEqualTo("EU and Norway met in Bergen.");
        assertThat(copies.getLast().select(".sb-copy .sb-told").text())
                .isEqualTo("Norway and EU met in Bergen.");
        assertThat(copies.getLast().select(".sb-signatures strong").first().text())
                .isEqualTo("Norway");
        assertThat(eu.canonical(text)).isEqualTo(no.canonical(text)).isNotEmpty();
        filesSayTheSame(text);
        bothNodesSignEachCopy(text);
        var hash = CanonicalText.hash(eu.find(text));
        location(eu.agreeing().publish(EU_NORWAY, text.toString(), eu.officer, eu.words));
        nodes.bothWays();
        for (var asked : List.of(hash, "0".repeat(64), text.toString(), "")) {
            for (var where : List.of(EU_NORWAY.value(), "eu-japan", "")) {
                assertThatThrownBy(() -> eu.open().page(where, asked)).isInstanceOf(NotFound.class);
            }
        }
        location(no.agreeing().publish(EU_NORWAY, text.toString(), no.officer, no.words));
        nodes.bothWays();
        everyoneReadsIt(text, hash);
        assertThat(eu.text(text).select("form[action$=/accept], a[href$=/point/new]")).isEmpty();
    }

    /// Each party's copy names it first; both nodes sign each, and nothing but what they wrote
    /// themselves.
    private static void bothNodesSignEachCopy(ActRef text) throws IOException {
        var pair = SignaturePair.in(folder);
        var ours = eu.copies(pair.eu());
        var theirs = no.copies(pair.no());
        assertThat(rules(theirs.countersign(no.officer, no.find(text))))
                .containsExactly(DraftingRule.NO_COPY);
        done(ours.make(eu.officer, eu.find(text)));
        no.carries(ours.file(eu.find(text), new PartyCode("EU")));
        nodes.bothWays();
        refusesOtherCopies(text, pair, theirs);
        var desk = no.node.officer(Role.DESK_OFFICER);
        assertThat(rules(theirs.countersign(desk, no.find(text))))
                .containsExactly(DraftingRule.NOT_FOR_AGREEING);
        done(theirs.countersign(no.officer, no.find(text)));
        eu.carries(theirs.file(no.find(text), new PartyCode("EU")));
        nodes.bothWays();
        assertThat(rules(ours.make(eu.officer, eu.find(text))))
                .containsExactly(DraftingRule.COPY_SIGNED);
        var copy = ours.file(eu.find(text), new PartyCode("EU"));
        assertThat(copy).isEqualTo(theirs.file(no.find(text), new PartyCode("EU")));
        var signed = PdfSignatures.of(copy).orElseThrow();
        assertThat(signed).hasSize(2);
        assertThat(pair.no().isCounterparts(EU_NORWAY, first(signed), content(signed, 0))).isTrue();
        assertThat(
                        pair.eu()
                                .isCounterparts(
                                        EU_NORWAY,
                                        signed.getLast().signature(),
                                        content(signed, 1)))
                .isTrue();
        assertThat(signed.getLast().whole()).isTrue();
        assertThat(VeraPdf.faults(copy)).isEmpty();
        try (var read = Loader.loadPDF(copy)) {
            assertThat(new PDFTextStripper().getText(read).replaceAll("\\s+", " "))
                    .contains("EU and Norway met in Bergen.")
                    .contains("samband/eu-norway/EU")
                    .contains("samband/eu-norway/NO")
                    .contains(CanonicalText.hash(eu.find(text)).substring(0, 40));
        }
        var look = System.getProperty("samband.papers", "");
        if (!look.isEmpty()) {
            Files.write(Path.of(look, "signed.pdf"), copy);
        }
    }

    private static void refusesOtherCopies(ActRef text, SignaturePair pair, SignedCopies theirs)
            throws IOException {
        var party = new PartyCode("EU");
        var sealed = no.find(text);
        var notes = sealed.copies().get(party).notes();
        var good = theirs.file(sealed, party);
        assertThat(theirs.whyNot(sealed, party, notes, good)).isEmpty();
        var plain = new MockHttpServletResponse();
        no.files().paper(EU_NORWAY, text.toString(), "pdf", no.officer, plain);
        var unsigned = plain.getContentAsByteArray();
        assertThat(theirs.whyNot(sealed, party, notes, unsigned).orElseThrow().rule())
                .isEqualTo(DraftingRule.COPY_UNSIGNED);
        assertThat(theirs.whyNot(sealed, party, notes, new byte[0]).orElseThrow().rule())
                .isEqualTo(DraftingRule.COPY_UNSIGNED);
        var seal = new PdfSignatures.Seal("EU", "EXERCISE", TestRooms.NOON);
        var otherKey = PdfSignatures.add(unsigned, seal, pair.no()::of);
        assertThat(theirs.whyNot(sealed, party, notes, otherKey).orElseThrow().rule())
                .isEqualTo(DraftingRule.COPY_OTHER_KEY);
        var otherBytes = PdfSignatures.add(unsigned, seal, pair.eu()::of);
        assertThat(theirs.whyNot(sealed, party, notes, otherBytes).orElseThrow().rule())
                .isEqualTo(DraftingRule.COPY_OTHER_BYTES);
        var changed = good.clone();
        changed[changed.length / 3] ^= 1;
        assertThat(theirs.whyNot(sealed, party, notes, changed)).isPresent();
        assertThat(theirs.whyNot(sealed, party, notes.reversed(), good).orElseThrow().rule())
                .isEqualTo(DraftingRule.COPY_OTHER_BYTES);
    }

    private static byte[] first(List<PdfSignatures.Signed> signed) {
        return signed.getFirst().signature();
    }

    private static byte[] content(List<PdfSignatures.Signed> signed, int place) {
        return signed.get(place).content();
    }

    /// At either node, with the node's own party first.
    private static void everyoneReadsIt(ActRef text, String hash) throws IOException {
        assertThat(eu.html(eu.open().page(EU_NORWAY.value(), hash)).text())
                .contains("EU and Norway met in Bergen.")
                .doesNotContain(text.toString());
        assertThat(no.html(no.open().page(EU_NORWAY.value(), hash)).text())
                .contains("Norway and EU met in Bergen.");
        var pdf = new MockHttpServletResponse();
        no.open().pdf(EU_NORWAY.value(), hash, pdf);
        assertThat(pdf.getHeader("Samband-Marking")).isEqualTo("TLP:CLEAR");
        assertThatThrownBy(() -> no.open().page("freedonia", hash)).isInstanceOf(NotFound.class);
    }

    private static void filesSayTheSame(ActRef text) throws IOException {
        var pdf = new MockHttpServletResponse();
        eu.files().paper(EU_NORWAY, text.toString(), "pdf", eu.officer, pdf);
        assertThat(pdf.getContentType()).isEqualTo("application/pdf");
        assertThat(VeraPdf.faults(pdf.getContentAsByteArray())).isEmpty();
        try (var read = Loader.loadPDF(pdf.getContentAsByteArray())) {
            assertThat(new PDFTextStripper().getText(read))
                    .contains("EU and Norway met in Bergen.");
        }
        var docx = new MockHttpServletResponse();
        no.files().paper(EU_NORWAY, text.toString(), "docx", no.officer, docx);
        try (var read = new XWPFDocument(new ByteArrayInputStream(docx.getContentAsByteArray()))) {
            assertThat(new XWPFWordExtractor(read).getText())
                    .contains("Norway and EU met in Bergen.");
        }
        var akn = new MockHttpServletResponse();
        no.files().paper(EU_NORWAY, text.toString(), "akn", no.officer, akn);
        assertThat(akn.getContentAsString())
                .contains("<statement name=\"readout\"")
                .contains("Norway and EU met in Bergen.");
    }

    private static MultiValueMap<String, String> items(String... parts) {
        var sent = new LinkedMultiValueMap<String, String>();
        var names = List.of("heading", "wording", "paragraphs", "minutes", "speaker");
        for (int i = 0; i < parts.length; i++) {
            sent.add(names.get(i % names.size()), parts[i]);
        }
        return sent;
    }

    @Test
    void bothPartiesMakeOneAgenda() {
        var meeting = nodes.eu.opened("dialogue", Map.of("dates", "2026-03-12"));
        nodes.bothWays();
        nodes.no.acted(meeting, "agree-date", Map.of("agreed-date", "2026-03-12"));
        nodes.bothWays();
        var bad = (Page) eu.agenda(meeting, items("Ukraine", "Why.", "13", "many", ""));
        assertThat(bad.status()).isEqualTo(422);
        assertThat(eu.html(bad).text()).contains("TXT-31");
        assertThat(eu.html(bad).select("[name=minutes]").val()).isEqualTo("many");
        var path = location(eu.agenda(meeting, items("Ukraine", "Why.", "13", "30", "")));
        var text = ActRef.of(path.substring(path.lastIndexOf('/') + 1)).orElseThrow();
        nodes.bothWays();
        // The other party puts its own beside: the same title is not put there twice.
        location(
                no.agenda(
                        meeting,
                        items(
                                "Ukraine",
                                "Again.",
                                "13",
                                "",
                                "",
                                "Hybrid threats",
                                "Due.",
                                "29",
                                "15",
                                "UD, statssekretær",
                                "Sea",
                                "Due.",
                                "17",
                                "15",
                                "")));
        nodes.bothWays();
        var there = eu.text(text);
        assertThat(there.select("[data-state=open]")).hasSize(3);
        assertThat(there.select(".sb-notice").text()).contains("p23.s1", "Paragraph 23");
        var sides = eu.sides(text);
        assertThat(sides.select("tbody tr").get(1).text())
                .contains("no position yet", "Hybrid threats: § 29 · 15 min · UD, statssekretær");

        // Merge the second and third, ask for another order, take what the other party wants.
        var ids = there.select("[data-state=open]").eachAttr("id");
        var hybrid = ids.get(1).substring("point-".length());
        var sea = ids.get(2).substring("point-".length());
        var merge =
                eu.html(
                        eu.arranging()
                                .merge(
                                        EU_NORWAY,
                                        text.toString(),
                                        List.of(hybrid, sea),
                                        eu.officer,
                                        eu.words));
        assertThat(merge.select("[name=heading]").val()).isEqualTo("Hybrid threats; Sea");
        assertThat(merge.select("[name=minutes]").val()).isEqualTo("30");
        assertThat(merge.select("[name=paragraphs]").val()).isEqualTo("29, 17");
        var merged = new LinkedMultiValueMap<String, String>();
        for (var field : List.of("point", "upon", "heading", "wording", "paragraphs", "minutes")) {
            merge.select("form[method=post] [name=" + field + "]")
                    .eachAttr("value")
                    .forEach(value -> merged.add(field, value));
        }
        merged.set("wording", "Both are due.");
        merged.set("speaker", "UD, statssekretær");
        location(eu.arranging().merge(EU_NORWAY, text.toString(), merged, eu.officer, eu.words));
        location(
                eu.arranging()
                        .move(EU_NORWAY, text.toString(), hybrid, "up", eu.officer, eu.words));
        nodes.bothWays();
        var theirs = no.sides(text);
        assertThat(theirs.select("ins").text()).contains("; Sea", "17 · 30");
        for (var form : no.text(text).select("form[action$=/accept]:has([name=of])")) {
            location(
                    no.texts()
                            .accept(
                                    EU_NORWAY,
                                    text.toString(),
                                    form.select("[name=point]").val(),
                                    form.select("[name=of]").val(),
                                    "firm",
                                    "sides",
                                    no.officer,
                                    no.words));
        }
        nodes.bothWays();
        var done = eu.text(text);
        assertThat(done.select("[data-state=closed] h3").eachText())
                .containsExactly("Hybrid threats; Sea", "Ukraine");
        assertThat(done.text()).contains("No bracket is left");
    }

    @Test
    void whatWasTypedIsKeptWhenThePointChangedMeanwhile() {
        var text = eu.opened("letter");
        var point = point(eu.propose(text, "new", Map.of("wording", "One.")));
        var upon = eu.form(text, point).expectFirst("[name=upon]").val();
        eu.propose(text, point, Map.of("upon", upon, "wording", "By a colleague."));
        var refused =
                (Page) eu.propose(text, point, Map.of("upon", upon, "wording", "What I typed."));
        assertThat(refused.status()).isEqualTo(422);
        var page = eu.html(refused);
        assertThat(page.text()).contains("TXT-06", "By a colleague.");
        assertThat(page.expectFirst("textarea[name=wording]").text()).isEqualTo("What I typed.");
        var now = page.expectFirst("[name=upon]").val();
        assertThat(now).isNotEqualTo(upon);
        location(eu.propose(text, point, Map.of("upon", now, "wording", "What I typed.")));
    }

    /// Whoever goes to another page and comes back goes on with what was typed; nobody else sees
    /// it.
    @Test
    void whatWasTypedIntoAPointIsKeptUntilItIsProposed() {
        var text = eu.opened("letter");
        var point = point(eu.propose(text, "new", Map.of("wording", "One.")));
        var upon = eu.form(text, point).expectFirst("[name=upon]").val();
        var typed = Map.of("upon", upon, "wording", "Half a sent", "step", "by-itself");
        var said = (ResponseEntity<?>) eu.propose(text, point, typed);
        assertThat(String.valueOf(said.getBody())).startsWith("Kept as your draft");
        assertThat(eu.form(text, point).expectFirst("textarea[name=wording]").text())
                .isEqualTo("Half a sent");
        assertThat(eu.shown(text).select("#drafts a").attr("href")).endsWith("/point/" + point);
        nodes.bothWays();
        assertThat(no.shown(text).select("#drafts")).isEmpty();
        assertThat(no.form(text, point).expectFirst("textarea[name=wording]").text())
                .isEqualTo("One.");

        location(eu.propose(text, point, Map.of("upon", upon, "wording", "By a colleague.")));
        assertThat(eu.shown(text).select("#drafts")).isEmpty();
        eu.propose(text, point, typed);
        var form = eu.form(text, point);
        assertThat(form.text()).contains("By a colleague", "Only you");
        assertThat(form.expectFirst("[name=upon]").val()).isNotEqualTo(upon);
        location(eu.propose(text, point, Map.of("step", "throw-away")));
        assertThat(eu.form(text, point).expectFirst("textarea[name=wording]").text())
                .isEqualTo("By a colleague.");
        var tooLong = Map.of("wording", "x".repeat(90_000), "step", "by-itself");
        var refused = (ResponseEntity<?>) eu.propose(text, "new", tooLong);
        assertThat(refused.getStatusCode().value()).isEqualTo(422);
        assertThat(String.valueOf(refused.getBody())).contains("90");
    }

    @Test
    void badInputIsRefusedOnThePageAndWhatIsNotInSightIsNotThere() {
        var text = eu.opened("letter");
        var page = (Page) eu.propose(text, "new", Map.of("wording", " "));
        assertThat(page.status()).isEqualTo(422);
        assertThat(eu.html(page).text()).contains("TXT-07");
        var agreed =
                (Page) eu.agreeing().agree(EU_NORWAY, text.toString(), "x", eu.officer, eu.words);
        assertThat(eu.html(agreed).text()).contains("TXT-20");
        for (var ref : List.of("EU-9999", "x", "NO-1")) {
            assertThat(
                            org.assertj.core.api.Assertions.catchThrowable(() ->
                                    eu.texts().text(EU_NORWAY, ref, "", eu.officer, eu.words)))
                    .isInstanceOf(NotFound.class);
        }
    }

    @Test
    void commentsStandBesideTheirPointAndOwnOnesStayHere() {
        var text = eu.opened("letter");
        var point = point(eu.propose(text, "new", Map.of("wording", "One.")));
        var pages = eu.texts();
        var ref = text.toString();
        pages.comment(EU_NORWAY, ref, point, "EXERCISE own", "own", eu.officer, eu.words);
        pages.comment(EU_NORWAY, ref, point, "EXERCISE shared", "shared", eu.officer, eu.words);
        nodes.bothWays();
        assertThat(eu.text(text).select(".sb-joint-beside .sb-comments li")).hasSize(2);
        assertThat(no.text(text).select(".sb-joint-beside .sb-comments li"))
                .singleElement()
                .satisfies(one -> assertThat(one.text()).contains("EXERCISE shared"));
        var refused = (Page) pages.comment(EU_NORWAY, ref, "", "", "shared", eu.officer, eu.words);
        assertThat(eu.html(refused).text()).contains("TXT-26");
    }
}
