package io.github.stagerecorder.recording;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** A screen to open windows on: the existing one, that of Windows, or an Xvfb that runs until this is closed. */
public final class VirtualScreen implements AutoCloseable {
    private final Process xvfb; // null if there is a screen
    private final String display;

    public VirtualScreen() throws IOException {
        String present = System.getenv().getOrDefault("DISPLAY", isWindows() ? "" : null);
        xvfb = present == null ? startXvfb() : null;
        display = present == null ? ":" + readNumber(xvfb) : present;
    }

    private static boolean isWindows() {
        return System.getProperty("os.name").startsWith("Windows");
    }

    private static Process startXvfb() throws IOException {
        return new ProcessBuilder("Xvfb", "-displayfd", "1", "-screen", "0", "1280x1024x24", "-nolisten", "tcp")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** Xvfb prints the number of its display when it is ready for clients. */
    private static String readNumber(Process xvfb) throws IOException {
        var reader = new BufferedReader(new InputStreamReader(xvfb.getInputStream(), StandardCharsets.US_ASCII));
        String number = reader.readLine();
        if (number == null) {
            throw new IOException("Xvfb did not start");
        }
        return number;
    }

    /** Returns the value for DISPLAY, which Windows does not look at. */
    public String display() {
        return display;
    }

    @Override
    public void close() {
        if (xvfb != null) {
            xvfb.destroy();
            endWithin(5);
        }
    }

    private void endWithin(int seconds) {
        try {
            if (!xvfb.waitFor(seconds, TimeUnit.SECONDS)) {
                xvfb.destroyForcibly();
            }
        } catch (InterruptedException e) {
            xvfb.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
