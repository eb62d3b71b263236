package io.github.stagerecorder.pipeline;

import io.github.stagerecorder.FailureKind;
import io.github.stagerecorder.RecordingException;
import io.github.stagerecorder.settings.StreamAddress;

/** Finds out whether what a description makes can be streamed, without connecting to anything. */
public final class StreamCheck {
    private static final String VIDEO = "video/x-h264";
    private static final String SOUND = "audio/mpeg";

    private StreamCheck() {}

    /**
     * Checks what the encoders of a description make, and that all elements of a connection are there.
     *
     * @throws RecordingException if a stream does not take it, or an element is not installed
     */
    public static void requirePossible(EncoderBin bin, StreamAddress address) {
        new StreamConnection(address, bin.soundInput() != null).close();
        MuxerInputs inputs = MuxerInputs.of(bin);
        require(inputs.video().getPeer().queryCaps(null).toString(), VIDEO, bin, address);
        inputs.sound().ifPresent(pad -> require(pad.getPeer().queryCaps(null).toString(), SOUND, bin, address));
    }

    private static void require(String caps, String needed, EncoderBin bin, StreamAddress address) {
        if (!caps.contains(needed)) {
            throw new RecordingException(
                    FailureKind.DESCRIPTION,
                    "\"" + bin.description() + "\" makes " + caps.split(",", 2)[0] + ", and a stream by "
                            + address.protocol().word()
                            + " takes H.264 and AAC: use x264enc and avenc_aac, or leave the"
                            + " pipeline out");
        }
    }
}
