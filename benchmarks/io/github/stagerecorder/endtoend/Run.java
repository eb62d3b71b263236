package io.github.stagerecorder.endtoend;

import static org.lwjgl.opengl.GL11C.GL_VERSION;
import static org.lwjgl.opengl.GL11C.glFinish;
import static org.lwjgl.opengl.GL11C.glGetString;

import io.github.stagerecorder.demo.OffscreenSurface;
import java.nio.file.Files;

/** Records one shot in one way and measures it. Each run has a process of its own. */
final class Run {
    private static final double MB = 1e6;

    /** For every third paced frame, the pixels are read once more without recording. */
    private static final int BARE_READ_EVERY = 3;

    private final Shot shot;
    private final Way way;
    private final Figures figures = new Figures();
    private final Times recorder;
    private final Times bareReads;
    private final Times frames;

    private Run(Shot shot, Way way) {
        this.shot = shot;
        this.way = way;
        recorder = new Times(shot.frames());
        bareReads = new Times(shot.frames());
        frames = new Times(shot.frames());
    }

    /** @throws IllegalStateException if the file is not what was asked for */
    static Figures measure(Shot shot, Way way) throws Exception {
        Run run = new Run(shot, way);
        try (OffscreenSurface surface = new OffscreenSurface(shot.widthPx(), shot.heightPx())) {
            run.figures.driver = surface.renderer() + ", " + glGetString(GL_VERSION);
            run.record(new Scene(shot.widthPx(), shot.heightPx()));
        }
        if (way.records()) {
            run.figures.fileMb = Files.size(shot.file()) / MB;
            run.figures.dropped = FileCheck.dropped(shot);
        }
        return run.figures;
    }

    private void record(Scene scene) throws Exception {
        FrameSink sink = way.open(shot);
        BareRead bareRead = new BareRead(shot);
        if (shot.paced()) {
            bareRead.touchAll();
        }
        Pace pace = new Pace(shot);
        for (int i = 0; i < shot.warmUpFrames(); i++) {
            frame(i, scene, sink, bareRead, pace);
        }
        long startNs = System.nanoTime();
        double startCpuS = ProcessUse.cpuSeconds();
        play(scene, sink, bareRead, pace);
        long otherPeakBytes = sink.otherProcessPeakBytes();
        sink.finish();
        figures.framesPerSecond = measured() / ((System.nanoTime() - startNs) / 1e9);
        figures.cpuMsPerFrame = 1e3 * (ProcessUse.cpuSeconds() - startCpuS) / measured();
        figures.peakRssMb = (ProcessUse.peakBytes() + otherPeakBytes) / MB;
        bareRead.finish();
        noteTimes();
    }

    private int measured() {
        return shot.frames() - shot.warmUpFrames();
    }

    private void play(Scene scene, FrameSink sink, BareRead bareRead, Pace pace) throws Exception {
        Allocations allocations = new Allocations();
        for (int i = shot.warmUpFrames(); i < shot.frames(); i++) {
            frame(i, scene, sink, bareRead, pace);
        }
        figures.renderThreadBytesPerFrame = (double) allocations.ownBytesSince() / measured();
        figures.otherThreadsBytesPerFrame = (double) allocations.othersBytesSince() / measured();
    }

    private void frame(int number, Scene scene, FrameSink sink, BareRead bareRead, Pace pace) throws Exception {
        pace.await(number);
        long startNs = System.nanoTime();
        scene.draw(number);
        glFinish();
        long drawnNs = System.nanoTime();
        if (shot.paced() && number % BARE_READ_EVERY == 0) {
            bareRead.frame(number, 0);
        }
        long readNs = System.nanoTime();
        sink.frame(number, pace.fileTimeNs(number));
        long endNs = System.nanoTime();
        if (number >= shot.warmUpFrames()) {
            note(drawnNs - startNs, readNs - drawnNs, endNs - readNs, number);
        }
    }

    private void note(long drawNs, long bareReadNs, long recorderNs, int number) {
        frames.add(drawNs + recorderNs);
        recorder.add(recorderNs);
        if (shot.paced() && number % BARE_READ_EVERY == 0) {
            bareReads.add(bareReadNs);
        }
    }

    private void noteTimes() {
        figures.recorderMedianUs = recorder.medianUs();
        figures.recorderP99Us = recorder.percentileUs(0.99);
        figures.bareReadMedianUs = bareReads.medianUs();
        figures.frameMedianUs = frames.medianUs();
        figures.frameP99Us = frames.percentileUs(0.99);
    }
}
