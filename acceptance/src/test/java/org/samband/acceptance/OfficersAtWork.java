// SPDX-License-Identifier: EUPL-1.2
package org.samband.acceptance;

import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/// Officers of both parties who act over HTTP, each as fast as the pages answer, on matters of
/// both, so that acts cross. What fails is not sent again: its officer signs in anew and goes on
/// with something else.
final class OfficersAtWork implements AutoCloseable {
    private static final List<String> ACCOUNTS = List.of("desk", "head");
    private static final int MOST_ACTS_OF_A_DOSSIER = 12;

    private final TwoNodes nodes;
    private final Acknowledged acknowledged;
    private final ReentrantReadWriteLock rest = new ReentrantReadWriteLock(true);
    private final List<Thread> threads = new ArrayList<>();
    private final List<String> open = new ArrayList<>();
    private final LocalDate yesterday = LocalDate.now(ZoneOffset.UTC).minusDays(1);
    private volatile boolean stopped;

    OfficersAtWork(TwoNodes nodes, Acknowledged acknowledged, Random random) {
        this.nodes = nodes;
        this.acknowledged = acknowledged;
        for (var node : List.of(nodes.eu(), nodes.norway())) {
            for (var account : ACCOUNTS) {
                var choices = new Random(random.nextLong());
                threads.add(Thread.ofVirtual().start(() -> work(node, account, choices)));
            }
        }
    }

    /// Lets every officer end what they have begun, and holds the next act until the work is done.
    void resting(Runnable work) {
        rest.writeLock().lock();
        try {
            work.run();
        } finally {
            rest.writeLock().unlock();
        }
    }

    private void work(NodeProcess node, String account, Random choices) {
        Visitor officer = null;
        while (!stopped) {
            rest.readLock().lock();
            try {
                officer = officer == null ? nodes.officer(node, account) : officer;
                act(officer, choices);
            } catch (RuntimeException | AssertionError failed) {
                // A node that is down, a crossing, a refusal: the act is not acknowledged.
                acknowledged.notDone();
                officer = failed instanceof AssertionError ? officer : null;
            } finally {
                rest.readLock().unlock();
            }
            pause(choices);
        }
    }

    private static void pause(Random choices) {
        try {
            Thread.sleep(20 + choices.nextInt(120));
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    private void act(Visitor officer, Random choices) {
        var dossier = dossier(choices);
        if (dossier == null) {
            put(open(officer), true);
        } else {
            var page = signedIn(officer.get(dossier));
            var acts = page.select("a[href*=/act/]").eachAttr("href").stream().distinct().toList();
            if (acts.isEmpty() || page.select("#acts li[id]").size() > MOST_ACTS_OF_A_DOSSIER) {
                put(dossier, false);
            } else {
                act(officer, acts.get(choices.nextInt(acts.size())));
            }
        }
    }

    private synchronized @Nullable String dossier(Random choices) {
        return open.isEmpty() || choices.nextInt(12) == 0
                ? null
                : open.get(choices.nextInt(open.size()));
    }

    private synchronized void put(String dossier, boolean isOpen) {
        open.remove(dossier);
        if (isOpen) {
            open.add(dossier);
        }
    }

    private void act(Visitor officer, String act) {
        var mark = Mark.next();
        var form = signedIn(officer.get(act));
        var typed = typed(act.substring(act.lastIndexOf('/') + 1), mark);
        if (!typed.isEmpty()) {
            sent(mark, () -> led(officer.submit(form, typed.toArray(String[]::new))));
        }
    }

    private List<String> typed(String act, String mark) {
        var day = yesterday.toString();
        return switch (act) {
            case "comment" -> List.of("comment", mark);
            case "note-agenda" -> List.of("agenda", mark);
            case "counter-propose", "postpone" -> List.of("message", mark, "dates", day);
            case "agree-date" -> List.of("message", mark, "agreed-date", day);
            case "hold" -> List.of("place", mark, "held-on", day);
            case "note-conclusions", "return-conclusions" -> List.of("conclusions", mark);
            case "agree-conclusions" -> List.of("message", mark);
            case "close" -> List.of("remark", mark);
            // Ends a matter: seldom, so that there is something to act on.
            case "cancel" ->
                    ThreadLocalRandom.current().nextInt(4) == 0
                            ? List.of("reason", mark)
                            : List.of();
            default -> List.of();
        };
    }

    /// Sends, and keeps what the node says.
    ///
    /// @return path of the dossier
    private String sent(String mark, Supplier<String> submission) {
        acknowledged.tried(mark);
        var path = submission.get();
        if (!path.contains("/dossier/") || path.contains("/act/")) {
            throw new AssertionError("not a dossier: " + path);
        }
        acknowledged.done(mark, path);
        return path;
    }

    private static String led(Document page) {
        return URI.create(page.location()).getPath();
    }

    /// A node that was killed has forgotten who is signed in.
    private static Document signedIn(Document page) {
        if (page.selectFirst("input[type=password]") != null) {
            throw new IllegalStateException("signed out");
        }
        return page;
    }

    /// Opens a dossier now, whatever the others do.
    ///
    /// @return its path
    String open(Visitor officer) {
        return open(officer, (form, typed) -> led(officer.submit(form, typed)));
    }

    /// The same, and does something in the moment in which the node says that it is done.
    void open(Visitor officer, Runnable atTheAnswer) {
        open(
                officer,
                (form, typed) -> {
                    var path = officer.submitAlone(form, typed);
                    atTheAnswer.run();
                    return path;
                });
    }

    private String open(Visitor officer, BiFunction<Document, String[], String> submission) {
        var mark = Mark.next();
        var form = signedIn(officer.get("/eu-norway/open/consultation"));
        var typed =
                new String[] {
                    "title",
                    "EXERCISE: consultations",
                    "message",
                    mark,
                    "dates",
                    yesterday.toString()
                };
        return sent(mark, () -> submission.apply(form, typed));
    }

    @Override
    public void close() {
        stopped = true;
        for (var thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException interrupted) {
                throw new AssertionError(interrupted);
            }
        }
    }
}
