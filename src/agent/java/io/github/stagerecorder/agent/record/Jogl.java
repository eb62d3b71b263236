package io.github.stagerecorder.agent.record;

import io.github.stagerecorder.agent.Key;
import io.github.stagerecorder.agent.weave.Event;
import io.github.stagerecorder.agent.weave.HookPoint;
import io.github.stagerecorder.agent.weave.Toolkit;
import java.lang.invoke.MethodHandle;
import java.util.List;
import java.util.Map;
import java.util.function.ObjLongConsumer;

/** JOGL's drawables: windows of its own, canvases and panels of AWT, Swing and SWT, and what is off the screen. */
final class Jogl implements Toolkit {
    private static final String DRAWABLE = "jogamp/opengl/GLDrawableImpl";
    private static final String KEY_EVENT = "(Lcom/jogamp/newt/event/KeyEvent;)V";
    private static final short PRESSED = 300; // KeyEvent.EVENT_KEY_PRESSED
    private static final int F1 = 97; // KeyEvent.VK_F1

    private final Recordings recordings;
    private final SurfaceTable<JoglDrawable> table;
    private final SurroundingKeys keys;

    Jogl(Recordings recordings, Swt swt) {
        this.recordings = recordings;
        table = new SurfaceTable<>(recordings, (drawable, zero) -> add(drawable));
        keys = new SurroundingKeys(recordings, swt, () -> table.keyPressed(drawable -> !drawable.isNewtWindow()));
    }

    @Override
    public List<HookPoint> hooks() {
        return List.of(
                HookPoint.entry(DRAWABLE, "swapBuffers", "()V", Event.SWAP),
                HookPoint.entry(DRAWABLE, "setRealized", "(Z)V", Event.END),
                HookPoint.entry("jogamp/opengl/GLContextImpl", "destroy", "()V", Event.END_CONTEXT),
                HookPoint.entry("jogamp/newt/WindowImpl", "consumeKeyEvent", KEY_EVENT, Event.KEY));
    }

    @Override
    public Map<Event, ObjLongConsumer<Object>> listeners(ClassLoader loader, String packageName) {
        return Map.of(
                Event.SWAP, Heard.by((drawable, zero) -> table.swap(drawable, 0)),
                Event.END, Heard.by(this::endUnlessRealized),
                Event.END_CONTEXT, Heard.by((context, zero) -> table.end(JoglDrawable.of(context), 0)),
                Event.KEY, Heard.by((event, zero) -> hear(event)));
    }

    private JoglDrawable add(Object drawable) throws Throwable {
        JoglDrawable added = new JoglDrawable(drawable);
        if (!added.isNewtWindow()) {
            keys.listenFor(added);
        }
        return added;
    }

    private void endUnlessRealized(Object drawable, long isRealized) {
        if (isRealized == 0) {
            table.end(drawable, 0);
        }
    }

    private void hear(Object event) throws Throwable {
        Key key = recordings.options().key();
        if (key == null) {
            return;
        }
        ProgramClass type = new ProgramClass(
                event.getClass().getClassLoader(), event.getClass().getName());
        MethodHandle kind = type.method("getEventType");
        MethodHandle symbol = type.method("getKeySymbol");
        MethodHandle isAutoRepeat = type.method("isAutoRepeat");
        MethodHandle source = type.method("getSource");
        boolean isPress = (short) kind.invokeExact(event) == PRESSED && !(boolean) isAutoRepeat.invokeExact(event);
        if (isPress && (short) symbol.invokeExact(event) == F1 + key.number() - 1) {
            Object window = source.invokeExact(event);
            table.keyPressed(drawable -> drawable.isOf(window));
        }
    }
}
