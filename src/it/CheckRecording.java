import io.github.stagerecorder.media.DecodedSound;
import io.github.stagerecorder.media.DecodedVideo;
import io.github.stagerecorder.media.Ffprobe;
import io.github.stagerecorder.media.PixelLayout;
import io.github.stagerecorder.media.RgbPicture;
import java.nio.file.Path;
import java.util.List;

/**
 * Checks a consumer's recording, with the test classes on the class path: {@code CheckRecording CODEC RECORDING...}.
 * A recording is {@code [blue:][window:][tone:]FILE=SIZE[,FILE=SIZE...]}.
 *
 * <p>The files of a recording together must contain 30 pictures, in each file 30 a second and of its size. In each
 * picture the upper left quarter is red, or blue. The rest is grey, eight levels brighter than in the picture before,
 * which may be in the file before.
 *
 * <p>Through GLX it takes up to a quarter of a second until the recorder notices that a window has grown. Until then
 * the pictures of a {@code window:} may show the lower left part of their frames.
 *
 * <p>The sound of a {@code tone:} is silent for half a second, and then a tone for half a second.
 */
public final class CheckRecording {
    private static final int FRAMES = 30;
    private static final long INTERVAL_NS = 33_333_333;
    private static final long CONTAINER_UNIT_NS = 1_000_000;
    private static final int UNNOTICED = FRAMES / 4 + 1; // as many as are drawn in a quarter of a second
    private static final int TOLERANCE = 3; // less than half of the difference between two frames

    private static final float LOUD = 0.06f;
    private static final double MOST_OFF_S = 0.01; // a mixer fades a source in

    private final String codec;
    private final int quarter;
    private final boolean window;
    private final boolean tone;
    private int pictures;

    private CheckRecording(String codec, List<String> kinds) {
        this.codec = codec;
        quarter = kinds.contains("blue") ? 0x0000FF : 0xFF0000;
        window = kinds.contains("window");
        tone = kinds.contains("tone");
    }

    public static void main(String[] args) {
        for (String recording : List.of(args).subList(1, args.length)) {
            List<String> parts = List.of(recording.split(":"));
            int last = parts.size() - 1;
            new CheckRecording(args[0], parts.subList(0, last)).recording(parts.get(last));
        }
    }

    private void recording(String files) {
        for (String file : files.split(",")) {
            String[] nameAndSize = file.split("=");
            file(nameAndSize[0], nameAndSize[1], window && !files.endsWith(file));
        }
        require(pictures == FRAMES, files + ": " + pictures + " pictures were decoded");
        System.out.println(files + ": all " + FRAMES + " pictures are as drawn");
    }

    private void file(String file, String size, boolean mayGrow) {
        DecodedVideo video = DecodedVideo.of(Path.of(file));
        Ffprobe info = video.info();
        require(info.codec().equals(codec), file + ": the codec is " + info.codec());
        String found = info.widthPx() + "x" + info.heightPx();
        require(found.equals(size), file + ": the size is " + found);
        for (int i = 0; i < info.packetNs().size(); i++) {
            long lateNs = info.packetNs().get(i) - i * INTERVAL_NS;
            require(Math.abs(lateNs) <= CONTAINER_UNIT_NS, file + ": picture " + i + " is late by " + lateNs + " ns");
        }
        int before = pictures;
        video.forEach(PixelLayout.RGB, (index, pixels) -> {
            boolean mayBeCut = mayGrow && index >= info.packetNs().size() - UNNOTICED;
            picture(file, new RgbPicture(info.widthPx(), info.heightPx(), pixels), mayBeCut);
        });
        require(pictures > before, file + ": no picture");
        if (tone) {
            sound(file);
        }
    }

    private void picture(String file, RgbPicture picture, boolean mayBeCut) {
        int grey = 8 * pictures * 0x010101;
        int leftPx = picture.widthPx() / 4;
        int rightPx = 3 * leftPx;
        int upperPx = picture.heightPx() / 4;
        int lowerPx = 3 * upperPx;
        boolean cut = mayBeCut && RgbPicture.difference(grey, picture.at(leftPx, upperPx)) <= TOLERANCE;
        expect(file, "upper left", cut ? grey : quarter, picture.at(leftPx, upperPx));
        expect(file, "upper right", grey, picture.at(rightPx, upperPx));
        expect(file, "lower left", grey, picture.at(leftPx, lowerPx));
        pictures++;
    }

    private void expect(String file, String where, int expected, int found) {
        require(
                RgbPicture.difference(expected, found) <= TOLERANCE,
                String.format("%s: picture %d, %s: expected %06x, found %06x", file, pictures, where, expected, found));
    }

    private static void sound(String file) {
        DecodedSound sound = DecodedSound.of(Path.of(file));
        double lengthS = (double) sound.samples().length / sound.rateHz();
        require(Math.abs(lengthS - 1) < 0.05, file + ": " + lengthS + " s of sound");
        int begin = 0;
        while (begin < sound.samples().length && Math.abs(sound.samples()[begin]) < LOUD) {
            begin++;
        }
        double offS = sound.startS() + (double) begin / sound.rateHz() - 0.5;
        require(Math.abs(offS) <= MOST_OFF_S, file + ": the tone is off by " + offS + " s");
        System.out.println(file + ": the tone is in step");
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException(otherwise);
        }
    }
}
