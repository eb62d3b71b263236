/** An application that draws with LWJGL and records with StageRecorder, entirely on the module path. */
module consumer.lwjgl {
    requires io.github.stagerecorder;
    requires org.lwjgl;
    requires org.lwjgl.natives;
    requires org.lwjgl.egl;
    requires org.lwjgl.glfw;
    requires org.lwjgl.glfw.natives;
    requires org.lwjgl.openal;
    requires org.lwjgl.openal.natives;
    requires org.lwjgl.opengl;
    requires org.lwjgl.opengl.natives;
}
