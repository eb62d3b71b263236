package io.github.stagerecorder.endtoend;

/** What one recording came to; each public field is a column of the results. */
public final class Figures {
    /** In the recorder, a frame: the call alone, which finds a frame that is drawn to its end. */
    public double recorderMedianUs;

    public double recorderP99Us;
    /** A bare read in between the recorder's, under the same load; not a number unless paced. */
    public double bareReadMedianUs;
    /** Drawing and recorder together. */
    public double frameMedianUs;

    public double frameP99Us;
    /** From the first measured frame until the file is finished. */
    public double framesPerSecond;
    /** Of all threads and processes, drawing included. */
    public double cpuMsPerFrame;

    public double peakRssMb;
    public double renderThreadBytesPerFrame;
    public double otherThreadsBytesPerFrame;
    public double dropped;
    public double fileMb;

    String driver;
}
