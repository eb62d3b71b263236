package io.github.stagerecorder.agent.record;

import io.github.stagerecorder.Preflight;
import io.github.stagerecorder.Quality;
import io.github.stagerecorder.RecorderBuilder;
import io.github.stagerecorder.StageRecorder;
import io.github.stagerecorder.agent.AgentOptions;
import java.nio.file.Path;
import java.util.Locale;

/** Finds whether files can have sound, because a recording must not fail for it. */
final class SoundCheck {
    private static final int SIZE_PX = 64; // of nothing that is recorded

    private SoundCheck() {}

    /** Returns what is missing; null if nothing is, or if files without sound cannot be recorded either. */
    static String refusal(AgentOptions options) {
        if (!StageRecorder.isAvailable()) {
            return null;
        }
        RecorderBuilder sounding = silent(options).audio(SoundServer.RATE_HZ, SoundServer.CHANNELS, SoundServer.FORMAT);
        Preflight preflight = sounding.preflight();
        if (preflight.canRecord() || !silent(options).preflight().canRecord()) {
            return null;
        }
        return preflight.findings().stream()
                .filter(finding -> finding.level() == Preflight.Level.ERROR)
                .map(Preflight.Finding::what)
                .findFirst()
                .orElseThrow();
    }

    /** The recording's own folder may not be there yet. */
    private static RecorderBuilder silent(AgentOptions options) {
        Path file = Path.of(System.getProperty("java.io.tmpdir"), "stagerecorder-sound." + options.format());
        return StageRecorder.builder(file)
                .size(SIZE_PX, SIZE_PX)
                .quality(Quality.valueOf(options.quality().toUpperCase(Locale.ROOT)));
    }
}
