package io.github.stagerecorder.agent.record;

import io.github.stagerecorder.agent.weave.Event;
import io.github.stagerecorder.agent.weave.HookPoint;
import io.github.stagerecorder.agent.weave.Toolkit;
import java.awt.Component;
import java.util.List;
import java.util.Map;
import java.util.function.ObjLongConsumer;

/** The canvases for AWT of lwjgl3-awt and of LWJGL 2. */
final class AwtCanvas implements Toolkit {
    private static final String CANVAS = "AWTGLCanvas";

    private final SurfaceTable<Canvas> table;
    private final AwtKeys keys;

    AwtCanvas(Recordings recordings) {
        table = new SurfaceTable<>(recordings, (canvas, zero) -> add(canvas));
        keys = new AwtKeys(recordings, () -> table.keyPressed(canvas -> true));
    }

    @Override
    public List<HookPoint> hooks() {
        return List.of(
                HookPoint.entry(CANVAS, "swapBuffers", "()V", Event.SWAP),
                HookPoint.entry(CANVAS, "destroy", "()V", Event.END),
                HookPoint.entry(CANVAS, "removeNotify", "()V", Event.END),
                HookPoint.entry(CANVAS, "disposeCanvas", "()V", Event.END));
    }

    @Override
    public Map<Event, ObjLongConsumer<Object>> listeners(ClassLoader loader, String packageName) {
        return Map.of(Event.SWAP, Heard.by(table::swap), Event.END, Heard.by(table::end));
    }

    private Canvas add(Object canvas) throws ReflectiveOperationException {
        keys.listen();
        return new Canvas((Component) canvas, CanvasContext.of(canvas));
    }

    private record Canvas(Component component, CanvasContext context) implements Surface {
        @Override
        public boolean isCurrent() throws Throwable {
            return context.isCurrent();
        }

        @Override
        public boolean isShown() {
            return component.isShowing();
        }

        @Override
        public String toString() {
            return "a canvas of AWT";
        }
    }
}
