import static org.lwjgl.opengl.GL11.GL_COLOR_BUFFER_BIT;
import static org.lwjgl.opengl.GL11.GL_SCISSOR_TEST;
import static org.lwjgl.opengl.GL11.glClear;
import static org.lwjgl.opengl.GL11.glClearColor;
import static org.lwjgl.opengl.GL11.glDisable;
import static org.lwjgl.opengl.GL11.glEnable;
import static org.lwjgl.opengl.GL11.glScissor;

import org.lwjgl.glfw.GLFW;
import org.lwjgl.opengl.GL;

/** GLFW without a recorder and without a key callback, until its input ends. AgentToolkitsTest runs it. */
final class GlfwShow {
    public static void main(String[] args) throws Exception {
        GLFW.glfwInit();
        long window = GLFW.glfwCreateWindow(320, 240, "GlfwShow", 0, 0);
        GLFW.glfwSetWindowPos(window, 0, 0);
        GLFW.glfwMakeContextCurrent(window);
        GL.createCapabilities();
        for (int frame = 0; System.in.available() == 0; frame++) {
            float grey = System.currentTimeMillis() / 20 % 251 / 255f;
            glDisable(GL_SCISSOR_TEST);
            glClearColor(grey, grey, grey, 1);
            glClear(GL_COLOR_BUFFER_BIT);
            glEnable(GL_SCISSOR_TEST);
            glScissor(0, 120, 160, 120);
            glClearColor(1, 0, 0, 1);
            glClear(GL_COLOR_BUFFER_BIT);
            GLFW.glfwSwapBuffers(window);
            GLFW.glfwPollEvents();
            Thread.sleep(16);
            if (frame == 10) {
                System.out.println("shown");
            }
        }
        GLFW.glfwTerminate();
    }
}
