package io.github.stagerecorder.demo;

import io.github.stagerecorder.Timing;
import io.github.stagerecorder.WhenBehind;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What the demo is asked to do.
 *
 * @param frames how many frames are painted at most
 * @param seconds for how long frames are painted at most, by the stage's time
 * @param pipeline the description given, if any
 * @param output the file to write; empty when the description brings its own sink
 * @param whenFull empty for the library's own choice, which depends on the clock
 * @param overwrite whether an existing file may be replaced
 * @param window whether to paint in a window instead of in memory
 * @param check whether only to tell what a recording would meet
 * @param help whether only the options are to be listed
 */
public record DemoOptions(
        int widthPx,
        int heightPx,
        int fpsNumerator,
        int fpsDenominator,
        int frames,
        double seconds,
        Optional<String> pipeline,
        Optional<Path> output,
        Timing clock,
        Optional<WhenBehind> whenFull,
        boolean parallel,
        boolean overwrite,
        boolean window,
        boolean check,
        boolean help) {
    /** What {@code --help} prints. */
    public static final String USAGE = """
        Renders an animated OpenGL stage and records it.

          --size WxH              the picture in pixels (640x360)
          --fps N[/D]             frames a second (30)
          --frames N              how many frames to paint
          --seconds S             how long to paint (10); instead of --frames
          --pipeline DESC         a gst-launch fragment that encodes and muxes; without it the output's
                                  extension decides, and for .ogg that is: videorate ! theoraenc ! oggmux
          --output FILE           the file (stage.ogg, which is replaced); an existing FILE needs --overwrite
          --output -              no file: the description given with --pipeline brings its own sink
          --overwrite             replace FILE
          --clock realtime|fixed  paint at the frame rate and stamp what the clock says, or paint as fast as
                                  the encoder takes it and stamp frame n at n/fps seconds (realtime)
          --when-full drop|wait   when the encoder is behind: lose frames or slow the painting down
                                  (realtime: drop, fixed: wait)
          --parallel true|false   encode on a thread of its own, or on the render thread (true)
          --window                paint in a window, not in memory
          --check                 record nothing: tell whether that would work here, how, and what is in the way
          --help                  print this
        """;

    /**
     * Reads the command line.
     *
     * @throws IllegalArgumentException with one line that names the wrong option and its value
     */
    public static DemoOptions parse(String... arguments) {
        return new OptionParser().parse(arguments);
    }
}
