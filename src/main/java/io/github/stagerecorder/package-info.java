/**
 * Records what an OpenGL application draws into a video file, at little more than the cost of reading the pixels.
 *
 * <p>{@link io.github.stagerecorder.StageRecorder} is the class to begin with. The rest of this page is the
 * architecture, for those who work on the library. Why things are as they are, and what was measured, is in
 * {@code DESIGN_NOTES.md} at the root of the project.
 *
 * <h2>The path of a frame</h2>
 *
 * <pre>
 *  render thread (GL context current)          encoder thread            GStreamer's threads
 *  StageRecorder.capture():
 *    collect  reads that are done, READY -----&gt;
 *    claim    a FREE slot      &lt;------------------------------------------- GstMemory freed: LENT -&gt; FREE
 *    read     glReadPixels into it, and a fence
 *    queue    READY  --------------&gt;  take, convert, wrap, push  ----------&gt;  encode, mux, write
 * </pre>
 *
 * The driver writes a frame's bytes once, by glReadPixels, into a slot of the pool. The first element behind
 * {@code appsrc} reads them where they lie. The only thing that travels back is a slot that becomes free: C code does
 * that on whichever thread GStreamer frees the memory, and never enters the virtual machine.
 *
 * <h2>Reading back</h2>
 *
 * Two things are chosen: what is read (Source) and how it gets into the slot (ReadStrategy). A recording begins with
 * the simplest way. The driver is asked by trial: beside each of the first captures goes one trial read of a part of
 * the stage (ReadSearch). Then the recording goes over to a way that costs the render thread clearly less, by a new
 * generation of slots, as a resize does (CheaperReading), of which each capture opens one. It goes back if the driver
 * fails then, because a trial reads only a part. What is pushed stays the same. What the trials have told is kept for
 * the process (Trials), and the next recording begins with it. PERSISTENT is never chosen by itself, because its
 * mapping may disappear with its context. MAPPED is, but only if it is clearly cheaper than ways that read into the
 * recorder's own memory.
 *
 * <pre>
 *   strategy    the slot's memory                 done when              needs
 *   CLIENT      the pool's                        glReadPixels returns   any context
 *   MAPPED      a PBO, mapped when it is full     its fence is done      GL 2.1 with ARB_sync, GLES 3
 *   PERSISTENT  a PBO that stays mapped           its fence is done      to be set; GL 4.4 or its extensions
 *   PINNED      the pool's, written by the GPU    its fence is done      AMD_pinned_memory
 * </pre>
 *
 * The source is the framebuffer itself, with the lowest row first, or inverted by the driver. Or it is a picture that
 * the GPU makes of the framebuffer: resolved to one sample a pixel, flipped, or converted to I420 or NV12 by a shader.
 * Planes are used when they reach the slot sooner than pixels plus the recorder's kernel. That happens on graphics
 * cards and not on software renderers. A frame in tiles is put together by its reads:
 * each tile is read to its place in the slot.
 *
 * <h2>Converting</h2>
 *
 * The encoder's bin is asked which formats it takes, and 4:2:0 is preferred, which every player opens (InputChoice).
 * The slot's pixels become that format with the least work (Conversion):
 *
 * <pre>
 *   the slot holds               the bin takes     Convert        who does the work
 *   the bin's format, upright    that format       AS_READ        nobody: the slot is wrapped where it lies
 *   the bin's format, bottom-up  that format       VIDEOFLIP      GStreamer turns the rows, where the GPU cannot
 *   RGB, bottom-up               I420, NV12        KERNEL         the encoder thread, into a slot of planes
 *   RGB                          any other format  VIDEOCONVERT   GStreamer, reading by a negative stride
 * </pre>
 *
 * AS_READ covers planes from a shader and rows that the driver or the GPU has turned. Where the kernel converts there
 * are two sets of slots within the one budget. The render thread and the encoder thread use READ slots; the encoder
 * thread and GStreamer use PLANES slots. The two sets never compete, so frames that wait for conversion cannot take the
 * memory that the conversion needs:
 *
 * <pre>
 *   READ     FREE -claim-&gt; READING -read-&gt; READY -converted-&gt; FREE
 *            (or, pushed as it was read: LENT -&gt; FREE)
 *   PLANES   FREE -claim-&gt; FILLING -push-&gt; LENT -GstMemory freed-&gt; FREE
 * </pre>
 *
 * A pushed slot becomes free when the encoder releases it, and encoders keep frames: x264 keeps 46 at its defaults. The
 * trial that shows whether an encoder works therefore also counts the pictures that the encoder takes before its first
 * frame comes out. PoolSize provides that number of slots and a few more.
 *
 * <p>Every wait has a deadline. The render thread waits for a READ slot only under WAIT, until no slot has become free
 * for the stall timeout. A resize to larger slots waits for the memory of older ones, at most for the same time. The
 * encoder thread waits for a PLANES slot until a failure is latched or, at the end, until the pipeline has made no
 * progress for the close timeout. With {@code encodeOn(RENDER_THREAD)} the render thread claims a READ slot only while
 * a PLANES slot is free for it, so that {@code capture} never waits under DROP.
 *
 * <h2>Sound on the encoder's side</h2>
 *
 * <pre>
 *   frames  -&gt; appsrc ! ... ! bin.video      bin: video encoder ! queue ! mux.
 *   samples -&gt; appsrc ! audioconvert ! audioresample ! caps: the channels ! bin.audio
 *                                                 sound encoder ! queue ! mux.
 * </pre>
 *
 * A preset is a video encoder, a sound encoder and a muxer. A block of samples is pushed by its place in the file
 * (SoundSink), from which its times are computed; it is copied once, into a GstBuffer. Each queue holds five seconds of
 * encoded data, so that one track does not hold up the other. What an AAC encoder puts in front of the sound is made
 * good by an offset of the muxer's pad (Priming). In MP4 and MOV it stays in the file, for a decoder, in front of the
 * edit list (PrimedSound, sr_priming.c, sr_moov.c). What an encoder keeps at the end is made good by silence behind the
 * sound (KeptSound).
 * A description of the user's own has its two inputs told apart by their caps, or by the names video and audio
 * (UnlinkedPads), and gets such queues in front of its muxer where it has none as large (MuxerQueues).
 *
 * <h2>The replay</h2>
 *
 * <pre>
 *   encoder -&gt; muxer's pad -&gt; muxer ...          as without a replay
 *                  | sr_replay.c: a probe, in C
 *                ring: references to the packets of the last seconds, from a keyframe on (sr_ring.c)
 *                  | saveReplay(): references to those, and to what comes until the wanted frame is there
 *   appsrc -&gt; muxer -&gt; filesink                    on a thread of its own (ReplayFile)
 * </pre>
 *
 * The ring refers to the encoder's buffers, and copies one only where it holds more memory than its content, or belongs
 * to a pool. In front of oggmux, which leaves one track behind the other, it takes what enters the queues. Times in it
 * are running times, which are those of the recording whatever an encoder adds to them. A save is independent of the
 * recording once it has begun: the ring may go on, begin again or be gone. It ends behind the wanted frame where no
 * frame before its last one is missing, because frames may be encoded in another order than they are shown, and only
 * then is its beginning cut to a keyframe. Its file begins at 0: by the lowest DTS in MP4 and MOV, which tell the
 * difference to the PTS, and by the PTS elsewhere. A byte-stream is parsed in front of a muxer that takes none. The ring
 * does not have the first packets of Opus, of which a decoder leaves out the beginning, and what is saved has no such
 * pre-skip (ReplayCaps): muxers disagree on the times of a stream that has one and does not begin with it. Of AAC and
 * Vorbis there is one packet more in front of the sound, from which a decoder takes nothing (ReplayContainer). Without
 * a file, the destination is Nowhere, and the muxer writes a stream, whose index does not grow.
 * A packet costs some 0.65 us, and the beginning of a save 0.3 ms for half a minute at 60 frames a second with sound.
 *
 * <h2>The stream to the network</h2>
 *
 * <pre>
 *   encoder -&gt; muxer's pad -&gt; muxer ...          as without a stream; to Nowhere if there is no file
 *                  | the replay's probe, in C
 *                ring that keeps nothing, and its feed: what waits to be sent (sr_feed.c)
 *                  | stagerecorder-stream: StreamPump takes a packet if little waits behind it
 *   appsrc -&gt; parser -&gt; muxer -&gt; sink             a pipeline for each connection (StreamConnection)
 * </pre>
 *
 * A stream reads the encoded packets beside the muxer, as a replay does (PacketReaders). So one encoder serves a file and
 * a stream, and the recording's pipeline never sees the network. The feed is bounded by five seconds and 64 MiB, and
 * gives picture and sound in the order of their times: sound comes up to two seconds after its picture. When it holds too
 * much, it loses what waits up to the next keyframe. LiveStream connects once there is a keyframe, and again when the
 * connection breaks or takes nothing for five seconds; each connection begins with the newest keyframe, whose DTS is its
 * 0. At most half a second waits behind the feed, or four packets of the largest size. rtmp2sink has a queue without
 * an end, so what it has written is read from its statistics. A frame counts as sent once nothing waits any more.
 * RTSP's sink goes by the clock, which begins with the first packet. At the end StreamArrival tells when all has
 * arrived. Frame by frame, the encoder thread waits as long as much waits in the feed, unless the stream is
 * interrupted. What is secret in an address is known to StreamAddress alone, which hides it in its own words and in
 * those of GStreamer's errors.
 *
 * <h2>The start</h2>
 *
 * A start has two halves (StartSteps):
 *
 * <ol>
 *   <li>Without GL, on any thread: find GStreamer, check the file, choose an encoder by a trial, open its pipeline.
 *   <li>With the GL context, on the render thread: check the framebuffer, allocate the slots, and begin to feed the
 *       encoder. Nothing is read, unless only a trial shows whether what the user has set works at all.
 * </ol>
 *
 * A render loop has only milliseconds to spare, and most of the first half takes longer: the trial above all, and for
 * the first start in a process GStreamer and the code itself. None of that depends on the file or on the context. So a
 * process makes each choice once (KnownEncoders), and {@code prepare()} has it made on a thread of its own
 * (EarlyStart), together with a rehearsal that loads the code (Rehearsal). A start that comes meanwhile waits for the
 * same choice. A choice that failed is not kept. An encoder that writes nothing of its own is also opened once as a start
 * opens it, and closed again: none stays open, because it may be a device that others need.
 *
 * <p>The first half cannot know how pixels will be read: the order of channels is the driver's, and mapped slots need
 * the context. That is why ChosenEncoder says only what the encoder takes, and why OpenEncoder is a pipeline that
 * already runs without its head. {@code OpenEncoder.feed} puts {@code appsrc} and, where one is needed, a converter in
 * front of it. {@code start()} checks the framebuffer first so that a wrong size is refused at once, and takes both
 * halves on the render thread, except that other threads check the file and open the pipeline meanwhile (HalfStart). A
 * RecordingSwitch takes the halves apart. A preflight makes the same checks as a start, so the two cannot disagree.
 *
 * <p>Where such an encoder has been opened before in this process, by a preparation or an earlier start, the pipeline is
 * opened only near the end of {@code start()}, which needs the processor before, and does not wait for it
 * (OpeningEncoder). The encoder thread waits, and frames wait in their slots. If the pipeline does not open, the
 * recording fails with what the start would have thrown, and the choice is forgotten.
 *
 * <p>The encoder thread begins by having the system provide the memory of the first slots, because a page that is
 * written for the first time costs more than the read into it.
 *
 * <h2>Sound</h2>
 *
 * <pre>
 *  any thread                        the sound's thread                     GStreamer's threads
 *  SoundTrack.write():
 *    place it, copy it into a ring -----&gt; take, resample, fill, push -----&gt; encode, mux, write
 *                                          ^
 *  render thread: SoundTimeline -----------+  frames, pauses, files
 * </pre>
 *
 * The application's sound goes through a ring in native memory. Where it belongs depends on the timing (SoundTiming).
 * Positions are sample frames from the recording's first one on, through all its files. SoundTimeline passes on what
 * happens to the frames' time, so that nothing that captures knows of sound.
 *
 * <ul>
 *   <li>FrameByFrameSound counts: each frame owes an exact number, and what is written goes where the last one ended.
 *   <li>CallerSound goes by the caller's times, which the frames' times explain (CallerSpan).
 *   <li>RealTimeSound puts the end of a block at its arrival. The earliest of the arrivals within a tenth of a second
 *       count, because sound may be late, but not early. A loop of second order (RateLoop) steers a resampler by them,
 *       so that it follows the sound's own clock without a step. What is read is 0.6 s behind, so that a burst is there
 *       in time; a pause brings nothing more for what was before, so that all of it is read then. Sound that is
 *       clearly elsewhere begins another Segment.
 * </ul>
 *
 * No frame waits for sound. SoundFeeder pushes what is there, and silence where nothing comes any more: by the count or
 * the caller's times when the video is two frames and two seconds ahead, in real time when it is read. The thread that
 * ends a file pushes the last of its sound, before the encoder ends.
 *
 * <h2>The packages</h2>
 *
 * <pre>
 *              RecordingSwitch                    what users call to record by a key
 *                     |
 *        StageRecorder, RecorderBuilder           what users call
 *                     |
 *                  session                        a recording on the render thread: its files, its frames, its end
 *                     |   \
 *                     |    events                 tells the log, the Flight Recorder and the listener
 *                     |
 *                   plan                          what a start settles first; a preflight reports it
 *                   |  |
 *                   |  |  snapshot                pictures of single frames; reads and writes
 *                  /    \
 *          readback      choice                   GL on one side, GStreamer on the other: neither knows the other;
 *                 |      |                        an encoder is chosen by trial
 *                 |      |  pipeline              GStreamer at work: it is fed, it writes, it ends
 *                 |      |  gstreamer             is found and loaded; its elements
 *                 |      encode                   what is known of an encoder without GStreamer
 *                 |      |  file                  the file on the disk, and the one that it replaces
 *                  \    /
 *                   |  |  sound                   what the application plays; a session uses it
 *                   frame                         slots and their states, the pool, the queue, time
 *                     |
 *                    jni                          the native module and its functions
 * </pre>
 *
 * Dependencies point down, and {@code ArchitectureTest} enforces that. Every package may also use these four:
 *
 * <pre>
 *   settings   the options of a recording, frozen
 *   report     counts, results and figures, frozen
 *   log        what is written to the log
 *   this one   the API's values, enums and exceptions, but not StageRecorder and RecorderBuilder
 * </pre>
 *
 * This package is thus at the top and at the bottom. That is on purpose: users import one package. Its values are made
 * of settings and report alone. There is no cycle of classes, except that StageRecorder and RecorderBuilder each create
 * the other, and so do RecordingSwitch and SwitchBuilder.
 *
 * <p>A RecordingSwitch has what users call, SwitchState is whether it is on, SwitchFrames is what a frame does, and
 * SwitchedRecording is one recording: it opens as a HalfStart in the background, is joined in a frame, and ends in a
 * frame or, where no more frames come, in the background (SwitchedEnd). Its session has one file: where each size of the
 * stage has its own (FileChange), a SwitchedRecording is outgrown instead, and another one goes on. A replay that is
 * kept while the switch is off is a SwitchedRecording without a file.
 *
 * <p>Only {@code gstreamer}, {@code pipeline} and {@code choice} know GStreamer. Others reach it through three types,
 * because an encoder is chosen, opened and fed at different times and on different threads: Encoders chooses and opens,
 * OpenEncoder waits to be fed, Encoder is fed. The last two are in {@code encode}, and none of their methods shows a
 * type of GStreamer's.
 *
 * <p>The C code in {@code native} has rooms of its own, and CMake's targets enforce their direction:
 *
 * <pre>
 *   jni/     converts arguments of Java calls, without logic
 *   gl/      the framebuffer, sources, transfers, and the GL state that is saved and restored
 *   gst/     the GStreamer buffer around a slot, and how the slot becomes free; the index of MP4 fragments; how large
 *            encoded frames are; what fills a replay's ring, and what a stream sends
 *   core/    slots, slabs, the pool, events, the kernel that converts, the ring of encoded packets and its feed
 *   os/      every system call, behind one header: a file each for Linux, Windows and macOS, and one for each window
 *            system (EGL, GLX, WGL, CGL); a table in its CMakeLists.txt says which belong to which
 *
 *   jni -&gt; gl, gst -&gt; core -&gt; os
 * </pre>
 *
 * {@code gl} and {@code jni} call {@code os} directly too: for the current context, for the thread's scheduling and for
 * the heap. A layer in {@code core} would only forward these calls.
 *
 * <p>Where to look:
 *
 * <pre>
 *   a frame is due                              frame/Timeline and its three kinds; frame/PhaseSchedule
 *   a slot is claimed                           session/FreeSlots
 *   the framebuffer and its size are watched    readback/WatchedFramebuffer, native/gl/sr_watch.c
 *   pixels are read                             readback/GlReadback, native/gl/sr_transfer.c
 *   a read is found to be whole                 native/gl/sr_guards.c
 *   a start takes its steps                     plan/StartSteps, session/SessionStart and session/HalfStart
 *   a start is prepared                         session/EarlyStart, choice/KnownEncoders
 *   the way to read is chosen                   plan/ReadChoice; beside captures plan/ReadSearch, session/CheaperReading
 *   the encoder is chosen                       choice/EncoderChooser; the presets are in encode/Presets
 *   the file gets its name                      pipeline/FileFromFirstFrame; its number is session/NumberedFileNames
 *   no two recordings get one file              file/FileClaim
 *   an older file is kept until then            file/NewFile, in a folder of ours (file/OwnFolder); what a killed
 *                                               process left there is put back by file/Leftovers
 *   room is kept for the file's end             pipeline/EndReserve, file/DiskReserve
 *   somebody is told                            events/RecordingEvents; a listener gets it from events/Mailbox
 *   a killed MP4 plays                          native/gst/sr_fragments.h
 *   a key is pressed                            RecordingSwitch; the file's name is session/DatedNames
 *   sound is placed in time                     sound/SoundTiming and its three kinds; then sound/SoundFeeder
 *   a replay is kept and saved                  pipeline/ReplayRing and ReplaySave, native/core/sr_ring.h
 *   a stream is sent                            pipeline/LiveStream and StreamPump, native/core/sr_feed.h; by which
 *                                               elements is pipeline/StreamRoute
 *   a snapshot is taken                         snapshot/Snapshots, then readback/StillFrame and file/WholeFile
 *   the recording ends                          session/SessionEnd, then pipeline/PipelineEnd
 *   the mapping is given back on another thread native/core/sr_slab.c
 *   the native module is unpacked and loaded    jni/NativeModule; who could plant one is jni/FolderGuard
 *   GStreamer is found                          gstreamer/GStreamerLibraries, in the places of gstreamer/GStreamerPlaces
 * </pre>
 *
 * <h2>Threads</h2>
 *
 * <ul>
 *   <li><b>The render thread</b> belongs to the application. It is whichever thread has the GL context current; a
 *       recording is tied to its context, not to a thread. GlContext, and sr_context_is_current in C, ask whether that
 *       context is current before GL objects are made, used or deleted. Nothing asks which thread this is. A context is
 *       known by its handle, which drivers give again, and by a mark: objects of ours in it ({@code
 *       native/gl/sr_marker.h}). If it is certainly gone, ContextChange takes the recording into the one that is current.
 *   <li><b>stagerecorder-encoder</b> takes queued slots, converts and pushes them, and ends the recording. With
 *       {@code encodeOn(RENDER_THREAD)} the render thread converts and pushes, and <b>stagerecorder-finish</b> ends the
 *       recording.
 *   <li><b>stagerecorder-sound</b> feeds the encoder with sound, a hundred times a second, in a recording that has any.
 *   <li><b>stagerecorder-clock</b> looks at the clock of real time ten times a second, and so notices when the whole
 *       process stood still (RunningClock). Whoever waits with a deadline counts only time in which it looked
 *       (Patience).
 *   <li><b>stagerecorder-listener</b> calls the executor of the user's listener, which may block or run the listener at
 *       once. It ends while there is nothing to tell.
 *   <li><b>stagerecorder-prepare</b> does what {@code prepare()} asks for.
 *   <li><b>stagerecorder-load</b> initialises GStreamer for a start that was not prepared, and <b>stagerecorder-open</b>
 *       opens a preset's pipeline. The start waits for both, and does something else meanwhile.
 *   <li><b>stagerecorder-switch</b> opens the encoders of a RecordingSwitch, and ends what no frame ends.
 *   <li><b>stagerecorder-snapshot</b> packs and writes pictures, one at a time for the whole process.
 *   <li><b>stagerecorder-replay</b> writes a replay into its file. Each save has its own.
 *   <li><b>stagerecorder-stream</b> connects to the server of a stream, and sends.
 *   <li><b>stagerecorder-future</b> completes a future of the user's, and runs what the user has given it. Each future
 *       has its own, for which nothing waits (UsersFuture).
 *   <li><b>stagerecorder-log</b> writes all lines to the log, in order, because a handler may be slow or block. The end
 *       of a recording waits for it, but for a second at most; no frame does.
 *   <li><b>stagerecorder-stop</b> sets the pipeline to NULL. That call hangs while a streaming thread is stuck.
 *   <li><b>stagerecorder-shutdown</b> ends recordings that are still open when the virtual machine exits.
 *   <li>GStreamer has its own threads. The thread of {@code appsrc} encodes, and converts where GStreamer does that. A
 *       message of the bus is taken on the thread that posts it (BusMonitor). The Java binding would deliver it on a
 *       thread of its own, which the application may keep busy.
 * </ul>
 *
 * <h2>What is trusted</h2>
 *
 * A pipeline description is code: it can read and write files and open sockets, so it must not come from an untrusted
 * source. No other option can add to a description: only numbers fill the gaps of a preset, a pixel format is a single
 * word, and a file's name is set as a property of the sink.
 *
 * <p>A native library is code too. It is loaded only from a file and folders that this user or the system alone can
 * change, after the last change of ours (FolderGuard); Writers knows the rules of each kind of system.
 *
 * <h2>Room for what comes</h2>
 *
 * <ul>
 *   <li>Another system is one more file in {@code native/os} and a row of the table there, and one more file for a new
 *       window system. Another processor works with the portable kernel; a faster one is a file and a level in {@code
 *       native/core}. Either way it is a row in {@code native/zig.cmake} and in {@code scripts/natives.sh}, and the
 *       jar's folder has the name that javacpp gives to the platform.
 *   <li>A file that is moved into place at its end is one more Destination, beside FileFromFirstFrame, OwnSink and
 *       Nowhere. Another protocol of a stream is a constant of StreamProtocol and its elements in StreamRoute; a second
 *       server for one recording is a second feed of the ring.
 *   <li>An encoder in another process is one more Encoder. What it is told when it is chosen and opened is immutable
 *       data, and the part of a slot that it would share is fixed-width words and offsets
 *       ({@code native/core/sr_slot.h}).
 * </ul>
 */
package io.github.stagerecorder;
