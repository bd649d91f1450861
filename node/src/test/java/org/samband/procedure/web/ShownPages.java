// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.samband.attachment.Attachments;
import org.samband.document.Documents;
import org.samband.label.Ceiling;
import org.samband.label.Policies;
import org.samband.ledger.Ledgers;
import org.samband.ledger.Rejections;
import org.samband.parties.Officer;
import org.samband.parties.Partnerships;
import org.samband.parties.Sights;
import org.samband.procedure.ActRef;
import org.samband.procedure.DossierNodes;
import org.samband.procedure.DossierTool;
import org.samband.procedure.Dossiers;
import org.samband.procedure.Evidences;
import org.samband.procedure.FormDrafts;
import org.samband.procedure.Links;
import org.samband.procedure.Openings;
import org.samband.procedure.ParagraphAreas;
import org.samband.procedure.Recalls;
import org.samband.procedure.Registers;
import org.samband.procedure.Years;
import org.samband.web.Frame;
import org.samband.web.Page;
import org.samband.web.WordFiles;
import org.samband.web.Words;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.core.MethodParameter;
import org.springframework.http.ResponseEntity;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;

/// The pages of dossiers of one node, as they are sent to a browser of one officer.
final class ShownPages {
    private static final TemplateEngine TEMPLATES =
            TemplateEngine.createPrecompiled(ContentType.Html);
    private static final WordFiles FILES = new WordFiles();

    private final DossierNodes.Node node;
    private final Officer officer;
    private final Words words;

    ShownPages(DossierNodes.Node node, Officer officer, String language) {
        this.node = node;
        this.officer = officer;
        this.words = FILES.in(language, ZoneId.of("Europe/Brussels"));
    }

    private <T> T door(Class<T> type) {
        return node.rooms().door(type);
    }

    private FormParts parts() {
        return new FormParts(
                door(Partnerships.class),
                door(Policies.class),
                door(Ceiling.class),
                door(Dossiers.class),
                sights(),
                _ -> List.of());
    }

    private Sights sights() {
        return door(Sights.class);
    }

    Document list(Map<String, String> asked) {
        return html(
                new DossierListPages(node.dossiers(), door(Openings.class), sights(), parts())
                        .list(DossierNodes.EU_NORWAY, asked, officer, words));
    }

    private DossierListPages listPages() {
        return new DossierListPages(node.dossiers(), door(Openings.class), sights(), parts());
    }

    private FollowUpPages followUpPages() {
        return new FollowUpPages(door(Evidences.class), sights(), parts(), followUps());
    }

    private FollowUpViews followUps() {
        ParagraphAreas areas =
                (partnership, paragraph) ->
                        paragraph.equals("23")
                                ? door(Partnerships.class)
                                        .profile(partnership)
                                        .flatMap(profile -> profile.area("space"))
                                : Optional.empty();
        var beans = new StaticListableBeanFactory();
        beans.addBean("areas", areas);
        return new FollowUpViews(
                door(Evidences.class),
                beans.getBeanProvider(ParagraphAreas.class),
                sights(),
                door(InstantSource.class));
    }

    private CalendarPages calendarPages() {
        return new CalendarPages(
                door(Evidences.class), sights(), parts(), door(InstantSource.class));
    }

    private RegisterPages registerPages() {
        return new RegisterPages(
                door(Registers.class),
                door(Openings.class),
                sights(),
                parts(),
                door(InstantSource.class));
    }

    private RegisterFilePages registerFilePages() {
        return new RegisterFilePages(
                door(Registers.class),
                door(Openings.class),
                door(Policies.class),
                sights(),
                parts(),
                door(InstantSource.class));
    }

    private DossierPages dossiers() {
        return new DossierPages(
                node.dossiers(),
                door(Openings.class),
                timelines(),
                door(Recalls.class),
                door(Links.class),
                door(FormDrafts.class),
                new StaticListableBeanFactory().getBeanProvider(DossierTool.class),
                followUps(),
                parts(),
                door(Policies.class),
                sights(),
                door(InstantSource.class));
    }

    Document dossier(String ref) {
        return html(dossiers().dossier(DossierNodes.EU_NORWAY, ref, officer, words));
    }

    Object note(ActRef ref, MultiValueMap<String, String> sent) {
        return dossiers().note(DossierNodes.EU_NORWAY, ref.toString(), sent, officer, words);
    }

    private Timelines timelines() {
        return new Timelines(door(Ledgers.class), door(Rejections.class), door(Policies.class));
    }

    private DraftForms drafts() {
        return new DraftForms(door(FormDrafts.class));
    }

    private DraftPages draftPages() {
        return new DraftPages(door(FormDrafts.class), parts());
    }

    private Uploads uploads() {
        return new Uploads(door(Attachments.class));
    }

    private ActPages acts() {
        return new ActPages(
                door(Dossiers.class),
                parts(),
                uploads(),
                filling(),
                drafts(),
                timelines(),
                sights());
    }

    private Filling filling() {
        return new Filling(new Documents(), door(Policies.class), door(Ceiling.class), uploads());
    }

    Document form(ActRef ref, String act) {
        return form(ref, act, Map.of());
    }

    /// @param asked what a link fills in, by name of the field
    Document form(ActRef ref, String act, Map<String, String> asked) {
        return html(
                acts().form(DossierNodes.EU_NORWAY, ref.toString(), act, asked, officer, words));
    }

    Object act(ActRef ref, String act, MultiValueMap<String, String> sent) {
        return acts().act(
                        DossierNodes.EU_NORWAY,
                        ref.toString(),
                        act,
                        sent,
                        new LinkedMultiValueMap<>(),
                        officer,
                        words);
    }

    private OpeningPages openings() {
        return new OpeningPages(
                node.dossiers(), door(Openings.class), parts(), uploads(), filling(), drafts());
    }

    Document choose() {
        return choose("");
    }

    Document choose(String words) {
        return html(openings().choose(DossierNodes.EU_NORWAY, words, "", officer, this.words));
    }

    Document opening(String procedure, Map<String, String> asked) {
        return html(openings().form(DossierNodes.EU_NORWAY, procedure, asked, officer, words));
    }

    Object open(String procedure, MultiValueMap<String, String> sent) {
        return openings()
                .open(
                        DossierNodes.EU_NORWAY,
                        procedure,
                        sent,
                        new LinkedMultiValueMap<>(),
                        officer,
                        words);
    }

    Document followUps(String owner, String state) {
        return html(
                followUpPages()
                        .followUps(DossierNodes.EU_NORWAY, owner, "", state, "1", officer, words));
    }

    Document calendar(String from) {
        return html(calendarPages().calendar(DossierNodes.EU_NORWAY, from, officer, words));
    }

    Document procedure(String id) {
        return html(
                new ProcedurePages(door(Openings.class), parts())
                        .procedure(DossierNodes.EU_NORWAY, id, words));
    }

    /// The pages at their addresses, for the officer.
    MockMvc addresses() {
        return addresses(List.of());
    }

    /// The same with pages of other rooms.
    MockMvc addresses(List<Object> others) {
        var own =
                Stream.of(
                        listPages(),
                        dossiers(),
                        acts(),
                        openings(),
                        draftPages(),
                        followUpPages(),
                        calendarPages(),
                        registerPages(),
                        registerFilePages(),
                        new YearPages(
                                door(Years.class), sights(), parts(), door(InstantSource.class)),
                        new AttachmentPages(node.dossiers(), door(Attachments.class), sights()),
                        new ProcedurePages(door(Openings.class), parts()));
        return MockMvcBuilders.standaloneSetup(Stream.concat(own, others.stream()).toArray())
                .setCustomArgumentResolvers(
                        given(Officer.class, officer), given(Words.class, words))
                .setCustomReturnValueHandlers(new Answer())
                .build();
    }

    private static HandlerMethodArgumentResolver given(Class<?> type, Object value) {
        return new HandlerMethodArgumentResolver() {
            @Override
            public boolean supportsParameter(MethodParameter parameter) {
                return parameter.getParameterType() == type;
            }

            @Override
            public Object resolveArgument(
                    MethodParameter parameter,
                    @org.jspecify.annotations.Nullable ModelAndViewContainer container,
                    NativeWebRequest asked,
                    @org.jspecify.annotations.Nullable WebDataBinderFactory binders) {
                return value;
            }
        };
    }

    /// Writes the page as the frame does.
    private final class Answer implements HandlerMethodReturnValueHandler {
        @Override
        public boolean supportsReturnType(MethodParameter returned) {
            return Page.class.isAssignableFrom(returned.getParameterType());
        }

        @Override
        public void handleReturnValue(
                @org.jspecify.annotations.Nullable Object answer,
                MethodParameter returned,
                ModelAndViewContainer container,
                NativeWebRequest asked)
                throws IOException {
            container.setRequestHandled(true);
            var response = asked.getNativeResponse(HttpServletResponse.class);
            if (answer instanceof Page page && response != null) {
                response.setStatus(page.status());
                response.getWriter().write(html(page).html());
            }
        }
    }

    /// Where an officer is led after an act that was recorded.
    static String led(Object answer) {
        return answer instanceof ResponseEntity<?> led && led.getStatusCode().value() == 303
                ? String.valueOf(led.getHeaders().getLocation())
                : "not led on: " + answer;
    }

    /// The page that an officer reads after an act that was refused.
    Document refused(Object answer) {
        if (answer instanceof Page page) {
            if (page.status() != 422) {
                throw new AssertionError("status " + page.status());
            }
            return html(page);
        }
        throw new AssertionError("not refused: " + answer);
    }

    Document html(Page page) {
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
                                        .banner(
                                                page.marking().orElse(DossierNodes.OPEN),
                                                words.language())),
                        node.party(),
                        "/",
                        "light",
                        Optional.empty(),
                        new Frame.Csrf("_csrf", "token"),
                        file -> "/static/" + file));
        var html = new StringOutput();
        TEMPLATES.render(page.template(), values, html);
        look(page, html.toString());
        return Jsoup.parse(html.toString());
    }

    /// With `-Dsamband.look=FOLDER` the pages are kept to look at.
    private static void look(Page page, String html) {
        var folder = System.getProperty("samband.look");
        if (folder != null) {
            var here = Path.of("src/main/resources/static").toAbsolutePath().toString();
            try {
                Files.writeString(
                        Path.of(folder)
                                .resolve(
                                        page.template()
                                                        .replace("procedure/", "")
                                                        .replace(".jte", "")
                                                + "-"
                                                + page.status()
                                                + ".html"),
                        html.replace("\"/static/", "\"" + here + "/"));
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
    }

    /// A form as a browser sends it: each pair of texts is a name and a value.
    static MultiValueMap<String, String> sent(String... pairs) {
        var all = new LinkedMultiValueMap<String, String>();
        for (int i = 0; i < pairs.length; i += 2) {
            all.add(pairs[i], pairs[i + 1]);
        }
        return all;
    }
}
