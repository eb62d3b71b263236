package io.github.stagerecorder.agent;

import com.sun.tools.attach.AgentInitializationException;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A program in another virtual machine. Only a JDK has what reaches it, so nothing else names those classes. */
final class RunningProgram {
    private static final String CAUGHT = "SigCgt:"; // in front of the signals that a process of Linux catches
    private static final long SIGQUIT = 1 << 2;

    private final String pid;

    RunningProgram(String pid) {
        this.pid = pid;
    }

    /**
     * Loads the agent there, or tells the one that is there.
     *
     * @throws IOException saying why the program cannot be told
     */
    void tell(Path agentJar, String words) throws IOException {
        if (!pid.matches("\\d{1,18}") || ProcessHandle.of(Long.parseLong(pid)).isEmpty()) {
            throw new IOException("No program has the PID " + pid + ". jps, which is part of the JDK, lists them.");
        }
        if (!catchesQuit()) {
            throw new IOException("The program " + pid
                    + " is no Java program, or was started with -Xrs. jps, which is part of the JDK,"
                    + " lists those that are.");
        }
        try {
            VirtualMachine machine = VirtualMachine.attach(pid);
            try {
                machine.loadAgent(agentJar.toString(), words);
            } finally {
                machine.detach();
            }
        } catch (AttachNotSupportedException e) {
            throw new IOException(
                    "The program " + pid + " lets nobody attach: " + e.getMessage()
                            + "\nEither it is no Java program, or it was started with -XX:+DisableAttachMechanism.",
                    e);
        } catch (AgentInitializationException e) {
            throw new IOException(
                    "The program " + pid + " runs, but nothing of it is recorded: it has printed the reason.", e);
        } catch (Exception e) {
            throw new IOException(
                    "The program " + pid + " cannot be told: " + e.getMessage()
                            + "\nIt must run as the same user, on a Java that allows agents to be loaded"
                            + " (-XX:-EnableDynamicAgentLoading forbids it).",
                    e);
        }
    }

    /**
     * Attaching sends SIGQUIT unless the program listens already, and that ends a process that does not catch it: JDK 17
     * does not look.
     */
    private boolean catchesQuit() throws IOException {
        Path status = Path.of("/proc", pid, "status");
        boolean listens = Files.exists(Path.of("/tmp", ".java_pid" + pid));
        if (listens || !Files.isReadable(status)) { // or on another system
            return true;
        }
        try (Stream<String> lines = Files.lines(status, StandardCharsets.ISO_8859_1)) {
            return lines.filter(line -> line.startsWith(CAUGHT))
                    .map(line -> line.substring(CAUGHT.length()).strip())
                    .allMatch(signals -> (Long.parseUnsignedLong(signals, 16) & SIGQUIT) != 0);
        }
    }
}
