package io.github.stagerecorder.soak;

import io.github.stagerecorder.WhenBehind;
import io.github.stagerecorder.demo.OffscreenSurface;
import io.github.stagerecorder.demo.Stage;
import java.util.concurrent.locks.LockSupport;

/** One of the compared programs. It draws the stage, uses each frame, and prints how much memory that took. */
public final class SoakRun {
    static final int FRAMES_PER_SECOND = 30;
    private static final long FRAME_NS = 1_000_000_000L / FRAMES_PER_SECOND;
    private static final int SAMPLES = 200;

    private final SoakKind kind;
    private final int widthPx;
    private final int heightPx;
    private final int frames;
    private final RssLog rss = new RssLog();

    private SoakRun(SoakKind kind, int widthPx, int heightPx, int frames) {
        this.kind = kind;
        this.widthPx = widthPx;
        this.heightPx = heightPx;
        this.frames = frames;
    }

    /** The arguments are the kind, the size in pixels, and the number of frames. */
    public static void main(String[] arguments) {
        SoakRun run = new SoakRun(
                SoakKind.valueOf(arguments[0]),
                Integer.parseInt(arguments[1]),
                Integer.parseInt(arguments[2]),
                Integer.parseInt(arguments[3]));
        System.out.println(run.play().line());
    }

    private SoakResult play() {
        long startNs = System.nanoTime();
        try (OffscreenSurface surface = new OffscreenSurface(widthPx, heightPx);
                Stage stage = new Stage(widthPx, heightPx)) {
            FrameUse use = use();
            try (use) {
                draw(stage, surface, use, startNs);
            }
            return new SoakResult(
                    kind,
                    use.taken(),
                    frames - use.taken(),
                    System.nanoTime() - startNs,
                    use.poolBytes(),
                    rss.peakBytes(),
                    rss.growthBytes());
        }
    }

    private FrameUse use() {
        return switch (kind) {
            case READ -> new BareRead(widthPx, heightPx);
            case DROP -> new RecordedFrames(widthPx, heightPx, WhenBehind.DROP, 0);
            case WAIT, REPLAY -> new RecordedFrames(widthPx, heightPx, WhenBehind.WAIT, kind.replayBytes);
        };
    }

    private void draw(Stage stage, OffscreenSurface surface, FrameUse use, long startNs) {
        for (int frame = 0; frame < frames; frame++) {
            if (kind == SoakKind.DROP) {
                awaitNs(startNs + frame * FRAME_NS);
            }
            stage.draw(frame, (double) frame / FRAMES_PER_SECOND);
            use.use();
            surface.present();
            if (frame % Math.max(1, frames / SAMPLES) == 0) {
                rss.sample();
            }
        }
    }

    private static void awaitNs(long dueNs) {
        while (System.nanoTime() < dueNs) {
            LockSupport.parkNanos(dueNs - System.nanoTime());
        }
    }
}
