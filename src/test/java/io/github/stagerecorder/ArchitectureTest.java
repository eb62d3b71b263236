package io.github.stagerecorder;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * One direction: the recorder and its builder, then session, plan, readback, choice and sound, which never meet, then
 * frame, then jni. Below choice are pipeline, encode, gstreamer and file. All may know settings, report and the values
 * of the API. The picture of it is in the package documentation.
 */
class ArchitectureTest {
    private static final String ROOT = "io.github.stagerecorder";
    private static final Path SOURCES = Path.of("src/main/java", ROOT.replace('.', '/'));
    private static final String GSTREAMER = "org.freedesktop..";
    private static final String JNA = "com.sun.jna..";
    private static final Set<String> TOP = Set.of("StageRecorder", "RecorderBuilder", "AudioTrack");

    private static final Set<String> SWITCH = Set.of(
            "RecordingSwitch",
            "SwitchBuilder",
            "SwitchedRecording",
            "SwitchedEnd",
            "SwitchFrames",
            "SwitchState",
            "SwitchSettings");

    private static final Set<String> FOR_ALL = Set.of("settings", "report", "log");

    /** Each row is a room, followed by what it may use besides itself, settings, report and the values of the API. */
    private static final String[][] ROOMS = {
        {"settings"},
        {"report"},
        {"log"},
        {"jni", "org.bytedeco.."},
        {"frame", room("jni")},
        {"readback", room("frame"), room("jni")},
        {"sound", room("frame"), room("jni")},
        {"file", JNA},
        {"gstreamer", room("jni"), JNA, GSTREAMER},
        {"encode", room("file"), room("frame"), room("jni")},
        {"pipeline", room("encode"), room("file"), room("gstreamer"), room("frame"), room("jni"), JNA, GSTREAMER},
        {"choice", room("pipeline"), room("encode"), room("gstreamer"), room("frame"), room("jni"), GSTREAMER},
        {"snapshot", room("readback"), room("file"), room("frame")},
        {"plan", room("readback"), room("choice"), room("encode"), room("file"), room("frame"), room("jni")},
        {"events", "jdk.jfr.."},
        {
            "session",
            room("events"),
            room("plan"),
            room("readback"),
            room("choice"),
            room("encode"),
            room("file"),
            room("sound"),
            room("frame")
        },
    };

    private static final JavaClasses LIBRARY = new ClassFileImporter()
            .withImportOption(location -> !location.contains("test-classes"))
            .importPackages(ROOT);

    private static final String AGENT = room("agent");
    private static final JavaClasses AGENT_CLASSES = new ClassFileImporter().importPath("target/agent-classes");

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
                            .or(resideInAnyOf(roomsForAll()))
                            .or(resideInAPackage("java.."))
                            .or(valuesOfTheApi())
                            .or(resideInAnyOf(Arrays.copyOfRange(room, 1, room.length))))
                    .check(LIBRARY);
        }
    }

    /** Otherwise a room could reach every other one through a value. */
    @Test
    void shouldMakeTheValuesOfTheApiOfPlainData() {
        classes()
                .that(valuesOfTheApi())
                .should()
                .onlyDependOnClassesThat(
                        valuesOfTheApi().or(resideInAPackage("java..")).or(resideInAnyOf(roomsForAll())))
                .check(LIBRARY);
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
    void shouldLetNobodyBelowKnowTheRecorderOrItsBuilder() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        Arrays.stream(ROOMS).map(room -> room(room[0])).toArray(String[]::new))
                .should()
                .dependOnClassesThat(topLevelNameIn(TOP).or(topLevelNameIn(SWITCH)))
                .check(LIBRARY);
    }

    /** A handler may block, so only the thread of the log calls it. */
    @Test
    void shouldLogByTheThreadOfTheLogAlone() {
        noClasses()
                .that()
                .resideOutsideOfPackage(room("log"))
                .should()
                .dependOnClassesThat(JavaClass.Predicates.equivalentTo(System.Logger.class))
                .check(LIBRARY);
    }

    @Test
    void shouldHaveNoCycleOfClasses() {
        slices().assignedFrom(new EachFile()).should().beFreeOfCycles().check(LIBRARY);
    }

    /** What the program loads too is of the JDK alone. */
    @Test
    void shouldLetTheVirtualMachineIntoTheAgentByTheJdkAlone() {
        classes()
                .that()
                .resideInAPackage(AGENT)
                .should()
                .onlyDependOnClassesThat(resideInAPackage(AGENT).or(resideInAnyOf("java..", "com.sun.tools.attach")))
                .check(AGENT_CLASSES);
    }

    @Test
    void shouldRecordInTheAgentByTheExportedApiAlone() {
        classes()
                .that()
                .resideInAPackage(AGENT + ".record")
                .should()
                .onlyDependOnClassesThat(resideInAnyOf(AGENT + "..", "java..")
                        .or(resideInAPackage(ROOT)
                                .and(DescribedPredicate.describe(
                                        "public", type -> type.getModifiers().contains(JavaModifier.PUBLIC)))))
                .check(AGENT_CLASSES);
    }

    @Test
    void shouldJoinProgramsWithoutKnowingWhatRecords() {
        classes()
                .that()
                .resideInAPackage(AGENT + ".weave")
                .should()
                .onlyDependOnClassesThat(resideInAnyOf(AGENT + ".weave", "java..", "org.objectweb.asm"))
                .check(AGENT_CLASSES);
    }

    /** What others know of an encoder is said without GStreamer, so that it can run in another process. */
    @Test
    void shouldKeepGStreamerBehindTheChoice() {
        noClasses()
                .that()
                .resideOutsideOfPackages(room("choice"), room("pipeline"), room("gstreamer"))
                .and()
                .resideInAPackage(ROOT + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(GSTREAMER, room("pipeline"), room("gstreamer"))
                .check(LIBRARY);
    }

    @Test
    void shouldChooseAnEncoderThroughDataAlone() {
        noClasses()
                .that()
                .resideInAPackage(room("choice"))
                .and()
                .arePublic()
                .should()
                .dependOnClassesThat()
                .resideInAPackage(GSTREAMER)
                .check(LIBRARY);
    }

    /** In the picture of the package documentation a room stands above all that it may know. */
    @Test
    void shouldBeDrawnInThePackageDocumentation() throws IOException {
        List<String> picture = Files.readAllLines(SOURCES.resolve("package-info.java"));
        for (String[] room : ROOMS) {
            int line = lineOf(room[0], picture);
            assertTrue(line >= 0, room[0] + " is not in the picture");
            Arrays.stream(room)
                    .filter(known -> known.startsWith(ROOT))
                    .map(known -> known.substring(ROOT.length() + 1))
                    .forEach(known ->
                            assertTrue(line < lineOf(known, picture), room[0] + " is not drawn above " + known));
        }
    }

    /** Of the first line with that name and some text behind it; -1 when there is none. */
    private static int lineOf(String room, List<String> picture) {
        Pattern drawn = Pattern.compile(" \\* .*\\b" + room + "  +\\S.*");
        return IntStream.range(0, picture.size())
                .filter(line -> drawn.matcher(picture.get(line)).matches())
                .findFirst()
                .orElse(-1);
    }

    private static String[] roomsForAll() {
        return FOR_ALL.stream().map(ArchitectureTest::room).toArray(String[]::new);
    }

    private static DescribedPredicate<JavaClass> resideInAnyOf(String... packages) {
        return JavaClass.Predicates.resideInAnyPackage(packages);
    }

    /**
     * The root's classes but the two that start everything, the switch that uses them, and what passes on values for
     * them.
     */
    private static DescribedPredicate<JavaClass> valuesOfTheApi() {
        return resideInAPackage(ROOT)
                .and(DescribedPredicate.not(topLevelNameIn(TOP)))
                .and(DescribedPredicate.not(topLevelNameIn(SWITCH)))
                .and(DescribedPredicate.not(topLevelNameIn(Set.of("PreflightNotes", "ListenerValues"))));
    }

    private static DescribedPredicate<JavaClass> topLevelNameIn(Set<String> names) {
        return DescribedPredicate.describe(
                "in " + names, type -> type.getPackageName().equals(ROOT) && names.contains(topLevelName(type)));
    }

    /** Empty for what is not of the library. */
    private static String topLevelName(JavaClass type) {
        return type.getName().startsWith(ROOT)
                ? type.getName().substring(type.getPackageName().length() + 1).split("\\$")[0]
                : "";
    }

    /** A file is a slice. The recorder, its builder and its track are one, as each makes the next; so are a switch and its builder. */
    private static final class EachFile implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            String name = topLevelName(type);
            if (name.isEmpty()) {
                return SliceIdentifier.ignore();
            }
            return SliceIdentifier.of(type.getPackageName() + "." + together(name));
        }

        private static String together(String name) {
            if (name.equals("SwitchBuilder")) {
                return "RecordingSwitch";
            }
            return TOP.contains(name) ? "top" : name;
        }

        @Override
        public String getDescription() {
            return "files";
        }
    }
}
