package io.github.stagerecorder.endtoend;

/** The ways of recording that are compared, and two baselines: drawing only, and drawing and reading. */
public enum Way {
    RENDER("render only", "", shot -> new NoRecording()),
    READ("read only", "", BareRead::new),
    OURS("StageRecorder", ".mkv", Ours::new),
    JAVACV("JavaCV on the render thread", ".mkv", JavaCv::new),
    JAVACV_QUEUE("JavaCV behind a queue", ".mkv", JavaCvQueue::new),
    FFMPEG_PIPE("pipe to ffmpeg", ".mkv", FfmpegPipe::new),
    GST_COPY("gst1-java-core with a copy", ".mkv", GstCopy::new),
    JME_MJPEG("jMonkeyEngine's MJPEG", ".avi", Mjpeg::new);

    /** The title in the report. */
    public final String title;

    private final String extension;
    private final Opening opening;

    Way(String title, String extension, Opening opening) {
        this.title = title;
        this.extension = extension;
        this.opening = opening;
    }

    private interface Opening {
        FrameSink open(Shot shot) throws Exception;
    }

    /** Returns its role in the report. */
    String kind() {
        return this == OURS ? "ours" : records() ? "peer" : "floor";
    }

    /** Returns true if the run leaves a file. */
    boolean records() {
        return !extension.isEmpty();
    }

    String extension() {
        return extension;
    }

    FrameSink open(Shot shot) throws Exception {
        return opening.open(shot);
    }
}
