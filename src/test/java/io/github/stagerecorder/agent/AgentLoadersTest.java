package io.github.stagerecorder.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.stagerecorder.media.DecodedVideo;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever loads or changes the classes of a program beside the agent, it is recorded, or runs as without it. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "the JVM for Windows that runs this has no compiler")
class AgentLoadersTest extends OnScreen {
    private static final Path BYTE_BUDDY = Path.of("target/agent-programs/byte-buddy/byte-buddy-1.15.1.jar");

    @ParameterizedTest
    @ValueSource(strings = {"child-first", "layer"})
    void shouldRecordAToolkitOfAClassLoaderOfTheProgram(String kind) throws Exception {
        Shows.compiled("GlfwShow", AgentProcess.classPath(), folder);
        String classPath = Shows.compiled("LoaderShow", AgentProcess.classPath(), folder);
        assertRecorded(List.of("-javaagent:" + ours(), "-cp", classPath, "LoaderShow", kind));
    }

    /** An agent that comes first changes a class before this one does, and after it otherwise. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void shouldRecordBesideAnotherAgent(boolean isFirst) throws Exception {
        String program = Shows.compiled("GlfwShow", AgentProcess.classPath(), folder);
        String other = "-javaagent:" + otherAgent();
        String ours = "-javaagent:" + ours();
        List<String> agents = isFirst ? List.of(other, ours) : List.of(ours, other);
        List<String> command = new ArrayList<>(agents);
        command.addAll(List.of("-cp", program, "GlfwShow"));
        String printed = assertRecorded(command);
        assertTrue(printed.contains("the other agent has seen ten swaps"), printed);
    }

    /** Its policy trusts the program alone. */
    @Test
    @EnabledForJreRange(max = JRE.JAVA_23, disabledReason = "Java has no security manager any more")
    void shouldSayThatASecurityManagerKeepsTheAgentOut() throws Exception {
        String program = Shows.compiled("GlfwShow", AgentProcess.classPath(), folder);
        StringBuilder policy = new StringBuilder();
        for (String entry : program.split(File.pathSeparator)) {
            policy.append("grant codeBase \"%s\" { permission java.security.AllPermission; };%n"
                    .formatted(Path.of(entry).toUri()));
        }
        Path file = Files.writeString(folder.resolve("game.policy"), policy);
        String manager = "-Djava.security.manager";
        String its = "-Djava.security.policy==" + file;
        List<String> command = List.of("-javaagent:" + ours(), manager, its, "-cp", program, "GlfwShow");
        try (AgentProcess show = AgentProcess.start(screen, null, command)) {
            show.await("shown");
            show.end();
            assertTrue(
                    show.printed().contains("StageRecorder: the program runs, but nothing of it is recorded: "),
                    show::printed);
        }
    }

    private String ours() throws IOException {
        return AgentProcess.jar() + "=out=" + clips();
    }

    private Path clips() {
        return folder.resolve("clips");
    }

    private Path otherAgent() throws IOException {
        Path target = Files.createDirectory(folder.resolve("other"));
        Shows.compiled("BuddyAgent", BYTE_BUDDY.toString(), target);
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.putValue("Premain-Class", "BuddyAgent");
        attributes.putValue("Can-Retransform-Classes", "true");
        attributes.put(
                Attributes.Name.CLASS_PATH,
                BYTE_BUDDY.toUri() + " " + target.resolve("classes").toUri());
        Path jar = target.resolve("other-agent.jar");
        try (OutputStream output = Files.newOutputStream(jar)) {
            new JarOutputStream(output, manifest).close();
        }
        return jar;
    }

    private String assertRecorded(List<String> command) throws Exception {
        try (AgentProcess show = AgentProcess.start(screen, null, command)) {
            show.awaitFiles(clips(), 1);
            Thread.sleep(500);
            show.end();
            List<Path> files = AgentProcess.files(clips());
            assertEquals(1, files.size(), show::printed);
            assertFalse(show.printed().contains("the agent cannot"), show::printed);
            int pictures = DecodedVideo.of(files.get(0)).info().packetNs().size();
            assertTrue(pictures >= 5, () -> pictures + show.printed());
            return show.printed();
        }
    }
}
