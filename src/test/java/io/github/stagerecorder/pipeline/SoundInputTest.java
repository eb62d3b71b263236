package io.github.stagerecorder.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import com.sun.management.ThreadMXBean;
import io.github.stagerecorder.FailureKind;
import io.github.stagerecorder.RecordingException;
import io.github.stagerecorder.SampleFormat;
import io.github.stagerecorder.media.DecodedSound;
import io.github.stagerecorder.media.DecodedVideo;
import io.github.stagerecorder.settings.SoundFormat;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where sound enters a description of the user's own, and what is refused. */
@Timeout(120)
class SoundInputTest {
    private static final SoundFormat STEREO = new SoundFormat(48_000, 2, SampleFormat.S16);
    private static final int FRAMES = 40;
    private static final int BLOCK = 480; // sample frames
    private static final int BLOCKS = 5_000;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "queue ! x264enc ! queue ! m. queue ! flacenc ! queue ! m. matroskamux name=m",
                "flacenc ! queue ! m. videoconvert ! x264enc ! queue ! m. matroskamux name=m",
                "identity name=audio ! capsfilter caps=audio/x-raw ! queue ! m.audio_0"
                        + " videoconvert ! x264enc ! queue ! m.video_0 matroskamux name=m"
            })
    void shouldTellTheInputsApart(String description) throws Exception {
        Path file = folder.resolve("stage.mkv");
        FlashAndBeep stage = new FlashAndBeep(file, description, STEREO);
        stage.record(FRAMES, false);
        assertNull(stage.end(FRAMES).failure());
        assertEquals(FRAMES, DecodedVideo.of(file).info().packetTicks().size());
        assertEquals(stage.sampleFrames(), DecodedSound.of(file).samples().length);
    }

    @Test
    void shouldTakeTheNamesWhereBothInputsTakeAnything() throws Exception {
        String description = "%s ! fakesink %s ! fakesink";
        chosen(description.formatted("identity name=video", "identity"));
        chosen(description.formatted("identity", "identity name=audio"));
        refused(description.formatted("identity", "identity"), "call their elements video and audio");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x264enc ! fakesink | needs two unlinked sink pads",
                "flacenc ! fakesink | needs two unlinked sink pads",
                "x264enc ! fakesink x264enc ! fakesink | not one for video and one for sound",
                "x264enc ! fakesink flacenc ! fakesink flacenc ! fakesink | more than two unlinked sink pads"
            })
    void shouldRefuseOtherInputs(String description, String words) {
        refused(description, words);
    }

    @Test
    void shouldRefuseChannelsThatTheEncoderDoesNotTake() {
        SoundFormat five = new SoundFormat(48_000, 5, SampleFormat.S16);
        RecordingException refusal = assertThrows(
                RecordingException.class, () -> new FlashAndBeep(null, "x264enc ! fakesink voaacenc ! fakesink", five));
        assertTrue(refusal.getMessage().contains("takes no sound of 5 channels"), refusal.getMessage());
    }

    /** Before the first frame there is no file, and nobody takes the sound. */
    @Test
    void shouldTakeNoSoundWithoutEndAndNoneAfterTheEnd() throws Exception {
        FlashAndBeep stage = new FlashAndBeep(folder.resolve("stage.mp4"), null, STEREO);
        long seconds = 0;
        RuntimeException full = null;
        while (full == null) {
            seconds++;
            full = pushUntil(stage, seconds * STEREO.rateHz());
        }
        assertTrue(seconds > 60 && seconds < 600, "full after " + seconds + " s");
        assertEquals(FailureKind.NO_FRAMES, stage.end(0).failure().kind());
        assertFalse(stage.encoder().sound().push(0, 1, stage.sampleFrames()));
    }

    @Test
    void shouldAllocateNothingForABlock() throws Exception {
        FlashAndBeep stage = new FlashAndBeep(folder.resolve("stage.mkv"), null, STEREO);
        try (Memory block = new Memory((long) BLOCK * STEREO.bytesPerSampleFrame())) {
            long address = Pointer.nativeValue(block);
            pushBlocks(stage, address, 0);
            ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
            long before = threads.getCurrentThreadAllocatedBytes();
            pushBlocks(stage, address, BLOCKS);
            long after = threads.getCurrentThreadAllocatedBytes();
            assertEquals(0, (after - before) / BLOCKS, "bytes a block");
        }
        stage.end(0);
    }

    private static void pushBlocks(FlashAndBeep stage, long address, long first) {
        for (long i = first; i < first + BLOCKS; i++) {
            assertTrue(stage.encoder().sound().push(address, BLOCK, i * BLOCK));
        }
    }

    private static RuntimeException pushUntil(FlashAndBeep stage, long sampleFrame) {
        try {
            stage.pushSound(sampleFrame);
            return null;
        } catch (IllegalStateException e) {
            return e;
        }
    }

    private static void chosen(String description) throws Exception {
        new FlashAndBeep(null, description, STEREO).end(0);
    }

    private static void refused(String description, String words) {
        RecordingException refusal =
                assertThrows(RecordingException.class, () -> new FlashAndBeep(null, description, STEREO));
        assertTrue(refusal.getMessage().contains(words), refusal.getMessage());
    }
}
