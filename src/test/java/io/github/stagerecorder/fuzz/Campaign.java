package io.github.stagerecorder.fuzz;

import io.github.stagerecorder.ChildJvm;
import io.github.stagerecorder.fuzz.Attempt.Verdict;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Makes many attempts in separate processes. A crash or a hang is noticed and counted, and the campaign continues. */
public final class Campaign {
    private static final int ATTEMPTS_PER_PROCESS = 2_000;

    final Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
    final List<String> findings = new ArrayList<>();
    private String underWay = "before the first attempt";
    private String said = ""; // the last line that tells of no attempt, such as that of an exception
    private long nextSeed;

    private Campaign(long firstSeed) {
        nextSeed = firstSeed;
    }

    /** Makes the attempts of {@code count} seeds. */
    static Campaign run(long firstSeed, long count) throws IOException, InterruptedException {
        Campaign campaign = new Campaign(firstSeed);
        while (campaign.nextSeed < firstSeed + count) {
            long before = campaign.nextSeed;
            campaign.runProcess(Math.min(ATTEMPTS_PER_PROCESS, firstSeed + count - campaign.nextSeed));
            if (campaign.nextSeed == before) {
                break; // the next process would do no more
            }
        }
        return campaign;
    }

    private void runProcess(long count) throws IOException, InterruptedException {
        Process process = ChildJvm.of(Attempts.class, Long.toString(nextSeed), Long.toString(count))
                .start();
        try (BufferedReader output = process.inputReader()) {
            output.lines().forEach(this::read);
        }
        int status = process.waitFor();
        if (status != 0) {
            String how = status == Attempts.HUNG ? "hung: " : "crashed with status " + status + ": ";
            found(how + underWay + (said.isEmpty() ? "" : "; it said: " + said));
        }
    }

    private void read(String line) {
        if (line.startsWith(Attempts.TRY)) {
            underWay = line;
            nextSeed++;
        } else if (line.startsWith(Attempts.WRONG)) {
            found(line);
        } else if (line.startsWith(Attempts.END)) {
            verdicts.merge(Verdict.valueOf(line.split(" ")[3]), 1, Integer::sum);
        } else if (!line.isBlank() && !line.startsWith("\tat ")) {
            said = line;
        }
    }

    private void found(String finding) {
        findings.add(finding);
        System.out.println(finding);
    }

    /** The arguments are the first seed and the number of attempts. Exits with status 1 if something was found. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Campaign campaign = run(Long.parseLong(arguments[0]), Long.parseLong(arguments[1]));
        System.out.println(arguments[1] + " descriptions and option sets from seed " + arguments[0] + ": "
                + campaign.verdicts + ", " + campaign.findings.size() + " findings");
        System.exit(campaign.findings.isEmpty() ? 0 : 1);
    }
}
