package io.github.stagerecorder.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;

/** A program that claims names of one second, makes their files and prints them. */
public final class ClaimedNames {
    private ClaimedNames() {}

    /** The arguments are the folder, the time and the number of names. */
    public static void main(String[] arguments) throws IOException {
        for (int i = 0; i < Integer.parseInt(arguments[2]); i++) {
            DatedNames.Claim claim =
                    new DatedNames(Path.of(arguments[0])).claim(LocalDateTime.parse(arguments[1]), ".mp4");
            Files.createFile(claim.file());
            System.out.println("claimed " + claim.file().getFileName());
        }
    }
}
