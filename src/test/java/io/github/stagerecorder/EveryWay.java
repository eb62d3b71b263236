package io.github.stagerecorder;

import static org.lwjgl.opengl.GL30C.*;

import io.github.stagerecorder.demo.PbufferContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.lwjgl.opengl.GL;
import org.lwjgl.opengl.GLDebugMessageCallback;
import org.lwjgl.system.JNI;

/**
 * Records every choice of a framebuffer, and tiles, by every strategy, in a context that reports each error of GL by a
 * callback. It runs in a process of its own, because Mesa learns by the environment which GL to be.
 */
final class EveryWay {
    static final int WIDTH_PX = 64;
    static final int HEIGHT_PX = 48;
    static final int FRAMES = 6;

    private static final int DEBUG_OUTPUT = 0x92E0;
    private static final int DEBUG_OUTPUT_SYNCHRONOUS = 0x8242;
    private static final int DEBUG_TYPE_ERROR = 0x824C;
    private static final int DEBUG_SEVERITY_HIGH = 0x9146;
    private static final int DONT_CARE = 0x1100;
    private static final int NO_CAPABILITY = 0xFFFF;

    private final Path folder;
    private final boolean es;
    private final int major;
    private final PbufferContext context;
    private final long[] surfaces = new long[2];
    private final List<String> troubles = new ArrayList<>();

    /** What is recorded. */
    enum Target {
        READ,
        DRAW,
        WINDOW,
        NAMED,
        TILES
    }

    private EveryWay(Path folder, boolean es, int major) {
        this.folder = folder;
        this.es = es;
        this.major = major;
        context = new PbufferContext(es, major);
        for (int i = 0; i < 2; i++) {
            surfaces[i] = context.newPbuffer(WIDTH_PX + 32 * i, HEIGHT_PX + 16 * i);
        }
    }

    static int grey(int frame) {
        return 40 + 30 * frame;
    }

    /** @return what the program printed, in lines: {@code NAME delivered LOST}, {@code NAME refused WHY}, or a trouble */
    static String in(Path folder, String api, String version) throws Exception {
        ProcessBuilder child = ChildJvm.of(EveryWay.class, folder.toString(), api, version.substring(0, 1));
        child.environment()
                .put(api.equals("GLES") ? "MESA_GLES_VERSION_OVERRIDE" : "MESA_GL_VERSION_OVERRIDE", version);
        Process process = child.start();
        String printed = ChildJvm.printed(process);
        return printed + "exit " + process.waitFor();
    }

    /** @param args the folder; GL or GLES; the major version */
    public static void main(String[] args) {
        new EveryWay(Path.of(args[0]), args[1].equals("GLES"), Integer.parseInt(args[2])).run();
    }

    private void run() {
        makeCurrent(0);
        listen();
        for (ReadStrategy strategy : ReadStrategy.values()) {
            for (Target target : Target.values()) {
                tryToRecord(strategy, target, Convert.KERNEL);
                if (major >= 3 && target != Target.TILES) {
                    tryToRecord(strategy, target, Convert.AS_READ);
                }
            }
        }
        troubles.forEach(trouble -> System.out.println("trouble: " + trouble));
    }

    /** An error of the program's own shows that it is told. */
    private void listen() {
        GLDebugMessageCallback callback =
                GLDebugMessageCallback.create((source, type, id, severity, length, message, user) -> {
                    if (type == DEBUG_TYPE_ERROR || severity == DEBUG_SEVERITY_HIGH) {
                        troubles.add(GLDebugMessageCallback.getMessage(length, message));
                    }
                });
        String suffix = es ? "KHR" : "";
        glEnable(DEBUG_OUTPUT);
        glEnable(DEBUG_OUTPUT_SYNCHRONOUS);
        JNI.callPPV(callback.address(), 0, function("glDebugMessageCallback" + suffix));
        JNI.callPV(DONT_CARE, DONT_CARE, DONT_CARE, 0, 0L, true, function("glDebugMessageControl" + suffix));
        glEnable(NO_CAPABILITY);
        System.out.println(troubles.size() == 1 ? "errors are told" : "nothing tells errors");
        glGetError();
        troubles.clear();
    }

    private void tryToRecord(ReadStrategy strategy, Target target, Convert convert) {
        String name = strategy + "-" + target + "-" + convert;
        try (Recorded recorded = new Recorded(target)) {
            StageRecorder recorder = builder(name, recorded)
                    .tuning(t -> t.readStrategy(strategy).convert(convert))
                    .start();
            for (int frame = 0; frame < FRAMES; frame++) {
                if (frame == FRAMES / 2 && target != Target.TILES) {
                    recorded.resize();
                }
                recorded.capture(recorder, frame);
                check(name + " " + frame);
            }
            closeInAnotherContext(recorder);
            recorder.close(); // releases the GL objects
            check(name);
            Stats stats = recorder.stats();
            System.out.println(name + " " + stats.delivered() + " " + (stats.calls() - stats.delivered()));
        } catch (IllegalArgumentException | IllegalStateException | RecordingException e) {
            System.out.println(name + " refused " + e.getMessage());
            check(name);
        }
    }

    private RecorderBuilder builder(String name, Recorded recorded) {
        RecorderBuilder builder = StageRecorder.builder(folder.resolve(name + ".mkv"))
                .timing(Timing.FRAME_BY_FRAME)
                .whenBehind(WhenBehind.WAIT)
                .quality(Quality.HIGH);
        return switch (recorded.target) {
            case READ -> builder.framebuffer(BoundFramebuffer.READ);
            case DRAW -> builder.framebuffer(BoundFramebuffer.DRAW);
            case WINDOW -> builder.framebuffer(BoundFramebuffer.WINDOW);
            case NAMED -> builder.framebuffer(recorded.framebuffer);
            case TILES -> builder.size(WIDTH_PX, 2 * HEIGHT_PX).tiled(true);
        };
    }

    /** Without what LWJGL asks OpenGL ES that only OpenGL knows. */
    private void makeCurrent(int surface) {
        int before = troubles.size();
        context.makeCurrent(surfaces[surface], surfaces[surface]);
        troubles.subList(before, troubles.size()).clear();
    }

    private void closeInAnotherContext(StageRecorder recorder) {
        try (PbufferContext another = new PbufferContext(es, major)) {
            another.makeCurrent();
            recorder.close();
            check("in another context");
        }
        makeCurrent(0);
    }

    private void check(String when) {
        int error = glGetError();
        if (error != GL_NO_ERROR) {
            troubles.add(when + ": GL error 0x" + Integer.toHexString(error));
        }
    }

    /** LWJGL does not load the functions of framebuffers for OpenGL ES 2, which has them. */
    private static long function(String name) {
        return GL.getFunctionProvider().getFunctionAddress(name);
    }

    private static int generate(String function) {
        int[] name = new int[1];
        JNI.callPV(1, name, function(function));
        return name[0];
    }

    private static void delete(String function, int name) {
        JNI.callPV(1, new int[] {name}, function(function));
    }

    private void bind(int read, int drawn) {
        if (es && major < 3) {
            JNI.callV(GL_FRAMEBUFFER, read, function("glBindFramebuffer"));
        } else {
            JNI.callV(GL_READ_FRAMEBUFFER, read, function("glBindFramebuffer"));
            JNI.callV(GL_DRAW_FRAMEBUFFER, drawn, function("glBindFramebuffer"));
        }
    }

    private static void clear(float red, float green, float blue) {
        glClearColor(red, green, blue, 1);
        glClear(GL_COLOR_BUFFER_BIT);
    }

    /** What is recorded, and a red framebuffer that is bound wherever it can mislead. */
    private final class Recorded implements AutoCloseable {
        private final Target target;
        private final int renderbuffer = generate("glGenRenderbuffers");
        private final int framebuffer = generate("glGenFramebuffers");
        private final int decoyBuffer = generate("glGenRenderbuffers");
        private final int decoy = generate("glGenFramebuffers");

        Recorded(Target target) {
            this.target = target;
            attach(decoy, decoyBuffer);
            clear(1, 0, 0);
            attach(framebuffer, renderbuffer);
            bindAll();
        }

        private void attach(int to, int buffer) {
            bind(to, to);
            specify(buffer, WIDTH_PX, HEIGHT_PX);
            JNI.callV(
                    GL_FRAMEBUFFER,
                    GL_COLOR_ATTACHMENT0,
                    GL_RENDERBUFFER,
                    buffer,
                    function("glFramebufferRenderbuffer"));
        }

        private void specify(int buffer, int widthPx, int heightPx) {
            JNI.callV(GL_RENDERBUFFER, buffer, function("glBindRenderbuffer"));
            JNI.callV(GL_RENDERBUFFER, GL_RGBA8, widthPx, heightPx, function("glRenderbufferStorage"));
            JNI.callV(GL_RENDERBUFFER, 0, function("glBindRenderbuffer"));
        }

        private int drawnTo() {
            return target == Target.WINDOW ? 0 : framebuffer;
        }

        private void bindAll() {
            boolean one = es && major < 3;
            switch (target) {
                case READ, TILES -> bind(framebuffer, decoy);
                case DRAW -> bind(one ? framebuffer : decoy, framebuffer);
                case WINDOW, NAMED -> bind(decoy, decoy);
            }
        }

        private void resize() {
            if (target == Target.WINDOW) {
                makeCurrent(1);
            } else {
                specify(renderbuffer, WIDTH_PX + 32, HEIGHT_PX + 16);
            }
        }

        private void capture(StageRecorder recorder, int frame) {
            float grey = grey(frame) / 255f;
            bind(drawnTo(), drawnTo());
            clear(grey, grey, grey);
            bindAll();
            if (target != Target.TILES) {
                recorder.capture();
                return;
            }
            recorder.beginFrame();
            recorder.tile(0, 0, WIDTH_PX, HEIGHT_PX);
            recorder.tile(0, HEIGHT_PX, WIDTH_PX, HEIGHT_PX);
            recorder.endFrame();
        }

        @Override
        public void close() {
            bind(0, 0);
            delete("glDeleteFramebuffers", framebuffer);
            delete("glDeleteFramebuffers", decoy);
            delete("glDeleteRenderbuffers", renderbuffer);
            delete("glDeleteRenderbuffers", decoyBuffer);
        }
    }
}
