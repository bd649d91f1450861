// SPDX-License-Identifier: EUPL-1.2
package org.samband.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.WebAttributes;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Controller;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.context.request.async.AsyncRequestTimeoutException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.util.DisconnectedClientHelper;

/// What is read when a page cannot be shown: one sentence on what is wrong and one on what to do.
/// Never a stack trace, never content. What is broken gets an incident number that stands in the
/// log too.
@Controller
@ControllerAdvice
class ErrorPages implements ErrorController {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);

    private final Frames frames;
    private final Incidents incidents;
    private final Shortages shortages;

    ErrorPages(Frames frames, Incidents incidents, Shortages shortages) {
        this.frames = frames;
        this.incidents = incidents;
        this.shortages = shortages;
    }

    @ExceptionHandler({NotFound.class, MethodArgumentTypeMismatchException.class})
    Page notFound(HttpServletRequest request) {
        return page(request, 404);
    }

    @ExceptionHandler(MaxUploadSizeExceededException.class)
    Page tooLarge(HttpServletRequest request) {
        return page(request, 413);
    }

    /// Nobody is there to read an answer.
    @ExceptionHandler({AsyncRequestNotUsableException.class, AsyncRequestTimeoutException.class})
    void gone() {}

    /// Security answers these itself: it asks for sign-in or says 403.
    @ExceptionHandler({AccessDeniedException.class, AuthenticationException.class})
    void leaveToSecurity(RuntimeException refused) {
        throw refused;
    }

    @ExceptionHandler(Exception.class)
    Page other(Exception broken, HttpServletRequest request, HttpServletResponse response) {
        if (broken instanceof ErrorResponse answer && answer.getStatusCode().is4xxClientError()) {
            answer.getHeaders()
                    .forEach((name, values) ->
                            values.forEach(value -> response.addHeader(name, value)));
            return page(request, answer.getStatusCode().value());
        }
        return broken(broken, request);
    }

    /// What the server or security refused before a page method was reached.
    @RequestMapping("/error")
    Page outside(HttpServletRequest request) {
        if (request.getAttribute(WebAttributes.ACCESS_DENIED_403) instanceof CsrfException) {
            return page(request, 403, "expired");
        }
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable thrown) {
            return broken(thrown, request);
        }
        var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        return page(request, status instanceof Integer code ? code : 404);
    }

    private Page broken(Throwable thrown, HttpServletRequest request) {
        var number = incidents.next();
        if (DisconnectedClientHelper.isClientDisconnectedException(thrown)) {
            return page(request, 500).with("incident", number);
        }
        LOG.error("incident {}: {} {}", number, request.getMethod(), thrown.getClass(), thrown);
        return shortages
                .of(thrown)
                .map(shortage -> page(request, shortage.status(), shortage.word()))
                .orElseGet(() -> page(request, 500))
                .with("incident", number);
    }

    private Page page(HttpServletRequest request, int status) {
        return page(
                request,
                status,
                switch (status) {
                    case 404 -> "missing";
                    case 403, 401 -> "forbidden";
                    case 405 -> "method";
                    case 413 -> "large";
                    case 429 -> "often";
                    default -> status >= 500 ? "broken" : "bad";
                });
    }

    private Page page(HttpServletRequest request, int status, String kind) {
        return Page.of("web/error.jte")
                .titled(frames.words(request).of("web.error." + kind + ".title"))
                .with("kind", kind)
                .with("incident", "")
                .status(status);
    }
}
