// SPDX-License-Identifier: EUPL-1.2
package org.samband.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// Plays the steps of the made-up year (`sample/`) as its officers would: through the forms on the
/// pages of both nodes, each when what the other party did has arrived. Dossiers that name each
/// other are played one step after the other; others beside them, as in an office. Own notes and
/// acts that cross are left out: a person who waits for the other never crosses.
final class PlayedYear {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /// Matters in hand at once: while one waits for the line, another goes on.
    private static final int IN_HAND = 3;

    private static final Pattern ACT = Pattern.compile("\\{act ([^}]+)}");
    private static final Pattern FILLED = Pattern.compile("\\{(day|year|act|sha256) ?([^}]*)}");
    private static final Pattern OF_TEXTS = Pattern.compile("\\{(text|sealed) ");
    private static final Pattern FIGURES =
            Pattern.compile("\\{figures(-hash)? ([0-9-]{10}) ([0-9-]{10})}");
    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

    private final TwoNodes nodes;
    private final Map<String, Visitor> officers = new ConcurrentHashMap<>();
    private final Map<String, Played> dossiers = new ConcurrentHashMap<>();
    private final Map<String, String> acts = new ConcurrentHashMap<>();
    private final Map<String, Played> dossierOf = new ConcurrentHashMap<>();

    /// @param path of the dossier, the same at both nodes
    /// @param acts its acts so far, for instance `act-EU-17`
    record Played(String procedure, String path, List<String> acts) {}

    PlayedYear(TwoNodes nodes) {
        this.nodes = nodes;
    }

    /// @return dossiers by the step that opened them
    Map<String, Played> play() {
        var together = new ArrayList<Map<String, Object>>();
        for (var step : steps()) {
            if (FIGURES.matcher(step.toString()).find()) {
                // What stands on record is counted while nobody adds to it.
                playTogether(together);
                together.clear();
                play(step);
            } else if (step.containsKey("open") || isAct(step)) {
                together.add(step);
            }
        }
        playTogether(together);
        return dossiers;
    }

    private static boolean isAct(Map<String, Object> step) {
        return step.containsKey("act") && !step.containsKey("crosses");
    }

    private void playTogether(List<Map<String, Object>> steps) {
        try (var officers = Executors.newFixedThreadPool(IN_HAND)) {
            var matters =
                    matters(steps).stream()
                            .map(matter -> Executors.callable(() -> matter.forEach(this::play)))
                            .toList();
            for (var played : officers.invokeAll(matters)) {
                played.get();
            }
        } catch (ExecutionException failed) {
            throw new AssertionError("a step failed", failed.getCause());
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    /// Steps in dossiers that name each other, in the order of the year.
    private static Collection<List<Map<String, Object>>> matters(List<Map<String, Object>> steps) {
        var all = new LinkedHashMap<String, List<Map<String, Object>>>();
        var of = new HashMap<String, String>();
        for (var step : steps) {
            var dossier = text(step, step.containsKey("open") ? "step" : "in");
            var matter = of.computeIfAbsent(dossier, name -> name);
            of.put(text(step, "step"), matter);
            if (step.get("opens") instanceof String opened) {
                of.put(opened, matter);
            }
            all.computeIfAbsent(matter, _ -> new ArrayList<>()).add(step);
            for (var named : ACT.matcher(step.toString()).results().toList()) {
                join(all, of, of.getOrDefault(named.group(1), matter), of.get(dossier));
            }
        }
        return all.values();
    }

    private static void join(
            Map<String, List<Map<String, Object>>> all,
            Map<String, String> of,
            String one,
            String other) {
        if (!one.equals(other)) {
            Objects.requireNonNull(all.get(one)).addAll(Objects.requireNonNull(all.remove(other)));
            of.replaceAll((_, matter) -> matter.equals(other) ? one : matter);
        }
    }

    private void play(Map<String, Object> step) {
        if (step.containsKey("open")) {
            open(step);
        } else {
            act(step);
        }
    }

    private static List<Map<String, Object>> steps() {
        try {
            var text = Files.readString(NodeProcess.ROOT.resolve("sample/eu-norway/year.yaml"));
            return new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void open(Map<String, Object> step) {
        var officer = officer(step);
        awaitNamed(officer, step);
        var procedure = text(step, "open");
        var form = officer.get("/eu-norway/open/" + procedure);
        var typed = new ArrayList<>(List.of("title", filled(text(step, "title"))));
        typed.addAll(typed(form, step));
        var page = officer.submit(form, typed.toArray(String[]::new));
        var path = URI.create(page.location()).getPath();
        var played = new Played(procedure, path, new CopyOnWriteArrayList<>());
        dossiers.put(text(step, "step"), played);
        note(step, played, page);
        openedAtOnce(step, page);
    }

    private void act(Map<String, Object> step) {
        var officer = officer(step);
        var dossier = Objects.requireNonNull(dossiers.get(text(step, "in")));
        await(officer, dossier);
        awaitNamed(officer, step);
        var form = officer.get(dossier.path() + "/act/" + text(step, "act"));
        var typed = new ArrayList<>(List.of("version", form.expectFirst("[name=version]").val()));
        typed.addAll(typed(form, step));
        var page = officer.submit(form, typed.toArray(String[]::new));
        note(step, dossier, page);
        openedAtOnce(step, page);
    }

    /// What the step opened in the same step, as the link on the page names it.
    private void openedAtOnce(Map<String, Object> step, Document page) {
        if (step.get("opens") instanceof String name) {
            var path = page.expectFirst("#links a[href*=/dossier/]").attr("href");
            var act = "act-" + path.substring(path.lastIndexOf('/') + 1);
            dossiers.put(
                    name,
                    new Played(
                            "information-package", path, new CopyOnWriteArrayList<>(List.of(act))));
        }
    }

    private void awaitNamed(Visitor officer, Map<String, Object> step) {
        ACT.matcher(step.toString())
                .results()
                .map(named -> dossierOf.get(named.group(1)))
                .filter(Objects::nonNull)
                .forEach(dossier -> await(officer, dossier));
    }

    private static void await(Visitor officer, Played dossier) {
        Waiting.until(
                PATIENCE,
                () -> dossier + " has not arrived: " + officer.answer(dossier.path()).body(),
                () -> arrived(officer, dossier));
    }

    /// Whether every act so far stands at the officer's node.
    static boolean arrived(Visitor officer, Played dossier) {
        var answer = officer.answer(dossier.path());
        return answer.statusCode() == 200
                && dossier.acts().stream()
                        .allMatch(act -> answer.body().contains("\"" + act + "\""));
    }

    private void note(Map<String, Object> step, Played dossier, Document page) {
        var last =
                page.select("#acts li[id]").eachAttr("id").stream()
                        .filter(act -> !dossier.acts().contains(act))
                        .toList();
        if (last.size() != 1) {
            throw new AssertionError(step + " is not on the page: " + page.text());
        }
        dossier.acts().addAll(last);
        dossierOf.put(text(step, "step"), dossier);
        acts.put(text(step, "step"), last.getFirst().substring("act-".length()));
    }

    /// What is typed, by the names that the form has.
    private List<String> typed(Document form, Map<String, Object> step) {
        var typed = new ArrayList<String>();
        fields(step)
                .forEach((name, value) -> {
                    if (OF_TEXTS.matcher(value).find()) {
                        return; // Joint texts are played by the story of the partnership.
                    }
                    if (form.selectFirst("[name=" + name + ".what]") != null) {
                        value.lines()
                                .filter(line -> !line.isBlank())
                                .forEach(line -> row(name, line, typed));
                    } else if (form.selectFirst("input[type=checkbox][name=" + name + "]")
                            != null) {
                        value.lines().forEach(line -> typed.addAll(List.of(name, line.strip())));
                    } else {
                        typed.addAll(List.of(name, value));
                    }
                });
        return typed;
    }

    private static void row(String name, String line, List<String> typed) {
        var parts = line.split("\\|", -1);
        typed.addAll(List.of(name + ".owner", parts[0].strip()));
        typed.addAll(List.of(name + ".what", parts[1].strip()));
        typed.addAll(List.of(name + ".paragraph", parts.length > 3 ? parts[2].strip() : ""));
        typed.addAll(
                List.of(name + ".due", parts.length > 2 ? parts[parts.length - 1].strip() : ""));
    }

    private Map<String, String> fields(Map<String, Object> step) {
        var fields = new LinkedHashMap<String, String>();
        if (step.get("fields") instanceof Map<?, ?> given) {
            given.forEach((name, value) ->
                    fields.put(
                            String.valueOf(name),
                            figures(step, filled(String.valueOf(value).strip()))));
        }
        return fields;
    }

    /// As the page of the stocktake gives them to who works with all areas: scope, then hash.
    private String figures(Map<String, Object> step, String text) {
        return FIGURES.matcher(text)
                .replaceAll(found ->
                        officer(step)
                                .get(
                                        "/eu-norway/stocktake?from=%s&to=%s"
                                                .formatted(found.group(2), found.group(3)))
                                .select("[aria-labelledby=agreeing] dd code")
                                .get(found.group(1) == null ? 0 : 1)
                                .text());
    }

    private Visitor officer(Map<String, Object> step) {
        var by = text(step, "by").split(" ", 2);
        return officers.computeIfAbsent(
                text(step, "by"),
                _ -> nodes.officer(by[0].equals("EU") ? nodes.eu() : nodes.norway(), by[1]));
    }

    private static String text(Map<String, Object> step, String member) {
        return String.valueOf(
                Objects.requireNonNull(step.get(member), () -> member + " of " + step));
    }

    private String filled(String text) {
        return FILLED.matcher(text).replaceAll(this::filling);
    }

    private String filling(MatchResult found) {
        var what = found.group(2);
        int offset = what.matches("[+-]\\d+") ? Integer.parseInt(what) : 0;
        return switch (found.group(1)) {
            case "day" -> today.plusDays(offset).toString();
            case "year" -> String.valueOf(today.getYear() + offset);
            case "act" -> Objects.requireNonNull(acts.get(what), () -> "no step " + what);
            default -> sha256(NodeProcess.ROOT.resolve(what));
        };
    }

    private static String sha256(Path file) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
            return HexFormat.of().formatHex(digest);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (NoSuchAlgorithmException missing) {
            throw new AssertionError(missing);
        }
    }
}
