/**
 * Records what an OpenGL application draws into a video file, without slowing it down.
 *
 * <h2>The way of a frame</h2>
 *
 * <pre>
 *  render thread (GL context current)          encoder thread            GStreamer's threads
 *  StageRecorder.capture():
 *    reap   reads that are over, READY -------&gt;
 *    claim  a FREE slot        &lt;------------------------------------------- GstMemory freed: LENT -&gt; FREE
 *    read   glReadPixels into it, and a fence
 *    queue  READY  ----------------&gt;  take, convert, wrap, push  ----------&gt;  encode, mux, write
 * </pre>
 *
 * A frame's bytes are written once, by glReadPixels, into memory of the pool, and read where they lie by
 * the first element behind {@code appsrc}. There is no way back but a slot becoming free, which happens in C, on
 * whatever thread GStreamer frees the memory, without entering the virtual machine.
 *
 * <h2>Reading back</h2>
 *
 * What is read, and how it comes into the slot, are two choices (Source, Strategy), made by asking the driver: a few
 * reads of each at the start, and what they cost the render thread (Calibration, ReadChoice).
 *
 * <pre>
 *   strategy    the slot's memory        over when              needs
 *   client      ours                     glReadPixels returns   -
 *   mapped      a buffer, mapped then    its fence is done      GL 2.1 with ARB_sync, GLES 3
 *   persistent  a buffer, mapped always  its fence is done      GL 4.4, ARB_ or EXT_buffer_storage
 *   pinned      ours, the GPU writes it  its fence is done      AMD_pinned_memory
 * </pre>
 *
 * Read is the framebuffer itself, bottom-up or inverted by the driver; or what the GPU has made of it: resolved,
 * flipped, or I420 and NV12 by a shader. Planes are taken from the GPU where they are in the slot before the pixels and
 * our kernel would be, which a part of the stage tells: on graphics cards, not on software renderers. A frame in tiles
 * is put together by the reads.
 *
 * <h2>Converting</h2>
 *
 * The bin is asked what it takes, and is given that with the least work (Conversion):
 *
 * <pre>
 *   the slot holds            the bin takes     the way
 *   that very format, upright                   as read:      wrapped where it lies (a shader's planes, inverted reads)
 *   that very format, bottom-up                 videoflip:    turns the rows, where the driver cannot
 *   RGB, bottom-up            I420, NV12        kernel:       ours, on the encoder thread, into a slot of planes
 *   RGB                       anything else     videoconvert: reads bottom-up rows through a negative stride
 * </pre>
 *
 * Where our kernel converts there are two sets of slots under the one budget. READ slots are the render thread's and
 * the encoder thread's; PLANES slots the encoder thread's and GStreamer's. They never compete, so that frames which
 * wait to be converted cannot keep the conversion from its memory:
 *
 * <pre>
 *   READ     FREE -claim-&gt; READING -read-&gt; READY -converted-&gt; FREE     (or, pushed as it was read: LENT -&gt; FREE)
 *   PLANES   FREE -claim-&gt; FILLING -push-&gt; LENT -GstMemory freed-&gt; FREE
 * </pre>
 *
 * What is pushed comes back when the encoder lets go of it, and encoders keep frames: x264 at its defaults 46. So the
 * trial that tells whether an encoder works also counts the pictures that it takes before its first frame comes out,
 * and PoolSize gives that many slots, and some.
 *
 * <p>Who waits for what, and how long: the render thread for a READ slot, where the user chose WAIT, until the stall
 * timeout; the encoder thread for a PLANES slot, until a failure is latched or, at the end, the pipeline has made no
 * progress for the close timeout. Pushing inline, the render thread claims a READ slot only if a PLANES slot is free
 * for it, so that {@code capture} never waits where it is to drop.
 *
 * <h2>The packages</h2>
 *
 * <pre>
 *        StageRecorder, RecorderBuilder           what users call
 *                     |
 *                  session                        a recording on the render thread: its files, its frames, its end
 *                     |
 *                   plan                          what a start settles first, and a preflight tells
 *                  /    \
 *          readback      encode                   GL on one side, GStreamer on the other: they never meet
 *                  \    /
 *                   frame                         slots and their states, the pool, the queue, time
 *                     |
 *                    jni                          the native module and its functions
 * </pre>
 *
 * An arrow goes down, and {@code ArchitectureTest} holds it. Besides, all may know these two:
 *
 * <pre>
 *   settings   what the user asked for, frozen
 *   the API's values, enums and exceptions, in this package
 * </pre>
 *
 * Nothing below knows {@link io.github.stagerecorder.StageRecorder} or its builder, and there is no cycle of classes but of
 * those two, as each makes the other.
 *
 * <p>Where to look:
 *
 * <pre>
 *   a frame is due                              frame/Timeline and its three kinds; frame/PhaseSchedule
 *   a slot is claimed                           session/FreeSlots
 *   pixels are read                             readback/GlReadback, native/gl/sr_transfer.c
 *   the encoder is chosen                       encode/EncoderChooser; the presets are in encode/Presets
 *   the file gets its name                      encode/FileFromFirstFrame; its number is session/NumberedFileNames
 *   the recording ends                          session/SessionEnd, then encode/PipelineEnd
 *   the mapping is given back on another thread native/core/sr_slab.c
 * </pre>
 *
 * <h2>Threads</h2>
 *
 * <ul>
 *   <li><b>the render thread</b> is the application's; {@code start}, {@code capture} and {@code resize} belong to it.
 *       It waits only for a slot, only where the user chose WAIT, and never longer than the stall timeout.
 *   <li><b>stagerecorder-encoder</b> takes queued slots, converts and pushes them, and ends the recording. With
 *       {@code parallel(false)} the render thread converts and pushes, and <b>stagerecorder-finish</b> ends.
 *   <li><b>stagerecorder-stop</b> sets the pipeline to NULL, which hangs behind a streaming thread that is stuck.
 *   <li><b>stagerecorder-shutdown</b> ends recordings that are open when the virtual machine exits.
 *   <li>GStreamer's own: {@code appsrc}'s encodes, and converts where that is GStreamer's work; one of
 *       the binding's watches the bus.
 * </ul>
 *
 * <h2>What is trusted</h2>
 *
 * A pipeline description is code: it can read and write files and open sockets, so it must not come from an untrusted
 * source. Nothing else can add to one: the gaps of a preset are filled with numbers, a pixel format is a single word,
 * and a file's name is set as the sink's property.
 *
 * <h2>Where measurement went its own way</h2>
 *
 * <ul>
 *   <li>On GStreamer 1.22 {@code x264enc} and {@code vp8enc} do encode sizes below 16 pixels; it is the MP4 and WebM
 *       muxers that refuse them. So no number is built in: a trial encode at start decides.
 *   <li>An encoder may fail without an error on the bus ({@code openh264enc} ends the stream instead). The trial
 *       therefore asks whether a frame came out, not whether an error was seen.
 *   <li>{@code videorate} turns to the next picture halfway through a gap and adds one interval at the end: a stage that
 *       stood still for 3 s became 1.5 s of Theora. So the kept picture is shown once more at the end of a gap too.
 *   <li>The deadline of closing counts from the last progress: Theora at 1080p has minutes of work left when a real-time
 *       recording ends, and a fixed deadline truncated a file that was on its way.
 *   <li>The encoder thread asks for SCHED_BATCH: when woken it took the render thread's core in every second capture.
 *   <li>To wake the encoder thread was 15 of the 17 us of a hand-over, whether by futex or park. So it naps for 2 ms at a
 *       time while frames come, and is woken only after a pause; a render thread that waits for a slot ends the nap.
 *   <li>What the trials of encoder and driver leave in the C library's heap is given back: 200 MB at 4K. To try the
 *       shader at full size on a software renderer took a tenth of a second and 60 MB more.
 *   <li>Three READ slots and four PLANES slots beyond what the encoder keeps are as fast as more, and take 45 MB less
 *       at 4K than four and five; with three and three a tenth of the frames a second was lost at 1080p.
 *   <li>libvpx's threads wait by spinning; on two cores VP8 with one thread is four times as fast as with two.
 *   <li>{@code videorate} keeps the newest frame, and so do we where it is used: that is one slot, not two.
 *   <li>{@code videoconvert} takes pictures above 576 rows to have MPEG-2's chroma samples, to the left of where our
 *       kernel makes them; so their place is pinned in the caps for both, and told to the encoder.
 *   <li>The file gets its name with the first frame, by a rename while the sink has it open; a recording that comes to
 *       nothing never touches an older file.
 * </ul>
 */
package io.github.stagerecorder;
