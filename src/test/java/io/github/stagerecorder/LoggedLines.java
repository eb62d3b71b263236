package io.github.stagerecorder;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Collects what the recorder logs. */
final class LoggedLines extends Handler implements AutoCloseable {
    private final Logger logger = Logger.getLogger("io.github.stagerecorder");
    private final List<String> lines = new CopyOnWriteArrayList<>();

    LoggedLines() {
        logger.addHandler(this);
    }

    @Override
    public void publish(LogRecord line) {
        lines.add(line.getLevel() + " " + line.getMessage());
    }

    /** Returns the lines, each after its level. */
    List<String> all() {
        return lines;
    }

    /** Returns how many lines have this text. */
    long countOf(String text) {
        return lines.stream().filter(line -> line.contains(text)).count();
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        logger.removeHandler(this);
    }
}
