package io.github.stagerecorder.agent;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.nio.file.Path;

/** A program in another virtual machine. Only a JDK has what reaches it, so nothing else names those classes. */
final class RunningProgram {
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
        } catch (Exception e) {
            throw new IOException(
                    "The program " + pid + " cannot be told: " + e.getMessage()
                            + "\nIt must run as the same user, on a Java that allows agents to be loaded"
                            + " (-XX:-EnableDynamicAgentLoading forbids it).",
                    e);
        }
    }
}
