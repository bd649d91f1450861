// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation.web;

import org.samband.federation.LineChanged;
import org.samband.web.Live;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Lets open pages know that the line has changed.
@Component
class LineLive {
    private final Live live;

    LineLive(Live live) {
        this.live = live;
    }

    @EventListener
    void on(LineChanged changed) {
        live.changed(changed.partnership());
    }
}
