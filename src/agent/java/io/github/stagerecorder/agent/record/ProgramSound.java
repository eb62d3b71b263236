package io.github.stagerecorder.agent.record;

import io.github.stagerecorder.agent.AgentOptions;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;

/**
 * The sound that this program plays, and no other one. The sound server hands it out beside what is heard, of which
 * nothing changes. It is read while somebody listens.
 */
final class ProgramSound {
    private static final String OPENAL = "org/lwjgl/openal/ALC10.class";
    private static final int BLOCK_BYTES = 1 << 16;
    private static final int SAMPLE_FRAME_BYTES = SoundServer.CHANNELS * Short.BYTES;
    private static final int LOOK_AGAIN_MS = 500;
    private static final int MOST_LOOKS = 20;

    /** Who takes the sound. */
    interface Listener {
        boolean isListening();

        /** @param samples whole sample frames; they are the caller's again afterwards */
        void hear(ByteBuffer samples);
    }

    private final SoundServer server = new SoundServer();
    private final String refusal = server.refusal();
    private final Listener listener;
    private volatile boolean isPlayed; // certainly
    private volatile boolean isChecked;
    private volatile boolean isRecorded;
    private boolean isReading;

    ProgramSound(Listener listener) {
        this.listener = listener;
    }

    /** The program opens its sound. */
    void begun() {
        isPlayed = true;
        if (refusal != null) {
            AgentLog.once(Level.INFO, "the program plays sound by OpenAL, and the files are silent: " + refusal);
        }
    }

    /** Finds whether recordings with these options have sound. It may take as long as a recording's start. */
    void check(AgentOptions options) {
        try {
            // A program that can play some may open it later.
            if (refusal == null && (isPlayed || ClassLoader.getSystemResource(OPENAL) != null)) {
                checkEncoder(options);
            }
        } finally {
            isChecked = true;
        }
    }

    private void checkEncoder(AgentOptions options) {
        String missing = SoundCheck.refusal(options);
        isRecorded = missing == null;
        if (missing != null) {
            AgentLog.once(Level.WARNING, "the files are silent: " + missing);
        } else if (isPlayed) {
            AgentLog.once(Level.INFO, "the sound of this program is recorded as the sound server plays it");
        }
    }

    /** Returns whether that is known. */
    boolean isChecked() {
        return isChecked;
    }

    /** Returns whether a recording that begins now has sound. */
    boolean isRecorded() {
        return isRecorded;
    }

    /** Somebody may listen from now on. */
    synchronized void wake() {
        if (!isReading && listener.isListening()) {
            isReading = true;
            Thread reader = new Thread(this::read, "stagerecorder-agent-sound");
            reader.setDaemon(true);
            reader.start();
        }
    }

    private synchronized boolean goesOn() {
        isReading = listener.isListening();
        return isReading;
    }

    private void read() {
        try {
            for (int looks = 0; goesOn(); looks++) {
                String stream = server.ownStream();
                if (stream != null) {
                    read(stream);
                } else if (isPlayed && looks == MOST_LOOKS) {
                    AgentLog.once(
                            Level.WARNING, "the sound server plays nothing of this program: the files are silent");
                }
                Thread.sleep(LOOK_AGAIN_MS);
            }
        } catch (IOException | InterruptedException | RuntimeException e) {
            AgentLog.once(Level.WARNING, "the sound of this program is not recorded any more: " + e, e);
        }
    }

    private void read(String stream) throws IOException {
        Process reading = server.read(stream);
        byte[] block = new byte[BLOCK_BYTES];
        int kept = 0; // of a sample frame that is not whole
        try (InputStream input = reading.getInputStream()) {
            for (int more = 0; more >= 0 && goesOn(); more = input.read(block, kept, block.length - kept)) {
                int present = kept + more;
                int whole = present - present % SAMPLE_FRAME_BYTES;
                listener.hear(ByteBuffer.wrap(block, 0, whole));
                kept = present - whole;
                System.arraycopy(block, whole, block, 0, kept);
            }
        } finally {
            reading.destroy();
        }
    }
}
