package io.github.stagerecorder.agent;

/** What the agent is told, when it starts with the program or later. */
public enum Command {
    /** Records as {@code start=} says. */
    LOAD,
    /** Turns the recording of every window on. */
    START,
    /** Turns it off, and completes the files. */
    STOP,
    /** Saves the last seconds of every window. */
    REPLAY;

    /** Returns the command of this name; null if there is none. */
    static Command named(String word) {
        for (Command command : values()) {
            if (command != LOAD && command.name().equalsIgnoreCase(word)) {
                return command;
            }
        }
        return null;
    }
}
