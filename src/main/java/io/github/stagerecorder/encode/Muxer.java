package io.github.stagerecorder.encode;

/**
 * Describes the muxer of a preset.
 *
 * @param factory the name of its GStreamer element
 * @param alone its properties for video alone
 * @param joining its properties where it joins video and sound
 */
record Muxer(String factory, String alone, String joining) {
    Muxer(String factory) {
        this(factory, "", "");
    }

    String describe() {
        return factory + alone;
    }

    String describeJoining() {
        return factory + joining;
    }
}
