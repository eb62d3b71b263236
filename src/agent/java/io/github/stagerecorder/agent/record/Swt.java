package io.github.stagerecorder.agent.record;

import io.github.stagerecorder.agent.Key;
import io.github.stagerecorder.agent.weave.Event;
import io.github.stagerecorder.agent.weave.HookPoint;
import io.github.stagerecorder.agent.weave.Toolkit;
import java.lang.invoke.MethodHandle;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.ObjLongConsumer;

/** SWT's canvas, and that of lwjgl3-swt. All of it happens on SWT's thread. */
final class Swt implements Toolkit {
    private static final int KEY_DOWN = 1; // SWT.KeyDown
    private static final int KEY_UP = 2;
    private static final int FOCUS_OUT = 16;
    private static final int DEACTIVATE = 27;
    private static final int F1 = (1 << 24) + 10; // SWT.F1

    private final Recordings recordings;
    private final SurfaceTable<Canvas> table;
    private final List<Runnable> others = new CopyOnWriteArrayList<>();
    private boolean isDown; // the system repeats a key that stays down

    Swt(Recordings recordings) {
        this.recordings = recordings;
        table = new SurfaceTable<>(recordings, (canvas, zero) -> new Canvas(canvas));
    }

    /** Has the key do this too, for what is in a window of SWT and is not one of its canvases. */
    void alsoDo(Runnable action) {
        others.add(action);
    }

    @Override
    public List<HookPoint> hooks() {
        return List.of(
                HookPoint.entry("swt/opengl/GLCanvas", "swapBuffers", "()V", Event.SWAP),
                HookPoint.entry("opengl/swt/GLCanvas", "swapBuffers", "()V", Event.SWAP),
                HookPoint.entry("swt/widgets/Widget", "release", "(Z)V", Event.END),
                HookPoint.entry("swt/widgets/Display", "filterEvent", "(Lorg/eclipse/swt/widgets/Event;)Z", Event.KEY));
    }

    @Override
    public Map<Event, ObjLongConsumer<Object>> listeners(ClassLoader loader, String packageName) {
        return Map.of(
                Event.SWAP, Heard.by(table::swap),
                Event.END, Heard.by((widget, isDestroyed) -> table.end(widget, 0)),
                Event.KEY, Heard.by((event, zero) -> hear(event)));
    }

    private void hear(Object event) throws ReflectiveOperationException {
        Key key = recordings.options().key();
        if (key == null) {
            return;
        }
        ProgramClass type = new ProgramClass(
                event.getClass().getClassLoader(), event.getClass().getName());
        int kind = type.number(event, "type");
        if (kind == FOCUS_OUT || kind == DEACTIVATE) {
            isDown = false; // it may go up elsewhere
        }
        boolean isOurs = (kind == KEY_DOWN || kind == KEY_UP) && type.number(event, "keyCode") == F1 + key.number() - 1;
        if (isOurs) {
            boolean wasDown = isDown;
            isDown = kind == KEY_DOWN;
            if (isDown && !wasDown) {
                table.keyPressed(canvas -> true);
                others.forEach(Runnable::run);
            }
        }
    }

    private static final class Canvas implements Surface {
        private final Object widget;
        private final MethodHandle isCurrent;
        private final MethodHandle isVisible;

        Canvas(Object widget) throws ReflectiveOperationException {
            ProgramClass type = new ProgramClass(
                    widget.getClass().getClassLoader(), widget.getClass().getName());
            this.widget = widget;
            isCurrent = type.method("isCurrent");
            isVisible = type.method("isVisible");
        }

        @Override
        public boolean isCurrent() throws Throwable {
            return (boolean) isCurrent.invokeExact(widget);
        }

        @Override
        public boolean isShown() throws Throwable {
            return (boolean) isVisible.invokeExact(widget);
        }

        @Override
        public String toString() {
            return "a canvas of SWT";
        }
    }
}
