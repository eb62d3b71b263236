/** Records what an OpenGL application draws into a video file. The exported package is the whole API. */
module io.github.stagerecorder {
    requires com.sun.jna;
    requires java.logging; // JNA uses it; as an automatic module it cannot say so
    requires org.bytedeco.javacpp;
    requires static jdk.jfr;
    requires org.freedesktop.gstreamer;

    exports io.github.stagerecorder;
}
