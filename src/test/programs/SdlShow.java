import static org.lwjgl.opengl.GL11C.GL_COLOR_BUFFER_BIT;
import static org.lwjgl.opengl.GL11C.GL_SCISSOR_TEST;
import static org.lwjgl.opengl.GL11C.glClear;
import static org.lwjgl.opengl.GL11C.glClearColor;
import static org.lwjgl.opengl.GL11C.glDisable;
import static org.lwjgl.opengl.GL11C.glEnable;
import static org.lwjgl.opengl.GL11C.glScissor;

import org.lwjgl.opengl.GL;
import org.lwjgl.sdl.SDLEvents;
import org.lwjgl.sdl.SDLInit;
import org.lwjgl.sdl.SDLVideo;
import org.lwjgl.sdl.SDL_Event;

/** A window of SDL 3 without a recorder, until its input ends. AgentToolkitsTest runs it. */
final class SdlShow {
    public static void main(String[] args) throws Exception {
        SDLInit.SDL_Init(SDLInit.SDL_INIT_VIDEO);
        long window = SDLVideo.SDL_CreateWindow("SdlShow", 320, 240, SDLVideo.SDL_WINDOW_OPENGL);
        SDLVideo.SDL_SetWindowPosition(window, 0, 0);
        long context = SDLVideo.SDL_GL_CreateContext(window);
        GL.createCapabilities();
        SDL_Event event = SDL_Event.create();
        for (int frame = 0; System.in.available() == 0; frame++) {
            float grey = System.currentTimeMillis() / 20 % 251 / 255f;
            glDisable(GL_SCISSOR_TEST);
            glClearColor(grey, grey, grey, 1);
            glClear(GL_COLOR_BUFFER_BIT);
            glEnable(GL_SCISSOR_TEST);
            glScissor(0, 120, 160, 120);
            glClearColor(1, 0, 0, 1);
            glClear(GL_COLOR_BUFFER_BIT);
            SDLVideo.SDL_GL_SwapWindow(window);
            while (SDLEvents.SDL_PollEvent(event)) {
                if (event.type() == SDLEvents.SDL_EVENT_KEY_DOWN) {
                    System.out.println("key " + event.key().scancode());
                }
            }
            Thread.sleep(16);
            if (frame == 10) {
                System.out.println("shown");
            }
        }
        SDLVideo.SDL_GL_DestroyContext(context);
        System.out.println("closed");
        SDLInit.SDL_Quit();
    }
}
