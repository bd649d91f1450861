// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.samband.proof.Digest;
import org.samband.proof.MerkleTree;

/// Both nodes, what is on its way between them, and how much may still happen: one state of the
/// model.
///
/// @param eu the EU's node
/// @param no Norway's node
/// @param euPush the EU's delivery that is under way, if any
/// @param noPush Norway's
/// @param euPull what the EU has asked for and not looked into yet, if any
/// @param noPull what Norway has asked for
/// @param files segments on media; they stay and can be read in any order, any number of times
record ModelState(
        Party eu,
        Party no,
        @Nullable Push euPush,
        @Nullable Push noPush,
        @Nullable Sent euPull,
        @Nullable Sent noPull,
        List<Sent> files,
        Left left) {

    /// The same few are asked for again and again.
    private static final Map<Item, Digest> LEAVES = new ConcurrentHashMap<>();

    private static final Map<List<Item>, MerkleTree> TREES = new ConcurrentHashMap<>();

    enum Side {
        EU,
        NO;

        Side other() {
            return this == EU ? NO : EU;
        }

        @Override
        public String toString() {
            return this == EU ? "EU" : "Norway";
        }
    }

    /// What may still happen.
    record Left(int crashes, int cuts, int files, int alterations) {}

    /// An entry. Which one it is and what it has seen is all that the protocol knows of it.
    ///
    /// @param altered whether it is another entry under the same number
    record Item(Side of, int number, int seen, boolean altered) {
        Digest leaf() {
            return LEAVES.computeIfAbsent(
                    this, item -> MerkleTree.leaf(item.toString().getBytes(UTF_8)));
        }
    }

    /// A segment.
    ///
    /// @param size and root are those of its checkpoint
    /// @param receipt how many entries of the receiver's ledger the sender holds
    record Sent(Side of, int from, List<Item> items, int size, Digest root, int receipt) {
        @Override
        public String toString() {
            return items.isEmpty()
                    ? "a segment of " + of + " without entries, with the receipt for " + receipt
                    : "the segment of %s with %s%s".formatted(of, numbers(), withReceipt());
        }

        private String numbers() {
            var words = new ArrayList<String>();
            items.forEach(item -> words.add(item.number() + (item.altered() ? " (altered)" : "")));
            return (items.size() == 1 ? "entry " : "entries ") + String.join(" and ", words);
        }

        private String withReceipt() {
            return receipt == 0 ? "" : " and the receipt for " + receipt;
        }
    }

    /// A delivery over the line.
    ///
    /// @param arrived whether the counterpart has it
    /// @param answer once there is one
    record Push(Sent segment, boolean arrived, @Nullable Receipt answer) {}

    /// One node.
    ///
    /// @param own ledger
    /// @param acknowledged how many of its entries are receipted
    /// @param copy of the counterpart's ledger
    /// @param held whether a fork has stopped admission
    /// @param lost whether it believes to have lost entries
    /// @param cursor from which entry the delivery that runs goes on; 0 if none runs. Forgotten in
    ///   a crash, as is what follows
    /// @param owes whether it must bring a receipt
    record Party(
            List<Item> own,
            int acknowledged,
            List<Item> copy,
            boolean held,
            boolean lost,
            int cursor,
            boolean steppedBack,
            boolean owes) {
        static final Party EMPTY =
                new Party(List.of(), 0, List.of(), false, false, 0, false, false);

        Party appended(Side side) {
            return new Party(
                    with(own, List.of(new Item(side, own.size() + 1, copy.size(), false))),
                    acknowledged,
                    copy,
                    held,
                    lost,
                    cursor,
                    steppedBack,
                    owes);
        }

        Party acknowledged(int size) {
            return new Party(own, size, copy, held, lost, cursor, steppedBack, owes);
        }

        Party taken(List<Item> fresh, boolean owesReceipt) {
            return new Party(
                    own,
                    acknowledged,
                    with(copy, fresh),
                    held,
                    lost,
                    cursor,
                    steppedBack,
                    owes || owesReceipt);
        }

        Party held(boolean now) {
            return new Party(own, acknowledged, copy, now, lost, cursor, steppedBack, owes);
        }

        Party thatHasLost() {
            return new Party(own, acknowledged, copy, held, true, cursor, steppedBack, owes);
        }

        Party at(int next, boolean back, boolean owesReceipt) {
            return new Party(own, acknowledged, copy, held, lost, next, back, owesReceipt);
        }

        Party restarted() {
            return at(0, false, false);
        }

        private static List<Item> with(List<Item> items, List<Item> more) {
            var grown = new ArrayList<>(items);
            grown.addAll(more);
            return List.copyOf(grown);
        }
    }

    static MerkleTree tree(List<Item> items) {
        var known = TREES.get(items);
        if (known != null) {
            return known;
        }
        var tree =
                items.isEmpty()
                        ? MerkleTree.EMPTY
                        : tree(items.subList(0, items.size() - 1)).append(items.getLast().leaf());
        TREES.put(List.copyOf(items), tree);
        return tree;
    }

    Party of(Side side) {
        return side == Side.EU ? eu : no;
    }

    @Nullable Push push(Side side) {
        return side == Side.EU ? euPush : noPush;
    }

    @Nullable Sent pull(Side side) {
        return side == Side.EU ? euPull : noPull;
    }

    ModelState with(Side side, Party party) {
        return side == Side.EU
                ? new ModelState(party, no, euPush, noPush, euPull, noPull, files, left)
                : new ModelState(eu, party, euPush, noPush, euPull, noPull, files, left);
    }

    ModelState with(Side side, @Nullable Push push) {
        return side == Side.EU
                ? new ModelState(eu, no, push, noPush, euPull, noPull, files, left)
                : new ModelState(eu, no, euPush, push, euPull, noPull, files, left);
    }

    ModelState pulling(Side side, @Nullable Sent pull) {
        return side == Side.EU
                ? new ModelState(eu, no, euPush, noPush, pull, noPull, files, left)
                : new ModelState(eu, no, euPush, noPush, euPull, pull, files, left);
    }

    ModelState with(Left now) {
        return new ModelState(eu, no, euPush, noPush, euPull, noPull, files, now);
    }

    ModelState written(Sent file) {
        var more = new ArrayList<>(files);
        if (!more.contains(file)) {
            more.add(file);
        }
        return new ModelState(eu, no, euPush, noPush, euPull, noPull, List.copyOf(more), left);
    }
}
