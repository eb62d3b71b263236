package io.github.stagerecorder.agent.weave;

/** What a program is about to do where its code is joined. */
public enum Event {
    /** Shows what it has drawn. */
    SWAP,
    /** Destroys a window. */
    END,
    /** Destroys a context. */
    END_CONTEXT,
    /** Destroys all windows. */
    END_ALL,
    /** Asks for the events of its windows. */
    POLL,
    /** Says who hears of keys. */
    LISTEN,
    /** Hears of a key. */
    KEY,
    /** Opens a device for sound. */
    SOUND
}
