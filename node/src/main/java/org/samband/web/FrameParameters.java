// SPDX-License-Identifier: EUPL-1.2
package org.samband.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.samband.parties.Officer;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/// Page methods take the {@link Officer} who is signed in and the {@link Words} of the reader's
/// language as parameters.
@Component
class FrameParameters implements HandlerMethodArgumentResolver {
    private final Frames frames;

    FrameParameters(Frames frames) {
        this.frames = frames;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Officer.class
                || parameter.getParameterType() == Words.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest asked,
            @Nullable WebDataBinderFactory binders) {
        var request = asked.getNativeRequest(HttpServletRequest.class);
        if (request == null) {
            throw new IllegalStateException("no request");
        }
        return parameter.getParameterType() == Officer.class
                ? frames.officer(request).orElseThrow(NotFound::new)
                : frames.words(request);
    }
}
