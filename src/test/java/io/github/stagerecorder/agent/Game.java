package io.github.stagerecorder.agent;

import io.github.stagerecorder.demo.Stage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.lwjgl.glfw.GLFW;
import org.lwjgl.opengl.GL;

/**
 * A program that knows of no recorder: {@code Game WINDOWS END [quiet|hidden|brief|astray]}. It paints sixty times a second
 * until its input has a new line, and then ends in one of several ways. No window listens to keys if it is quiet, and the
 * first one may be hidden, until an asterisk shows it. If it is astray, the
 * last window swaps what another context has drawn, and what none has. A plus makes the windows larger, and a minus destroys them and opens one anew. It
 * ends by itself after a minute if it is brief, for where nobody reaches its input.
 */
final class Game {
    static final int WIDTH_PX = 320;
    static final int HEIGHT_PX = 240;
    static final int LARGER_PX = 400;
    static final String SHOWN = "shown";

    private static final long INTERVAL_NS = 16_666_667;

    /** How a program ends. */
    enum End {
        DESTROY,
        TERMINATE,
        EXIT,
        RETURN
    }

    private record Window(long handle, Stage stage) {
        void paint(int frame) {
            GLFW.glfwMakeContextCurrent(handle);
            stage.draw(frame, frame / 60.0);
            GLFW.glfwSwapBuffers(handle);
        }
    }

    private final List<Window> windows = new ArrayList<>();

    private final long lengthNs;
    private final boolean isAstray;

    private Game(long lengthNs, boolean isAstray) {
        this.isAstray = isAstray;
        this.lengthNs = lengthNs;
    }

    public static void main(String[] args) throws Exception {
        String kind = args.length > 2 ? args[2] : "";
        Game game =
                new Game(kind.equals("brief") ? TimeUnit.MINUTES.toNanos(1) : Long.MAX_VALUE, kind.equals("astray"));
        if (GLFW.glfwPlatformSupported(GLFW.GLFW_PLATFORM_X11)) { // otherwise it looks for Wayland, and prints an error
            GLFW.glfwInitHint(GLFW.GLFW_PLATFORM, GLFW.GLFW_PLATFORM_X11);
        }
        if (!GLFW.glfwInit()) {
            throw new IllegalStateException("there is no screen");
        }
        for (int i = 0; i < Integer.parseInt(args[0]); i++) {
            game.open(i, kind);
        }
        game.play();
        game.end(End.valueOf(args[1]));
    }

    private void open(int number, String kind) {
        GLFW.glfwWindowHint(GLFW.GLFW_CONTEXT_VERSION_MAJOR, 3);
        GLFW.glfwWindowHint(GLFW.GLFW_CONTEXT_VERSION_MINOR, 3);
        GLFW.glfwWindowHint(GLFW.GLFW_OPENGL_PROFILE, GLFW.GLFW_OPENGL_CORE_PROFILE);
        boolean isHidden = kind.equals("hidden") && number == 0;
        GLFW.glfwWindowHint(GLFW.GLFW_VISIBLE, isHidden ? GLFW.GLFW_FALSE : GLFW.GLFW_TRUE);
        long handle = GLFW.glfwCreateWindow(WIDTH_PX, HEIGHT_PX, "Game " + number, 0, 0);
        GLFW.glfwSetWindowPos(handle, number * 2 * WIDTH_PX, 0);
        if (!kind.equals("quiet")) {
            GLFW.glfwSetKeyCallback(handle, (window, key, code, action, modifiers) -> System.out.println("key " + key));
        }
        GLFW.glfwMakeContextCurrent(handle);
        GL.createCapabilities();
        GLFW.glfwSwapInterval(0);
        windows.add(new Window(handle, new Stage(WIDTH_PX, HEIGHT_PX)));
    }

    private void play() throws Exception {
        long begunNs = System.nanoTime();
        long dueNs = begunNs;
        for (int frame = 0; !isToEnd() && dueNs - begunNs < lengthNs; frame++) {
            for (Window window : windows) {
                if (isAstray && window != windows.get(0)) {
                    swapAstray(window);
                } else {
                    window.paint(frame);
                }
            }
            GLFW.glfwPollEvents();
            if (frame == 0) {
                System.out.println(SHOWN);
            }
            dueNs = Math.max(dueNs + INTERVAL_NS, System.nanoTime());
            LockSupport.parkNanos(dueNs - System.nanoTime());
        }
    }

    private void swapAstray(Window window) {
        GLFW.glfwSwapBuffers(window.handle);
        GLFW.glfwMakeContextCurrent(0);
        GLFW.glfwSwapBuffers(window.handle);
    }

    private boolean isToEnd() throws IOException {
        int input = System.in.available() == 0 ? 0 : System.in.read();
        if (input == '+') {
            windows.forEach(window -> GLFW.glfwSetWindowSize(window.handle, LARGER_PX, HEIGHT_PX));
        } else if (input == '*') {
            windows.forEach(window -> GLFW.glfwShowWindow(window.handle));
        } else if (input == '-') {
            windows.forEach(window -> GLFW.glfwDestroyWindow(window.handle));
            windows.clear();
            open(0, "");
        }
        return input == '\n';
    }

    private void end(End end) {
        switch (end) {
            case DESTROY -> windows.forEach(window -> GLFW.glfwDestroyWindow(window.handle));
            case TERMINATE -> GLFW.glfwTerminate();
            case EXIT -> System.exit(0);
            case RETURN -> System.out.println("returning");
        }
        System.out.println("ended");
    }
}
