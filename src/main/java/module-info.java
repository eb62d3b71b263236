/** Records what an OpenGL application draws into a video file. The exported package is the whole API. */
module io.github.stagerecorder {
    requires com.sun.jna;
    requires org.bytedeco.javacpp;
    requires static jdk.jfr;
    requires org.freedesktop.gstreamer;

    exports io.github.stagerecorder;
}
