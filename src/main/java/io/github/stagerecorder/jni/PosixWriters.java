package io.github.stagerecorder.jni;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.Map;

/** Checks owners and permission bits, on Linux and macOS. An access list of Linux shows in the bits of the group. */
final class PosixWriters implements Writers {
    private static final int ROOT = 0;
    private static final int WRITABLE_BY_OTHERS = 0022;
    private static final int STICKY = 01000;
    private static final Path SELF = Path.of("/proc/self");

    private final UserPrincipal user;

    private PosixWriters(UserPrincipal user) {
        this.user = user;
    }

    static PosixWriters ofThisUser() throws IOException {
        return new PosixWriters(Files.exists(SELF) ? Files.getOwner(SELF) : userByName());
    }

    private static UserPrincipal userByName() throws IOException {
        String name = ProcessHandle.current().info().user().orElseThrow(() -> new IOException("the user has no name"));
        return SELF.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(name);
    }

    @Override
    public FileAttribute<?> forThisUserAlone() {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    }

    /** Many systems let a new file be written by its group, if nothing else is said. */
    @Override
    public FileAttribute<?>[] forFilesOfThisUser() {
        return new FileAttribute<?>[] {
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        };
    }

    @Override
    public String danger(Path step, boolean isLast) throws IOException {
        Map<String, Object> found = Files.readAttributes(step, "unix:owner,uid,mode", LinkOption.NOFOLLOW_LINKS);
        int mode = (int) found.get("mode");
        if (!found.get("owner").equals(user) && (int) found.get("uid") != ROOT) {
            return "belongs to the user " + found.get("owner");
        }
        boolean isWritable = (mode & WRITABLE_BY_OTHERS) != 0;
        boolean protectsEntries = !isLast && (mode & STICKY) != 0; // others cannot rename what is not theirs
        return isWritable && !protectsEntries ? "can be written by others than its owner" : null;
    }
}
