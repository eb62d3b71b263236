package consumer.lwjgl;

import static org.lwjgl.openal.AL10.AL_BUFFER;
import static org.lwjgl.openal.AL10.AL_FORMAT_MONO16;
import static org.lwjgl.openal.AL10.alBufferData;
import static org.lwjgl.openal.AL10.alGenBuffers;
import static org.lwjgl.openal.AL10.alGenSources;
import static org.lwjgl.openal.AL10.alSourcePlay;
import static org.lwjgl.openal.AL10.alSourcei;
import static org.lwjgl.openal.ALC10.ALC_FREQUENCY;
import static org.lwjgl.openal.ALC10.alcCloseDevice;
import static org.lwjgl.openal.ALC10.alcCreateContext;
import static org.lwjgl.openal.ALC10.alcDestroyContext;
import static org.lwjgl.openal.ALC10.alcMakeContextCurrent;
import static org.lwjgl.openal.SOFTLoopback.ALC_FORMAT_CHANNELS_SOFT;
import static org.lwjgl.openal.SOFTLoopback.ALC_FORMAT_TYPE_SOFT;
import static org.lwjgl.openal.SOFTLoopback.ALC_SHORT_SOFT;
import static org.lwjgl.openal.SOFTLoopback.ALC_STEREO_SOFT;
import static org.lwjgl.openal.SOFTLoopback.alcLoopbackOpenDeviceSOFT;
import static org.lwjgl.openal.SOFTLoopback.alcRenderSamplesSOFT;

import io.github.stagerecorder.AudioTrack;
import java.nio.ByteBuffer;
import java.nio.ShortBuffer;
import org.lwjgl.BufferUtils;
import org.lwjgl.openal.AL;
import org.lwjgl.openal.ALC;

/** What OpenAL plays, rendered by its loopback device in place of a sound card. */
final class OpenAlSound implements AutoCloseable {
    static final int RATE_HZ = 48_000;
    static final int CHANNELS = 2;

    private static final int TONE_HZ = 440;

    private final long device = alcLoopbackOpenDeviceSOFT((ByteBuffer) null);
    private final long context = alcCreateContext(device, new int[] {
        ALC_FORMAT_CHANNELS_SOFT, ALC_STEREO_SOFT, ALC_FORMAT_TYPE_SOFT, ALC_SHORT_SOFT, ALC_FREQUENCY, RATE_HZ, 0
    });
    private final ShortBuffer rendered = BufferUtils.createShortBuffer(RATE_HZ * CHANNELS);

    OpenAlSound() {
        if (!alcMakeContextCurrent(context)) {
            throw new IllegalStateException("OpenAL has no loopback device here");
        }
        AL.createCapabilities(ALC.createCapabilities(device));
    }

    /** Starts half a second of a tone. */
    static void playTone() {
        ShortBuffer tone = BufferUtils.createShortBuffer(RATE_HZ / 2);
        for (int i = 0; i < tone.capacity(); i++) {
            tone.put(i, (short) (16_000 * Math.sin(2 * Math.PI * TONE_HZ * i / RATE_HZ)));
        }
        int buffer = alGenBuffers();
        alBufferData(buffer, AL_FORMAT_MONO16, tone, RATE_HZ);
        int source = alGenSources();
        alSourcei(source, AL_BUFFER, buffer);
        alSourcePlay(source);
    }

    /** Renders what the frames so far need. */
    void recordTo(AudioTrack track) {
        rendered.clear().limit(track.samplesDue() * CHANNELS);
        alcRenderSamplesSOFT(device, rendered, rendered.limit() / CHANNELS);
        track.write(rendered);
    }

    @Override
    public void close() {
        alcMakeContextCurrent(0);
        alcDestroyContext(context);
        alcCloseDevice(device);
    }
}
