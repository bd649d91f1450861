// SPDX-License-Identifier: EUPL-1.2
package org.samband.acceptance;

import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Two nodes between which the made-up year was played, form by form. They are started for the
/// first class that asks for them, shared by all that do, and stopped when the last test has run.
final class PlayedPair implements AutoCloseable {
    private final TwoNodes nodes;
    private final Map<String, PlayedYear.Played> dossiers;

    private PlayedPair() {
        nodes = TwoNodes.in(SharedFolder.PATH.resolve("played"));
        try {
            dossiers = new PlayedYear(nodes).play();
        } catch (RuntimeException | Error broken) {
            close();
            throw broken;
        }
    }

    TwoNodes nodes() {
        return nodes;
    }

    /// By the step of the year that opened them.
    Map<String, PlayedYear.Played> dossiers() {
        return dossiers;
    }

    @Override
    public void close() {
        nodes.close();
    }

    /// Gives the pair to the tests that name it among their parameters.
    static final class Given implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == PlayedPair.class;
        }

        @Override
        public PlayedPair resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(ExtensionContext.Namespace.GLOBAL)
                    .computeIfAbsent(PlayedPair.class, _ -> new PlayedPair(), PlayedPair.class);
        }
    }
}
