package io.github.stagerecorder.pipeline;

import io.github.stagerecorder.FailureKind;
import io.github.stagerecorder.RecordingException;
import io.github.stagerecorder.gstreamer.Tls;
import io.github.stagerecorder.settings.StreamAddress;

/** Finds out whether what a description makes can be streamed, without connecting to anything. */
public final class StreamCheck {
    private static final String VIDEO = "video/x-h264";
    private static final String SOUND = "audio/mpeg";

    private StreamCheck() {}

    /** @throws RecordingException if an element that a connection needs, or its encryption, is not installed */
    public static void requireInstalled(StreamAddress address, boolean hasSound) {
        try {
            new StreamConnection(address, hasSound).close();
            if (address.isSecure()) {
                Tls.require();
            }
        } catch (RecordingException e) {
            throw new RecordingException(
                    e.kind(), "a stream by " + address.protocol().word() + " needs more: " + e.getMessage(), e);
        }
    }

    /**
     * Checks what the encoders of a description make.
     *
     * @throws RecordingException if a stream does not take it
     */
    public static void requirePossible(EncoderBin bin, StreamAddress address) {
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
