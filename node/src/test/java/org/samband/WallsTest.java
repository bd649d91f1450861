// SPDX-License-Identifier: EUPL-1.2
package org.samband;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The walls between the rooms, each with its reason. Source: docs/architecture.md.
class WallsTest {
    private static final Pattern SQL =
            Pattern.compile(
                    "\"\\s*(select|insert into|update|delete from|create"
                            + " (table|role|database)|alter|grant|truncate)\\b|set_config\\(",
                    Pattern.CASE_INSENSITIVE);
    private static JavaClasses rooms;

    @BeforeAll
    static void readTheRooms() {
        rooms =
                new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("org.samband");
    }

    private static final DescribedPredicate<JavaClass> MEANING =
            new DescribedPredicate<>("records, enums and sealed interfaces") {
                @Override
                public boolean test(JavaClass type) {
                    return !type.getPackageName().endsWith(".web")
                            && !type.getPackageName().startsWith("org.samband.web")
                            && !type.getPackageName().startsWith("org.samband.node")
                            && type.getEnclosingClass().isEmpty()
                            && (type.isRecord() || type.isEnum());
                }
            };

    @Test
    void meaningKnowsNoFramework() {
        classes()
                .that(are(MEANING))
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage(
                                "java..", "javax.xml..", "org.samband..", "org.jspecify.."))
                .because("what the words mean must be readable and testable without a framework")
                .check(rooms);
    }

    @Test
    void onlyPagesAndTheLinkSpeakHttp() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "org.samband.web..",
                        "org.samband..web..",
                        "org.samband.node..",
                        "org.samband.federation..",
                        "org.samband.simulator..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "jakarta.servlet..",
                        "org.springframework.web..",
                        "org.springframework.http..",
                        "org.springframework.security..",
                        "org.eclipse.jetty..",
                        "java.net.http..")
                .because("a rule of the field is the same by page, by link and by command line")
                .check(rooms);
    }

    @Test
    void onlyPagesUseThePageFrame() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "org.samband.web..", "org.samband..web..", "org.samband.node..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.samband.web..")
                .because("what a matter means must not depend on how it is shown")
                .check(rooms);
    }

    @Test
    void onlyRowsSpeakToTheDatabase() {
        noClasses()
                .that()
                .haveSimpleNameNotEndingWith("Rows")
                .and()
                .resideOutsideOfPackage("org.samband.node..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework.jdbc..", "java.sql..", "javax.sql..")
                .because(
                        "one place per room holds its SQL, so that row-level security is checked in"
                                + " one place")
                .check(rooms);
    }

    @Test
    void sqlStandsInRowsAlone() throws IOException {
        try (var files = Files.walk(Path.of("src/main/java"))) {
            var offenders =
                    files.filter(file -> file.toString().endsWith(".java"))
                            .filter(file -> !file.getFileName().toString().endsWith("Rows.java"))
                            .filter(file -> SQL.matcher(read(file)).find())
                            .toList();
            assertThat(offenders).as("SQL outside of a Rows class").isEmpty();
        }
    }

    @Test
    void federationKnowsNoFieldMatter() {
        noClasses()
                .that()
                .resideInAPackage("org.samband.federation..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.samband.instrument..",
                        "org.samband.procedure..",
                        "org.samband.commitment..")
                .because(
                        "nodes exchange acts, never tables: a new procedure must not touch the"
                                + " link")
                .check(rooms);
    }

    @Test
    void theSimulatorIsASecondOpinion() {
        noClasses()
                .that()
                .resideInAPackage("org.samband.simulator..")
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("org.samband..", "org.springframework..")
                                .and(
                                        DescribedPredicate.not(
                                                resideInAnyPackage(
                                                        "org.samband.simulator..",
                                                        "org.samband.proof..",
                                                        "org.springframework.modulith.."))))
                .because(
                        "a counterpart that shares the node's code would share its mistakes and"
                                + " find none")
                .check(rooms);
    }

    @Test
    void theProofKnowsTheJdkAlone() {
        noClasses()
                .that()
                .resideInAPackage("org.samband.proof..")
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages("java..", "org.samband.proof..", "org.jspecify..")
                .because("an auditor checks an export without trusting the node or its libraries")
                .check(rooms);
    }

    @Test
    void theDomainTakesItsTimeFromOutside() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.samband.node..")
                .and()
                .haveSimpleNameNotEndingWith("Program")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .because(
                        "standings and states are functions of a date that is given, so that they"
                                + " can be recomputed")
                .check(rooms);
    }

    @Test
    void namesAreTheFieldsNames() {
        noClasses()
                .that()
                .resideInAPackage("org.samband..")
                .should()
                .haveNameMatching(
                        ".*(Impl|Manager|Helper|Util|Utils|Handler|Processor|Service|Abstract|Misc|Info|Dto|Vo|Entity)(\\$.*)?")
                .because("an officer of either administration must be able to read the code")
                .check(rooms);
    }

    @Test
    void nothingIsSetFromOutside() {
        noMethods()
                .that()
                .areDeclaredInClassesThat()
                .resideInAPackage("org.samband..")
                .and()
                .haveNameMatching("set[A-Z].*")
                .should()
                .bePublic()
                .because("what is known does not change: a new fact is a new value")
                .allowEmptyShould(true)
                .check(rooms);
    }

    @Test
    void rowsStayInTheirRoom() {
        classes()
                .that()
                .haveSimpleNameEndingWith("Rows")
                .should()
                .notBePublic()
                .because("other rooms go through the door")
                .allowEmptyShould(true)
                .check(rooms);
    }

    @Test
    void everyStaticFieldIsFixed() {
        com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields()
                .that()
                .areStatic()
                .and()
                .areDeclaredInClassesThat()
                .resideInAPackage("org.samband..")
                .should()
                .beFinal()
                .because("no state that two partnerships could share")
                .check(rooms);
    }

    @Test
    void filesStayReadable() throws IOException {
        try (var files = Files.walk(Path.of("src/main/java"))) {
            var long300 =
                    files.filter(file -> file.toString().endsWith(".java"))
                            .filter(file -> read(file).lines().count() > 300)
                            .toList();
            assertThat(long300)
                    .as("files of more than 300 lines are cut along a field word")
                    .isEmpty();
        }
    }

    @Test
    void everySourceFileNamesItsLicence() throws IOException {
        for (var root :
                List.of("src/main/java", "src/test/java", "../proof/src", "../acceptance/src")) {
            try (var files = Files.walk(Path.of(root))) {
                assertThat(
                                files.filter(file -> file.toString().endsWith(".java"))
                                        .filter(file ->
                                                !read(file)
                                                        .startsWith(
                                                                "// SPDX-License-Identifier:"
                                                                        + " EUPL-1.2\n")))
                        .as("files without the licence line")
                        .isEmpty();
            }
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }
}
