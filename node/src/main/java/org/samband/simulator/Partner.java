// SPDX-License-Identifier: EUPL-1.2
package org.samband.simulator;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.samband.proof.CanonicalJson;
import org.samband.proof.Digest;

/// Does as an officer of the counterpart would: opens dossiers, and answers invitations, proposals
/// of dates and conclusions. Source: spec/procedure, section 7.
final class Partner {
    private static final Set<String> PROPOSALS =
            Set.of("propose-dates", "counter-propose", "postpone");
    private static final Set<String> CONCLUSIONS = Set.of("note-conclusions", "return-conclusions");

    private final SimulatedNode self;
    private final HeldProcedures procedures;
    private final Set<String> hosted;
    private final Consumer<String> say;
    private final LinkedBlockingQueue<Map<String, @Nullable Object>> news =
            new LinkedBlockingQueue<>();
    private final Map<String, Object> standing = new HashMap<>();
    private Duration delay = Duration.ZERO;

    /// @param hosted procedures in which our party is the host
    /// @param say told what is done
    Partner(
            SimulatedNode self,
            HeldProcedures procedures,
            Set<String> hosted,
            Consumer<String> say) {
        this.self = self;
        this.procedures = procedures;
        this.hosted = Set.copyOf(hosted);
        this.say = say;
        self.listen(news::add);
    }

    void delay(Duration each) {
        delay = each;
    }

    /// Opens a dossier and sends it.
    ///
    /// @return whether the node took it, or there is nothing that our party could open
    boolean open(String procedure) throws IOException {
        var opening = opening(procedure);
        if (opening.isEmpty()) {
            say.accept("nothing opened: our party does not open " + procedure);
            return true;
        }
        long number =
                self.append(entry -> {
                    entry.put("kind", "dossier.open");
                    entry.put("content", opening);
                });
        var dossier = self.self().party() + "-" + number;
        if (procedure.equals("forum-invitation")) {
            act(
                    dossier,
                    "invite",
                    Map.of("level", "minister", "invitation", "EXERCISE. You are invited."));
        }
        return sent("opened " + dossier + " (" + procedure + ")");
    }

    private Map<String, @Nullable Object> opening(String procedure) {
        return switch (procedure) {
            case "consultation" ->
                    ProcedureCases.content(
                            procedures,
                            procedure,
                            "propose-dates",
                            Map.of(
                                    "dates",
                                    List.of(
                                            ProcedureCases.day(self, 30),
                                            ProcedureCases.day(self, 31))));
            case "forum-invitation" ->
                    hosted.contains(procedure)
                            ? ProcedureCases.content(
                                    procedures,
                                    procedure,
                                    "announce-edition",
                                    Map.of(
                                            "edition",
                                            "EXERCISE edition",
                                            "begins",
                                            ProcedureCases.day(self, 60)))
                            : Map.of();
            default -> Map.of();
        };
    }

    private void act(String dossier, String act, Map<String, Object> fields) {
        self.append(entry -> {
            entry.put("kind", "dossier.act");
            entry.put("subject", dossier);
            entry.put("content", Map.of("act", act, "fields", fields));
        });
    }

    /// Answers for so long what the node's officers do.
    ///
    /// @return whether the node took every answer
    boolean answer(Duration time) throws IOException {
        long end = System.nanoTime() + time.toNanos();
        boolean right = true;
        try {
            for (long left = time.toNanos(); left > 0; left = end - System.nanoTime()) {
                var entry = news.poll(left, TimeUnit.NANOSECONDS);
                if (entry != null) {
                    right &= answer(entry);
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return right;
    }

    private boolean answer(Map<String, @Nullable Object> entry)
            throws IOException, InterruptedException {
        if (!(entry.get("content") instanceof Map<?, ?> content)
                || !(content.get("act") instanceof String act)
                || !(content.get("fields") instanceof Map<?, ?> fields)) {
            return true;
        }
        var dossier = String.valueOf(entry.get("subject"));
        say.accept(self.theirs().party() + " in " + dossier + ": " + act);
        fields.forEach((name, value) -> standing.put(dossier + " " + name, value));
        var answer = answer(dossier, act, fields);
        if (answer.isEmpty()) {
            return true;
        }
        TimeUnit.NANOSECONDS.sleep(delay.toNanos());
        self.append(ours -> {
            ours.put("kind", "dossier.act");
            ours.put("subject", dossier);
            ours.put("content", answer.get());
        });
        return sent("answered in " + dossier + ": " + answer.get().get("act"));
    }

    private Optional<Map<String, Object>> answer(String dossier, String act, Map<?, ?> fields) {
        if (PROPOSALS.contains(act)
                && fields.get("dates") instanceof List<?> dates
                && !dates.isEmpty()) {
            return Optional.of(
                    Map.of("act", "agree-date", "fields", Map.of("agreed-date", dates.getFirst())));
        }
        if (act.equals("invite")) {
            return Optional.of(
                    Map.of("act", "accept", "fields", Map.of("delegation", "EXERCISE Minister")));
        }
        if (CONCLUSIONS.contains(act)) {
            return Optional.of(
                    Map.of(
                            "act", "agree-conclusions",
                            "fields", Map.of(),
                            "confirms", confirmed(dossier)));
        }
        return Optional.empty();
    }

    /// The hash of PROC-31: for each field that is agreed the list of its standing values.
    private String confirmed(String dossier) {
        var agreed = new HashMap<String, Object>();
        for (var name : List.of("conclusions", "follow-ups")) {
            var values = new ArrayList<Object>();
            Optional.ofNullable(standing.get(dossier + " " + name)).ifPresent(values::add);
            agreed.put(name, values);
        }
        return Digest.sha256(CanonicalJson.bytes(agreed)).hex();
    }

    private boolean sent(String what) throws IOException {
        var answer = self.settle();
        say.accept(what + ": " + answer.text());
        return answer instanceof Answer.Receipt;
    }
}
