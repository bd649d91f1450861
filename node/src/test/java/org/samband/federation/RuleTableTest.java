// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.samband.act.Rule;
import org.samband.attachment.AttachmentRule;
import org.samband.ledger.LedgerRule;
import org.samband.procedure.ProcedureRule;

/// The table of rules in the specification names rules that there are.
class RuleTableTest {
    @Test
    @Holds("FEDERATION-08")
    void everyRuleOfTheTableIsOneThatANodeAnswersWith() throws IOException {
        var known =
                Stream.of(
                                FederationRule.values(),
                                LedgerRule.values(),
                                ProcedureRule.values(),
                                AttachmentRule.values())
                        .flatMap(Arrays::<Rule>stream)
                        .map(Rule::id)
                        .toList();
        var text = Files.readString(Path.of("../spec/federation/README.md"));
        var named =
                Pattern.compile("(?m)^\\| `([A-Z]{3}-[0-9]{2})`")
                        .matcher(text)
                        .results()
                        .map(row -> row.group(1))
                        .toList();
        assertThat(named).hasSizeGreaterThan(15).doesNotHaveDuplicates();
        assertThat(known).containsAll(named);
    }
}
