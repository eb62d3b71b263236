package io.github.stagerecorder;

import static org.lwjgl.opengl.GL30C.GL_BGRA;
import static org.lwjgl.opengl.GL30C.GL_COLOR_ATTACHMENT0;
import static org.lwjgl.opengl.GL30C.GL_COLOR_BUFFER_BIT;
import static org.lwjgl.opengl.GL30C.GL_FRAMEBUFFER;
import static org.lwjgl.opengl.GL30C.GL_RENDERBUFFER;
import static org.lwjgl.opengl.GL30C.GL_RGBA;
import static org.lwjgl.opengl.GL30C.GL_RGBA8;
import static org.lwjgl.opengl.GL30C.GL_UNSIGNED_BYTE;
import static org.lwjgl.opengl.GL30C.glBindFramebuffer;
import static org.lwjgl.opengl.GL30C.glBindRenderbuffer;
import static org.lwjgl.opengl.GL30C.glClear;
import static org.lwjgl.opengl.GL30C.glClearColor;
import static org.lwjgl.opengl.GL30C.glFinish;
import static org.lwjgl.opengl.GL30C.glFramebufferRenderbuffer;
import static org.lwjgl.opengl.GL30C.glGenFramebuffers;
import static org.lwjgl.opengl.GL30C.glGenRenderbuffers;
import static org.lwjgl.opengl.GL30C.glRenderbufferStorage;
import static org.lwjgl.opengl.GL30C.nglReadPixels;

import io.github.stagerecorder.demo.PbufferContext;
import io.github.stagerecorder.frame.Picture;
import io.github.stagerecorder.frame.Slab;
import io.github.stagerecorder.frame.Slot;
import io.github.stagerecorder.frame.SlotPool;
import io.github.stagerecorder.plan.Availability;
import io.github.stagerecorder.readback.GlContext;
import io.github.stagerecorder.readback.GlReadback;
import io.github.stagerecorder.readback.Reading;
import io.github.stagerecorder.readback.Source;
import io.github.stagerecorder.settings.FramebufferChoice;
import io.github.stagerecorder.settings.PixelFormat;
import io.github.stagerecorder.settings.Region;
import java.util.concurrent.TimeUnit;
import org.lwjgl.system.MemoryUtil;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Compares reads with the bare {@code glReadPixels} of the same framebuffer: of framebuffer 0, whose size is not
 * certain, so that guard pixels show whether all of it was read, and of a framebuffer object of the same size, which
 * needs none. All four alternate. The results are the rows below {@code round}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 1, time = 2)
@Measurement(iterations = 1, time = 4)
@Fork(value = 1, jvmArgsAppend = "--enable-native-access=ALL-UNNAMED")
public class GuardedReadBenchmark {
    @Param({"64x64", "1280x720", "1920x1080", "3840x2160"})
    public String size;

    private PbufferContext context;
    private Reader guarded;
    private Reader plain;
    private int rounds;

    /** JMH adds up what iterations and forks report, so there is one of each. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Cost {
        final ReadTimes guarded = new ReadTimes();
        final ReadTimes guardedBare = new ReadTimes();
        final ReadTimes plain = new ReadTimes();
        final ReadTimes plainBare = new ReadTimes();

        @Setup(Level.Iteration)
        public void clear() {
            guarded.clear();
            guardedBare.clear();
            plain.clear();
            plainBare.clear();
        }

        public double guardedUs() {
            return guarded.medianUs();
        }

        public double guardedRatio() {
            return guardedUs() / guardedBare.medianUs();
        }

        public double plainUs() {
            return plain.medianUs();
        }

        public double plainRatio() {
            return plainUs() / plainBare.medianUs();
        }
    }

    /** Reads one framebuffer into one slot. */
    private static final class Reader {
        private final int framebuffer;
        private final GlReadback readback;
        private final Slab slab;
        private final Size px;
        private final PixelFormat own;
        private final long bare;

        Reader(int framebuffer, Size px) {
            this.framebuffer = framebuffer;
            this.px = px;
            glBindFramebuffer(GL_FRAMEBUFFER, framebuffer);
            GlContext gl = GlContext.current(FramebufferChoice.of(BoundFramebuffer.READ));
            own = gl.support().formats().get(0);
            Picture picture = new Picture(px.widthPx(), px.heightPx(), own, true);
            readback = new GlReadback(gl, new Reading(ReadStrategy.CLIENT, Source.BOTTOM_UP, own), false, false);
            slab = readback.newSlab(new SlotPool(), 1, picture.slotBytes(), null);
            readback.target(new Region(0, 0, px.widthPx(), px.heightPx()), picture);
            bare = MemoryUtil.nmemCallocChecked(1, picture.sizeBytes());
        }

        private void draw(float red) {
            glBindFramebuffer(GL_FRAMEBUFFER, framebuffer);
            glClearColor(red, 0, 0, 1);
            glClear(GL_COLOR_BUFFER_BIT);
            glFinish();
        }

        long bareReadNs(float red) {
            draw(red);
            int order = own == PixelFormat.RGBX ? GL_RGBA : GL_BGRA;
            long fromNs = System.nanoTime();
            nglReadPixels(0, 0, px.widthPx(), px.heightPx(), order, GL_UNSIGNED_BYTE, bare);
            return System.nanoTime() - fromNs;
        }

        long readNs(float red) {
            draw(red);
            Slot slot = slab.claim();
            long fromNs = System.nanoTime();
            readback.begin(slot);
            boolean whole = readback.collect() == slot;
            long tookNs = System.nanoTime() - fromNs;
            slot.abandon();
            if (!whole) {
                throw new IllegalStateException("framebuffer " + framebuffer + " was not read");
            }
            return tookNs;
        }
    }

    @Setup(Level.Trial)
    public void open() {
        Availability.require();
        Size px = Size.parse(size);
        context = new PbufferContext(false, 3);
        long pbuffer = context.newPbuffer(px.widthPx(), px.heightPx());
        context.makeCurrent(pbuffer, pbuffer);
        int object = glGenFramebuffers();
        glBindFramebuffer(GL_FRAMEBUFFER, object);
        int renderbuffer = glGenRenderbuffers();
        glBindRenderbuffer(GL_RENDERBUFFER, renderbuffer);
        glRenderbufferStorage(GL_RENDERBUFFER, GL_RGBA8, px.widthPx(), px.heightPx());
        glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_RENDERBUFFER, renderbuffer);
        guarded = new Reader(0, px);
        plain = new Reader(object, px);
    }

    @Benchmark
    public void round(Cost cost) {
        float red = rounds % 256 / 255f;
        boolean bareFirst = rounds++ % 2 == 1;
        measure(guarded, cost.guarded, cost.guardedBare, red, bareFirst);
        measure(plain, cost.plain, cost.plainBare, red, bareFirst);
    }

    private static void measure(Reader reader, ReadTimes reads, ReadTimes bareReads, float red, boolean bareFirst) {
        if (bareFirst) {
            bareReads.add(reader.bareReadNs(red));
        }
        reads.add(reader.readNs(red));
        if (!bareFirst) {
            bareReads.add(reader.bareReadNs(red));
        }
    }

    @TearDown(Level.Trial)
    public void close() {
        context.close();
    }
}
