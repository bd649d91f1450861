// SPDX-License-Identifier: EUPL-1.2
package org.samband.simulator;

import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.samband.proof.CanonicalJson;
import org.samband.proof.Checkpoint;

/// The counterpart that is played: its keys, its own ledger, what it has admitted of the ledger of
/// the node under test, and the line between them.
final class SimulatedNode {
    private final PairText self;
    private final PairText theirs;
    private final SimulatorKeys keys;
    private final LedgerFile own;
    private final LedgerFile held;
    private final LinkClient client;
    private final InstantSource clock;
    private final List<Consumer<Map<String, @Nullable Object>>> listeners = new ArrayList<>();
    private long receipted;
    private String given = "";
    private boolean silent;

    /// @param folder of the simulator, where keys and ledgers are kept
    /// @param theirs pair file of the node under test
    SimulatedNode(
            Path folder, PairText self, PairText theirs, SimulatorKeys keys, InstantSource clock) {
        this.self = self;
        this.theirs = theirs;
        this.keys = keys;
        this.clock = clock;
        own = new LedgerFile(folder.resolve("own.ledger"));
        held = new LedgerFile(folder.resolve("held.ledger"));
        client = new LinkClient(keys.link().speakingWith(theirs.pin()), theirs.address());
    }

    PairText self() {
        return self;
    }

    PairText theirs() {
        return theirs;
    }

    SimulatorKeys keys() {
        return keys;
    }

    InstantSource clock() {
        return clock;
    }

    LinkClient client() {
        return client;
    }

    String path() {
        return LinkClient.path(self.partnership());
    }

    synchronized long size() {
        return own.size();
    }

    synchronized long heldSize() {
        return held.size();
    }

    synchronized byte[] entry(long number) {
        return own.entry(number);
    }

    /// How many entries of ours the node has given its cosignature for.
    synchronized long receipted() {
        return receipted;
    }

    /// Told of every entry of the node, once, in order.
    void listen(Consumer<Map<String, @Nullable Object>> listener) {
        listeners.add(listener);
    }

    /// Members of an entry that would be right as our next one but `ahead`. Source: LEDGER-03.
    synchronized Map<String, @Nullable Object> next(int ahead) {
        var number = own.size() + 1 + ahead;
        return EntryMembers.of(self, number, held.size(), clock.instant());
    }

    /// Makes an entry of ours; it is not sent yet.
    ///
    /// @return its number
    synchronized long append(Consumer<Map<String, @Nullable Object>> content) {
        var entry = next(0);
        content.accept(entry);
        own.append(CanonicalJson.bytes(entry));
        return own.size();
    }

    /// A segment of our ledger from an entry on, as far as it fits (FEDERATION-03).
    synchronized SegmentDraft segment(long from) {
        var entries = own.from(from);
        return segment(from, entries.subList(0, Math.min(entries.size(), 200)));
    }

    /// A segment of our whole ledger from an entry on.
    synchronized SegmentDraft whole(long from) {
        return segment(from, own.from(from));
    }

    private SegmentDraft segment(long from, List<byte[]> some) {
        long size = from - 1 + some.size();
        return draft(from, some, new Checkpoint(self.origin(), size, own.root(size), List.of()));
    }

    /// A segment with entries that are not in our ledger, signed as if they were. What they are is
    /// the case's affair.
    synchronized SegmentDraft claiming(List<byte[]> entries) {
        return claiming(own.size() + 1, entries);
    }

    /// The same from an entry on that we have: another history.
    synchronized SegmentDraft claiming(long from, List<byte[]> entries) {
        var root = own.root(from - 1, entries);
        var note = new Checkpoint(self.origin(), from - 1 + entries.size(), root, List.of());
        return draft(from, entries, note);
    }

    /// A segment that begins one entry too late.
    synchronized SegmentDraft beyond(List<byte[]> entries) {
        long from = own.size() + 2;
        var note =
                new Checkpoint(
                        self.origin(),
                        from - 1 + entries.size(),
                        own.root(own.size(), entries),
                        List.of());
        return draft(from, entries, note);
    }

    private SegmentDraft draft(long from, List<byte[]> entries, Checkpoint note) {
        return new SegmentDraft(
                self.partnership(),
                self.party(),
                from,
                entries,
                keys.signed(note, self.origin()),
                silent ? "" : given);
    }

    /// Gives no receipts any more, or gives them again.
    synchronized void silent(boolean on) {
        silent = on;
    }

    /// Sends a segment and reads the answer.
    Answer deliver(byte[] segment) throws IOException {
        return deliver(client, segment);
    }

    Answer deliver(LinkClient by, byte[] segment) throws IOException {
        return answered(() -> by.post(path(), segment));
    }

    /// Sends a large segment.
    Answer deliver(SegmentDraft segment) throws IOException {
        return answered(() -> client.post(path(), segment.pieces()));
    }

    /// Brings a part of a file, or asks how much of it is there. Source: LEDGER-16.
    Answer bring(String blob, byte[] bytes) throws IOException {
        return answered(() -> client.put(file(blob) + "?from=0", bytes));
    }

    /// Asks for a file. Source: LEDGER-16.
    Answer ask(String blob) throws IOException {
        return answered(() -> client.get(file(blob) + "?from=0"));
    }

    private String file(String blob) {
        return "/link/1/" + self.partnership() + "/blobs/" + blob;
    }

    /// One request to the node.
    private interface Request {
        LinkClient.Reply send() throws IOException;
    }

    private Answer answered(Request request) throws IOException {
        try {
            var reply = request.send();
            return judged(Answer.of(reply.status(), reply.body(), self, theirs));
        } catch (HttpTimeoutException late) {
            throw late;
        } catch (IOException cut) {
            return new Answer.Cut(String.valueOf(cut.getMessage()));
        }
    }

    private synchronized Answer judged(Answer answer) {
        if (answer instanceof Answer.Receipt(var size)) {
            if (size > own.size()) {
                return new Answer.Found(
                        false, "a cosignature over " + size + " entries, which we never made");
            }
            receipted = Math.max(receipted, size);
        }
        return answer;
    }

    /// Brings all that the node has no receipt for yet.
    Answer settle() throws IOException {
        Answer answer;
        do {
            long before = receipted();
            answer = deliver(segment(before + 1).bytes());
            if (answer instanceof Answer.Receipt && receipted() == before) {
                return answer;
            }
            if (answer instanceof Answer.Refused(var rule, _, var have, _, _)
                    && rule.equals("LED-04")
                    && have < before) {
                return answer;
            }
        } while (answer instanceof Answer.Receipt && receipted() < size());
        return answer;
    }

    /// Asks the node for what we do not hold yet, until there is no more.
    ///
    /// @return how many there were
    /// @throws IllegalArgumentException if what comes does not hold
    long pull() throws IOException {
        long first = heldSize();
        for (long before = -1; before < heldSize(); ) {
            before = heldSize();
            var reply = client.get(path() + "?from=" + (before + 1));
            if (reply.status() == 404) {
                throw new IOException("status 404: the node does not know our pair file");
            }
            admit(reply.body());
        }
        return heldSize() - first;
    }

    /// What came of a segment of the node.
    ///
    /// @param entries how many it had
    /// @param size of the node's ledger after the last of them
    /// @param receipt the answer of FEDERATION-05
    record Admitted(int entries, long size, String receipt) {}

    /// Admits a segment of the node and cosigns it.
    ///
    /// @throws IllegalArgumentException if it does not hold
    Admitted admit(byte[] segment) {
        List<Map<String, @Nullable Object>> news;
        Checkpoint note;
        int entries;
        synchronized (this) {
            var sound = SegmentCheck.check(segment, held, theirs, own.size());
            note = keys.cosigned(sound.note(), self.origin(), clock.instant().getEpochSecond());
            sound.fresh().forEach(held::append);
            if (note.size() == held.size() && note.size() > 0) {
                given = note.note();
            }
            takeReceipt(sound.receipt());
            entries = sound.entries();
            news = sound.news();
        }
        news.forEach(entry -> listeners.forEach(listener -> listener.accept(entry)));
        return new Admitted(
                entries,
                note.size(),
                Answer.receipt(self.partnership(), theirs.party(), note.note()));
    }

    private void takeReceipt(String note) {
        if (!note.isEmpty()) {
            var receipt = Checkpoint.parse(note);
            if (receipt.origin().equals(self.origin())
                    && receipt.size() <= own.size()
                    && receipt.root().equals(own.root(receipt.size()))
                    && theirs.cosigned(receipt)) {
                receipted = Math.max(receipted, receipt.size());
            }
        }
    }
}
