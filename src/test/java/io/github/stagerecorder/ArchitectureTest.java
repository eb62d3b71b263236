package io.github.stagerecorder;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Checks that dependencies point in one direction: the recorder and its builder first, then session, plan, readback and
 * encode, which do not know each other, then frame, then jni. All of them may use settings and the values of the API.
 * The package documentation has a diagram.
 */
class ArchitectureTest {
    private static final String ROOT = "io.github.stagerecorder";
    private static final Path SOURCES = Path.of("src/main/java", ROOT.replace('.', '/'));
    private static final String[] GSTREAMER = {"org.freedesktop..", "com.sun.jna.."};
    private static final Set<String> TOP = Set.of("StageRecorder", "RecorderBuilder");

    /** Each row is a room, followed by what it may use besides itself, settings and the values of the API. */
    private static final String[][] ROOMS = {
        {"settings"},
        {"jni", "org.bytedeco.."},
        {"frame", room("jni")},
        {"readback", room("frame"), room("jni")},
        {"encode", room("frame"), room("jni"), GSTREAMER[0], GSTREAMER[1]},
        {"plan", room("readback"), room("encode"), room("frame"), room("jni")},
        {"session", room("plan"), room("readback"), room("encode"), room("frame")},
    };

    private static final JavaClasses LIBRARY = new ClassFileImporter()
            .withImportOption(location -> !location.contains("test-classes"))
            .importPackages(ROOT);

    private static String room(String name) {
        return ROOT + "." + name;
    }

    @Test
    void shouldDependInOneDirection() {
        for (String[] room : ROOMS) {
            classes()
                    .that()
                    .resideInAPackage(room(room[0]))
                    .should()
                    .onlyDependOnClassesThat(resideInAPackage(room(room[0]))
                            .or(resideInAPackage(room("settings")))
                            .or(resideInAPackage("java.."))
                            .or(valuesOfTheApi())
                            .or(resideInAnyOf(Arrays.copyOfRange(room, 1, room.length))))
                    .check(LIBRARY);
        }
    }

    @Test
    void shouldKnowEveryRoom() throws IOException {
        try (Stream<Path> folders = Files.list(SOURCES).filter(Files::isDirectory)) {
            assertEquals(
                    Arrays.stream(ROOMS).map(room -> room[0]).collect(Collectors.toSet()),
                    folders.map(folder -> folder.getFileName().toString()).collect(Collectors.toSet()));
        }
    }

    @Test
    void shouldNotUseTheRecorderOrItsBuilderBelow() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        Arrays.stream(ROOMS).map(room -> room(room[0])).toArray(String[]::new))
                .should()
                .dependOnClassesThat(topLevelNameIn(TOP))
                .check(LIBRARY);
    }

    @Test
    void shouldHaveNoCycleOfClasses() {
        slices().assignedFrom(new EachFile()).should().beFreeOfCycles().check(LIBRARY);
    }

    @Test
    void shouldUseGStreamerOnlyInEncode() {
        noClasses()
                .that()
                .resideOutsideOfPackage(room("encode"))
                .and()
                .resideInAPackage(ROOT + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(GSTREAMER)
                .check(LIBRARY);
    }

    /** The public classes of encode do not mention GStreamer, so that the encoder can run in another process. */
    @Test
    void shouldReachTheEncoderThroughDataAlone() {
        noClasses()
                .that()
                .resideInAPackage(room("encode"))
                .and()
                .arePublic()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(GSTREAMER)
                .check(LIBRARY);
    }

    /** Each name in the picture is a room, and each room is there. */
    @Test
    void shouldBeDrawnInThePackageDocumentation() throws IOException {
        String page = Files.readString(SOURCES.resolve("package-info.java"));
        for (String[] room : ROOMS) {
            assertEquals(
                    true,
                    Pattern.compile("(?m)^ \\* .*\\b" + room[0] + "  +\\S")
                            .matcher(page)
                            .find(),
                    room[0]);
        }
    }

    private static DescribedPredicate<JavaClass> resideInAnyOf(String... packages) {
        return JavaClass.Predicates.resideInAnyPackage(packages);
    }

    /** Matches the classes of the root package, except the two that start everything. */
    private static DescribedPredicate<JavaClass> valuesOfTheApi() {
        return resideInAPackage(ROOT).and(DescribedPredicate.not(topLevelNameIn(TOP)));
    }

    private static DescribedPredicate<JavaClass> topLevelNameIn(Set<String> names) {
        return DescribedPredicate.describe(
                "in " + names, type -> type.getPackageName().equals(ROOT) && names.contains(topLevelName(type)));
    }

    /** Returns an empty string for a class that is not part of the library. */
    private static String topLevelName(JavaClass type) {
        return type.getName().startsWith(ROOT)
                ? type.getName().substring(type.getPackageName().length() + 1).split("\\$")[0]
                : "";
    }

    /** Makes each file a slice. The recorder and its builder count as one, because each creates the other. */
    private static final class EachFile implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            String name = topLevelName(type);
            if (name.isEmpty()) {
                return SliceIdentifier.ignore();
            }
            return SliceIdentifier.of(type.getPackageName() + "." + (TOP.contains(name) ? "top" : name));
        }

        @Override
        public String getDescription() {
            return "files";
        }
    }
}
