// SPDX-License-Identifier: EUPL-1.2
package org.samband.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.samband.parties.Officer;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// The address to which open pages listen.
@Controller
class LivePages implements SmartLifecycle {
    /// A page that is open but hidden does not listen, so that a few are enough; browsers open six
    /// connections to one address at most.
    static final int CONNECTIONS_OF_A_SESSION = 4;

    private static final Duration LIFETIME = Duration.ofMinutes(15);
    private static final long HEARTBEAT_SECONDS = 20;

    private final Live live;
    private final ScheduledExecutorService heart =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("live-heart").factory());

    private volatile boolean running;

    LivePages(Live live) {
        this.live = live;
    }

    @Override
    public void start() {
        running = true;
        var _ =
                heart.scheduleAtFixedRate(
                        this::beat, HEARTBEAT_SECONDS, HEARTBEAT_SECONDS, TimeUnit.SECONDS);
    }

    @GetMapping("/live")
    SseEmitter listen(
            Officer officer,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(defaultValue = "") String since,
            @RequestHeader(name = "Last-Event-ID", defaultValue = "") String last) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Accel-Buffering", "no");
        var session = request.getSession(true).getId();
        endOldest(session);
        var events = new SseEmitter(LIFETIME.toMillis());
        var connection = new LiveConnection(officer.id(), session, events);
        live.connect(connection, last.isEmpty() ? since : last);
        connection.beat(live.stamp());
        if (!running) {
            connection.close();
        }
        return events;
    }

    private void endOldest(String session) {
        var standing =
                live.connections().stream()
                        .filter(connection -> connection.session().equals(session))
                        .toList();
        standing.stream()
                .limit(Math.max(0, standing.size() - CONNECTIONS_OF_A_SESSION + 1L))
                .forEach(LiveConnection::over);
    }

    private void beat() {
        var stamp = live.stamp();
        for (var connection : live.connections()) {
            Thread.ofVirtual().name("live").start(() -> connection.beat(stamp));
        }
    }

    /// Ends all connections before the server waits for open requests. Pages come back by
    /// themselves.
    @Override
    public void stop() {
        running = false;
        heart.shutdownNow();
        live.connections().forEach(LiveConnection::close);
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
