// SPDX-License-Identifier: EUPL-1.2
package org.samband.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;

/// Writes pages: the template in the frame. A page is written whole or not at all, so that an error
/// in a template never leaves half a page.
@Component
class PageAnswer implements HandlerMethodReturnValueHandler {
    private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);
    private final Frames frames;

    PageAnswer(Frames frames) {
        this.frames = frames;
    }

    @Override
    public boolean supportsReturnType(MethodParameter returned) {
        return Page.class.isAssignableFrom(returned.getParameterType());
    }

    @Override
    public void handleReturnValue(
            @Nullable Object answer,
            MethodParameter returned,
            ModelAndViewContainer container,
            NativeWebRequest asked)
            throws IOException {
        container.setRequestHandled(true);
        var request = asked.getNativeRequest(HttpServletRequest.class);
        var response = asked.getNativeResponse(HttpServletResponse.class);
        if (answer instanceof Page page && request != null && response != null) {
            write(page, request, response);
        }
    }

    void write(Page page, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var values = new LinkedHashMap<>(page.values());
        values.put("frame", frames.of(request, page));
        var html = new Utf8ByteOutput();
        templates.render(page.template(), values, html);
        response.setStatus(page.status());
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setContentLength(html.getContentLength());
        if (!"HEAD".equals(request.getMethod())) {
            html.writeTo(response.getOutputStream());
        }
    }
}
