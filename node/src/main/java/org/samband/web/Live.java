// SPDX-License-Identifier: EUPL-1.2
package org.samband.web;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.samband.parties.Officer;
import org.samband.parties.OfficerId;
import org.samband.parties.PartnershipId;
import org.samband.parties.Sight;
import org.samband.parties.Sights;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Tells signed-in officers that something which they may see has changed. What they are told has
/// no content: the name of the partnership, which they know. Officers whose sight does not cover
/// the change are told nothing.
@Component
public class Live {
    /// So many changes are remembered for a page that was made shortly before and connects shortly
    /// after them.
    private static final int REMEMBERED = 2000;

    /// A transaction with many entries tells once.
    private static final long GATHERING_MILLIS = 40;

    /// Of a change that is no record: the state of the line.
    private static final int NO_LABEL = -1;

    private static final Logger LOG = LoggerFactory.getLogger(Live.class);

    private final Function<Officer, Sight> sight;
    private final Function<OfficerId, Optional<Officer>> now;
    private final LiveClock clock = new LiveClock();
    private final List<LiveConnection> connections = new CopyOnWriteArrayList<>();
    private final Deque<Change> remembered = new ArrayDeque<>();
    private final List<Change> gathered = new ArrayList<>();

    /// @param stamp when it was committed
    private record Change(
            LiveClock.Stamp stamp, PartnershipId partnership, String area, int label) {
        boolean seenWith(Sight sight) {
            return label == NO_LABEL
                    ? sight.needToKnow().covers(partnership, area)
                    : sight.covers(partnership, area, label);
        }
    }

    @Autowired
    Live(Sights sights, SignedIn signedIn) {
        this(sights::of, signedIn::now);
    }

    Live(Function<Officer, Sight> sight, Function<OfficerId, Optional<Officer>> now) {
        this.sight = sight;
        this.now = now;
    }

    /// Call it inside the transaction that makes the change; officers are told after its commit.
    ///
    /// @param area short name; empty for what has no area
    /// @param label id of the interned marking
    public void changed(PartnershipId partnership, String area, int label) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            gather(partnership, area, label);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        gather(partnership, area, label);
                    }
                });
    }

    /// As {@link #changed(PartnershipId, String, int)}, for what bears no marking because it is no
    /// record. All who have a need-to-know in the partnership are told.
    public void changed(PartnershipId partnership) {
        changed(partnership, "", NO_LABEL);
    }

    /// The moment from which a page wants to know changes; taken before the page is made.
    String stamp() {
        return clock.now().toString();
    }

    /// Adds a standing connection and tells it what changed since the page was made.
    ///
    /// @param since a stamp; one that is too old or of another run of the node counts as "all may
    ///   have changed"
    void connect(LiveConnection connection, String since) {
        connections.add(connection);
        connection.whenGone(() -> connections.remove(connection));
        var from = clock.read(since);
        if (from.isEmpty() || forgotten(from.get())) {
            connection.tell("*", stamp());
            return;
        }
        tell(connection, after(from.get()));
    }

    /// Oldest first.
    List<LiveConnection> connections() {
        return List.copyOf(connections);
    }

    private void gather(PartnershipId partnership, String area, int label) {
        boolean first;
        synchronized (gathered) {
            first = gathered.isEmpty();
            gathered.add(new Change(clock.now(), partnership, area, label));
        }
        if (first) {
            Thread.ofVirtual().name("live").start(this::tellGathered);
        }
    }

    private void tellGathered() {
        try {
            Thread.sleep(GATHERING_MILLIS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        List<Change> changes;
        synchronized (gathered) {
            changes = List.copyOf(gathered);
            gathered.clear();
        }
        remember(changes);
        for (var connection : connections) {
            Thread.ofVirtual().name("live").start(() -> tell(connection, changes));
        }
    }

    private void tell(LiveConnection connection, List<Change> changes) {
        var officer = now.apply(connection.officer());
        if (officer.isEmpty()) {
            connection.close();
            return;
        }
        if (changes.isEmpty()) {
            return;
        }
        try {
            var sees = sight.apply(officer.get());
            var partnerships = new HashSet<PartnershipId>();
            changes.stream()
                    .filter(change -> change.seenWith(sees))
                    .forEach(change -> partnerships.add(change.partnership()));
            partnerships.forEach(partnership -> connection.tell(partnership.value(), stamp()));
        } catch (DataAccessException broken) {
            LOG.warn("officers are not told of a change: {}", broken.getClass().getSimpleName());
            connection.close();
        }
    }

    private void remember(List<Change> changes) {
        synchronized (remembered) {
            remembered.addAll(changes);
            while (remembered.size() > REMEMBERED) {
                remembered.removeFirst();
            }
        }
    }

    private boolean forgotten(LiveClock.Stamp from) {
        synchronized (remembered) {
            return remembered.size() == REMEMBERED && remembered.getFirst().stamp().isAfter(from);
        }
    }

    private List<Change> after(LiveClock.Stamp from) {
        synchronized (remembered) {
            return remembered.stream().filter(change -> !from.isAfter(change.stamp())).toList();
        }
    }
}
