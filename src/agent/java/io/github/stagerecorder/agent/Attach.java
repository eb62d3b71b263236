package io.github.stagerecorder.agent;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** Tells a running program what to record: {@code java -jar stagerecorder-VERSION-agent.jar PID start,out=clips}. */
public final class Attach {
    private static final String USAGE = """
            Records a program that is running already:
              java -jar stagerecorder-VERSION-agent.jar PID start|stop|replay[,OPTION=VALUE...]
            or one from its beginning:
              java -javaagent:stagerecorder-VERSION-agent.jar=[OPTION=VALUE,...] -jar AnyGame.jar
            jps, which is part of the JDK, lists the programs with their PIDs.
            """;

    private static final String OUT = "out=";

    private Attach() {}

    public static void main(String[] arguments) {
        String problem = arguments.length == 2 ? problemOf(arguments[0], arguments[1]) : USAGE + OptionReader.LIST;
        if (problem != null) {
            System.err.print(problem.endsWith("\n") ? problem : problem + "\n");
            System.exit(1);
        }
    }

    /** Returns null if the program was told. */
    private static String problemOf(String pid, String words) {
        try {
            if (AgentOptions.parse(words).command() == Command.LOAD) {
                return USAGE;
            }
            new RunningProgram(pid).tell(jar(), resolved(words));
            System.out.println("The program " + pid + " was told: " + words);
            return null;
        } catch (IllegalArgumentException | IOException | URISyntaxException e) {
            return e.getMessage();
        } catch (NoClassDefFoundError e) {
            return "This Java has no module jdk.attach. Use the java of a JDK, or start the program with -javaagent.";
        }
    }

    private static Path jar() throws URISyntaxException {
        return Path.of(Attach.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI())
                .toAbsolutePath();
    }

    /** A folder is meant from here, not from where the program was started. */
    private static String resolved(String words) {
        return OptionReader.split(words).stream().map(Attach::resolvedWord).collect(Collectors.joining(","));
    }

    private static String resolvedWord(String word) {
        if (!word.strip().startsWith(OUT)) {
            return word;
        }
        String folder = OptionReader.unquoted(word.strip().substring(OUT.length()));
        String quote = folder.contains("'") ? "\"" : "'";
        return OUT + quote + AgentOptions.folder(folder) + quote;
    }
}
