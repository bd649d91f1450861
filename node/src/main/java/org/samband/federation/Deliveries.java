// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.samband.attachment.Attachments;
import org.samband.ledger.EntryRecorded;
import org.samband.ledger.LedgerId;
import org.samband.ledger.LedgerPair;
import org.samband.ledger.Ledgers;
import org.samband.ledger.Rejections;
import org.samband.parties.PartnershipId;
import org.samband.proof.Digest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// The link of this node: its port, where a partnership goes by one, and one {@link Delivery} for
/// each partnership whose pair is set up. It starts after everything else and stops first.
@Component
public class Deliveries implements SmartLifecycle {
    private static final Duration LONGEST_END = Duration.ofSeconds(5);

    /// How long the start of the node waits for the counterparts' first answers, so that officers
    /// do not meet a node that does not know yet whether it is complete.
    private static final Duration LONGEST_BEGIN = Duration.ofSeconds(3);

    private final Counterparts counterparts;
    private final NodeKeys keys;
    private final LinkPins pins;
    private final LinkKeyTurn turn;
    private final Map<String, TransportKind> kinds;
    private final Ledgers ledgers;
    private final TakingBack takingBack;
    private final Outbox outbox;
    private final Admission admission;
    private final Attachments attachments;
    private final Refusing refusing;
    private final Rejections rejections;
    private final Completeness completeness;
    private final LinkRecord record;
    private final LinkLimits limits;
    private final Map<PartnershipId, Delivery> running = new ConcurrentHashMap<>();
    private final Map<PartnershipId, Transport> transports = new ConcurrentHashMap<>();
    private final List<Thread> threads = new ArrayList<>();
    private Optional<LinkPort> port = Optional.empty();

    @Autowired
    Deliveries(
            Counterparts counterparts,
            NodeKeys keys,
            LinkPins pins,
            LinkKeyTurn turn,
            List<TransportKind> kinds,
            Ledgers ledgers,
            TakingBack takingBack,
            Outbox outbox,
            Admission admission,
            Attachments attachments,
            Refusing refusing,
            Rejections rejections,
            Completeness completeness,
            LinkRecord record,
            Optional<LinkLimits> limits) {
        this.counterparts = counterparts;
        this.keys = keys;
        this.pins = pins;
        this.turn = turn;
        this.kinds = kinds.stream().collect(Collectors.toMap(TransportKind::word, kind -> kind));
        this.ledgers = ledgers;
        this.takingBack = takingBack;
        this.outbox = outbox;
        this.admission = admission;
        this.attachments = attachments;
        this.refusing = refusing;
        this.rejections = rejections;
        this.completeness = completeness;
        this.record = record;
        this.limits = limits.orElse(LinkLimits.USUAL);
    }

    /// The port at which counterparts reach this node; 0 while the link is not running.
    public int port() {
        return port.map(LinkPort::port).orElse(0);
    }

    @Override
    public synchronized void start() {
        var link = counterparts.now();
        if (link.counterparts().isEmpty() || isRunning()) {
            return;
        }
        link.counterparts().keySet().forEach(this::kind);
        var listening = link.only(partnership -> kind(partnership).listens());
        if (!listening.counterparts().isEmpty()) {
            var reception =
                    new Reception(
                            listening,
                            pins,
                            ledgers,
                            outbox,
                            admission,
                            attachments,
                            refusing,
                            completeness,
                            record,
                            limits,
                            this::spoken);
            var opened = new LinkPort(listening, keys, () -> pins(listening), limits, reception);
            opened.start();
            port = Optional.of(opened);
        }
        for (var pair : ledgers.pairs()) {
            counterparts.of(pair.partnership()).ifPresent(file -> start(pair, file));
        }
        var end = clock() + LONGEST_BEGIN.toMillis();
        running.values()
                .forEach(one -> one.awaitFirstRound(Duration.ofMillis(Math.max(0, end - clock()))));
    }

    private Set<Digest> pins(Link listening) {
        return listening.counterparts().keySet().stream()
                .flatMap(partnership -> pins.of(partnership).stream())
                .collect(Collectors.toSet());
    }

    private static long clock() {
        return System.nanoTime() / 1_000_000;
    }

    private void start(LedgerPair pair, PairFile file) {
        var kind = kind(pair.partnership());
        completeness.begin(pair, kind.listens());
        var transport = kind.open(pair, file);
        var recovery =
                new Recovery(pair, takingBack, completeness, record, transport, kind.listens());
        var refused = new Refused(pair, refusing, rejections, record);
        var delivery =
                new Delivery(
                        pair,
                        ledgers,
                        outbox,
                        admission,
                        attachments,
                        refused,
                        recovery,
                        completeness,
                        record,
                        transport,
                        limits,
                        this::settled);
        transports.put(pair.partnership(), transport);
        running.put(pair.partnership(), delivery);
        threads.add(Thread.ofVirtual().name("delivery " + pair.partnership()).start(delivery));
    }

    private TransportKind kind(PartnershipId partnership) {
        var word = counterparts.now().transport(partnership);
        var kind = kinds.get(word);
        if (kind == null) {
            throw new IllegalStateException(
                    "there is no transport \"" + word + "\" for " + partnership);
        }
        return kind;
    }

    @Override
    public synchronized void stop() {
        running.values().forEach(Delivery::stop);
        transports.values().forEach(Transport::close);
        threads.forEach(Deliveries::ended);
        threads.clear();
        running.clear();
        transports.clear();
        port.ifPresent(LinkPort::close);
        port = Optional.empty();
    }

    /// Begins anew with the counterparts that are pinned now. What waits goes on waiting and is
    /// sent.
    synchronized void again() {
        stop();
        start();
    }

    /// A delivery has ended a round: what it brought may be the receipt that our next link key has
    /// waited for.
    private void settled() {
        if (turn.isDue()) {
            Thread.ofVirtual().name("link key").start(this::turn);
        }
    }

    private synchronized void turn() {
        if (isRunning() && turn.isDue()) {
            turn.take();
            again();
        }
    }

    /// Waits for a delivery to end, so that it finds the database as long as it works.
    private static void ended(Thread thread) {
        try {
            thread.join(LONGEST_END);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return !running.isEmpty();
    }

    /// Sends what was recorded, as soon as the transaction that recorded it has ended well.
    @EventListener
    void recorded(EntryRecorded recorded) {
        var ledger = recorded.entry().ledger();
        if (!recorded.ours() || ledger.line() == LedgerId.Line.OWN) {
            return;
        }
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(
                    new TransactionSynchronization() {
                        @Override
                        public void afterCommit() {
                            wake(ledger.partnership());
                        }
                    });
        } else {
            wake(ledger.partnership());
        }
    }

    private void wake(PartnershipId partnership) {
        Optional.ofNullable(running.get(partnership)).ifPresent(Delivery::wake);
    }

    private void spoken(PartnershipId partnership) {
        Optional.ofNullable(running.get(partnership)).ifPresent(Delivery::counterpartIsThere);
    }

    /// The partnerships whose line runs.
    public List<PartnershipId> lines() {
        return running.keySet().stream().sorted().toList();
    }
}
