package io.github.stagerecorder.jni;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;

/** The native module as the jar holds it. Its content is its identity: sizes and times in a jar say nothing. */
final class BundledModule {
    private final String fileName;
    private final byte[] content;

    BundledModule(String fileName, byte[] content) {
        this.fileName = fileName;
        this.content = content;
    }

    /**
     * Reads the module for a platform.
     *
     * @throws UnsatisfiedLinkError if the jar has none, or cannot be read
     */
    static BundledModule find(String platform) {
        String fileName = System.mapLibraryName("stagerecorder");
        String resource = platform + "/" + fileName;
        try (InputStream bundled = BundledModule.class.getResourceAsStream(resource)) {
            if (bundled == null) {
                throw new UnsatisfiedLinkError("no native module for platform " + platform + ": looked for " + resource
                        + " beside " + BundledModule.class.getName() + " in " + origin() + "; the property "
                        + NativeModule.PATH_PROPERTY + " can name a file instead");
            }
            return new BundledModule(fileName, bundled.readAllBytes());
        } catch (IOException e) {
            throw (Error)
                    new UnsatisfiedLinkError("cannot read " + resource + " in " + origin() + ": " + e).initCause(e);
        }
    }

    private static Object origin() {
        var source = BundledModule.class.getProtectionDomain().getCodeSource();
        return source == null ? "the class path" : source.getLocation();
    }

    String fileName() {
        return fileName;
    }

    /** Returns the SHA-256 of the content, as hexadecimal digits. */
    String hash() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }

    /** Returns whether the file holds exactly this module. */
    boolean isIn(Path file) throws IOException {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && Arrays.equals(Files.readAllBytes(file), content);
    }

    /** Writes the module into a file that does not exist yet. */
    void writeTo(Path newFile, FileAttribute<?>... attributes) throws IOException {
        Set<StandardOpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (SeekableByteChannel file = Files.newByteChannel(newFile, options, attributes)) {
            for (ByteBuffer left = ByteBuffer.wrap(content); left.hasRemaining(); ) {
                file.write(left);
            }
        }
    }
}
