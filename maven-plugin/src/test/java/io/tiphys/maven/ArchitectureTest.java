package io.tiphys.maven;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import org.junit.jupiter.api.Test;

/** The borders between the rooms of the house; see the table of folders in CONTRIBUTING.md. */
class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.tiphys");

    private static void check(ArchRule rule) {
        rule.check(CLASSES);
    }

    @Test
    void everyModuleIsLookedAt() {
        for (String module : new String[] {"model", "generator", "verifier", "publisher", "maven"}) {
            assertThat(CLASSES.stream().filter(type -> type.getPackageName().startsWith("io.tiphys." + module)))
                    .as(module)
                    .isNotEmpty();
        }
    }

    @Test
    void theModelIsAtTheBottom() {
        check(noClasses()
                .that()
                .resideInAPackage("io.tiphys.model..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.tiphys.generator..", "io.tiphys.verifier..", "io.tiphys.publisher..", "io.tiphys.maven..")
                .because("all other modules speak the model, and it speaks of none of them"));
    }

    @Test
    void theGeneratorKnowsOnlyTheModel() {
        check(noClasses()
                .that()
                .resideInAPackage("io.tiphys.generator..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.tiphys.verifier..", "io.tiphys.publisher..", "io.tiphys.maven..")
                .because("it runs on the class path of the author's project, which should stay small"));
    }

    @Test
    void theVerifierReadsFilesAndNotClasses() {
        check(noClasses()
                .that()
                .resideInAPackage("io.tiphys.verifier..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.tiphys.generator..", "io.tiphys.publisher..", "io.tiphys.maven..")
                .because("hand-written manifests are judged like generated ones"));
    }

    @Test
    void thePublisherPublishesFilesWhoeverMadeThem() {
        check(noClasses()
                .that()
                .resideInAPackage("io.tiphys.publisher..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.tiphys.generator..", "io.tiphys.maven..")
                .because("it must serve hand-written repositories too"));
    }

    @Test
    void onlyThePluginKnowsMaven() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("io.tiphys.maven..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.maven..")
                .because("the core can be called without Maven"));
    }

    @Test
    void authorsSeeTheLanguageAndTheModelOnly() {
        check(noClasses()
                .that()
                .resideInAPackage("io.tiphys.generator.dsl..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.tiphys.generator.discover..",
                        "io.tiphys.generator.output..",
                        "java.io..",
                        "java.nio.file..")
                .because("a definition is pure: it reads and writes nothing"));
    }

    @Test
    void nothingReadsTheClockOrTheLocale() {
        check(noClasses()
                .that()
                .resideInAnyPackage("io.tiphys.model..", "io.tiphys.generator..", "io.tiphys.verifier.report..")
                .should()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(java.util.Locale.class, "getDefault")
                .because("the same input gives the same bytes"));
    }

    @Test
    void packagesHaveNoCycles() {
        for (String module : new String[] {"model", "generator", "verifier", "publisher"}) {
            check(SlicesRuleDefinition.slices()
                    .matching("io.tiphys." + module + ".(*)..")
                    .should()
                    .beFreeOfCycles()
                    .because("a room that needs the room that needs it is one room"));
        }
    }

    @Test
    void goalsAreNamedSo() {
        check(classes()
                .that()
                .areAnnotatedWith("org.apache.maven.plugins.annotations.Mojo")
                .should()
                .haveSimpleNameEndingWith("Mojo")
                .because("a newcomer looks for them by that name"));
    }
}
