import org.lwjgl.opengl.Display;
import org.lwjgl.opengl.DisplayMode;
import org.lwjgl.opengl.GL11;

/** LWJGL 2 without a recorder, until its input ends. AgentToolkitsTest runs it. */
final class OldShow {
    public static void main(String[] args) throws Exception {
        Display.setDisplayMode(new DisplayMode(320, 240));
        Display.setLocation(0, 0);
        Display.create();
        for (int frame = 0; System.in.available() == 0; frame++) {
            float grey = System.currentTimeMillis() / 20 % 251 / 255f;
            GL11.glDisable(GL11.GL_SCISSOR_TEST);
            GL11.glClearColor(grey, grey, grey, 1);
            GL11.glClear(GL11.GL_COLOR_BUFFER_BIT);
            GL11.glEnable(GL11.GL_SCISSOR_TEST);
            GL11.glScissor(0, 120, 160, 120);
            GL11.glClearColor(1, 0, 0, 1);
            GL11.glClear(GL11.GL_COLOR_BUFFER_BIT);
            Display.update();
            Display.sync(60);
            if (frame == 10) {
                System.out.println("shown");
            }
        }
        Display.destroy();
    }
}
