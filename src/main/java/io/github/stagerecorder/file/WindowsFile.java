package io.github.stagerecorder.file;

import com.sun.jna.Function;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;
import com.sun.jna.Pointer;
import com.sun.jna.WString;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.DosFileAttributes;
import java.util.List;

/**
 * What Windows tells of a file that is opened, and Java does not ask.
 *
 * @param key tells the file from every other one, whatever its name is
 * @param volume tells its disk from others
 * @param sizeBytes the size now; that in the folder may be an older one
 */
record WindowsFile(Object key, int volume, long sizeBytes) {
    private static final int DELETE = 0x10000;
    private static final int SHARE_ALL = 7;
    private static final int OPEN_EXISTING = 3;
    private static final int OPEN_LINKS_THEMSELVES = 0x200000;
    private static final int SHARING_VIOLATION = 32;

    private static final int INFORMATION_BYTES = 52;
    private static final int VOLUME = 28;
    private static final int SIZE_HIGH = 32;
    private static final int SIZE_LOW = 36;
    private static final int INDEX_HIGH = 44;
    private static final int INDEX_LOW = 48;

    /** Opens the file and asks. That disturbs no other program. */
    static WindowsFile of(Path path) throws IOException {
        Pointer handle = open(path, 0);
        if (isInvalid(handle)) {
            throw new FileSystemException(path.toString(), null, "Windows' error " + Native.getLastError());
        }
        byte[] bytes = new byte[INFORMATION_BYTES];
        int told = kernel("GetFileInformationByHandle").invokeInt(new Object[] {handle, bytes});
        close(handle);
        if (told == 0) {
            throw new FileSystemException(path.toString(), null, "its file system does not tell which file it is");
        }
        ByteBuffer fields = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        return new WindowsFile(
                List.of(fields.getInt(VOLUME), fields.getInt(INDEX_HIGH), fields.getInt(INDEX_LOW)),
                fields.getInt(VOLUME),
                (long) fields.getInt(SIZE_HIGH) << Integer.SIZE | Integer.toUnsignedLong(fields.getInt(SIZE_LOW)));
    }

    /** Returns why the file cannot be replaced now; null if it can, as everywhere but on Windows. */
    static String obstacle(Path path) throws IOException {
        if (!Platform.isWindows()) {
            return null;
        }
        if (Files.readAttributes(path, DosFileAttributes.class).isReadOnly()) {
            return "it is read-only";
        }
        Pointer handle = open(path, DELETE);
        if (isInvalid(handle)) {
            return Native.getLastError() == SHARING_VIOLATION ? "another program has it open" : null;
        }
        close(handle);
        return null;
    }

    private static Pointer open(Path path, int access) {
        WString name = new WString(LongWindowsPath.of(path.toString()));
        Object[] how = {name, access, SHARE_ALL, null, OPEN_EXISTING, OPEN_LINKS_THEMSELVES, null};
        return kernel("CreateFileW").invokePointer(how);
    }

    private static boolean isInvalid(Pointer handle) {
        return Pointer.nativeValue(handle) == -1;
    }

    private static void close(Pointer handle) {
        kernel("CloseHandle").invokeInt(new Object[] {handle});
    }

    private static Function kernel(String function) {
        return NativeLibrary.getInstance("kernel32").getFunction(function);
    }
}
