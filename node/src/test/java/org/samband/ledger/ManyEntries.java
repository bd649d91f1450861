// SPDX-License-Identifier: EUPL-1.2
package org.samband.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.samband.act.Circle;
import org.samband.label.Labels;
import org.samband.label.Marking;
import org.samband.node.TestRooms;
import org.samband.parties.Sight;
import org.samband.parties.Sights;
import org.samband.proof.Checkpoint;
import org.samband.proof.MerkleTree;

/// Fills a node's own shared ledger with many entries in one transaction, past the rooms. EXERCISE.
public final class ManyEntries {
    private static final int AT_ONCE = 50;

    private ManyEntries() {}

    /// An act for both parties, of a kind that no room knows.
    public static Draft draft(Map<String, Object> content) {
        return new Draft(
                TestRooms.PARTNERSHIP,
                new Entry.By("EEAS", "Exercise Officer", "desk officer"),
                Circle.SHARED,
                Marking.parse("TLP:GREEN"),
                "",
                "test",
                Optional.empty(),
                content);
    }

    public static void append(TestRooms node, int count) {
        append(node, count, i -> draft(Map.of("title", "EXERCISE act " + i)));
    }

    public static void append(TestRooms node, int count, IntFunction<Draft> drafts) {
        node.door(Sights.class).run(Sight.NODE, () -> appended(node, count, drafts));
    }

    private static void appended(TestRooms node, int count, IntFunction<Draft> drafts) {
        var rows = node.door(LedgerRows.class);
        var pair =
                node.door(Ledgers.class).pairs().stream()
                        .filter(one -> one.partnership().equals(TestRooms.PARTNERSHIP))
                        .findFirst()
                        .orElseThrow();
        var head = rows.lock(pair.shared());
        var tree = head.tree();
        var some = new ArrayList<Recording.Recorded>();
        for (int i = 0; i < count; i++) {
            var draft = drafts.apply(i);
            var number = new EntryNumber(tree.size() + 1);
            var entry =
                    new Entry(
                            pair.shared(),
                            number,
                            head.seen(),
                            TestRooms.NOON,
                            draft.by(),
                            draft.circle(),
                            draft.marking(),
                            draft.area(),
                            draft.kind(),
                            draft.subject().orElse(Entry.ownSubject(pair.shared(), number)),
                            draft.content());
            var bytes = EntryForm.bytes(entry);
            some.add(new Recording.Recorded(entry, bytes));
            tree = tree.append(MerkleTree.leaf(bytes));
            if (some.size() == AT_ONCE || i == count - 1) {
                rows.store(
                        some, one -> node.door(Labels.class).intern(one.marking()), TestRooms.NOON);
                some.clear();
            }
        }
        var origin = Ledgers.origin(pair.shared());
        var checkpoint =
                node.door(LedgerKey.class)
                        .signed(
                                new Checkpoint(origin, tree.size(), tree.root(), List.of()),
                                origin);
        rows.store(
                new Head(
                        head.ledger(),
                        tree,
                        head.seen(),
                        Optional.of(checkpoint),
                        head.cosigned()));
    }
}
