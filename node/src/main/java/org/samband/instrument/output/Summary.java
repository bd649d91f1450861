// SPDX-License-Identifier: EUPL-1.2
package org.samband.instrument.output;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.samband.instrument.Commitment;
import org.samband.instrument.Gap;
import org.samband.instrument.Imported;
import org.samband.instrument.Party;
import org.samband.instrument.Undertaking;

/// What an import read, on one screen.
public final class Summary {
    private static final int MOST_GAPS = 20;
    private static final int WIDTH = 100;

    private final StringBuilder out = new StringBuilder();

    private Summary() {}

    public static String of(Imported imported) {
        var summary = new Summary();
        summary.print(imported);
        return summary.out.toString();
    }

    private void print(Imported imported) {
        var instrument = imported.instrument();
        var commitments = imported.commitments();
        line(instrument.title());
        row("version", instrument.version());
        for (var party : instrument.parties()) {
            row("party", words(party));
        }
        int operative = instrument.paragraphs().size() - instrument.preamble().size();
        row(
                "paragraphs",
                instrument.paragraphs().size()
                        + " ("
                        + instrument.preamble().size()
                        + " preamble, "
                        + operative
                        + " operative)");
        row("areas", String.valueOf(instrument.areas().size()));
        row("signatures", String.valueOf(instrument.signatures().size()));
        row("footnotes", String.valueOf(instrument.notes().size()));
        long frames = commitments.stream().filter(Commitment::frame).count();
        row("commitments", commitments.size() + (frames == 0 ? "" : " (" + frames + " frames)"));
        byUndertaking(imported);
        byParties(imported);
        gaps(imported);
    }

    private static String words(Party party) {
        return party.name().equals(party.fullName())
                ? party.name()
                : party.name() + " (" + party.fullName() + ")";
    }

    private void byUndertaking(Imported imported) {
        var counts = new EnumMap<Undertaking, Integer>(Undertaking.class);
        imported.commitments().forEach(one -> counts.merge(one.undertaking(), 1, Integer::sum));
        counts.forEach((undertaking, count) -> row("  " + undertaking.name(), "" + count));
    }

    private void byParties(Imported imported) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (var one : imported.commitments()) {
            counts.merge(String.join(" and ", one.boundParties()), 1, Integer::sum);
        }
        counts.forEach((parties, count) -> row("  bound: " + parties, "" + count));
    }

    private void gaps(Imported imported) {
        var gaps = imported.instrument().gaps();
        if (gaps.isEmpty()) {
            line("Nothing was left unread.");
            return;
        }
        line("Could not be read, or is doubtful (" + gaps.size() + "):");
        gaps.stream().limit(MOST_GAPS).forEach(gap -> line("  " + words(gap)));
        if (gaps.size() > MOST_GAPS) {
            line("  and " + (gaps.size() - MOST_GAPS) + " more in instrument.json");
        }
    }

    private static String words(Gap gap) {
        var words = gap.kind() + " at " + gap.where() + ": " + gap.words().replace('\n', ' ');
        return words.length() > WIDTH ? words.substring(0, WIDTH - 3) + "..." : words;
    }

    private void row(String name, String value) {
        line(String.format(Locale.ROOT, "%-32s %s", name, value));
    }

    private void line(String text) {
        out.append(text.replaceAll("\\p{Cntrl}", " ")).append('\n');
    }
}
