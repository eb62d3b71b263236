package io.github.stagerecorder.endtoend;

/** The results of one recording. Each public field is a column of the table. */
public final class Figures {
    /** The time of the recorder's call alone, per frame. The frame is fully drawn before the call. */
    public double recorderMedianUs;

    public double recorderP99Us;
    /** The time of a bare read between the recorder's calls, under the same load. NaN unless paced. */
    public double bareReadMedianUs;
    /** The time of drawing and recording together. */
    public double frameMedianUs;

    public double frameP99Us;
    /** Measured from the first measured frame until the file is finished. */
    public double framesPerSecond;
    /** The processor time of all threads and processes, including drawing. */
    public double cpuMsPerFrame;

    public double peakRssMb;
    public double renderThreadBytesPerFrame;
    public double otherThreadsBytesPerFrame;
    public double dropped;
    public double fileMb;

    String driver;
}
