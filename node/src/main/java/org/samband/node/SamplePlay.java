// SPDX-License-Identifier: EUPL-1.2
package org.samband.node;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.samband.act.Refusal;
import org.samband.drafting.JointTexts;
import org.samband.federation.FederationRule;
import org.samband.label.Marking;
import org.samband.ledger.Entry;
import org.samband.ledger.EntryCheck;
import org.samband.ledger.LedgerId;
import org.samband.ledger.LedgerPair;
import org.samband.ledger.Ledgers;
import org.samband.parties.Officer;
import org.samband.parties.Partnerships;
import org.samband.parties.Sights;
import org.samband.procedure.ActRef;
import org.samband.procedure.Acted;
import org.samband.procedure.Dossiers;
import org.samband.stocktake.Stocktakes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Plays this party's part of the sample year. Every step is a real act of an officer through the
/// door of the dossiers, and goes to the counterpart over the line; a step is played when all
/// earlier ones have been played here or were admitted. After a restart it goes on where it
/// stopped, because the ledgers show what has been played.
final class SamplePlay implements SmartLifecycle, EntryCheck {
    private static final Logger LOG = LoggerFactory.getLogger(SamplePlay.class);
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final int AT_ONCE = 1000;

    private final List<SampleStep> steps;
    private final LocalDate lastDay;
    private final LedgerPair pair;
    private final Ledgers ledgers;
    private final Supplier<Dossiers> dossiers;
    private final SampleTexts texts;
    private final SampleFigures figures;
    private final Function<String, Optional<Officer>> officers;
    private final Sights sights;
    private final Partnerships partnerships;
    private final NodeClock clock;
    private final Map<Instant, SampleStep> byMoment;
    private final Map<String, ActRef> played = new HashMap<>();
    private final Map<LedgerId, Long> read = new HashMap<>();
    private @Nullable Thread thread;

    SamplePlay(
            SampleYear year,
            LocalDate lastDay,
            LedgerPair pair,
            Ledgers ledgers,
            Supplier<Dossiers> dossiers,
            Supplier<JointTexts> texts,
            Supplier<Stocktakes> stocktakes,
            Function<String, Optional<Officer>> officers,
            Sights sights,
            Partnerships partnerships,
            NodeClock clock) {
        this.steps = year.seenBy(pair.ours());
        this.lastDay = lastDay;
        this.pair = pair;
        this.ledgers = ledgers;
        this.dossiers = dossiers;
        this.texts = new SampleTexts(pair.partnership(), pair.ours(), dossiers, texts, sights);
        this.figures =
                new SampleFigures(
                        stocktakes, partnerships.profile(pair.partnership()).orElseThrow());
        this.officers = officers;
        this.sights = sights;
        this.partnerships = partnerships;
        this.clock = clock;
        this.byMoment =
                steps.stream()
                        .collect(Collectors.toMap(step -> step.moment(lastDay), step -> step));
    }

    /// How far the year is: `12 of 58`.
    synchronized String progress() {
        return steps.stream().filter(step -> played.containsKey(step.name())).count()
                + " of "
                + steps.size();
    }

    @Override
    public void start() {
        thread = Thread.ofVirtual().name("sample").start(this::play);
    }

    private void play() {
        try {
            while (!Thread.interrupted() && !step()) {
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException broken) {
            LOG.error("the sample year stopped at {}", progress(), broken);
        }
    }

    /// Plays every step that can be played now.
    ///
    /// @return whether the year is over
    synchronized boolean step() {
        look(played, read);
        for (var step : steps) {
            if (played.containsKey(step.name())) {
                continue;
            }
            if (!step.party().equals(pair.ours()) || !step.crosses().isEmpty()) {
                return false;
            }
            if (!play(step, played)) {
                return false;
            }
        }
        return true;
    }

    private void look(Map<String, ActRef> seen, Map<LedgerId, Long> from) {
        for (var ledger :
                List.of(
                        pair.shared(),
                        pair.counterparts(),
                        new LedgerId(pair.partnership(), pair.ours(), LedgerId.Line.OWN))) {
            var next = from.getOrDefault(ledger, 1L);
            var entries = ledgers.read(ledger, next, AT_ONCE);
            for (var entry : entries) {
                Optional.ofNullable(byMoment.get(entry.at()))
                        .filter(step -> step.party().equals(entry.ledger().party()))
                        .ifPresent(step -> seen(step, ref(entry), seen));
            }
            from.put(ledger, next + entries.size());
        }
    }

    /// The second entry of a step is what its act opened at once.
    private static void seen(SampleStep step, ActRef act, Map<String, ActRef> seen) {
        var first = seen.putIfAbsent(step.name(), act);
        if (first != null && !first.equals(act)) {
            seen.put(step.opens(), act);
        }
    }

    private static ActRef ref(Entry entry) {
        return new ActRef(entry.ledger().party(), entry.number().value());
    }

    /// @return false while the node does not know yet whether its database is the newest
    private boolean play(SampleStep step, Map<String, ActRef> seen) {
        var officer =
                officers.apply(step.account())
                        .orElseThrow(
                                () -> new IllegalStateException("no officer " + step.account()));
        var acted = clock.at(step.moment(lastDay), () -> act(step, officer, seen));
        return switch (acted) {
            case Acted.Done(var act) -> {
                seen.put(step.name(), act);
                yield true;
            }
            case Acted.Refused(var refusals) -> {
                if (refusals.getFirst().rule() == FederationRule.NOT_COMPARED) {
                    yield false;
                }
                throw new IllegalStateException(
                        step.name()
                                + refusals.stream()
                                        .map(one -> " " + one.where() + ": " + one.sentence())
                                        .collect(Collectors.joining(";")));
            }
        };
    }

    private Acted act(SampleStep step, Officer officer, Map<String, ActRef> seen) {
        var typed = new HashMap<String, String>();
        step.typed()
                .forEach((name, text) ->
                        typed.put(name, figures.filled(filled(text, seen), officer)));
        var marking =
                step.marking().isEmpty()
                        ? partnerships.us(pair.partnership()).marking()
                        : Marking.parse(step.marking());
        return switch (step.deed()) {
            case SampleStep.Deed.Open(var procedure, var title, var area) ->
                    dossiers.get()
                            .open(
                                    officer,
                                    pair.partnership(),
                                    procedure,
                                    filled(title, seen),
                                    area,
                                    marking,
                                    typed);
            case SampleStep.Deed.Note(var text) ->
                    dossiers.get()
                            .note(
                                    officer,
                                    pair.partnership(),
                                    dossier(step, seen),
                                    filled(text, seen),
                                    marking);
            case SampleStep.Deed.Text(var what) ->
                    texts.act(officer, dossier(step, seen), what, marking, typed);
            case SampleStep.Deed.Act(var act) -> {
                var dossier =
                        dossiers.get()
                                .dossier(
                                        sights.of(officer), pair.partnership(), dossier(step, seen))
                                .orElseThrow();
                dossier.procedure()
                        .act(act)
                        .filter(form -> !form.confirms().isEmpty())
                        .ifPresent(
                                form -> typed.put(Dossiers.CONFIRMS, dossier.state().digest(form)));
                yield dossiers.get()
                        .act(
                                officer,
                                pair.partnership(),
                                dossier.ref(),
                                act,
                                dossier.version(),
                                marking,
                                typed);
            }
        };
    }

    private static ActRef dossier(SampleStep step, Map<String, ActRef> seen) {
        return Objects.requireNonNull(seen.get(step.dossier()));
    }

    private String filled(String text, Map<String, ActRef> seen) {
        return SampleYear.filled(texts.filled(text, seen), lastDay, seen);
    }

    /// Two acts that cross: when the counterpart's arrives, ours is made first, which does not know
    /// of it, as when two letters are in the post. Refuses nothing.
    @Override
    public Optional<Refusal> check(Entry entry, boolean ours) {
        var step = byMoment.get(entry.at());
        if (!ours && step != null && step.party().equals(entry.ledger().party())) {
            steps.stream()
                    .filter(one -> one.crosses().equals(step.name()))
                    .filter(one -> one.party().equals(pair.ours()))
                    .forEach(this::cross);
        }
        return Optional.empty();
    }

    /// Looks afresh, because the transaction that is open may yet be undone.
    private void cross(SampleStep step) {
        var seen = new HashMap<String, ActRef>();
        look(seen, new HashMap<>());
        if (!seen.containsKey(step.name())) {
            play(step, seen);
        }
    }

    @Override
    public void stop() {
        var running = thread;
        if (running != null) {
            running.interrupt();
            try {
                running.join(Duration.ofSeconds(2));
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
            thread = null;
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
