// SPDX-License-Identifier: EUPL-1.2
package org.samband.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/// Before any page under `/{partnership}/`: the officer has a need-to-know in a partnership of this
/// name, or there is no such page. Nothing of one partnership shows in another; each room still
/// asks for its areas and markings.
@Component
class PartnershipCheck implements HandlerInterceptor {
    private final Frames frames;
    private final Live live;

    PartnershipCheck(Frames frames, Live live) {
        this.frames = frames;
        this.live = live;
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object method) {
        frames.begin(request, live.stamp());
        if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)
                        instanceof Map<?, ?> variables
                && variables.get("partnership") instanceof String name) {
            var seen =
                    frames.officer(request).map(frames::seenBy).orElse(List.of()).stream()
                            .anyMatch(profile -> profile.id().value().equals(name));
            if (!seen) {
                throw new NotFound();
            }
        }
        return true;
    }
}
