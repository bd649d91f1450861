// SPDX-License-Identifier: EUPL-1.2
package org.samband.web;

import java.io.IOException;
import org.samband.parties.OfficerId;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// One standing connection of a page. Sending waits for a slow reader; each is told on a thread of
/// its own.
final class LiveConnection {
    private final OfficerId officer;
    private final String session;
    private final SseEmitter events;

    /// @param session in which it was opened, so that one session cannot open any number
    LiveConnection(OfficerId officer, String session, SseEmitter events) {
        this.officer = officer;
        this.session = session;
        this.events = events;
    }

    OfficerId officer() {
        return officer;
    }

    String session() {
        return session;
    }

    void whenGone(Runnable work) {
        events.onCompletion(work);
        events.onTimeout(events::complete);
        events.onError(broken -> work.run());
    }

    /// @param partnership short name, or `*` for "all may have changed"
    /// @param stamp from which the page goes on after a broken connection
    void tell(String partnership, String stamp) {
        send(SseEmitter.event().id(stamp).name("changed").data(partnership));
    }

    /// Shows that the line stands.
    void beat(String stamp) {
        send(SseEmitter.event().id(stamp).name("beat").data(""));
    }

    /// Tells the page not to come back by itself, and ends.
    void over() {
        send(SseEmitter.event().name("over").data(""));
        close();
    }

    void close() {
        events.complete();
    }

    private void send(SseEmitter.SseEventBuilder event) {
        try {
            events.send(event);
        } catch (IOException | IllegalStateException gone) {
            events.complete();
        }
    }
}
