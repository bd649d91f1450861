// SPDX-License-Identifier: EUPL-1.2
package org.samband.node;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.samband.federation.LinkState;
import org.samband.federation.LinkStates;
import org.samband.parties.Partnerships;
import org.samband.parties.Sight;
import org.samband.proof.CanonicalJson;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// `/health` and `/version` for the operator's own watch. Open to all, so they say next to nothing:
/// what is broken is told to this machine alone.
@RestController
class HealthEndpoint {
    private static final long LEAST_SPACE = 500L << 20;
    private static final int PATIENCE_SECONDS = 2;

    private final NodeDatabase database;
    private final Settings settings;
    private final Partnerships partnerships;
    private final LinkStates links;
    private final ObjectProvider<SamplePlay> sample;

    HealthEndpoint(
            NodeDatabase database,
            Settings settings,
            Partnerships partnerships,
            LinkStates links,
            ObjectProvider<SamplePlay> sample) {
        this.partnerships = partnerships;
        this.links = links;
        this.sample = sample;
        this.database = database;
        this.settings = settings;
    }

    @GetMapping("/health")
    ResponseEntity<String> health(HttpServletRequest request) {
        var parts =
                new TreeMap<>(
                        Map.of(
                                "database", said(this::databaseAnswers),
                                "disk", said(this::diskHasSpace)));
        var well = parts.values().stream().allMatch("well"::equals);
        var answer = new TreeMap<String, Object>();
        answer.put("status", well ? "well" : "unwell");
        if (fromThisMachine(request)) {
            answer.putAll(parts);
            answer.put("link", linksWork() ? "works" : "waits");
            sample.ifAvailable(year -> answer.put("sample", year.progress()));
        }
        return json(well ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE, answer);
    }

    @GetMapping("/version")
    ResponseEntity<String> version() {
        return json(HttpStatus.OK, Map.of("product", Version.PRODUCT, "version", Version.number()));
    }

    /// A line that waits for the counterpart does not make this node unwell.
    private boolean linksWork() {
        return partnerships.profiles().stream()
                .allMatch(profile ->
                        links.of(Sight.NODE, profile.id()).map(LinkState::works).orElse(false));
    }

    private static String said(Supplier<Boolean> part) {
        return part.get() ? "well" : "unwell";
    }

    private boolean databaseAnswers() {
        try (var connection = database.pool().getConnection()) {
            return connection.isValid(PATIENCE_SECONDS);
        } catch (SQLException _) {
            return false;
        }
    }

    private boolean diskHasSpace() {
        try {
            return Files.getFileStore(settings.data()).getUsableSpace() >= LEAST_SPACE;
        } catch (IOException _) {
            return false;
        }
    }

    /// A request that a proxy on this machine passes on does not count.
    private static boolean fromThisMachine(HttpServletRequest request) {
        try {
            return request.getHeader("Forwarded") == null
                    && request.getHeader("X-Forwarded-For") == null
                    && InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress();
        } catch (UnknownHostException _) {
            return false;
        }
    }

    private static ResponseEntity<String> json(HttpStatus status, Map<String, Object> answer) {
        return ResponseEntity.status(status)
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.APPLICATION_JSON)
                .body(CanonicalJson.text(answer) + "\n");
    }
}
