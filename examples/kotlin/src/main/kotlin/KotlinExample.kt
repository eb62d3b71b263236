import io.github.stagerecorder.StageRecorder
import java.nio.file.Path
import kotlin.math.sin
import org.lwjgl.glfw.GLFW.*
import org.lwjgl.opengl.GL
import org.lwjgl.opengl.GL11.*

/** A window of GLFW, drawn from Kotlin and recorded until it is closed: `mvn -q compile exec:exec`. */
fun main() {
    check(glfwInit()) { "GLFW cannot open windows here" }
    val window = glfwCreateWindow(640, 360, "StageRecorder and Kotlin", 0, 0)
    glfwMakeContextCurrent(window)
    glfwSwapInterval(1)
    GL.createCapabilities()

    StageRecorder.builder(Path.of("kotlin.mp4")).overwrite(true).start().use { recorder ->
        while (!glfwWindowShouldClose(window)) {
            drawTriangle(glfwGetTime())
            recorder.capture() // after painting, before the swap
            glfwSwapBuffers(window)
            glfwPollEvents()
        }
    } // the file is complete here
    glfwTerminate()
}

private fun drawTriangle(seconds: Double) {
    val x = sin(seconds).toFloat() / 2
    glClearColor(0.1f, 0.1f, 0.2f, 1f)
    glClear(GL_COLOR_BUFFER_BIT)
    glBegin(GL_TRIANGLES)
    glColor3f(1f, 0f, 0f)
    glVertex2f(x - 0.4f, -0.7f)
    glColor3f(0f, 1f, 0f)
    glVertex2f(x + 0.4f, -0.7f)
    glColor3f(0f, 0f, 1f)
    glVertex2f(x, 0.7f)
    glEnd()
}
