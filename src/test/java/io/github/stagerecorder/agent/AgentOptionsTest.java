package io.github.stagerecorder.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.ChildJvm;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A wrong option ends the virtual machine before the program starts, with the list of the right ones. */
@Timeout(60)
class AgentOptionsTest {
    private static final List<String> NAMES =
            List.of("out", "fps", "key", "start", "seconds", "replay", "format", "resize", "quality");

    /** Says that it has started. */
    static final class Program {
        private Program() {}

        public static void main(String[] args) {
            System.out.println("the program has started");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "outt=clips | \"outt\" is no option of the agent.",
                "out=clips,fast | \"fast\" is no option of the agent.",
                "fps=many | fps=many: must be a number from 1 to 1000.",
                "fps= | fps=: must be a number from 1 to 1000.",
                "fps=NaN | fps=NaN: must be a number from 1 to 1000.",
                "replay=0 | replay=0: must be a number from 0.1 to 86400.",
                "fps=30;key=F9 | fps=30;key=F9: must be a number from 1 to 1000.",
                "fps=1001 | fps=1001: must be a number from 1 to 1000.",
                "key=F0 | key=F0: must be one of F1 to F12.",
                "key=9 | key=9: must be one of F1 to F12.",
                "key= | key=: must be one of F1 to F12.",
                "seconds=0 | seconds=0: must be a number from 0.1 to 86400.",
                "out= | out=: must name a folder.",
                "format= | format=: must be one of mp4, mov, mkv, webm, ogg.",
                "help | \"help\" is no option of the agent.",
                "fps=0 | fps=0: must be a number from 1 to 1000.",
                "key=F13 | key=F13: must be one of F1 to F12.",
                "start=later | start=later: must be one of now, key.",
                "seconds=-1 | seconds=-1: must be a number from 0.1 to 86400.",
                "format=avi | format=avi: must be one of mp4, mov, mkv, webm, ogg.",
                "resize=crop | resize=crop: must be one of scale, new-file.",
                "quality=best | quality=best: must be one of low, medium, high.",
                "fps=30,fps=60 | fps is given twice.",
                "replay=30,start=key | start=key and replay cannot be combined"
            })
    void shouldListTheOptionsWhenOneIsWrong(String options, String words) throws Exception {
        try (URLClassLoader loader = agent()) {
            Method parse = parse(loader);
            InvocationTargetException refused =
                    assertThrows(InvocationTargetException.class, () -> parse.invoke(null, options));
            assertInstanceOf(IllegalArgumentException.class, refused.getCause());
            assertLists(refused.getCause().getMessage(), words);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "fps=30,key=f9 | recordings",
                "out=my clips | my clips",
                "fps=30,out='a, b',key=F9 | a, b",
                "out=\"it's, here\" | it's, here",
                "out=Größe/ß | Größe/ß",
                "out=~/clips | ${user.home}/clips",
                "out=~ | ${user.home}",
                "out=~other | ~other"
            })
    void shouldReadTheFolderAsItIsMeant(String options, String folder) throws Exception {
        Path expected = Path.of(folder.replace("${user.home}", System.getProperty("user.home")));
        try (URLClassLoader loader = agent()) {
            Object parsed = parse(loader).invoke(null, options);
            Object read = parsed.getClass().getMethod("folder").invoke(parsed);
            assertEquals(expected.toAbsolutePath(), read);
        }
    }

    private static URLClassLoader agent() throws IOException {
        return new URLClassLoader(new URL[] {AgentProcess.jar().toUri().toURL()}, null);
    }

    private static Method parse(ClassLoader loader) throws ReflectiveOperationException {
        return loader.loadClass("io.github.stagerecorder.agent.AgentOptions").getMethod("parse", String.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "outt=clips | \"outt\" is no option of the agent.",
                "replay,key=F9 | \"replay\" without a value is for a program that runs already."
            })
    void shouldEndTheVirtualMachineBeforeTheProgramStarts(String options, String words) throws Exception {
        Process program = new ProcessBuilder(
                        AgentProcess.java(),
                        "-XX:TieredStopAtLevel=1",
                        "-javaagent:" + AgentProcess.jar() + "=" + options,
                        "-cp",
                        "target/test-classes",
                        Program.class.getName())
                .redirectErrorStream(true)
                .start();
        String printed = ChildJvm.printed(program);
        assertEquals(1, program.waitFor(), printed);
        assertLists(printed, "StageRecorder: " + words);
        assertFalse(printed.contains("started"), printed);
        Stream.of(printed.split("\n")).forEach(line -> assertFalse(line.contains("Exception"), printed));
    }

    private static void assertLists(String printed, String words) {
        assertTrue(printed.startsWith(words), printed);
        NAMES.forEach(name -> assertTrue(printed.contains("  " + name + "="), printed));
    }
}
