// SPDX-License-Identifier: EUPL-1.2
package org.samband.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.samband.act.Outcome;
import org.samband.attachment.BlobFolder;
import org.samband.federation.SentMarks;
import org.samband.label.Ceiling;
import org.samband.label.Policies;
import org.samband.label.PolicyFiles;
import org.samband.ledger.LedgerKey;
import org.samband.ledger.LedgerPair;
import org.samband.parties.PartnershipId;
import org.samband.parties.Partnerships;
import org.samband.parties.PartyCode;
import org.samband.parties.Profile;
import org.samband.parties.ProfileFile;
import org.samband.proof.VerifierKey;
import org.samband.web.Papers;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.core.type.filter.RegexPatternTypeFilter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/// Some rooms of a node on a database of their own, without pages and link: what rows tests and
/// door tests need.
public final class TestRooms implements AutoCloseable {
    public static final PartnershipId PARTNERSHIP = new PartnershipId("eu-norway");

    /// The time of all test nodes until a test moves it.
    public static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private @Nullable TestDatabase database;
    private final LedgerKey key;
    private final PartyCode counterpart;
    private final AtomicReference<Instant> time = new AtomicReference<>(NOON);
    private final AnnotationConfigApplicationContext rooms =
            new AnnotationConfigApplicationContext();
    private final PartyCode party;
    private @Nullable Path files;
    private long reserve;

    private TestRooms(
            PartyCode ours, PartyCode counterpart, LedgerKey key, Optional<VerifierKey> theirs) {
        this(null, ours, counterpart, key, theirs);
    }

    private TestRooms(
            @Nullable TestDatabase database,
            PartyCode ours,
            PartyCode counterpart,
            LedgerKey key,
            Optional<VerifierKey> theirs) {
        this.database = database;
        this.key = key;
        this.counterpart = counterpart;
        party = ours;
        rooms.registerBean(JdbcClient.class, () -> JdbcClient.create(database().node()));
        rooms.registerBean(
                PlatformTransactionManager.class,
                () -> new DataSourceTransactionManager(database().node()));
        rooms.registerBean(NodeClock.class, () -> new NodeClock(time::get));
        rooms.registerBean(Policies.class, TestRooms::policies);
        rooms.registerBean(LedgerKey.class, () -> key);
        rooms.registerBean(
                LedgerPair.class, () -> new LedgerPair(PARTNERSHIP, ours, counterpart, theirs));
        rooms.registerBean(BlobFolder.class, () -> new BlobFolder(files(), reserve));
        rooms.registerBean(SentMarks.class, () -> new SentMarks(files().resolve("sent")));
        rooms.scan("org.samband.label", "org.samband.ledger", "org.samband.attachment");
        var sights = new ClassPathBeanDefinitionScanner(rooms, false);
        sights.addIncludeFilter(
                new RegexPatternTypeFilter(
                        Pattern.compile("org\\.samband\\.parties\\.(Sights|SightRows)")));
        sights.scan("org.samband.parties");
    }

    /// With the dossiers of one partnership, at the ceiling that a node has without accreditation.
    public TestRooms withDossiers(Profile profile) {
        rooms.registerBean(Partnerships.class, () -> new Partnerships(party, List.of(profile)));
        rooms.registerBean(Ceiling.class, () -> Ceiling.UNACCREDITED);
        var room = new ClassPathBeanDefinitionScanner(rooms);
        room.addExcludeFilter(new RegexPatternTypeFilter(Pattern.compile(".*\\.web\\..*")));
        room.scan("org.samband.search", "org.samband.procedure");
        return this;
    }

    /// With the commitments of one partnership and their pages, on top of the dossiers.
    public TestRooms withCommitments(Profile profile) {
        withDossiers(profile).with("drafting");
        rooms.scan("org.samband.commitment", "org.samband.stocktake", "org.samband.brief");
        rooms.register(Papers.class);
        return this;
    }

    /// The policies that the program brings.
    public static Policies policies() {
        return ((Outcome.Accepted<Policies>) PolicyFiles.read()).value();
    }

    /// The partnership with Norway and a made-up second one, as a party of both sees them.
    public static Partnerships partnerships(String own) {
        return new Partnerships(
                new PartyCode(own),
                List.of(
                        profile("/spec/profile/eu-norway.yaml", own, own),
                        profile("/profile/freedonia-ruritania.yaml", "RUR", own)));
    }

    private static Profile profile(String path, String party, String own) {
        try (var in = TestRooms.class.getResourceAsStream(path)) {
            var text =
                    new String(
                                    java.util.Objects.requireNonNull(in).readAllBytes(),
                                    java.nio.charset.StandardCharsets.UTF_8)
                            .replace("\"" + party + "\"", "\"" + own + "\"");
            return ((Outcome.Accepted<Profile>)
                            ProfileFile.read(
                                    path,
                                    party.equals(own) ? text : madeUp(text, party, own),
                                    policies()))
                    .value();
        } catch (java.io.IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }

    private static String madeUp(String text, String party, String own) {
        return text.replace(
                        "freedonia-ruritania\n",
                        "freedonia-" + own.toLowerCase(java.util.Locale.ROOT) + "\n")
                .replace(party + "\n", "\"" + own + "\"\n")
                .replace(party + ",", "\"" + own + "\",");
    }

    /// The rooms of the EU's and of Norway's node, which have each other's keys.
    ///
    /// @param folder for the two key files
    public static List<TestRooms> pair(Path folder) {
        return pair(folder, false);
    }

    /// The same; the EU's next ledger keys have a second key beside them, or not.
    public static List<TestRooms> pair(Path folder, boolean second) {
        var eu = new PartyCode("EU");
        var no = new PartyCode("NO");
        var euKey = LedgerKey.in(folder.resolve("eu.key"), second);
        var noKey = LedgerKey.in(folder.resolve("no.key"));
        var euRooms =
                new TestRooms(eu, no, euKey, Optional.of(noKey.verifier("samband/eu-norway/NO")));
        var noRooms =
                new TestRooms(no, eu, noKey, Optional.of(euKey.verifier("samband/eu-norway/EU")));
        return List.of(euRooms, noRooms);
    }

    /// One more room, without its pages. Before {@link #open}.
    public TestRooms with(String room) {
        var scanner = new ClassPathBeanDefinitionScanner(rooms);
        scanner.addExcludeFilter(
                new RegexPatternTypeFilter(Pattern.compile("org\\.samband\\..*\\.web\\..*")));
        scanner.scan("org.samband." + room);
        return this;
    }

    /// The same node after it was given another key of its counterpart. The one before stays open.
    public TestRooms given(VerifierKey theirs) {
        return new TestRooms(database(), party, counterpart, key, Optional.of(theirs));
    }

    /// Opens the rooms, with more beans of the test's.
    public TestRooms open(Object... beans) {
        for (var bean : beans) {
            if (bean instanceof SentMarks) {
                rooms.removeBeanDefinition("sentMarks"); // The test's own takes its place.
            }
            rooms.getBeanFactory().registerSingleton(bean.getClass().getName(), bean);
        }
        rooms.refresh();
        return this;
    }

    public <T> T door(Class<T> type) {
        return rooms.getBean(type);
    }

    /// The pages that the rooms bring.
    public List<Object> pages() {
        return List.copyOf(
                rooms.getBeansWithAnnotation(org.springframework.stereotype.Controller.class)
                        .values());
    }

    /// Made when it is first asked for: of a pair some tests need one node alone.
    public TestDatabase database() {
        var made = database == null ? TestDatabase.fresh() : database;
        database = made;
        return made;
    }

    public void moveTo(Instant instant) {
        time.set(instant);
    }

    private static Path folder(PartyCode party) {
        try {
            return Files.createTempDirectory("samband-" + party);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// As if the disk were full: no file has room. Before {@link #open}.
    public TestRooms withoutRoom() {
        reserve = Long.MAX_VALUE / 2;
        return this;
    }

    /// Where the node keeps the files that acts carry.
    public Path files() {
        var made = files == null ? folder(party) : files;
        files = made;
        return made;
    }

    @Override
    public void close() {
        rooms.close();
        if (database != null) {
            database.close();
        }
        try {
            if (files != null) {
                Folders.delete(files);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
