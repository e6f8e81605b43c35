package io.tiphys.publisher;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.tiphys.publisher", importOptions = ImportOption.DoNotIncludeTests.class)
class BordersTest {

    @ArchTest
    static final ArchRule KNOWS_ONLY_ITS_LIBRARIES = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "io.tiphys.publisher..",
                    "io.tiphys.model..",
                    "io.tiphys.verifier..",
                    "org.eclipse.jgit..",
                    "org.apache.sshd.common..",
                    "com.fasterxml.jackson..",
                    "org.jspecify..",
                    "java..",
                    "javax.net.ssl..")
            .because("the publisher is a library; Maven's plugin is thin because nothing of Maven is needed here");

    @ArchTest
    static final ArchRule JGIT_STAYS_IN_ITS_ROOM = noClasses()
            .that()
            .resideInAPackage("io.tiphys.publisher")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.eclipse.jgit..")
            .because("what is published must be readable without knowing how Git stores it");

    @ArchTest
    static final ArchRule NO_CIRCLES = slices().matching("io.tiphys.(**)")
            .should()
            .beFreeOfCycles()
            .because("a room that one can leave only through its own door cannot be changed alone");
}
