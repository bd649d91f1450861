// SPDX-License-Identifier: EUPL-1.2
package org.samband.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.WebAttributes;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;

/// Lets the error page tell a form whose token has run out from what the officer may not do.
@Component
class DeniedRequests implements AccessDeniedHandler {

    @Override
    public void handle(
            HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException {
        request.setAttribute(WebAttributes.ACCESS_DENIED_403, why);
        response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }
}
