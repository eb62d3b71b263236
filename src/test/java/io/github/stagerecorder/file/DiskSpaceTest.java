package io.github.stagerecorder.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.stagerecorder.ChildJvm;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The room on a disk, as a process sees it. */
@Timeout(60)
class DiskSpaceTest {
    private static final int DISK_BYTES = 1 << 20;

    /** A root that is a plain folder of a small disk, with the folders of this machine. It goes with the process. */
    private static final List<String> IN_OTHER_ROOT = List.of(
            "unshare",
            "-m",
            "sh",
            "-c",
            "cd / && mount -t tmpfs -o size=" + DISK_BYTES + " none \"$0\" && mkdir \"$0/root\" && for entry in *; do"
                    + " if [ -L \"$entry\" ]; then cp -P \"$entry\" \"$0/root\";"
                    + " elif [ -d \"$entry\" ]; then"
                    + " mkdir \"$0/root/$entry\" && mount --rbind \"$entry\" \"$0/root/$entry\"; fi || exit; done"
                    + " && exec chroot \"$0/root\" \"$@\"");

    @TempDir
    Path folder;

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "a root is changed there alone")
    void shouldBeKnownWhereTheRootIsNoMount() throws Exception {
        assumeTrue(
                inOtherRoot(new ProcessBuilder(new ArrayList<>(List.of("true"))))
                                .waitFor()
                        == 0,
                "this process may not mount file systems or change its root");
        Process process = inOtherRoot(ChildJvm.of(TellFreeBytes.class, "/stage.mkv"));
        String printed = ChildJvm.printed(process).strip();
        assertEquals(String.valueOf(DISK_BYTES), printed);
    }

    private Process inOtherRoot(ProcessBuilder child) throws IOException {
        child.command().add(0, folder.toString());
        child.command().addAll(0, IN_OTHER_ROOT);
        return child.start();
    }
}
