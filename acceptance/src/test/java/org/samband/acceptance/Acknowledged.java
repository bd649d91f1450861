// SPDX-License-Identifier: EUPL-1.2
package org.samband.acceptance;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/// What the nodes have told officers is done. Every act carries a mark of its own, so that it can
/// be found again, once, on both nodes.
final class Acknowledged {
    private final Map<String, String> dossiers = new TreeMap<>();

    /// As many as officers act at once.
    private static final int LATELY = 4;

    private final Deque<String> lately = new ArrayDeque<>();
    private final TreeSet<String> changed = new TreeSet<>();
    private final TreeSet<String> tried = new TreeSet<>();
    private long refused;

    /// An act is about to be sent: from now on it may be there or not.
    synchronized void tried(String mark) {
        tried.add(mark);
    }

    /// The node has said that it is done.
    synchronized void done(String mark, String dossier) {
        dossiers.put(mark, dossier);
        changed.add(dossier);
        lately.addLast(dossier);
        if (lately.size() > LATELY) {
            lately.removeFirst();
        }
    }

    /// The node has said that it is not done, or nothing.
    synchronized void notDone() {
        refused++;
    }

    synchronized int count() {
        return dossiers.size();
    }

    synchronized long refused() {
        return refused;
    }

    /// The dossiers of the acts that were acknowledged last.
    synchronized List<String> lately() {
        return lately.stream().distinct().toList();
    }

    /// The dossiers with acts since this was asked last.
    synchronized List<String> changed() {
        var since = List.copyOf(changed);
        changed.clear();
        return since;
    }

    /// The acts in a dossier that were acknowledged and that its page does not show.
    synchronized List<String> missing(String dossier, String page) {
        return dossiers.entrySet().stream()
                .filter(act -> act.getValue().equals(dossier))
                .map(Map.Entry::getKey)
                .filter(mark -> !page.contains(mark))
                .toList();
    }

    /// What is wrong with a ledger: acknowledged acts that are not in it, acts that are in it twice
    /// or that nobody sent.
    ///
    /// @param entries one line each
    synchronized List<String> wrong(Collection<String> entries) {
        var found = new TreeMap<String, Integer>();
        for (var entry : entries) {
            var marks = Mark.PATTERN.matcher(entry);
            if (marks.find()) {
                found.merge(marks.group(), 1, Integer::sum);
            }
        }
        var wrong = new ArrayList<String>();
        dossiers.keySet().stream()
                .filter(mark -> !found.containsKey(mark))
                .forEach(mark -> wrong.add(mark + " was acknowledged and is lost"));
        found.forEach((mark, times) -> {
            if (times > 1) {
                wrong.add(mark + " is there " + times + " times");
            }
            if (!tried.contains(mark)) {
                wrong.add(mark + " was never sent");
            }
        });
        return wrong;
    }
}
