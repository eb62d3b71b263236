package io.github.stagerecorder.demo;

import io.github.stagerecorder.StageRecorder;
import java.io.Console;
import java.io.PrintStream;
import java.util.Locale;

/** Prints the progress of the recording on one line, four times per second. It prints only on a terminal. */
final class ProgressLine {
    private static final long INTERVAL_NS = 250_000_000;
    private static final String ERASE_LINE = "\r\033[K";

    private final PrintStream out;
    private final boolean watched;
    private final long startNs = System.nanoTime();
    private long shownNs = startNs;

    ProgressLine(PrintStream out) {
        this.out = out;
        watched = isTerminal();
    }

    /** Since JDK 22 there is a console even without a terminal, and a method that tells the difference. */
    private static boolean isTerminal() {
        Console console = System.console();
        try {
            return console != null
                    && (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException before22) {
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }

    void show(int frames, StageRecorder recorder) {
        long nowNs = System.nanoTime();
        if (watched && nowNs - shownNs >= INTERVAL_NS) {
            shownNs = nowNs;
            double fps = frames * 1e9 / (nowNs - startNs);
            out.printf(
                    Locale.ROOT,
                    "%s%d frames, %.1f fps, %d dropped",
                    ERASE_LINE,
                    frames,
                    fps,
                    recorder.stats().dropped());
            out.flush();
        }
    }

    void erase() {
        if (watched) {
            out.print(ERASE_LINE);
            out.flush();
        }
    }
}
