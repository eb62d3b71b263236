package io.github.stagerecorder.agent.record;

import io.github.stagerecorder.agent.Key;
import io.github.stagerecorder.agent.weave.Event;
import io.github.stagerecorder.agent.weave.HookPoint;
import io.github.stagerecorder.agent.weave.Toolkit;
import java.lang.invoke.MethodHandle;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.function.ObjLongConsumer;

/** The one window of LWJGL 2. */
final class Lwjgl2 implements Toolkit {
    private static final String DISPLAY = "lwjgl/opengl/Display";
    private static final String BUFFER = "(Ljava/nio/ByteBuffer;)Z";

    private static final int KEY_EVENT_BYTES = 18; // Keyboard.EVENT_SIZE: code, state, character, time, repeat
    private static final int STATE = 4;
    private static final int REPEAT = 17;
    private static final int F1 = 0x3B; // Keyboard.KEY_F1, and nine more behind it
    private static final int F11 = 0x57;

    private final Recordings recordings;

    Lwjgl2(Recordings recordings) {
        this.recordings = recordings;
    }

    @Override
    public List<HookPoint> hooks() {
        return List.of(
                HookPoint.entry(DISPLAY, "swapBuffers", "()V", Event.SWAP),
                HookPoint.entry(DISPLAY, "destroy", "()V", Event.END),
                HookPoint.entry("lwjgl/opengl/EventQueue", "putEvent", BUFFER, Event.KEY));
    }

    @Override
    public Map<Event, ObjLongConsumer<Object>> listeners(ClassLoader loader, String packageName) {
        SurfaceTable<Window> table = new SurfaceTable<>(
                recordings, (none, zero) -> new Window(new ProgramClass(loader, packageName + ".Display")));
        return Map.of(
                Event.SWAP, Heard.by(table::swap),
                Event.END, Heard.by(table::end),
                Event.KEY, Heard.by((event, zero) -> hear((ByteBuffer) event, table)));
    }

    private void hear(ByteBuffer event, SurfaceTable<Window> table) {
        Key key = recordings.options().key();
        boolean isPress = key != null
                && event.remaining() == KEY_EVENT_BYTES // others are the mouse's
                && event.get(STATE) == 1
                && event.get(REPEAT) == 0;
        if (isPress && event.getInt(0) == code(key)) {
            table.keyPressed(window -> true);
        }
    }

    private static int code(Key key) {
        return key.number() <= 10 ? F1 + key.number() - 1 : F11 + key.number() - 11;
    }

    private static final class Window implements Surface {
        private final MethodHandle isCurrent;
        private final MethodHandle isVisible;

        Window(ProgramClass display) throws ReflectiveOperationException {
            isCurrent = display.method("isCurrent");
            isVisible = display.method("isVisible");
        }

        @Override
        public boolean isCurrent() throws Throwable {
            return (boolean) isCurrent.invokeExact();
        }

        @Override
        public boolean isShown() throws Throwable {
            return (boolean) isVisible.invokeExact();
        }

        @Override
        public String toString() {
            return "the window of LWJGL 2";
        }
    }
}
