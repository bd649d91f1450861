// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.samband.act.Refusal;
import org.samband.parties.PartnershipId;
import org.samband.parties.Sight;
import org.samband.parties.Sights;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Writes down what happens on the line: rules, numbers and times, never content.
@Component
class LinkRecord {
    private static final Duration CONTACT = Duration.ofSeconds(5);

    private final LinkRows rows;
    private final Sights sights;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;
    private final ReentrantLock writing = new ReentrantLock();
    private final Set<PartnershipId> lost = ConcurrentHashMap.newKeySet();
    private final Map<PartnershipId, Instant> contacts = new ConcurrentHashMap<>();

    LinkRecord(
            LinkRows rows, Sights sights, ApplicationEventPublisher events, InstantSource clock) {
        this.rows = rows;
        this.events = events;
        this.sights = sights;
        this.clock = clock;
    }

    void met(PartnershipId partnership, LinkEvent.Kind kind, Refusal refusal) {
        met(partnership, kind, Receipt.Refused.of(refusal, 0));
    }

    void met(PartnershipId partnership, LinkEvent.Kind kind, Receipt.Refused refused) {
        var now = clock.instant();
        var event = event(kind, refused, now, Optional.empty());
        write(() -> {
            if (!rows.again(partnership, event)) {
                rows.end(partnership, kind, now);
                rows.add(partnership, event);
                changed(partnership);
            }
        });
    }

    /// Something was refused and nothing waits for it: a file that came by hand.
    void passed(PartnershipId partnership, LinkEvent.Kind kind, Refusal refusal) {
        var now = clock.instant();
        var event = event(kind, Receipt.Refused.of(refusal, 0), now, Optional.of(now));
        write(() -> {
            rows.add(partnership, event);
            changed(partnership);
        });
    }

    private static LinkEvent event(
            LinkEvent.Kind kind, Receipt.Refused refused, Instant now, Optional<Instant> over) {
        return new LinkEvent(
                kind,
                refused.rule(),
                refused.sentence(),
                Map.copyOf(refused.facts()),
                now,
                now,
                1,
                over);
    }

    /// Pages are told when the transaction that is open has ended well.
    void changed(PartnershipId partnership) {
        events.publishEvent(new LineChanged(partnership));
    }

    void over(PartnershipId partnership, LinkEvent.Kind... kinds) {
        write(() -> {
            for (var kind : kinds) {
                if (rows.end(partnership, kind, clock.instant())) {
                    changed(partnership);
                }
            }
        });
    }

    /// Written down now and then, and not for each of many requests in a row.
    void contact(PartnershipId partnership) {
        var now = clock.instant();
        var before = contacts.get(partnership);
        if (before == null || Duration.between(before, now).abs().compareTo(CONTACT) > 0) {
            contacts.put(partnership, now);
            write(() -> rows.contact(partnership, now));
        }
    }

    /// The counterpart holds more of our entries than this node: an older copy of the database was
    /// restored. Until they are here again, an act would be a fork.
    void lost(PartnershipId partnership, long have, long size) {
        lost(
                partnership,
                Refusal.of(FederationRule.MORE_THERE_THAN_HERE)
                        .with("have", have)
                        .with("size", size));
    }

    void lost(PartnershipId partnership, Refusal why) {
        lost.add(partnership);
        met(partnership, LinkEvent.Kind.NOT_SENT, why);
    }

    /// What was lost is here again.
    void found(PartnershipId partnership) {
        if (lost.remove(partnership)) {
            over(partnership, LinkEvent.Kind.NOT_SENT);
        }
    }

    boolean isLost(PartnershipId partnership) {
        return lost.contains(partnership);
    }

    void hold(PartnershipId partnership, long entry) {
        write(() -> {
            rows.hold(partnership, entry, clock.instant());
            changed(partnership);
        });
    }

    boolean isHeld(PartnershipId partnership) {
        return sights.within(Sight.NODE, () -> rows.held(partnership)).isPresent();
    }

    void looked(PartnershipId partnership, String account) {
        write(() -> {
            rows.looked(partnership, account, clock.instant());
            changed(partnership);
        });
    }

    /// One at a time, so that two deliveries that fail alike are one event.
    private void write(Runnable work) {
        writing.lock();
        try {
            sights.run(Sight.NODE, work);
        } finally {
            writing.unlock();
        }
    }
}
