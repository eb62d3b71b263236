import static org.lwjgl.opengl.GL11C.GL_COLOR_BUFFER_BIT;
import static org.lwjgl.opengl.GL11C.glClear;

import java.nio.ShortBuffer;
import org.lwjgl.BufferUtils;
import org.lwjgl.glfw.GLFW;
import org.lwjgl.openal.AL;
import org.lwjgl.openal.AL10;
import org.lwjgl.openal.ALC;
import org.lwjgl.openal.ALC10;
import org.lwjgl.opengl.GL;

/** GLFW and OpenAL without a recorder: it plays a tone of 440 Hz until its input ends. AgentSoundTest runs it. */
final class SoundShow {
    private static final int RATE_HZ = 44_000;

    public static void main(String[] args) throws Exception {
        GLFW.glfwInit();
        long window = GLFW.glfwCreateWindow(320, 240, "SoundShow", 0, 0);
        GLFW.glfwMakeContextCurrent(window);
        GL.createCapabilities();
        long device = ALC10.alcOpenDevice((CharSequence) null);
        long context = ALC10.alcCreateContext(device, (int[]) null);
        ALC10.alcMakeContextCurrent(context);
        AL.createCapabilities(ALC.createCapabilities(device));
        play();
        while (System.in.available() == 0) {
            glClear(GL_COLOR_BUFFER_BIT);
            GLFW.glfwSwapBuffers(window);
            GLFW.glfwPollEvents();
            Thread.sleep(16);
        }
        ALC10.alcMakeContextCurrent(0);
        ALC10.alcDestroyContext(context);
        ALC10.alcCloseDevice(device);
        GLFW.glfwTerminate();
    }

    private static void play() {
        ShortBuffer tone = BufferUtils.createShortBuffer(RATE_HZ);
        for (int i = 0; i < RATE_HZ; i++) {
            tone.put(i, (short) (8000 * Math.sin(2 * Math.PI * 440 * i / RATE_HZ)));
        }
        int buffer = AL10.alGenBuffers();
        AL10.alBufferData(buffer, AL10.AL_FORMAT_MONO16, tone, RATE_HZ);
        int source = AL10.alGenSources();
        AL10.alSourcei(source, AL10.AL_BUFFER, buffer);
        AL10.alSourcei(source, AL10.AL_LOOPING, AL10.AL_TRUE);
        AL10.alSourcePlay(source);
    }
}
