// SPDX-License-Identifier: EUPL-1.2
package org.samband.node;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.samband.act.Outcome;
import org.samband.federation.SegmentFiles;
import org.samband.parties.PartnershipId;
import org.samband.parties.SecurityEvent;
import org.samband.parties.SecurityLog;
import org.samband.parties.SecurityNote;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Where the commands of this machine's operator speak with the running node, so that what they do
/// passes the same doors as on a page: on the loopback address alone, for who can read the file
/// `operator.door` in the node's own folder. Source: `docs/decisions/2026-11-25-operators-door.md`.
@Component
class OperatorDoor implements SmartLifecycle {
    static final String FILE = "operator.door";
    static final String SEGMENTS = "/segments/";
    static final String BACKUP = "/backup";
    static final String NAME = "Samband-File";
    static final String NEXT = "Samband-Next";

    /// As it stands in records of what was carried.
    private static final String OPERATOR = "operator";

    private static final Logger LOG = LoggerFactory.getLogger(OperatorDoor.class);
    private static final int TOKEN_BYTES = 24;
    private static final int MOST_FILES = 1_000;
    private static final Pattern QUERY =
            Pattern.compile("from=([0-9]{1,18})&part=([1-9][0-9]{0,4})&back=(true|false)");
    private static final int LONGEST_REFUSAL = 65_536;

    private final Settings settings;
    private final SegmentFiles files;
    private final NodeBackup backups;
    private final SecurityLog log;
    private final String token = token();
    private @Nullable HttpServer server;

    OperatorDoor(Settings settings, SegmentFiles files, NodeBackup backups, SecurityLog log) {
        this.settings = settings;
        this.files = files;
        this.backups = backups;
        this.log = log;
    }

    private static String token() {
        var bytes = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public synchronized void start() {
        try {
            var opened =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            opened.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            opened.createContext(SEGMENTS, this::answer);
            opened.createContext(BACKUP, this::answer);
            opened.start();
            server = opened;
            write(opened.getAddress().getPort() + " " + token + "\n");
        } catch (IOException broken) {
            throw new UncheckedIOException("the operator's door cannot be opened", broken);
        }
    }

    /// Whole or not at all, and for the node's own account alone.
    private void write(String text) throws IOException {
        var mode =
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var fresh = Files.createTempFile(settings.data(), "door", ".new", mode);
        Files.writeString(fresh, text);
        Files.move(fresh, file(settings), StandardCopyOption.REPLACE_EXISTING);
    }

    static Path file(Settings settings) {
        return settings.data().resolve(FILE);
    }

    @Override
    public synchronized void stop() {
        if (server != null) {
            server.stop(0);
            server = null;
        }
        try {
            Files.deleteIfExists(file(settings));
        } catch (IOException broken) {
            LOG.warn("{} stays behind and opens nothing", FILE, broken);
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return server != null;
    }

    private void answer(HttpExchange exchange) {
        try (exchange) {
            var shown = exchange.getRequestHeaders().getFirst("Authorization");
            if (!isToken(shown)) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            if (exchange.getRequestURI().getPath().equals(BACKUP)) {
                backUp(exchange);
                return;
            }
            var name = exchange.getRequestURI().getPath().substring(SEGMENTS.length());
            var partnership =
                    settings.partnerships().stream()
                            .map(Settings.Partnership::name)
                            .filter(held -> held.value().equals(name))
                            .findFirst();
            if (partnership.isEmpty()) {
                exchange.sendResponseHeaders(404, -1);
            } else if (exchange.getRequestMethod().equals("GET")) {
                give(exchange, partnership.get());
            } else {
                take(exchange, partnership.get());
            }
        } catch (IOException | RuntimeException broken) {
            LOG.error("a command of the operator failed", broken);
        }
    }

    private void backUp(HttpExchange exchange) throws IOException {
        var to =
                Path.of(
                        new String(
                                exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        try {
            switch (backups.make(to)) {
                case Outcome.Accepted<Boolean>(var embedded) ->
                        send(
                                exchange,
                                200,
                                text(
                                        embedded
                                                ? to + " holds all that this node keeps."
                                                : to
                                                        + " holds what this node keeps beside its"
                                                        + " database: back that up by its own"
                                                        + " means, before the files."));
                case Outcome.Refused<Boolean>(var refusal) ->
                        send(exchange, 409, text(refusal.rule().id() + ": " + refusal.sentence()));
            }
        } catch (IOException broken) {
            LOG.error("the backup failed", broken);
            send(exchange, 500, text("The backup failed: " + broken.getMessage()));
        }
    }

    private boolean isToken(@Nullable String shown) {
        return shown != null
                && MessageDigest.isEqual(
                        ("Bearer " + token).getBytes(StandardCharsets.US_ASCII),
                        shown.getBytes(StandardCharsets.US_ASCII));
    }

    private void give(HttpExchange exchange, PartnershipId partnership) throws IOException {
        switch (files.make(partnership, place(exchange.getRequestURI().getQuery()), OPERATOR)) {
            case Outcome.Accepted<SegmentFiles.Made>(var made) -> {
                try (made) {
                    note(SecurityEvent.FILE_TAKEN_OUT, partnership, made.name());
                    exchange.getResponseHeaders().add(NAME, made.name());
                    made.next()
                            .ifPresent(
                                    next -> exchange.getResponseHeaders().add(NEXT, query(next)));
                    exchange.sendResponseHeaders(200, Files.size(made.path()));
                    Files.copy(made.path(), exchange.getResponseBody());
                }
            }
            case Outcome.Refused<SegmentFiles.Made>(var refusal) ->
                    send(exchange, 409, text(refusal.rule().id() + ": " + refusal.sentence()));
        }
    }

    /// Which file a command asks for: `from=12&part=2&back=false`.
    static String query(SegmentFiles.Place place) {
        return "from=" + place.from() + "&part=" + place.part() + "&back=" + place.back();
    }

    private static Optional<SegmentFiles.Place> place(@Nullable String query) {
        var asked = QUERY.matcher(Objects.requireNonNullElse(query, ""));
        return asked.matches()
                ? Optional.of(
                        new SegmentFiles.Place(
                                Long.parseLong(asked.group(1)),
                                Integer.parseInt(asked.group(2)),
                                Boolean.parseBoolean(asked.group(3))))
                : Optional.empty();
    }

    private void take(HttpExchange exchange, PartnershipId partnership) throws IOException {
        var brought = new ArrayList<SegmentFiles.Brought>();
        try (var in = new DataInputStream(exchange.getRequestBody())) {
            int count = Math.min(in.readInt(), MOST_FILES);
            for (int i = 0; i < count; i++) {
                var name = in.readUTF();
                var path = files.passing(partnership);
                brought.add(new SegmentFiles.Brought(name, path));
                copy(in, in.readLong(), path);
            }
            var taken = files.take(partnership, brought, OPERATOR);
            taken.stream()
                    .filter(file -> file.refusal().isEmpty())
                    .forEach(file -> note(SecurityEvent.FILE_BROUGHT_IN, partnership, file.name()));
            send(exchange, 200, text(told(taken)));
        } finally {
            for (var file : brought) {
                Files.deleteIfExists(file.path());
            }
        }
    }

    private static void copy(DataInputStream in, long size, Path to) throws IOException {
        try (var out = Files.newOutputStream(to)) {
            var buffer = new byte[LONGEST_REFUSAL];
            long left = size;
            while (left > 0) {
                int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (read < 0) {
                    throw new EOFException();
                }
                out.write(buffer, 0, read);
                left -= read;
            }
        }
    }

    /// One line for each file: whether it was taken, its name, and what came of it.
    private static String told(List<SegmentFiles.Taken> taken) {
        return taken.stream()
                .map(file ->
                        file.refusal()
                                .map(why ->
                                        "refused\t%s\t%s: %s"
                                                .formatted(
                                                        file.name(),
                                                        why.rule().id(),
                                                        why.sentence()))
                                .orElseGet(() ->
                                        "taken\t%s\t%d entries, %d new; receipt for %d more of ours"
                                                .formatted(
                                                        file.name(),
                                                        file.entries(),
                                                        file.fresh(),
                                                        file.receipted())))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private void note(SecurityEvent event, PartnershipId partnership, String file) {
        log.note(
                SecurityNote.of(event)
                        .in(partnership)
                        .with("account", OPERATOR)
                        .with("file", file));
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }
}
