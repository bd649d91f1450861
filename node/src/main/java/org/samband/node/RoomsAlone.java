// SPDX-License-Identifier: EUPL-1.2
package org.samband.node;

import java.util.regex.Pattern;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.core.type.filter.RegexPatternTypeFilter;

/// The ledgers and what is derived from them, without pages and without the line: for commands that
/// work on a node's database. With the embedded database the node must not run meanwhile; with a
/// server of the operator's it may.
final class RoomsAlone implements AutoCloseable {
    private final AnnotationConfigApplicationContext rooms =
            new AnnotationConfigApplicationContext();

    private RoomsAlone(Settings settings, Preparation preparation) {
        rooms.registerBean(Settings.class, () -> settings);
        rooms.registerBean(Preparation.class, () -> preparation);
        rooms.register(NodeBeans.class);
        var scanner = new ClassPathBeanDefinitionScanner(rooms);
        scanner.addExcludeFilter(new RegexPatternTypeFilter(Pattern.compile(".*\\.web\\..*")));
        scanner.scan(
                "org.samband.label",
                "org.samband.ledger",
                "org.samband.attachment",
                "org.samband.search",
                "org.samband.procedure",
                "org.samband.drafting");
        var sights = new ClassPathBeanDefinitionScanner(rooms, false);
        sights.addIncludeFilter(
                new RegexPatternTypeFilter(
                        Pattern.compile("org\\.samband\\.parties\\.(Sights|SightRows)")));
        sights.scan("org.samband.parties");
        rooms.refresh();
    }

    /// @throws StartRefused for a reason that the operator can mend
    static RoomsAlone open(Settings settings) {
        quietly();
        var preparation = Preparation.ofRooms(settings);
        try {
            return new RoomsAlone(settings, preparation);
        } catch (RuntimeException failed) {
            var _ = preparation.startingDatabase().thenAccept(NodeDatabase::close);
            throw RunningNode.refusal(failed);
        }
    }

    /// A command says itself what it did, or in one line why it did not.
    private static void quietly() {
        var logs = LoggingSystem.get(RoomsAlone.class.getClassLoader());
        logs.setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.WARN);
        logs.setLogLevel("org.flywaydb", LogLevel.ERROR);
        logs.setLogLevel(AnnotationConfigApplicationContext.class.getName(), LogLevel.OFF);
    }

    <T> T door(Class<T> type) {
        return rooms.getBean(type);
    }

    @Override
    public void close() {
        rooms.close();
    }
}
