package io.github.stagerecorder.agent.record;

import io.github.stagerecorder.agent.Key;
import io.github.stagerecorder.agent.weave.Event;
import io.github.stagerecorder.agent.weave.HookPoint;
import io.github.stagerecorder.agent.weave.Toolkit;
import java.util.List;
import java.util.Map;
import java.util.function.ObjLongConsumer;

/** SDL 3, which LWJGL has since 3.4. */
final class Sdl implements Toolkit {
    private static final String VIDEO = "sdl/SDLVideo";

    private final Recordings recordings;

    Sdl(Recordings recordings) {
        this.recordings = recordings;
    }

    @Override
    public List<HookPoint> hooks() {
        return List.of(
                HookPoint.entry(VIDEO, "SDL_GL_SwapWindow", "(J)Z", Event.SWAP),
                HookPoint.entry(VIDEO, "SDL_DestroyWindow", "(J)V", Event.END),
                HookPoint.entry(VIDEO, "SDL_GL_DestroyContext", "(J)Z", Event.END_CONTEXT),
                HookPoint.entry("sdl/SDLInit", "SDL_Quit", "()V", Event.END_ALL));
    }

    @Override
    public Map<Event, ObjLongConsumer<Object>> listeners(ClassLoader loader, String packageName) {
        Windows windows = new Windows(recordings, new SdlFunctions(loader, packageName));
        return Map.of(
                Event.SWAP, Heard.by((none, handle) -> windows.swap(handle)),
                Event.END, Heard.by(windows.table::end),
                Event.END_CONTEXT, Heard.by((none, context) -> windows.table.endIf(window -> window.isOf(context))),
                Event.END_ALL, Heard.by((none, zero) -> windows.endAll()));
    }

    /** Those of one copy of LWJGL. */
    private static final class Windows {
        final SurfaceTable<SdlWindow> table;
        private final Recordings recordings;
        private final SdlFunctions sdl;
        private volatile boolean isListening;

        Windows(Recordings recordings, SdlFunctions sdl) {
            this.recordings = recordings;
            this.sdl = sdl;
            table = new SurfaceTable<>(recordings, (none, handle) -> new SdlWindow(sdl, handle));
        }

        void swap(long handle) throws Throwable {
            if (!isListening && recordings.options().key() != null) {
                isListening = true;
                sdl.watchKeys(this::keyPressed);
            }
            table.swap(null, handle);
        }

        private void keyPressed(int functionKey, int windowId) {
            Key key = recordings.options().key();
            if (key != null && key.number() == functionKey) {
                table.keyPressed(window -> window.hasId(windowId));
            }
        }

        /** SDL forgets who watches. */
        void endAll() {
            table.endAll();
            isListening = false;
        }
    }
}
