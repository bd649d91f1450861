// SPDX-License-Identifier: EUPL-1.2
package org.samband.node;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.samband.attachment.BlobFolder;
import org.samband.calendar.FolderPost;
import org.samband.calendar.Post;
import org.samband.calendar.ReminderSettings;
import org.samband.calendar.SmtpPost;
import org.samband.federation.Link;
import org.samband.federation.NodeKeys;
import org.samband.federation.PairPlaces;
import org.samband.federation.SentMarks;
import org.samband.label.Ceiling;
import org.samband.label.Policies;
import org.samband.ledger.LedgerKey;
import org.samband.ledger.LedgerPair;
import org.samband.parties.Partnerships;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/// What the settings give to the rooms.
@Configuration(proxyBeanMethods = false)
class NodeBeans {

    /// Closed after all rooms, because they depend on it.
    @Bean(destroyMethod = "close")
    NodeDatabase database(Preparation preparation) {
        return preparation.database();
    }

    @Bean(destroyMethod = "")
    DataSource dataSource(NodeDatabase database) {
        return database.pool();
    }

    @Bean
    JdbcClient jdbcClient(DataSource source) {
        return JdbcClient.create(source);
    }

    @Bean
    PlatformTransactionManager transactionManager(DataSource source) {
        return new JdbcTransactionManager(source);
    }

    @Bean
    NodeClock clock() {
        return new NodeClock(InstantSource.system());
    }

    @Bean
    Policies policies(Preparation preparation) {
        return preparation.policies();
    }

    @Bean
    Partnerships partnerships(Preparation preparation) {
        return preparation.partnerships();
    }

    @Bean
    LedgerKey ledgerKey(Preparation preparation) {
        return preparation.keys().ledgerKey();
    }

    @Bean
    NodeKeys nodeKeys(Preparation preparation) {
        return preparation.keys();
    }

    @Bean
    Link link(Preparation preparation) {
        return preparation.link();
    }

    @Bean
    PairPlaces pairPlaces(Settings settings) {
        return PairFiles.places(settings);
    }

    @Bean
    List<LedgerPair> ledgerPairs(Preparation preparation) {
        return preparation.pairs();
    }

    @Bean
    BlobFolder blobFolder(Settings settings) {
        return new BlobFolder(RunningNode.attachments(settings), BlobFolder.USUAL_RESERVE);
    }

    @Bean
    SentMarks sentMarks(Settings settings) {
        return new SentMarks(settings.data().resolve(RunningNode.SENT));
    }

    @Bean
    Ceiling ceiling(Settings settings) {
        return settings.ceiling();
    }

    @Bean
    ReminderSettings reminderSettings(Settings settings) {
        var pages = settings.pages();
        var secured = pages.certificate().isPresent() || pages.trustProxy();
        return new ReminderSettings(
                settings.reminders()
                        .address()
                        .orElse(
                                (secured ? "https://" : "http://")
                                        + pages.address()
                                        + ":"
                                        + pages.port()),
                settings.reminders().shows());
    }

    /// To the mail server of the operator; without one, into a folder.
    @Bean
    Post post(Settings settings) {
        var reminders = settings.reminders();
        return reminders
                .server()
                .<Post>map(server ->
                        new SmtpPost(
                                new SmtpPost.Server(
                                        ReminderSection.host(server),
                                        ReminderSection.port(server),
                                        reminders.tls(),
                                        reminders.user(),
                                        reminders
                                                .passwordFile()
                                                .map(file ->
                                                        SettingsFile.secret(
                                                                "SAMBAND_MAIL_PASSWORD",
                                                                Optional.of(file),
                                                                "reminders.password-file"))),
                                reminders.from()))
                .orElseGet(() -> new FolderPost(settings.data().resolve("mail"), reminders.from()));
    }
}
