// SPDX-License-Identifier: EUPL-1.2
package org.samband.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.DisconnectedClientHelper;

/// What is read when not even the error page can be made, for instance because the database does
/// not answer. Without it the server would show what was thrown.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 5)
class LastResort extends OncePerRequestFilter {
    private static final Logger LOG = LoggerFactory.getLogger(LastResort.class);
    private static final String PAGE =
            """
            <!doctype html>
            <html lang="en">
            <head><meta charset="utf-8"><title>Samband</title></head>
            <body>
            <h1>The node cannot show this page now</h1>
            <p>Nothing was half recorded. Try again in a minute. Incident number for the operator: {number}</p>
            <h1 lang="nb">Noden kan ikke vise denne siden nå</h1>
            <p lang="nb">Ingenting ble halvveis registrert. Prøv igjen om et minutt. Hendelsesnummer til driften: {number}</p>
            </body>
            </html>
            """;

    private final Incidents incidents;

    LastResort(Incidents incidents) {
        this.incidents = incidents;
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException broken) {
            if (response.isCommitted()
                    || DisconnectedClientHelper.isClientDisconnectedException(broken)) {
                throw broken;
            }
            var number = incidents.next();
            LOG.error("incident {}: {}", number, request.getMethod(), broken);
            var page = PAGE.replace("{number}", number).getBytes(StandardCharsets.UTF_8);
            response.resetBuffer();
            response.setStatus(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
            response.setContentType("text/html;charset=UTF-8");
            response.setHeader("Cache-Control", "no-store");
            response.getOutputStream().write(page);
        }
    }
}
