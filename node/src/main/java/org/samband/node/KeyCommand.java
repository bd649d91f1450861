// SPDX-License-Identifier: EUPL-1.2
package org.samband.node;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.samband.act.Outcome;
import org.samband.federation.LinkKeyChange;
import org.samband.federation.NodeKeys;
import org.samband.label.Marking;
import org.samband.ledger.Entry;
import org.samband.ledger.KeyChange;
import org.samband.ledger.LedgerPair;
import org.samband.ledger.Ledgers;
import org.samband.parties.Partnerships;
import org.samband.parties.PartyCode;
import org.samband.proof.Digest;
import org.samband.proof.VerifierKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `samband key rotate --config FILE [--line]`: who may run it may read the key, so it asks for no
/// other power.
@Command(
        name = "key",
        description =
                "Changes the key with which this node signs its ledgers, or with --line the one"
                        + " with which it shows itself on the line.",
        mixinStandardHelpOptions = true)
final class KeyCommand implements Callable<Integer> {
    /// Digits of a key's hash that people compare.
    private static final int SHOWN = 8;

    @Spec private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "rotate", description = "The one thing that can be done.")
    private String what = "";

    @Option(
            names = "--config",
            required = true,
            paramLabel = "FILE",
            description = "Settings of the node.")
    private Path config = Path.of("");

    @Option(
            names = "--until",
            paramLabel = "DAY",
            description = "Last day on which entries are made with the new key, 2028-11-24.")
    private @Nullable LocalDate until;

    @Option(
            names = "--revoke",
            description =
                    "The key before was lost or stolen: the counterpart needs the new pair file.")
    private boolean revoke;

    @Option(names = "--line", description = "The key of the line (TLS) in its place.")
    private boolean ofLine;

    @Option(
            names = "--from",
            paramLabel = "DAY",
            description = "With --line: first day on which the new key is shown; today if not set.")
    private @Nullable LocalDate from;

    @Override
    public Integer call() {
        var line = Objects.requireNonNull(spec).commandLine();
        if (!what.equals("rotate") || (ofLine ? revoke || until != null : from != null)) {
            line.getErr()
                    .println(
                            "Nothing changed. Write: samband key rotate --config FILE [--until DAY]"
                                    + " [--revoke], or key rotate --line --config FILE [--from DAY]");
            line.getErr().flush();
            return RunCommand.REFUSED;
        }
        try {
            var settings = SettingsFile.read(config);
            if (ofLine) {
                return announced(settings);
            }
            var outcome = changed(settings);
            switch (outcome) {
                case Outcome.Accepted<List<VerifierKey>>(var keys) -> {
                    keys.forEach(key -> line.getOut().println("Signs from now on: " + key));
                    written(settings);
                }
                case Outcome.Refused<List<VerifierKey>>(var refusal) ->
                        line.getErr().println("Not changed. " + new StartRefused(refusal).line());
            }
            line.getOut().flush();
            line.getErr().flush();
            return outcome.isAccepted() ? 0 : RunCommand.REFUSED;
        } catch (StartRefused refused) {
            line.getErr().println("Not changed. " + refused.line());
            line.getErr().flush();
            return RunCommand.REFUSED;
        }
    }

    private int announced(Settings settings) {
        var line = Objects.requireNonNull(spec).commandLine();
        var day = Objects.requireNonNullElseGet(from, () -> LocalDate.now(ZoneOffset.UTC));
        try (var rooms = RoomsAlone.open(settings)) {
            var partnerships = rooms.door(Partnerships.class);
            var change = new LinkKeyChange(rooms.door(Ledgers.class), rooms.door(NodeKeys.class));
            return switch (change.announce(
                    by(settings), pair -> marking(partnerships, pair, settings.party()), day)) {
                case Outcome.Accepted<Digest>(var pin) -> {
                    line.getOut()
                            .printf(
                                    "Announced: key %s of the line, from %s. Start the node: it"
                                            + " shows the key when that day has come and every"
                                            + " counterpart has receipted the announcement.%n",
                                    pin.hex().substring(0, SHOWN), day);
                    line.getOut().flush();
                    yield 0;
                }
                case Outcome.Refused<Digest>(var refusal) -> {
                    line.getErr().println("Not changed. " + new StartRefused(refusal).line());
                    line.getErr().flush();
                    yield RunCommand.REFUSED;
                }
            };
        }
    }

    private static Entry.By by(Settings settings) {
        return new Entry.By(settings.party().value(), "", "administrator");
    }

    private Outcome<List<VerifierKey>> changed(Settings settings) {
        try (var rooms = RoomsAlone.open(settings)) {
            var partnerships = rooms.door(Partnerships.class);
            return rooms.door(KeyChange.class)
                    .change(
                            by(settings),
                            pair -> marking(partnerships, pair, settings.party()),
                            Optional.ofNullable(until),
                            revoke);
        }
    }

    /// The marking that the party proposes for what it writes.
    private static Marking marking(Partnerships partnerships, LedgerPair pair, PartyCode own) {
        return partnerships.profile(pair.partnership()).orElseThrow().parties().stream()
                .filter(party -> party.code().equals(own))
                .findFirst()
                .orElseThrow()
                .marking();
    }

    private void written(Settings settings) {
        var out = Objects.requireNonNull(spec).commandLine().getOut();
        for (var given : PairFiles.write(settings)) {
            out.printf(
                    revoke
                            ? "%s%n  Give it to the other party, which waits for it, and read out:"
                                    + " %s%n"
                            : "%s%n  For new counterparts; the present one follows by itself. %s%n",
                    given.path(),
                    given.file().fingerprint());
            if (given.file().secondKey().isPresent()) {
                out.println("  It names a second key, of ML-DSA-65.");
            }
        }
    }
}
