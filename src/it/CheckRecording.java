import io.github.stagerecorder.media.DecodedVideo;
import io.github.stagerecorder.media.Ffprobe;
import io.github.stagerecorder.media.PixelLayout;
import io.github.stagerecorder.media.RgbPicture;
import java.nio.file.Path;

/**
 * Checks a consumer's recording, with the test classes on the class path: {@code CheckRecording FILE CODEC}.
 *
 * <p>The file must contain 30 pictures of 320x240 at 30 frames per second. In each picture the upper left quarter is
 * red. The rest is grey, eight levels brighter than in the picture before.
 */
public final class CheckRecording {
    private static final int WIDTH_PX = 320;
    private static final int HEIGHT_PX = 240;
    private static final int FRAMES = 30;
    private static final long INTERVAL_NS = 33_333_333;
    private static final long CONTAINER_UNIT_NS = 1_000_000;
    private static final int RED = 0xFF0000;
    private static final int TOLERANCE = 3; // less than half of the difference between two frames

    private int pictures;

    public static void main(String[] args) {
        DecodedVideo video = DecodedVideo.of(Path.of(args[0]));
        CheckRecording check = new CheckRecording();
        check.stream(video.info(), args[1]);
        video.forEach(
                PixelLayout.RGB, (index, pixels) -> check.picture(index, new RgbPicture(WIDTH_PX, HEIGHT_PX, pixels)));
        require(check.pictures == FRAMES, check.pictures + " pictures were decoded");
        System.out.println(args[0] + ": all " + FRAMES + " pictures are as drawn");
    }

    private void stream(Ffprobe info, String codec) {
        require(info.codec().equals(codec), "the codec is " + info.codec());
        require(
                info.widthPx() == WIDTH_PX && info.heightPx() == HEIGHT_PX,
                "the size is " + info.widthPx() + "x" + info.heightPx());
        require(info.packetNs().size() == FRAMES, info.packetNs().size() + " packets");
        for (int i = 0; i < FRAMES; i++) {
            long lateNs = info.packetNs().get(i) - i * INTERVAL_NS;
            require(Math.abs(lateNs) <= CONTAINER_UNIT_NS, "picture " + i + " is late by " + lateNs + " ns");
        }
    }

    private void picture(int index, RgbPicture picture) {
        int grey = 8 * index * 0x010101;
        expect(index, "upper left", RED, picture.at(WIDTH_PX / 4, HEIGHT_PX / 4));
        expect(index, "upper right", grey, picture.at(3 * WIDTH_PX / 4, HEIGHT_PX / 4));
        expect(index, "lower left", grey, picture.at(WIDTH_PX / 4, 3 * HEIGHT_PX / 4));
        pictures++;
    }

    private static void expect(int index, String where, int expected, int found) {
        require(
                RgbPicture.difference(expected, found) <= TOLERANCE,
                String.format("picture %d, %s: expected %06x, found %06x", index, where, expected, found));
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException(otherwise);
        }
    }
}
