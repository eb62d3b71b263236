package io.github.stagerecorder.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecodedVideoTest {
    private static final int FRAMES = 40;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"a.ogg, libtheora", "a.webm, libvpx", "a.mkv, libx264", "a.mp4, libx264", "a.mov, mjpeg"})
    void readsEveryFrameNumberOnce(String name, String encoder) throws IOException {
        Path file = SampleVideo.numbered(folder.resolve(name), FRAMES, "30", "-c:v", encoder, "-b:v", "2M");
        assertEquals(
                IntStream.range(0, FRAMES).boxed().toList(),
                DecodedVideo.of(file).frameNumbers());
    }

    @ParameterizedTest
    @ValueSource(ints = {0xC02020, 0x20C020, 0x2020C0, 0xE0D010})
    void givesColoursByTheMatrixOfTheFile(int rgb) {
        Path hd = SampleVideo.coloured(
                folder.resolve("hd.mp4"),
                rgb,
                "-c:v",
                "libx264",
                "-qp",
                "1",
                "-vf",
                "scale=out_color_matrix=bt709:out_range=tv,format=yuv420p",
                "-colorspace",
                "bt709");
        Path untagged = SampleVideo.coloured(
                folder.resolve("untagged.ogg"),
                rgb,
                "-c:v",
                "libtheora",
                "-q:v",
                "10",
                "-vf",
                "scale=out_color_matrix=bt601:out_range=tv,format=yuv420p");
        for (Path file : List.of(hd, untagged)) {
            int decoded = DecodedVideo.of(file).rgbAt(0, SampleVideo.WIDTH_PX - 1, 0);
            assertTrue(RgbPicture.difference(rgb, decoded) <= 3, () -> String.format("%06X in %s", decoded, file));
        }
    }

    @Test
    void decodesOnePictureAsInTheRow() throws IOException {
        DecodedVideo video = DecodedVideo.of(SampleVideo.numbered(folder.resolve("a.mkv"), 5, "30", "-c:v", "ffv1"));
        List<byte[]> all = new ArrayList<>();
        video.forEach(
                PixelLayout.YUV420, (index, pixels) -> all.add(pixels.array().clone()));
        assertEquals(5, all.size());
        assertEquals(ByteBuffer.wrap(all.get(3)), video.picture(PixelLayout.YUV420, 3));
        assertThrows(IllegalArgumentException.class, () -> video.picture(PixelLayout.YUV420, 5));
    }

    @Test
    void refusesAFileWithAHole() throws IOException {
        Path file = SampleVideo.numbered(folder.resolve("a.mkv"), FRAMES, "30", "-c:v", "libx264");
        DecodedVideo video = DecodedVideo.of(file);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.allocate(400), channel.size() / 2);
        }
        assertThrows(IllegalStateException.class, video::frameNumbers);
    }
}
