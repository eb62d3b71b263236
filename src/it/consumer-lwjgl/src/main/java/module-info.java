/** An application that draws by LWJGL and records by StageRecorder, all of it on the module path. */
module consumer.lwjgl {
    requires io.github.stagerecorder;
    requires org.lwjgl;
    requires org.lwjgl.natives;
    requires org.lwjgl.egl;
    requires org.lwjgl.opengl;
    requires org.lwjgl.opengl.natives;
}
