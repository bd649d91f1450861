// SPDX-License-Identifier: EUPL-1.2
package org.samband.label;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Optional;
import org.samband.act.Outcome;
import org.samband.act.Refusal;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// The policy files that this program brings, as one set of policies.
public final class PolicyFiles {
    private static final String FILES = "classpath:/spec/label/*.xml";

    private PolicyFiles() {}

    /// All policies of the class path. Each equivalence is one in both directions.
    public static Outcome<Policies> read() {
        var all = new ArrayList<Policy>();
        try {
            for (var file : new PathMatchingResourcePatternResolver().getResources(FILES)) {
                var name = Optional.ofNullable(file.getFilename()).orElse("policy");
                switch (PolicyFile.read(name, file.getContentAsByteArray())) {
                    case Outcome.Accepted<Policy>(var policy) -> all.add(policy);
                    case Outcome.Refused<Policy>(var refusal) -> {
                        return Outcome.refused(refusal);
                    }
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        all.sort(java.util.Comparator.comparing(Policy::shortName));
        return together(new Policies(all));
    }

    static Outcome<Policies> together(Policies policies) {
        for (var policy : policies.all()) {
            for (var level : policy.levels()) {
                for (var other : level.equivalences()) {
                    if (!answers(policies, policy.shortName(), level.shortName(), other)) {
                        return Outcome.refused(
                                Refusal.of(LabelRule.EQUIVALENCE)
                                        .with("one", policy.shortName() + ":" + level.shortName())
                                        .with("other", other.policy() + ":" + other.level()));
                    }
                }
            }
        }
        return Outcome.accepted(policies);
    }

    private static boolean answers(
            Policies policies, String policy, String level, Level.Equivalence other) {
        return policies.policy(other.policy())
                .flatMap(one -> one.level(other.level()))
                .map(one ->
                        one.equivalences().stream()
                                .anyMatch(back ->
                                        back.policy().equals(policy) && back.level().equals(level)))
                .orElse(false);
    }
}
