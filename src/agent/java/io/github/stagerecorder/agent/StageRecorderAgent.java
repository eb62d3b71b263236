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
            AgentOptions.parseAtStart(options);
        } catch (IllegalArgumentException e) {
            System.err.println("StageRecorder: " + e.getMessage());
            System.exit(1);
        }
        try {
            tell(options, instrumentation);
        } catch (Exception | LinkageError e) {
            say(e); // and the program starts
        }
    }

    /**
     * Is told something while the program runs. What is wrong is told where the program prints, and thrown, which the
     * virtual machine passes on to whoever tells: the program runs on.
     */
    public static void agentmain(String options, Instrumentation instrumentation) throws Exception {
        try {
            AgentOptions.parse(options);
        } catch (IllegalArgumentException e) {
            System.err.println("StageRecorder: " + e.getMessage());
            throw new IllegalArgumentException("a wrong option, which changes nothing"); // the list is printed already
        }
        try {
            tell(options, instrumentation);
        } catch (Exception | LinkageError e) {
            say(e);
            throw e;
        }
    }

    private static synchronized void tell(String options, Instrumentation instrumentation) throws Exception {
        Consumer<String> told = running == null ? AgentLoader.load(instrumentation) : running;
        told.accept(options);
        running = told; // not before, or the next start would seem to work where the first one has failed
    }

    private static void say(Throwable why) {
        System.err.println("StageRecorder: the program runs, but nothing of it is recorded: " + why);
    }
}
