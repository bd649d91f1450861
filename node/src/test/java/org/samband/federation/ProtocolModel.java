// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.samband.federation.ModelState.Item;
import org.samband.federation.ModelState.Left;
import org.samband.federation.ModelState.Party;
import org.samband.federation.ModelState.Push;
import org.samband.federation.ModelState.Sent;
import org.samband.federation.ModelState.Side;
import org.samband.ledger.Decision;
import org.samband.ledger.LedgerRule;
import org.samband.proof.Checkpoint;

/// Explores the two-party protocol in full within a small scope: every order in which entries are
/// appended, delivered, asked for, taken and receipted, files are written and read, nodes crash and
/// the line is cut. The decisions are those of the node ({@link ProtocolRules}).
///
/// In every state what a node holds of the other's ledger is the beginning of that ledger, what is
/// receipted is held, and if from here on nothing more goes wrong both nodes come to hold
/// everything: over the line, and by files alone. A receipt is given only for what is held.
final class ProtocolModel {
    private static final int MOST_ENTRIES = 2;
    private static final int ROUNDS = 12;

    private final ProtocolRules rules;
    private final int euEntries;
    private final int noEntries;
    private final boolean line;
    private final Map<ModelState, Step> seen = new HashMap<>();
    private final ArrayDeque<ModelState> next = new ArrayDeque<>();

    /// From where it is known that both come to hold everything.
    private final Set<Calm> converging = new HashSet<>();

    /// Both nodes when nothing is on its way.
    private record Calm(Party eu, Party no, boolean byFiles) {}

    /// How a state was reached.
    private record Step(@Nullable ModelState from, String text) {}

    /// Something that must not be, found on the way to a state.
    private static final class Wrong extends RuntimeException {
        private static final long serialVersionUID = 1;

        Wrong(String what) {
            super(what);
        }
    }

    /// @param line whether the nodes speak over the line; without it, by files alone
    ProtocolModel(ProtocolRules rules, int euEntries, int noEntries, boolean line) {
        this.rules = rules;
        this.euEntries = euEntries;
        this.noEntries = noEntries;
        this.line = line;
    }

    /// How many states were reached.
    int states() {
        return seen.size();
    }

    /// Explores all that is in scope.
    ///
    /// @return a shortest way to something wrong, to be read by a person; empty if there is none
    Optional<String> explore(Left scope) {
        var start =
                new ModelState(Party.EMPTY, Party.EMPTY, null, null, null, null, List.of(), scope);
        seen.put(start, new Step(null, ""));
        next.add(start);
        while (!next.isEmpty()) {
            var state = next.remove();
            try {
                hold(state);
            } catch (Wrong wrong) {
                return Optional.of(told(state, wrong));
            }
            for (var side : Side.values()) {
                try {
                    nodes(state, side);
                    transport(state, side);
                    faults(state, side);
                } catch (Wrong wrong) {
                    return Optional.of(told(state, wrong));
                }
            }
        }
        return Optional.empty();
    }

    private void reach(ModelState from, String text, ModelState to) {
        if (seen.putIfAbsent(to, new Step(from, text)) == null) {
            next.add(to);
        }
    }

    private String told(ModelState end, Wrong wrong) {
        var lines = new ArrayDeque<String>();
        for (@Nullable ModelState at = end; at != null; ) {
            var step = java.util.Objects.requireNonNull(seen.get(at));
            if (step.from() != null) {
                lines.addFirst(step.text());
            }
            at = step.from();
        }
        var text = new StringBuilder();
        int number = 1;
        for (var line : lines) {
            text.append("%3d. %s%n".formatted(number++, line));
        }
        return text.append("WRONG: ").append(wrong.getMessage()).append('\n').toString();
    }

    // What nodes do by themselves.

    private void nodes(ModelState state, Side side) {
        var party = state.of(side);
        if (party.own().size() < (side == Side.EU ? euEntries : noEntries) && !party.lost()) {
            reach(
                    state,
                    "%s appends entry %d, having seen %d of %s."
                            .formatted(
                                    side,
                                    party.own().size() + 1,
                                    party.copy().size(),
                                    side.other()),
                    state.with(side, party.appended(side)));
        }
        if (line && state.push(side) == null) {
            segment(party, side)
                    .ifPresent(segment ->
                            reach(
                                    state,
                                    side + " sends " + segment + ".",
                                    state.with(side, started(party, segment))
                                            .with(side, new Push(segment, false, null))));
        }
        if (line && state.pull(side) == null) {
            var asked = from(state.of(side.other()), side.other(), party.copy().size() + 1);
            reach(
                    state,
                    side + " asks " + side.other() + " and gets " + asked + ".",
                    state.pulling(side, asked));
        }
    }

    private static Party started(Party party, Sent segment) {
        return party.at(segment.from(), party.steppedBack(), false);
    }

    /// What the node would send next; empty if nothing waits.
    private static Optional<Sent> segment(Party party, Side side) {
        int first = party.cursor() == 0 ? party.acknowledged() + 1 : party.cursor();
        return party.lost() || (first > party.own().size() && !party.owes())
                ? Optional.empty()
                : Optional.of(from(party, side, first));
    }

    private static Sent from(Party party, Side side, int first) {
        int end = Math.min(party.own().size(), first - 1 + MOST_ENTRIES);
        var items = first > end ? List.<Item>of() : party.own().subList(first - 1, end);
        int size = Math.max(end, first - 1);
        var root =
                ModelState.tree(party.own().subList(0, Math.min(size, party.own().size()))).root();
        return new Sent(side, first, List.copyOf(items), size, root, party.copy().size());
    }

    // What arrives.

    private void transport(ModelState state, Side side) {
        var push = state.push(side);
        if (push != null) {
            push(state, side, push);
        }
        var pull = state.pull(side);
        if (pull != null) {
            reach(
                    state,
                    side + " looks into what it asked for.",
                    taken(state, pull, true).state().pulling(side, null));
        }
        for (var file : state.files()) {
            if (file.of() != side) {
                var taken = taken(state, file, true);
                reach(state, side + " reads the file with " + file + taken.said(), taken.state());
            }
        }
        if (state.left().files() > 0) {
            files(state, side);
        }
    }

    private void push(ModelState state, Side side, Push push) {
        if (!push.arrived()) {
            var party = state.of(side);
            int counted = (int) rules.countedOnArrival(party.acknowledged(), push.segment().size());
            reach(
                    state,
                    "It arrives at " + side.other() + "'s node.",
                    state.with(side, party.acknowledged(counted))
                            .with(side, new Push(push.segment(), true, null)));
        } else if (push.answer() == null) {
            var taken = taken(state, push.segment(), false);
            reach(
                    state,
                    side.other() + " looks into it" + taken.said(),
                    taken.state().with(side, new Push(push.segment(), true, taken.answer())));
        } else {
            var after = answered(state.of(side), push.segment(), push.answer());
            reach(
                    state,
                    side + " reads the answer.",
                    state.with(side, after).with(side, (Push) null));
        }
    }

    private void files(ModelState state, Side side) {
        var left = state.left();
        var fewer = new Left(left.crashes(), left.cuts(), left.files() - 1, left.alterations());
        var party = state.of(side);
        for (int first = 1; first <= party.own().size() + 1; first++) {
            var file = from(party, side, first);
            reach(
                    state,
                    side + " writes a file with " + file + ".",
                    state.with(fewer).written(file));
        }
    }

    /// What came of a segment.
    private record Taken(ModelState state, Receipt answer, String said) {}

    private Taken taken(ModelState state, Sent segment, boolean owesReceipt) {
        var side = segment.of().other();
        var party = receipted(state.of(side), segment.receipt());
        if (party.held()) {
            return refused(state.with(side, party), segment, FederationRule.HELD.id());
        }
        var items = segment.items();
        var begin = rules.begin(party.copy().size(), segment.from(), items.size(), segment.size());
        if (!(begin instanceof Decision.Begin(long known))) {
            return refused(state.with(side, party), segment, LedgerRule.GAP.id());
        }
        for (int i = 0; i < known; i++) {
            var held = party.copy().get(segment.from() - 1 + i);
            if (rules.isFork(held.leaf(), items.get(i).leaf())) {
                return refused(state.with(side, party.held(true)), segment, LedgerRule.FORK.id());
            }
        }
        var fresh = items.subList((int) known, items.size());
        if (!fits(party, fresh)) {
            return refused(state.with(side, party), segment, LedgerRule.SEEN_FALLS.id());
        }
        var grown = party.taken(fresh, owesReceipt && !fresh.isEmpty());
        var root = ModelState.tree(grown.copy().subList(0, segment.size())).root();
        return switch (rules.end(root, segment.root(), fresh.size())) {
            case Decision.WrongRoot() ->
                    refused(state.with(side, party), segment, LedgerRule.WRONG_ROOT.id());
            case Decision.Repeat() -> cosigned(state.with(side, party), segment);
            case Decision.Cosign() -> cosigned(state.with(side, grown), segment);
        };
    }

    private boolean fits(Party party, List<Item> fresh) {
        int before = party.copy().isEmpty() ? 0 : party.copy().getLast().seen();
        int number = party.copy().size();
        for (var item : fresh) {
            number++;
            if (item.number() != number
                    || !rules.canHaveSeen(item.seen(), before, party.own().size())) {
                return false;
            }
            before = item.seen();
        }
        return true;
    }

    private static Taken refused(ModelState state, Sent segment, String rule) {
        int have = state.of(segment.of().other()).copy().size();
        return new Taken(
                state,
                new Receipt.Refused(rule, "", Map.of(), have),
                " and refuses by " + rule + ", having " + have + ".");
    }

    private static Taken cosigned(ModelState state, Sent segment) {
        var copy = state.of(segment.of().other()).copy();
        int end = segment.from() - 1 + segment.items().size();
        if (copy.size() < end || !copy.subList(segment.from() - 1, end).equals(segment.items())) {
            throw new Wrong(
                    "%s has given a receipt for %s, and holds something else."
                            .formatted(segment.of().other(), segment));
        }
        var checkpoint =
                new Checkpoint(
                        "samband/exercise/" + segment.of().name(),
                        copy.size(),
                        ModelState.tree(copy).root(),
                        List.of());
        return new Taken(
                state,
                new Receipt.Cosigned(checkpoint),
                " and gives the receipt for " + copy.size() + ".");
    }

    private Party receipted(Party party, int receipt) {
        return switch (rules.receipt(party.own().size(), party.acknowledged(), receipt)) {
            case MORE_THAN_HELD -> party.thatHasLost();
            case KNOWN -> party;
            case NEW -> party.acknowledged(receipt);
        };
    }

    private Party answered(Party party, Sent segment, Receipt answer) {
        var kept =
                answer instanceof Receipt.Cosigned(var checkpoint)
                        ? receipted(party, (int) checkpoint.size())
                        : party;
        if (kept.lost()) {
            return kept.restarted();
        }
        return switch (rules.next(answer, segment.from(), segment.size(), party.steppedBack())) {
            case NextStep.From(var number, var back) ->
                    number > kept.own().size()
                            ? kept.restarted()
                            : kept.at((int) number, back, false);
            case NextStep.TooFew _, NextStep.Stop _, NextStep.Wait _ -> kept.restarted();
        };
    }

    // What goes wrong.

    private void faults(ModelState state, Side side) {
        var left = state.left();
        if (left.crashes() > 0) {
            var fewer = new Left(left.crashes() - 1, left.cuts(), left.files(), left.alterations());
            var without = cut(cut(state, side), side.other()).pulling(side, null).with(fewer);
            reach(
                    state,
                    side + "'s node is killed and starts again.",
                    without.with(side, without.of(side).restarted()));
        }
        if (left.cuts() > 0 && (state.push(side) != null || state.pull(side) != null)) {
            var fewer = new Left(left.crashes(), left.cuts() - 1, left.files(), left.alterations());
            reach(
                    state,
                    "The line is cut under what " + side + " does.",
                    cut(state, side).pulling(side, null).with(fewer));
        }
        if (left.alterations() > 0) {
            state.files().stream()
                    .filter(file -> file.of() == side && !file.items().isEmpty())
                    .forEach(file -> alter(state, file));
        }
    }

    private static ModelState cut(ModelState state, Side side) {
        return state.push(side) == null
                ? state
                : state.with(side, state.of(side).restarted()).with(side, (Push) null);
    }

    private void alter(ModelState state, Sent file) {
        var left = state.left();
        var fewer = new Left(left.crashes(), left.cuts(), left.files(), left.alterations() - 1);
        for (int i = 0; i < file.items().size(); i++) {
            var items = new ArrayList<>(file.items());
            var item = items.get(i);
            items.set(i, new Item(item.of(), item.number(), item.seen(), true));
            var altered =
                    new Sent(
                            file.of(),
                            file.from(),
                            items,
                            file.size(),
                            file.root(),
                            file.receipt());
            reach(
                    state,
                    "Somebody copies a file and alters it to " + altered + ".",
                    state.with(fewer).written(altered));
        }
    }

    // What must hold.

    private void hold(ModelState state) {
        for (var side : Side.values()) {
            var own = state.of(side).own();
            var there = state.of(side.other()).copy();
            if (there.size() > own.size() || !there.equals(own.subList(0, there.size()))) {
                throw new Wrong(
                        side.other()
                                + " holds what is not the beginning of "
                                + side
                                + "'s ledger.");
            }
            if (state.of(side).acknowledged() > there.size()) {
                throw new Wrong(
                        "%s believes that %s holds %d of its entries; it holds %d, and the others are never sent again."
                                .formatted(
                                        side,
                                        side.other(),
                                        state.of(side).acknowledged(),
                                        there.size()));
            }
            if (state.of(side).lost()) {
                throw new Wrong(side + " believes to have lost entries, and has not.");
            }
        }
        converge(state, false);
        converge(state, true);
    }

    /// If nothing more goes wrong, both come to hold everything. An administrator has looked at a
    /// line that a fork has stopped.
    private void converge(ModelState state, boolean byFiles) {
        var now = state;
        for (var side : Side.values()) {
            now = cut(now, side).pulling(side, null);
            now = now.with(side, now.of(side).restarted().held(false));
        }
        var passed = new ArrayList<Calm>();
        for (int round = 0; round < ROUNDS; round++) {
            var calm = new Calm(now.eu(), now.no(), byFiles);
            if (converging.contains(calm)) {
                return;
            }
            passed.add(calm);
            for (var side : Side.values()) {
                now = byFiles ? oneFile(now, side) : oneDelivery(now, side);
            }
        }
        for (var side : Side.values()) {
            var all = now.of(side).own();
            if (!all.equals(now.of(side.other()).copy())
                    || now.of(side).acknowledged() != all.size()) {
                throw new Wrong(
                        "From here on nothing goes wrong any more, and %s still holds %d of %s's %d entries%s; %d are receipted."
                                .formatted(
                                        side.other(),
                                        now.of(side.other()).copy().size(),
                                        side,
                                        all.size(),
                                        byFiles ? " by files alone" : "",
                                        now.of(side).acknowledged()));
            }
        }
        converging.addAll(passed);
    }

    private ModelState oneDelivery(ModelState state, Side side) {
        var segment = segment(state.of(side), side);
        if (segment.isEmpty()) {
            return state;
        }
        var taken =
                taken(
                        state.with(side, started(state.of(side), segment.get())),
                        segment.get(),
                        false);
        var after = answered(taken.state().of(side), segment.get(), taken.answer());
        return taken.state().with(side, after);
    }

    private ModelState oneFile(ModelState state, Side side) {
        var party = state.of(side);
        return taken(state, from(party, side, party.acknowledged() + 1), true).state();
    }
}
