package io.github.stagerecorder;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

/** One direction: stage recorder, then readback and encode, which never meet, then frame, then jni. */
class ArchitectureTest {
    private static final String ROOT = "io.github.stagerecorder";
    private static final JavaClasses LIBRARY = new ClassFileImporter()
            .withImportOption(location -> !location.contains("test-classes"))
            .importPackages(ROOT);

    @Test
    void shouldKeepJniFreeOfEveryOtherPackage() {
        knowsOnly("jni", "org.bytedeco..");
    }

    @Test
    void shouldLetFrameKnowJniAlone() {
        knowsOnly("frame", ROOT + ".jni");
    }

    @Test
    void shouldLetReadbackKnowFrameAndJniAlone() {
        knowsOnly("readback", ROOT + ".frame", ROOT + ".jni");
    }

    @Test
    void shouldLetEncodeKnowFrameAndJniAndGStreamerAlone() {
        knowsOnly("encode", ROOT + ".frame", ROOT + ".jni", "org.freedesktop..", "com.sun.jna..");
    }

    @Test
    void shouldLetNobodyElseKnowGStreamer() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".encode")
                .and()
                .resideInAPackage(ROOT + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.freedesktop..", "com.sun.jna..")
                .check(LIBRARY);
    }

    private static void knowsOnly(String name, String... others) {
        String[] allowed = new String[others.length + 2];
        System.arraycopy(others, 0, allowed, 0, others.length);
        allowed[others.length] = "java..";
        allowed[others.length + 1] = ROOT + "." + name;
        classes()
                .that()
                .resideInAPackage(ROOT + "." + name)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(allowed)
                .check(LIBRARY);
    }
}
