package io.github.stagerecorder.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.media.DecodedVideo;
import io.github.stagerecorder.packaging.OneJar;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.OS;

/** However a program is packed and started, the agent records it and neither disturbs the other. */
class AgentSurroundingsTest extends OnScreen {
    private static final int NATIVE_ACCESS_IS_CHECKED = 24; // the JDK that began with it

    /** LWJGL alone may call native code, and the agent says for itself that it may. */
    @Test
    void shouldRecordLwjglInModules() throws Exception {
        String modules = "org.lwjgl,org.lwjgl.glfw,org.lwjgl.opengl";
        List<String> program = new ArrayList<>(List.of("--enable-native-access=" + modules));
        if (Runtime.version().feature() >= NATIVE_ACCESS_IS_CHECKED) {
            program.add("--illegal-native-access=deny");
        }
        program.addAll(List.of("--module-path", lwjgl(), "--add-modules", "ALL-MODULE-PATH"));
        program.addAll(List.of("-cp", testClasses().toString(), Game.class.getName(), "1", "DESTROY"));
        String printed = record(program);
        assertFalse(printed.contains("native"), printed); // as in a warning
    }

    /**
     * The jar has an old JNA, with which the recorder would not work, and GLFW in a renamed package. What the agent has
     * unpacked is gone afterwards, except that Windows keeps what is open: a later start removes it.
     */
    @Test
    void shouldRecordAShadedProgramWithOtherVersionsOfWhatTheAgentHas() throws Exception {
        Path temporary = Files.createDirectory(folder.resolve("temporary"));
        Path jar = folder.resolve("game.jar");
        List<Path> classPath = new ArrayList<>(List.of(Path.of("target/old-jna/jna-4.5.2.jar"), testClasses()));
        Stream.of(lwjgl().split(File.pathSeparator)).map(Path::of).forEach(classPath::add);
        OneJar.renamed(classPath, Game.class.getName(), "org.lwjgl.glfw", "xrg.lwjgl.glfw", jar);
        record(List.of("-Djava.io.tmpdir=" + temporary, "-jar", jar.toString(), "1", "DESTROY"));
        try (Stream<Path> left = Files.list(temporary)) {
            assertEquals(
                    OS.WINDOWS.isCurrentOs() ? 1 : 0,
                    left.filter(file -> file.getFileName().toString().startsWith("stagerecorder"))
                            .count());
        }
    }

    private String record(List<String> program) throws Exception {
        Path clips = folder.resolve("clips");
        try (AgentProcess game = AgentProcess.start(screen, "key=F9,out=" + clips, program)) {
            game.awaitFiles(clips, 1);
            Thread.sleep(500);
            game.end();
            List<Integer> numbers =
                    DecodedVideo.of(AgentProcess.files(clips).get(0)).frameNumbers();
            assertTrue(numbers.size() >= 5 && !numbers.contains(-1), numbers::toString);
            assertFalse(game.printed().contains("the agent cannot"), game::printed); // as with its key
            return game.printed();
        }
    }

    private static Path testClasses() {
        return Path.of("target/test-classes").toAbsolutePath();
    }

    private static String lwjgl() {
        return String.join(
                File.pathSeparator,
                Stream.of(AgentProcess.classPath().split(File.pathSeparator))
                        .filter(entry -> !entry.endsWith("test-classes"))
                        .toList());
    }
}
