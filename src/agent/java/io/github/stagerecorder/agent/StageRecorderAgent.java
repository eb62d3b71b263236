package io.github.stagerecorder.agent;

import java.lang.instrument.Instrumentation;
import java.util.function.Consumer;

/**
 * Where the virtual machine enters the agent: with the program, or while it runs. Everything but the options is done by
 * classes of the agent's own loader, which the program does not see.
 */
public final class StageRecorderAgent {
    private static Consumer<String> running; // null before the first start

    private StageRecorderAgent() {}

    /** Starts with the program. A wrong option ends the virtual machine before the program starts. */
    public static void premain(String options, Instrumentation instrumentation) {
        try {
            AgentOptions.parse(options);
        } catch (IllegalArgumentException e) {
            System.err.println("StageRecorder: " + e.getMessage());
            System.exit(1);
        }
        tell(options, instrumentation);
    }

    /** Is told something while the program runs. A wrong option is told, and changes nothing. */
    public static void agentmain(String options, Instrumentation instrumentation) {
        try {
            AgentOptions.parse(options);
        } catch (IllegalArgumentException e) {
            System.err.println("StageRecorder: " + e.getMessage());
            return;
        }
        tell(options, instrumentation);
    }

    private static synchronized void tell(String options, Instrumentation instrumentation) {
        try {
            if (running == null) {
                running = AgentLoader.load(instrumentation);
            }
            running.accept(options);
        } catch (Exception | LinkageError e) {
            System.err.println("StageRecorder: the program runs, but nothing of it is recorded: " + e);
        }
    }
}
